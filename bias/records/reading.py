"""One annotated text: what the language layer says of it once, for every later stage to ask."""

from bias.records.articles import Part
from bias.records.base import Record


class Quotation(Record, frozen=True, kw_only=True):
    """A stretch between quotation marks, the marks included."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    continues: bool = False
    """It goes on in the next paragraph, so nothing closes it here."""


class Sentence(Record, frozen=True, kw_only=True):
    """One sentence of a part, without white space at its ends."""

    start: int
    end: int
    paragraph: int
    """Paragraph of the body from 0; -1 outside the body."""


class NamedEntity(Record, frozen=True, kw_only=True):
    """Tokens that the model takes for a name, a date or a number."""

    first: int
    """Its first token."""
    last: int
    """One behind its last token."""
    label: str
    """The model's own label: ``PERSON``, ``ORG``, ``GPE``, ``NORP``, ``DATE`` …"""


class Annotations(Record, frozen=True, kw_only=True):
    """The tokens of a part, column by column, so that thousands of them stay small when stored.

    All columns are of one length. Columns of words are joined by a space, since no token holds one.
    Quotation marks and white space are no tokens.
    """

    starts: tuple[int, ...]
    lengths: tuple[int, ...]
    lemmas: str = ""
    tags: str = ""
    """Penn Treebank tags."""
    pos: str = ""
    """Universal parts of speech."""
    deps: str = ""
    """ClearNLP dependency labels; empty where the language has no parser."""
    heads: tuple[int, ...] = ()
    """Token that governs this one; a root governs itself."""
    entities: tuple[NamedEntity, ...] = ()


class PartReading(Record, frozen=True, kw_only=True):
    """Sentences, quotations and tokens of one part of an article."""

    part: Part
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    """Outermost ones, sorted, not overlapping."""
    doubts: tuple[tuple[int, int, str], ...]
    """Start, end and reason of each place where the marks allow no reading."""
    annotations: Annotations


class Reading(Record, frozen=True, kw_only=True):
    """An article read once: every later stage asks this and never cuts the text anew."""

    article: str
    language: str
    """ISO 639-1."""
    model: str
    """Name, version and digest of the model that annotated it; empty where none did."""
    parts: tuple[PartReading, ...]
    """In reading order: title first."""
