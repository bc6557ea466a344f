"""The words in which a screening program is written: pure definitions, no web, no database."""
