"""The records of one attribution within a unit: its rule, its cue, who is cited, and the words."""

from bias.attribution.unit import Range
from bias.records import Record


class Source(Record, frozen=True, kw_only=True):
    """The noun phrase that names who is cited."""

    place: Range
    """Its items."""
    heads: tuple[int, ...]
    """Token of its head, and of every head coordinated with it; none where no parse tells."""


class Attribution(Record, frozen=True, kw_only=True):
    """Words ascribed to somebody; every range counts items of the unit."""

    rule: str
    """Id of the row of ``patterns.csv`` it was found by."""
    cue: Range
    source: Source | None
    """``None`` where nobody is named ("it was alleged that")."""
    contents: tuple[Range, ...]
    tells: bool = True
    """The cue tells of words said or thought, not of a wish, an act or a finding."""
    own_words: bool = False
    """The outlet words the contents; only the quotations in them are the source's."""
