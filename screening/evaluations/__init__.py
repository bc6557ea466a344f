"""Published systems over rows of text: for the console, other programs, and clinicians."""
