"""Indicators: facts of screening exams, the measures counted on them, and their report."""
