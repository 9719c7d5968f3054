"""The same quotation in two passages, however much else they tell around it."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from bias.alignment.candidates import Pair
from bias.alignment.event_passages import EventPassage
from bias.alignment.similarity import CUTOFF
from bias.alignment.terms.number_spans import term_spans
from bias.alignment.terms.terms import word_terms
from bias.languages import DEFAULT
from bias.records import Voice

LEAST_TERMS = 3
"""Fewer common terms in quotation marks may be a shared name or a slogan."""
LEAST_SHARE = 0.8
"""Least share of the shorter quotation that stands in the longer one too."""


def quoted_terms(passage: EventPassage, language: str = DEFAULT) -> frozenset[str]:
    """Return the terms of a passage that stand in quotation marks."""
    spans = [(voice.start, voice.end) for voice in passage.voices if voice.voice is Voice.QUOTED]
    if not spans:
        return frozenset()
    return frozenset(
        term.key
        for start, end in term_spans(passage.text)
        if any(left <= start < right for left, right in spans)
        for term in word_terms(passage.text[start:end], language)
        if term.key
    )


def same_quotation(a: frozenset[str], b: frozenset[str]) -> bool:
    """Say whether one passage quotes what the other quotes, or all but a few words of it."""
    shared = len(a & b)
    return shared >= LEAST_TERMS and shared >= LEAST_SHARE * min(len(a), len(b))


def join_quotations(
    pairs: Iterable[Pair], passages: Sequence[EventPassage], language: str = DEFAULT
) -> Iterator[Pair]:
    """Yield the pairs, those with one quotation at least as similar as what tells the same thing.

    What stands around a quotation (who spoke, where, as what) differs between outlets so much that
    the two sentences may look unlike each other.
    """
    quoted = [quoted_terms(passage, language) for passage in passages]
    for pair in pairs:
        if pair.similarity < CUTOFF and same_quotation(quoted[pair.a], quoted[pair.b]):
            yield msgspec.structs.replace(pair, similarity=CUTOFF)
        else:
            yield pair
