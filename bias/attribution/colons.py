"""Cues that are marks: ``Ada Ray: “…”``, and in headlines ``Police: …`` and ``… – police``."""

from collections.abc import Sequence

from bias.attribution.found import Attribution, Source
from bias.attribution.scope import holds_verb, without_stop
from bias.attribution.sources import source_of
from bias.attribution.unit import Unit
from bias.language.token import Token
from bias.language.word_classes import word_class
from bias.people.lexis import is_title
from bias.records import Part

_JOINS_QUOTES = frozenset({",", "and", "or", "but"})


_MAX_LABEL = 4


_MIN_WORDS = 2


def by_colon(unit: Unit, i: int, found: Sequence[Attribution]) -> Attribution | None:
    """Read ``Ada Ray: “…”`` and ``She had one answer: “…”``."""
    if not unit.is_quote(i + 1):
        return _headline(unit, i) if i <= _MAX_LABEL else None
    if any(start <= i + 1 < end for other in found for start, end in other.contents):
        return None
    end = i + 2
    while unit.lower(end) in _JOINS_QUOTES and unit.is_quote(end + 1):
        end += 2
    contents = ((i + 1, end),)
    source = subject_before(unit, i)
    return Attribution(rule="colon", cue=(i, i + 1), source=source, contents=contents)


def by_dash(unit: Unit, i: int) -> Attribution | None:
    """Read the headline ``Thugs stormed the hall – police``."""
    rest = [unit.token(j) for j in range(i + 1, len(unit)) if unit.is_word(j)]
    if unit.doc.part is not Part.TITLE or i < _MIN_WORDS or len(rest) != len(unit) - i - 1:
        return None
    if not 0 < len(rest) <= _MAX_LABEL or not _may_say(unit, rest[-1]):
        return None
    source = Source(place=(i + 1, len(unit)), heads=(rest[-1].index,))
    return Attribution(rule="headline", cue=(i, i + 1), source=source, contents=((0, i),))


def _may_say(unit: Unit, token: Token) -> bool:
    """Tell ``police`` and a person's name from what else stands behind a dash."""
    if unit.doc.label(token.index) == "PERSON" and token.pos == "PROPN":
        return True
    lemma = token.lemma.lower()
    return lemma in word_class("title", "speaks", "plural", "evidence") or is_title(lemma)


def _headline(unit: Unit, i: int) -> Attribution | None:
    """Read ``Police: thugs stormed the hall``, not ``Merrow bridge: thugs stormed the hall``."""
    heads = [t for t in map(unit.token, range(i)) if unit.is_word(unit.place(t.index))]
    root = next((t for t in heads if t.dep == "ROOT"), None)
    if root is None or root.pos == "VERB" or any(t.pos == "DET" for t in heads):
        return None
    if not holds_verb(unit, (i + 1, len(unit))):
        return None
    person = unit.doc.label(root.index) == "PERSON"
    if not person and root.lemma.lower() not in word_class("title", "speaks", "plural", "evidence"):
        return None
    source = source_of(unit, root.index)
    contents = ((i + 1, without_stop(unit, len(unit))),)
    return Attribution(rule="headline", cue=(i, i + 1), source=source, contents=contents)


def subject_before(unit: Unit, i: int) -> Source | None:
    """Return the subject of the clause before a colon, or the noun that stands there alone."""
    start = next((j + 1 for j in range(i - 1, -1, -1) if unit.lower(j) == ";"), 0)
    alone = start > 0 and not holds_verb(unit, (start, i))
    for j in range(i - 1, start - 1, -1) if alone else range(start, i):
        if not unit.is_word(j):
            continue
        token = unit.token(j)
        first = j == start and unit.lower(i - 1) != ","
        if (
            alone
            or (first and token.pos == "PROPN" and unit.lower(j + 1) == ",")
            or token.dep in ("nsubj", "nsubjpass")
            or (token.dep == "ROOT" and token.pos == "PROPN")
        ):
            source = source_of(unit, token.index)
            if source is not None:
                return source
    return None
