"""Invented tellings of one thing, and what they set against each other."""
