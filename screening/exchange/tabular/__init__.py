"""Tables in files: reading CSV and Excel, columns, mapping, checking and writing; no database."""
