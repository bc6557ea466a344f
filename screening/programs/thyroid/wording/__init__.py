"""What the thyroid program says: reasons, problems, plain words, all ready to translate."""
