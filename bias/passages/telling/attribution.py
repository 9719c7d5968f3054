"""The record of one attribution within a unit."""

from bias.passages.tokens import Range
from bias.records import Record


class Attribution(Record, frozen=True, kw_only=True):
    """Words ascribed to somebody; every range counts tokens of the unit."""

    cue: Range
    source: Range | None
    """``None`` where nobody is named ("it was alleged that")."""
    contents: tuple[Range, ...]
    speech: bool = True
    """The cue tells of words said or thought, not of a wish, an act or a finding."""
