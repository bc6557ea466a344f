"""Who may do what, and the protections that every response carries."""
