"""Reported speech: the cues that cite somebody, whom they cite, and how far the words reach."""
