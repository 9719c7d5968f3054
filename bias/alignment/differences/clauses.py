"""The content words of a passage, each with what governs it in its clause.

A word of denial ("not", "failed to") governs what stands behind it up to the first word of content;
a word of doubt ("if", "refused") all that stands behind it. Phrases are those of
``words/negation.csv``, the longest first, so that "not only" is no denial.
"""

import re
from collections.abc import Iterator, Sequence

import msgspec

from bias.alignment.terms.running_words import BREAK, RunningWord, folded_at, running_words
from bias.alignment.terms.terms import Term, word_terms
from bias.alignment.terms.word_lists import counting, negations
from bias.records import Record

LIGHT, PLAIN = 0.25, 0.5
"""Words up to the first weight are too empty to be denied, up to the second are passed over."""
_MOST_WORDS = 4
"""Words in a phrase of denial or doubt at the most."""
_COMMA = re.compile(r",(?!\d)")
_CARRIED = frozenset({"as", "that"})
"""Words that carry a doubt into the next clause: "denied that he resigned"."""


class Governed(Record, frozen=True, kw_only=True):
    """What governs the words that follow in a clause."""

    denier: str = ""
    """The phrase of denial as printed; empty without one."""
    doubted: bool = False
    """Behind a word of doubt or a condition, denied twice, or denied only up to a time."""
    mood: bool = False
    """Said of what may, should or could be."""
    about: frozenset[str] = frozenset()
    """Terms before in the clause."""


class Told(Record, frozen=True, kw_only=True):
    """One content word of a passage and how it is told."""

    word: RunningWord
    term: Term
    by: Governed
    known: bool
    """Behind "the" and the like."""


def told_words(text: str) -> Iterator[Told]:
    """Yield the content words of an English passage in reading order."""
    words = running_words(text)
    by = Governed()
    position = 0
    while position < len(words):
        kind, length = _kind(words, position)
        by = _begun(by, words[position], kind)
        if kind:
            by = _governed(by, words, (position, position + length), kind)
        else:
            told = list(_told(words, position, by))
            yield from told
            by = _behind(by, told)
        position += length


def _kind(words: Sequence[RunningWord], first: int) -> tuple[str, int]:
    """Return what the phrase that starts at a word does, and its length; longest first."""
    for length in range(min(_MOST_WORDS, len(words) - first), 0, -1):
        phrase = " ".join(word.folded for word in words[first : first + length])
        if phrase in negations():
            return negations()[phrase], length
    contracted = words[first].folded.endswith(("n't", "n’t"))
    return ("denies" if contracted else ""), 1


def _begun(by: Governed, word: RunningWord, kind: str) -> Governed:
    """Return what governs a word that may begin a clause."""
    if not _ends(word) and kind != "opens":
        return by
    return Governed(doubted=by.doubted and kind == "opens" and word.folded in _CARRIED)


def _ends(word: RunningWord) -> bool:
    return bool(BREAK.search(word.gap) or _COMMA.search(word.gap))


def _governed(
    by: Governed, words: Sequence[RunningWord], span: tuple[int, int], kind: str
) -> Governed:
    """Return what governs the words behind a phrase of denial, doubt or mood."""
    denies = kind == "denies"
    doubts = kind == "unsure" or (denies and (bool(by.denier) or _is_limited(words, span[1])))
    printed = " ".join(word.printed for word in words[slice(*span)])
    return msgspec.structs.replace(
        by,
        denier=printed if denies else by.denier,
        doubted=by.doubted or doubts,
        mood=by.mood or kind == "mood",
    )


def _is_limited(words: Sequence[RunningWord], behind: int) -> bool:
    """Say whether a denial holds up to a time or condition: "did not resign until Monday"."""
    for word in words[behind:]:
        if _ends(word):
            return False
        if negations().get(word.folded) == "limit":
            return True
    return False


def _told(words: Sequence[RunningWord], position: int, by: Governed) -> Iterator[Told]:
    word = words[position]
    known = folded_at(words, position - 1) in counting("whole")
    doubt = negations().get(word.folded) == "limit"
    for term in word_terms(word.printed):
        if term.key and not doubt:
            yield Told(word=word, term=term, by=by, known=known)


def _behind(by: Governed, told: Sequence[Told]) -> Governed:
    """Return what governs the words behind a content word: a denial is used up by it."""
    weights = [each.term.weight for each in told]
    if not weights:
        return by
    used = any(weight <= LIGHT or weight > PLAIN for weight in weights)
    adverb = told[0].word.folded.endswith("ly")
    about = by.about | {each.term.key for each in told if each.term.weight > LIGHT}
    denier = "" if used and not adverb else by.denier
    return msgspec.structs.replace(by, denier=denier, about=about)
