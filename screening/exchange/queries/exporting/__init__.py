"""Rows to export: every kind as the columns that its import reads, read in portions."""
