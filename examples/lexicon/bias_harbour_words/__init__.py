"""Loaded words of dockers and shippers, for the English lexicon."""

from bias.wording.added import AddedRows

ROWS = AddedRows(language="en", package="bias_harbour_words", file="rows.csv")
