"""A positive result in clinical review: decisions, work-up, closure."""
