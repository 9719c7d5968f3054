"""One annotated text: what the language layer says of it once, for every later stage to ask."""

from bias.records.articles import Part
from bias.records.base import Record


class Quotation(Record, frozen=True, kw_only=True):
    """A stretch between quotation marks, the marks included."""

    start: int
    """First character in the part, the opening mark."""
    end: int
    """One past its last character, the closing mark."""
    inner_start: int
    """First character behind the opening mark."""
    inner_end: int
    """One past the last character before the closing mark."""
    continues: bool = False
    """It goes on in the next paragraph, so nothing closes it here."""


class Sentence(Record, frozen=True, kw_only=True):
    """One sentence of a part, without white space at its ends."""

    start: int
    """First character in the part."""
    end: int
    """One past its last character."""
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
    """First character of each token in the part."""
    lengths: tuple[int, ...]
    """Length of each token in characters."""
    lemmas: str = ""
    """Base form of each token."""
    tags: str = ""
    """Penn Treebank tags."""
    pos: str = ""
    """Universal parts of speech."""
    deps: str = ""
    """ClearNLP dependency labels; empty where the language has no parser."""
    heads: tuple[int, ...] = ()
    """Token that governs this one; a root governs itself."""
    entities: tuple[NamedEntity, ...] = ()
    """What the model takes for names, dates and numbers, in reading order."""


class PartReading(Record, frozen=True, kw_only=True):
    """Sentences, quotations and tokens of one part of an article."""

    part: Part
    """The part that its spans point into."""
    sentences: tuple[Sentence, ...]
    """In reading order, not overlapping."""
    quotations: tuple[Quotation, ...]
    """Outermost ones, sorted, not overlapping."""
    doubts: tuple[tuple[int, int, str], ...]
    """Start, end and reason of each place where the marks allow no reading."""
    annotations: Annotations
    """Its tokens."""


class Reading(Record, frozen=True, kw_only=True):
    """An article read once: every later stage asks this and never cuts the text anew."""

    article: str
    """Id of the article."""
    language: str
    """ISO 639-1."""
    model: str
    """Name, version and digest of the model that annotated it; empty where none did."""
    parts: tuple[PartReading, ...]
    """In reading order: title first."""
