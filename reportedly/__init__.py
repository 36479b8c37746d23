"""Reads the news of a crisis and keeps the books: who said what, on whose word, when."""

__version__ = "0.1.0"
