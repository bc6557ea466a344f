"""A person in a program: questionnaire, eligibility, consent, rounds, recalls, leaving."""
