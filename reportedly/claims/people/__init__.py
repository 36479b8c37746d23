"""Whose people those are of whom it is told, which figures and the safety of nationals both ask."""
