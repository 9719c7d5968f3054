"""What the passages of a group share: the same sentence, the same quotation, or a fact retold."""

from collections.abc import Callable, Sequence

from rapidfuzz.distance import Indel

from bias.alignment.differences.replacements import Stretch
from bias.alignment.differences.stretches import compare_tokens
from bias.alignment.event_passages import EventPassage
from bias.alignment.quotations import quoted_terms
from bias.alignment.terms.number_spans import term_spans
from bias.alignment.terms.terms import word_terms
from bias.alignment.terms.tokens import has_content, read_tokens
from bias.languages import DEFAULT
from bias.records import GroupKind, Record, WireCopy

VERBATIM = 0.9
"""Least share of words in common order (Indel similarity) for the same sentence.

A word of content or a number put for another makes it a retelling, however long the sentence.
"""
VERBATIM_COPY = 0.75
"""The same between articles already known as copies of one wire text."""
QUOTED_SHARE = 0.5
"""Least share of the common terms that both passages quote, for a shared quotation."""


class _Said(Record, frozen=True, kw_only=True):
    """One passage as this module compares it."""

    outlet: str
    article: str
    text: str
    words: tuple[str, ...]
    """In lower case, in order."""
    terms: frozenset[str]
    quoted: frozenset[str]
    """Terms that stand in quotation marks."""


_Test = Callable[[_Said, _Said], bool]


def group_kind(
    members: Sequence[EventPassage],
    copies: Sequence[WireCopy],
    language: str = DEFAULT,
    *,
    denied: bool = False,
) -> GroupKind:
    """Return the first kind that holds between each outlet and some other outlet of a group.

    Where some members deny what others affirm (``denied``), the group is never verbatim.
    """
    said = [_said(member, language) for member in members]
    tests: tuple[tuple[GroupKind, _Test], ...] = (
        (GroupKind.VERBATIM, lambda a, b: _copied(a, b, copies)),
        (GroupKind.SHARED_QUOTATION, _quote_alike),
        (GroupKind.VERBATIM, lambda a, b: _same_sentence(a, b, language)),
    )
    possible = [(k, test) for k, test in tests if not (denied and k is GroupKind.VERBATIM)]
    kinds = (kind for kind, test in possible if _holds_for_all(said, test))
    return next(kinds, GroupKind.RETELLING)


def _holds_for_all(members: Sequence[_Said], test: _Test) -> bool:
    outlets = {member.outlet for member in members}
    return all(
        any(
            test(a, b)
            for a in members
            for b in members
            if a.outlet == outlet and b.outlet != outlet
        )
        for outlet in sorted(outlets)
    )


def _said(passage: EventPassage, language: str) -> _Said:
    words = [passage.text[start:end] for start, end in term_spans(passage.text)]
    terms = (term.key for word in words for term in word_terms(word, language))
    return _Said(
        outlet=passage.outlet,
        article=passage.ref.article,
        text=passage.text,
        words=tuple(word.casefold().replace("’", "'") for word in words),
        terms=frozenset(filter(None, terms)),
        quoted=quoted_terms(passage, language),
    )


def _quote_alike(a: _Said, b: _Said) -> bool:
    return len(a.quoted & b.quoted) >= QUOTED_SHARE * len(a.terms & b.terms) > 0


def _copied(a: _Said, b: _Said, copies: Sequence[WireCopy]) -> bool:
    known = any({a.article, b.article} <= set(copy.articles) for copy in copies)
    return known and _common_order(a, b) >= VERBATIM_COPY


def _same_sentence(a: _Said, b: _Said, language: str) -> bool:
    """Say whether two passages are one sentence, no word of content or number exchanged."""
    if _common_order(a, b) < VERBATIM:
        return False
    stretches = compare_tokens(read_tokens(a.text, language), read_tokens(b.text, language))
    differing = [stretch for stretch in stretches if stretch.kind != "same"]
    numbers = any(token.word.number for each in differing for token in each.a + each.b)
    return not numbers and not any(map(_exchanges, stretches, [*stretches[1:], stretches[0]]))


def _exchanges(stretch: Stretch, following: Stretch) -> bool:
    """Say whether content stands in place of other content, perhaps of another shape."""
    if stretch.kind == "replaced":
        return has_content(stretch.a) and has_content(stretch.b)
    apart = (stretch.kind, following.kind) == ("only_a", "only_b")
    return apart and has_content(stretch.a) and has_content(following.b)


def _common_order(a: _Said, b: _Said) -> float:
    return Indel.normalized_similarity(a.words, b.words)
