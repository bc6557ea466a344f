"""The statistics over the rows of a file: text columns in, text columns out."""
