"""What the pages of documentation of the breast program's systems print beside their rules."""
