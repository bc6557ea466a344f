"""Work done outside the request: the job table, its one worker, its progress."""
