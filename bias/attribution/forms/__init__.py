"""Whose words they are, read from the forms of words, in a language without clauses to ask."""
