"""What the passages of a group share: the same sentence, the same quotation, or a fact retold."""

from collections.abc import Callable, Sequence, Set

from rapidfuzz.distance import Indel

from bias.alignment.event_passages import EventPassage
from bias.alignment.terms import word_terms
from bias.records import GroupKind, Voice, WireCopy
from bias.text import fold, word_spans

VERBATIM = 0.9
"""Least share of words in common order (Indel similarity) for the same sentence."""
VERBATIM_COPY = 0.75
"""The same between articles already known as copies of one wire text."""
QUOTED_SHARE = 0.5
"""Least share of the common terms that both passages quote, for a shared quotation."""

_Test = Callable[[EventPassage, EventPassage], bool]


def group_kind(members: Sequence[EventPassage], copies: Sequence[WireCopy]) -> GroupKind:
    """Return the first kind that holds between each outlet and some other outlet of a group."""
    tests: tuple[tuple[GroupKind, _Test], ...] = (
        (GroupKind.VERBATIM, lambda a, b: _copied(a, b, copies)),
        (GroupKind.SHARED_QUOTATION, _quote_alike),
        (GroupKind.VERBATIM, lambda a, b: _common_order(a, b) >= VERBATIM),
    )
    kinds = (kind for kind, test in tests if _holds_for_all(members, test))
    return next(kinds, GroupKind.RETELLING)


def _holds_for_all(members: Sequence[EventPassage], test: _Test) -> bool:
    outlets = {member.outlet for member in members}
    held: set[str] = set()
    for a in members:
        if a.outlet not in held and any(b.outlet != a.outlet and test(a, b) for b in members):
            held.add(a.outlet)
    return held == outlets


def _quote_alike(a: EventPassage, b: EventPassage) -> bool:
    said, every = _terms(a)
    also_said, others = _terms(b)
    common = every & others
    return len(said & also_said) >= QUOTED_SHARE * len(common) > 0


def _terms(passage: EventPassage) -> tuple[Set[str], Set[str]]:
    """Return the terms that a passage quotes, and all its terms."""
    quoted: set[str] = set()
    every: set[str] = set()
    spans = [(voice.start, voice.end) for voice in passage.voices if voice.voice is Voice.QUOTED]
    for start, end in word_spans(passage.text):
        keys = {term.key for term in word_terms(passage.text[start:end]) if term.key}
        every |= keys
        if any(left <= start < right for left, right in spans):
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
