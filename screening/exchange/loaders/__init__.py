"""How each kind of file becomes records: a plan for a chunk of rows, and its writing by sets."""
