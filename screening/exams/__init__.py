"""Imaging exams: booking, attendance, findings, readings, categories."""
