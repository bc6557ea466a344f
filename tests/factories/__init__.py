"""Makers of test records, each with sensible values that a test overrides."""
