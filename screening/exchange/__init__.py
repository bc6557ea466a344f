"""Exchange with the world outside: files in and out."""
