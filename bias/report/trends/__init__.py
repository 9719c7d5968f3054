"""Outlets over weeks: how each words things, against the others on the same events.

Figures that were made by different word lists or models are never added up; see
:mod:`bias.report.trends.tables`.
"""
