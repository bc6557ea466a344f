"""What waits, for whom, and since when: read off the records and the clock, never stored."""
