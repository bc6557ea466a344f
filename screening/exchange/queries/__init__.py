"""Reads for exchange: records that files name, imports and their rows, rows to export."""
