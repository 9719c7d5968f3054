"""What stands around a hit and may cancel it: neighbours, domains, proper names, negation."""

import re

from bias.language.document import Document
from bias.language.word_classes import word_class
from bias.languages import DEFAULT
from bias.records import Part, Passage
from bias.wording.matcher import Guarded, Hit
from bias.wording.patterns import is_part, stands_after, stands_before

_NEGATION_REACH = 4  # words: "did not do anything desperate" is as far as it was seen to reach
_LONGEST_WORD = 16
_BREAK = re.compile(r"[^\w\s'’‘\-‐‑]|\n")
_OPENERS = " \t\n\"'“‘«([—–-:•*"
_CLOSERS = " \t\n\"'”’)]"
_HEADLINE_SHARE = 0.75
_CAPITALISABLE = re.compile(r"[^\W\d_]{4,}")
_SHOUTED = 3
# Characters that are looked at: beyond them no text makes a hit cost more than the one before.
_NEAR, _LONGEST_LINE = 80, 500


def is_whole(text: str, hit: Hit) -> bool:
    """Return whether a hit is made of whole words of one clause.

    A phrase does not run over a comma or a line, and the "won" of "won't" is no word.
    """
    if hit.entry.phrase and _BREAK.search(text, hit.start, hit.end):
        return False
    return text[hit.end : hit.end + 2] not in ("'t", "’t")


def choose_cue(
    padded: str, document: Document, hit: Hit, domains: frozenset[str]
) -> Guarded | None:
    """Return the first cue of a hit that its neighbours, its sentence and its parse let stand.

    Where a row has the very form as its term ("crippling"), it decides for the rows that only
    derive it ("cripple"): what it spares is spared.
    """
    for guarded in hit.entry.cues[: 1 if hit.entry.exact else None]:
        cancelled = not guarded.domains.isdisjoint(domains) or (
            _has_neighbour(padded, guarded, hit) or _is_cancelled(document, guarded, hit)
        )
        if not cancelled:
            return guarded
    return None


def _has_neighbour(padded: str, guarded: Guarded, hit: Hit) -> bool:
    """Return whether one of the words or phrases that cancel a cue stands beside a hit."""
    after, before = hit.end + 1, hit.start + 1
    return padded.startswith(guarded.not_before, after) or padded.endswith(
        guarded.not_after, 0, before
    )


def _is_cancelled(document: Document, guarded: Guarded, hit: Hit) -> bool:
    """Return whether the annotated text cancels a cue: other words beside it, or another sense."""
    only_as = guarded.cue.only_as
    return (
        stands_before(guarded.patterns_before, document, hit.end)
        or stands_after(guarded.patterns_after, document, hit.start)
        or bool(only_as and not is_part(only_as, document, hit.start, hit.end))
    )


def is_name(text: str, start: int, end: int, passage: Passage) -> bool:
    """Return whether a capital inside a sentence makes the words a proper name.

    "The Liberal leader" names a party, "Storm Ana" a storm. Words shouted in capitals are no
    names, nor is what begins a sentence, a quotation or the part after a colon; in a headline
    that capitalises its words a capital says nothing.
    """
    if not text[start].isupper():
        return False
    words = text[start:end]
    if words.isupper() and len(words) > _SHOUTED:
        return False
    if start == passage.start or text[start - 1] in "\"'“‘«([—–:":
        return False
    before = text[max(passage.start, start - _NEAR) : start]
    if not before.strip(_OPENERS) or before.rstrip(" “‘\"'").endswith((":", "—", "–", "?", "!")):
        return False
    return not is_headline(text, passage)


def is_headline(text: str, passage: Passage) -> bool:
    """Return whether a passage capitalises its words as headlines and headings do.

    A sentence of the body that ends with a full stop only names many: "They are Ada Ray and Ben
    Ode of Orlo."
    """
    line = text[passage.start : min(passage.end, passage.start + _LONGEST_LINE)]
    if passage.part is not Part.TITLE and text[passage.start : passage.end].rstrip(
        _CLOSERS
    ).endswith("."):
        return False
    return capitalises_words(line)


def capitalises_words(sentence: str) -> bool:
    """Return whether the words after the first one mostly begin with a capital, as in headlines."""
    found: list[str] = _CAPITALISABLE.findall(sentence, 0, _LONGEST_LINE)[1:]
    capitals = sum(word[0].isupper() for word in found)
    return capitals >= _HEADLINE_SHARE * len(found)


def is_negated(padded: str, start: int, language: str = DEFAULT) -> bool:
    """Return whether a negation stands within four words before a hit ("was no massacre")."""
    words = padded[max(0, start + 1 - _NEGATION_REACH * _LONGEST_WORD) : start + 1].split()
    near = words[-_NEGATION_REACH:]
    return not word_class("negates", language=language).isdisjoint(near)
