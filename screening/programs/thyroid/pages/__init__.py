"""What the pages of documentation of the thyroid program's systems print beside their rules."""
