"""What the language layer says of single words and noun phrases."""

from bias.records import Record


class Token(Record, frozen=True, kw_only=True):
    """A word or a punctuation mark at a span of the text."""

    index: int
    start: int
    end: int
    text: str
    """As printed."""
    lower: str
    """In lower case, apostrophes straight."""
    lemma: str
    """Its base form; empty where the language has no parser."""
    tag: str
    """Penn Treebank tag."""
    pos: str
    """Universal part of speech."""
    dep: str
    """ClearNLP dependency label to its head."""
    head: int
    """Index of the token that governs it, its own for a root."""
    sentence: int
    """Index of the sentence it stands in."""


class Chunk(Record, frozen=True, kw_only=True):
    """A noun phrase from its first word to its head; what follows the head is left out."""

    first: int
    """Index of its first token."""
    last: int
    """One behind its last token, which is the head."""
    head: int
