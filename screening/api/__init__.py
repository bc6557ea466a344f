"""The data for other programs as JSON: the same rights, reads and systems as the pages."""
