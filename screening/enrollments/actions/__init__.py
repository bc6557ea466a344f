"""Every write of enrollments, assessments, rounds and recalls."""
