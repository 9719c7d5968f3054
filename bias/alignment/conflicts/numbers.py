"""Two numbers or years for one thing in passages that tell the same.

A clash needs the same counted word in both passages, once in each; where one number is only a
rounder form of the other, or stands behind a word like "about" or "at least", nothing is said.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from bias.alignment.conflicts.shares import is_share
from bias.alignment.conflicts.texts import ReadText
from bias.alignment.terms.numbers import number_value
from bias.language.document import Document
from bias.language.token import Token
from bias.records import Conflict, ConflictKind, Passage, PassageGroup, PassageRef
from bias.text import fold

SURE = 0.85
"""Share of such conflicts that held where people checked them."""
_LEAST_SHARED = 3
"""Lemmas of content that both passages must hold beside the counted word."""
_VAGUE = frozenset(
    {
        "about", "around", "some", "nearly", "almost", "roughly", "approximately", "over", "least",
        "most", "than", "up", "to", "under", "estimated", "more", "close", "dozens",
        "another", "other", "first", "last", "next", "between", "or", "and",
    }
)  # fmt: skip
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
_UNITS = frozenset(
    {"percent", "%", "year", "old", "hour", "minute", "day", "week", "month", "p.m."}
)
_FIRST_YEAR, _LAST_YEAR = 1900, 2099


class _Count(NamedTuple):
    """One number in a passage and what it counts."""

    what: str
    value: float
    span: tuple[int, int]
    year: bool


def number_conflicts(
    groups: Sequence[PassageGroup], texts: Sequence[ReadText]
) -> Iterator[Conflict]:
    """Yield where passages that were joined give other numbers for the same counted word."""
    by_article = {text.article.id: text for text in texts}
    passages = {
        PassageRef(article=p.article, index=p.index): p
        for text in texts
        for p in text.voiced.passages
        if p.part is text.document.part
    }
    joined = {(join.a, join.b) for group in groups for join in group.joins}
    for a, b in sorted(joined):
        if a in passages and b in passages:
            yield from _between(a, b, by_article, passages)


def _between(
    a: PassageRef,
    b: PassageRef,
    texts: Mapping[str, ReadText],
    passages: Mapping[PassageRef, Passage],
) -> Iterator[Conflict]:
    left, right = (_tokens(texts[ref.article], passages[ref]) for ref in (a, b))
    ours, theirs = _counts(left, texts[a.article]), _counts(right, texts[b.article])
    shared = {t.lemma.lower() for t in left if t.pos in _CONTENT} & {
        t.lemma.lower() for t in right if t.pos in _CONTENT
    }
    for what, one in ours.items():
        other = theirs.get(what)
        if other is None or not _clash(one, other) or len(shared - {what}) < _LEAST_SHARED:
            continue
        if is_share(_printed(a, b, texts, passages), one.value, other.value):
            continue
        yield Conflict(
            kind=ConflictKind.DATE if one.year else ConflictKind.NUMBER,
            a=a,
            b=b,
            span_a=one.span,
            span_b=other.span,
            what=what,
            confidence=SURE,
        )


def _printed(
    a: PassageRef,
    b: PassageRef,
    texts: Mapping[str, ReadText],
    passages: Mapping[PassageRef, Passage],
) -> list[str]:
    """Return the words of two passages."""
    spans = ((texts[ref.article].document.text, passages[ref]) for ref in (a, b))
    return [text[passage.start : passage.end] for text, passage in spans]


def _tokens(text: ReadText, passage: Passage) -> tuple[Token, ...]:
    return text.document.tokens_in(passage.start, passage.end)


def _counts(tokens: Sequence[Token], text: ReadText) -> dict[str, _Count]:
    """Return what is counted exactly once in a passage, by the lemma of the counted word."""
    found: dict[str, list[_Count]] = {}
    for token in tokens:
        count = _count(token, text)
        if count is not None:
            found.setdefault(count.what, []).append(count)
    return {what: counts[0] for what, counts in found.items() if len(counts) == 1}


def _count(token: Token, text: ReadText) -> _Count | None:
    document = text.document
    start = _first(token, document)
    number = _value(document.text[start : token.end]) if token.pos == "NUM" else None
    if number is None or document.quotation_at(token.start) is not None:
        return None
    ahead = document.token_range(start, start)[0]
    before = [t.lower for t in document.tokens[max(0, ahead - 2) : ahead]]
    if any(word in _VAGUE for word in before) or _is_split(document, ahead, token.index):
        return None
    head = document.tokens[token.head]
    if _FIRST_YEAR <= number <= _LAST_YEAR and head.dep == "prep":
        governor = document.tokens[head.head]
        return _Count(governor.lemma.lower(), number, (start, token.end), year=True)
    following = document.tokens[token.index + 1 : token.index + 3]
    if [t.text for t in following[:1]] == ["-"] and len(following) > 1:
        head = following[1]
    elif token.dep not in ("nummod", "compound") or head.pos not in ("NOUN",):
        return None
    lemma = head.lemma.lower()
    return None if lemma in _UNITS else _Count(lemma, number, (start, token.end), year=False)


def _first(token: Token, document: Document) -> int:
    """Return where a number begins that ends with a token: "1.5 million" is one."""
    before = document.tokens[token.index - 1] if token.index else token
    return before.start if before.pos == "NUM" and before.head == token.index else token.start


def _value(printed: str) -> float | None:
    value = number_value(fold(printed))
    return None if value is None else float(value)


def _is_split(document: Document, first: int, last: int) -> bool:
    """Tell whether a number goes on in the next token or began in the one before: ``816 000``."""
    tokens = document.tokens
    beside = (*tokens[max(0, first - 1) : first], *tokens[last + 1 : last + 2])
    return any(other.text[0].isdigit() for other in beside)


def _clash(a: _Count, b: _Count) -> bool:
    if a.year is not b.year or a.value == b.value:
        return False
    if a.year:
        return True
    return not are_rounded(a.value, b.value)


def are_rounded(a: float, b: float) -> bool:
    """Tell whether two numbers are equal, or one is the other with fewer figures.

    >>> are_rounded(1_600_000, 1_584_000), are_rounded(1_500_000, 1_600_000), are_rounded(47, 48)
    (True, False, False)
    """
    return any(_shortened(one, _figures(other)) == other for one, other in ((a, b), (b, a)))


def _figures(value: float) -> int:
    """Return how many figures a number is given with, noughts at its end left out."""
    return max(1, len(f"{value:.6f}".replace(".", "").strip("0")))


def _shortened(value: float, figures: int) -> float:
    return float(f"{value:.{figures - 1}e}")
