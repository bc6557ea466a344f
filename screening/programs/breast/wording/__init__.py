"""The sentences of the breast program, marked for translation."""
