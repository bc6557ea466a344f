"""Confirmed cancers: stage, the exam they belong to, how they were found, first treatment."""
