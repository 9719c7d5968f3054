"""What the passages of a group share: the same sentence, the same quotation, or a fact retold."""

from collections.abc import Callable, Sequence, Set

from rapidfuzz.distance import Indel

from bias.alignment.event_passages import EventPassage, covered
from bias.alignment.terms import word_terms
from bias.records import GroupKind, WireCopy
from bias.text import fold, word_spans

VERBATIM = 0.9
"""Least share of words in common order (Indel similarity) for the same sentence."""
VERBATIM_COPY = 0.75
"""The same between articles already known as copies of one wire text."""
QUOTED_SHARE = 0.5
"""Least share of the common terms that both passages quote, for a shared quotation."""


def group_kind(members: Sequence[EventPassage], copies: Sequence[WireCopy]) -> GroupKind:
    """Return the first kind that holds for every member and some other member."""
    tests: tuple[tuple[GroupKind, Callable[[EventPassage, EventPassage], bool]], ...] = (
        (GroupKind.VERBATIM, lambda a, b: _copied(a, b, copies)),
        (GroupKind.SHARED_QUOTATION, _quote),
        (GroupKind.VERBATIM, lambda a, b: _common_order(a, b) >= VERBATIM),
    )
    for kind, holds in tests:
        if all(any(holds(a, b) for b in members if b is not a) for a in members):
            return kind
    return GroupKind.RETELLING


def _quote(a: EventPassage, b: EventPassage) -> bool:
    said, all_of_a = _terms(a)
    also_said, all_of_b = _terms(b)
    common = all_of_a & all_of_b
    return len(said & also_said) >= QUOTED_SHARE * len(common) > 0


def _terms(passage: EventPassage) -> tuple[Set[str], Set[str]]:
    """Return the terms that a passage quotes, and all its terms."""
    quoted, every = set(), set()
    for start, end in word_spans(passage.text):
        keys = {term.key for term in word_terms(passage.text[start:end]) if term.key}
        every |= keys
        if covered(start, end, passage.quoted):
            quoted |= keys
    return quoted, every


def _copied(a: EventPassage, b: EventPassage, copies: Sequence[WireCopy]) -> bool:
    pair = {a.ref.article, b.ref.article}
    known = any(pair <= set(copy.articles) for copy in copies)
    return known and _common_order(a, b) >= VERBATIM_COPY


def _common_order(a: EventPassage, b: EventPassage) -> float:
    return Indel.normalized_similarity(_words(a.text), _words(b.text))


def _words(text: str) -> list[str]:
    return [fold(text[start:end]) for start, end in word_spans(text)]
