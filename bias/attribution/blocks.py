"""Paragraphs that are somebody else's words as a whole: turns of a transcript, block quotations.

What the page says of a paragraph is taken; a text without a page shows it by itself.
"""

import re
from collections.abc import Iterator

from bias.language.document import Document
from bias.language.word_classes import word_class
from bias.people.lexis import countries, given_names, is_title, squeeze
from bias.records import Article, Block, BlockKind, Part, Record

_LABEL = re.compile(r"[\"“]?([A-Z][A-Z.’'-]+(?: [A-Z.’'-]+){0,3})(?: \([^)]{1,40}\))?:\s+(?=\S)")
_QUESTION = re.compile(r"Q(?:uestion)?[:.]\s+(?=\S)")
_ANSWER = re.compile(r"A(?:nswer)?[:.]\s+(?=\S)")
_SET_OFF = re.compile(r"(?:>|&gt;)\s*(?=\S)")
_TURNS = 2
"""Labelled paragraphs from which a text is a transcript; one alone may be a heading, unless it is
the whole text or names somebody."""
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
        blocks = _recognise(doc, spans)
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


def _recognise(doc: Document, spans: dict[int, tuple[int, int]]) -> dict[int, Block]:
    """Return what the paragraphs of a plain text are by their labels."""
    labels = {n: _LABEL.match(doc.text, a, b) for n, (a, b) in spans.items()}
    named = {n: label for n, label in labels.items() if label and _may_speak(label.group(1))}
    found = {n: _plain_block(doc.text, span) for n, span in spans.items()}
    asked = [n for n, block in found.items() if block.kind is BlockKind.QUESTION]
    turns = len(named) >= _TURNS or len(named) == len(spans)
    for number, block in found.items():
        label = named.get(number)
        if block.kind is BlockKind.ANSWER and not asked:
            found[number] = Block()
        elif label and block.kind is BlockKind.PARAGRAPH:
            known = turns or _is_somebody(doc, label.group(1))
            size = label.end() - label.start()
            spoken = Block(kind=BlockKind.SPEECH, speaker=label.group(1), label=size)
            found[number] = spoken if known else block
    return found


def _may_speak(label: str) -> bool:
    """Tell SMITH and MAYOR RAY from WATCH, LONDON and ITALY."""
    words = [squeeze(word) for word in label.split()]
    listed = word_class("no_label", "dateline", "date", "time")
    return listed.isdisjoint(words) and " ".join(words) not in countries()


def _is_somebody(doc: Document, label: str) -> bool:
    """Tell whether a label is a title or given name, or whom the text names as a person."""
    words = label.split()
    first, last = squeeze(words[0]), words[-1].title()
    if len(words) > 1 and (is_title(first) or first in given_names()):
        return True
    return any(token.text == last and doc.label(token.index) == "PERSON" for token in doc.tokens)


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
