"""Paragraphs that are somebody else's words as a whole: turns of a transcript, block quotations.

What the page says of a paragraph is taken; a text without a page shows it by itself.
"""

import re
from collections.abc import Iterator

from bias.language.document import Document
from bias.records import Article, Block, BlockKind, Part, Record

_LABEL = re.compile(r"([A-Z][A-Z.’'-]+(?: [A-Z.’'-]+){0,3})(?: \([^)]{1,40}\))?:\s+(?=\S)")
_QUESTION = re.compile(r"Q(?:uestion)?[:.]\s+(?=\S)")
_ANSWER = re.compile(r"A(?:nswer)?[:.]\s+(?=\S)")
_SET_OFF = re.compile(r"(?:>|&gt;)\s*(?=\S)")
_TURNS = 2
"""Labelled paragraphs from which a text is a transcript; one alone may be a heading."""
_THEIRS = frozenset({BlockKind.QUOTATION, BlockKind.ANSWER, BlockKind.SPEECH})


_SIGNED = re.compile(
    r"\s*(?:[-–—―~]|--)\s?"
    r"([^\W\d_a-z][\w.’'-]*(?:,? (?:[^\W\d_a-z][\w.’'-]*|of|the|for|de|von|and)){0,10})\s*$"
)
"""A dash and a name, to the end of what is looked at."""


class Turn(Record, frozen=True, kw_only=True):
    """A paragraph that is one speaker's words; spans of characters."""

    rule: str
    start: int
    end: int
    speaker: str
    source: tuple[int, int] | None


def turns(article: Article, doc: Document) -> dict[int, Turn]:
    """Return the paragraphs of the body that are somebody else's, by number."""
    if doc.part is not Part.BODY:
        return {}
    spans = dict(_paragraphs(doc))
    blocks = {number: article.block(number) for number in spans}
    if not article.blocks:
        blocks = _recognise(doc.text, spans)
    found: dict[int, Turn] = {}
    for number, block in blocks.items():
        if block.kind in _THEIRS:
            found[number] = _turn(block, spans[number])
    return found


def _paragraphs(doc: Document) -> Iterator[tuple[int, tuple[int, int]]]:
    start, before = 0, -1
    for sentence in doc.sentences:
        if sentence.paragraph != before:
            start, before = sentence.start, sentence.paragraph
        yield before, (start, sentence.end)


def _turn(block: Block, span: tuple[int, int]) -> Turn:
    start = min(span[0] + block.label, span[1] - 1)
    source = (span[0], span[0] + len(block.speaker)) if block.label and block.speaker else None
    rule = {BlockKind.QUOTATION: "block", BlockKind.ANSWER: "answer"}.get(block.kind, "transcript")
    return Turn(rule=rule, start=start, end=span[1], speaker=block.speaker, source=source)


def _recognise(text: str, spans: dict[int, tuple[int, int]]) -> dict[int, Block]:
    """Return what the paragraphs of a plain text are by their labels."""
    labels = {n: _LABEL.match(text, a, b) for n, (a, b) in spans.items()}
    speakers = [label.group(1) for label in labels.values() if label]
    found = {n: _plain_block(text, span) for n, span in spans.items()}
    asked = [n for n, block in found.items() if block.kind is BlockKind.QUESTION]
    for number, label in labels.items():
        if label and len(speakers) >= _TURNS and found[number].kind is BlockKind.PARAGRAPH:
            size = label.end() - label.start()
            found[number] = Block(kind=BlockKind.SPEECH, speaker=label.group(1), label=size)
        elif found[number].kind is BlockKind.ANSWER and not asked:
            found[number] = Block()
    return found


def _plain_block(text: str, span: tuple[int, int]) -> Block:
    kinds = (
        (_SET_OFF, BlockKind.QUOTATION),
        (_QUESTION, BlockKind.QUESTION),
        (_ANSWER, BlockKind.ANSWER),
    )
    for pattern, kind in kinds:
        match = pattern.match(text, *span)
        if match:
            return Block(kind=kind, label=match.end() - match.start())
    return Block()


def signature(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where a name stands that signs the words before: ``“…” – Commissioner Ada Ray``."""
    match = _SIGNED.match(text[start:end])
    return (start + match.start(1), start + match.end(1)) if match else None
