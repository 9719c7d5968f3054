"""What a passage denies and what it affirms, word by word: "has not resigned" denies "resigned".

What is in doubt is neither denied nor affirmed, so "did not accept the offer" and "rejected a call
to accept the offer" tell the same.
"""

import re
from functools import cache, lru_cache

from bias.alignment.differences.clauses import PLAIN, Told, told_words
from bias.alignment.terms.word_lists import negations
from bias.languages import DEFAULT
from bias.records import Record


class Denied(Record, frozen=True, kw_only=True):
    """One word that a passage denies."""

    key: str
    printed: str
    mood: bool
    """Said of what may, should or could be."""
    about: frozenset[str]
    """Terms before it in its clause: who or what does not."""
    absent: bool
    """Denied with "no": there is none."""


class Stance(Record, frozen=True, kw_only=True):
    """What one passage denies and what it affirms."""

    keys: frozenset[str]
    """All its terms."""
    denied: tuple[Denied, ...]
    affirmed: frozenset[tuple[str, bool]]
    """Terms told as so, each with its mood; none of them denied or in doubt anywhere."""
    known: frozenset[str]
    """Terms behind "the" and the like: that there is one is not what is told."""


@lru_cache(maxsize=8_192)
def is_denying(text: str) -> bool:
    """Say whether a text holds any word of denial, at little cost."""
    return bool(_denying().search(text))


@lru_cache(maxsize=8_192)
def read_stance(text: str, language: str = DEFAULT) -> Stance:
    """Return what a text denies and affirms; nothing in a language without word lists.

    >>> [each.printed for each in read_stance("The mayor has not yet resigned.").denied]
    ['resigned']
    """
    told = list(told_words(text)) if language == DEFAULT else []
    unsure = {each.term.key for each in told if each.by.doubted or each.by.denier}
    return Stance(
        keys=frozenset(each.term.key for each in told),
        denied=tuple(_denied(each) for each in told if _is_denied(each)),
        affirmed=frozenset((t.term.key, t.by.mood) for t in told if t.term.key not in unsure),
        known=frozenset(each.term.key for each in told if each.known),
    )


def denied_word(a: Stance, b: Stance) -> Denied | None:
    """Return the first word that one passage denies and the other affirms of the same thing."""
    affirmed = {key for key, _ in a.affirmed}
    found = (
        denied
        for denied in a.denied
        if (denied.key, denied.mood) in b.affirmed
        and denied.key not in affirmed
        and (not denied.about or denied.about & b.keys)
        and not (denied.absent and denied.key in b.known)
    )
    return next(found, None)


def _is_denied(told: Told) -> bool:
    """Say whether a word is denied and tells enough; names and numbers are put for others."""
    name = told.term.capital and told.by.denier[:1].islower()
    adverb = told.word.folded.endswith("ly")
    plain = told.term.weight > PLAIN and not told.term.key[0].isdigit()
    return bool(told.by.denier) and not told.by.doubted and plain and not name and not adverb


def _denied(told: Told) -> Denied:
    return Denied(
        key=told.term.key,
        printed=told.word.printed,
        mood=told.by.mood,
        about=told.by.about,
        absent=told.by.denier.casefold() == "no",
    )


@cache
def _denying() -> re.Pattern[str]:
    phrases = "|".join(phrase for phrase, kind in negations().items() if kind == "denies")
    return re.compile(rf"n['’]t\b|\b(?:{phrases})\b", re.IGNORECASE)
