"""What the pages of documentation of the lung program's systems print beside their rules."""
