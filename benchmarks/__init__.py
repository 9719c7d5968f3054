"""Measurements of quality (against human labels) and speed (against peers and limits)."""
