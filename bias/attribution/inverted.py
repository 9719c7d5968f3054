"""Cues whose verb stands before who speaks: ``…, said Ada Ray`` and ``…, say her foes, …``."""

from bias.attribution.behind import ends_words, resumed, words_before
from bias.attribution.found import Attribution, Source
from bias.attribution.scope import FINITE, behind_dash, cut, holds_verb, without_stop
from bias.attribution.sources import can_speak, source_of
from bias.attribution.unit import Range, Unit
from bias.language.lexis import Frame
from bias.language.token import Token
from bias.language.word_classes import word_class


def inverted(unit: Unit, i: int, frame: Frame) -> Attribution | None:
    """Read ``…, said Ada Ray``, ``“…” says the mayor`` and, at the beginning, ``Said Ray: …``."""
    if "behind" not in frame.frames or "told" in frame.frames:
        return None
    if i and not ends_words(unit, i - 1):
        return None
    if unit.token(i).tag == "VBG" or (unit.token(i).tag == "VB" and not unit.is_quote(i - 1)):
        return None
    source = _speaker_behind(unit, i)
    if source is None:
        return None
    end = source.place[1]
    contents = words_before(unit, i) if i else _after_colon(unit, end)
    contents = (*contents, *(_main_behind(unit, i, end) if i else ()))
    if i and unit.lower(end) == "," and unit.is_quote(end + 1):
        contents = (*contents, (end + 1, end + 2))
    return Attribution(rule="behind", cue=(i, i + 1), source=source, contents=contents)


def _main_behind(unit: Unit, i: int, end: int) -> tuple[Range, ...]:
    """Return the rest of the clause that ``said Ada Ray, the mayor,`` interrupts."""
    token = unit.token(i)
    head = unit.place(token.head)
    if _goes_on(unit, i, end) and not any(map(unit.is_quote, range(i))):
        return ((end + 1, cut(unit, end + 1, without_stop(unit, len(unit)))),)
    if token.dep not in ("parataxis", "ccomp", "advcl", "conj") or head < end:
        return ()
    comma = next((j for j in range(head, end, -1) if unit.lower(j) == ","), -1)
    comma = unit.lower(end) == "," and comma < 0 and end or comma
    return resumed(unit, i, comma) if comma >= 0 else ()


def _speaker_behind(unit: Unit, i: int) -> Source | None:
    """Return who speaks right behind a verb, where it is not what is said."""
    token = unit.token(i)
    beside_quote = unit.is_quote(i - 1)
    kids = list(unit.kids(token.index))
    head = _nominal_behind(unit, i + 1)
    if head < 0:
        return None
    if unit.doc.tokens[head].lower in word_class("person_pronoun") and not beside_quote:
        return None
    source = source_of(unit, head)
    before = [k for k in kids if k.dep.startswith("nsubj") and k.index < token.index]
    stands_amid = source is not None and _goes_on(unit, i, source.place[1])
    if not beside_quote and not stands_amid and any(_acts(unit, i, k) for k in before):
        return None
    if source is None or source.place[0] != i + 1 and not _near(unit, i, source.place):
        return None
    if (beside_quote and not _opens_clause(unit, i, head)) or _closes(unit, source.place[1]):
        return source
    return None


def _goes_on(unit: Unit, i: int, end: int) -> bool:
    """Tell ``The dockers, say police, stormed the hall`` from ``The mayor, Ray, says nothing``."""
    apart = unit.lower(i - 1) == "," and unit.lower(end) == ","
    return apart and unit.is_word(end + 1) and unit.token(end + 1).tag in FINITE


def _acts(unit: Unit, i: int, subject: Token) -> bool:
    """Tell who a verb agrees with from the subject of the clause around ``, say her foes –``."""
    place = unit.place(subject.index)
    if behind_dash(unit, i) > place:
        return False
    several = any(k.dep == "conj" for k in unit.kids(subject.index))
    plural = several or subject.tag in ("NNS", "NNPS")
    apart = unit.lower(i - 1) == "," and subject.pos in ("NOUN", "PROPN")
    agrees = {"VBP": plural, "VBZ": not plural}.get(unit.token(i).tag, True)
    return agrees or not apart


def _opens_clause(unit: Unit, i: int, head: int) -> bool:
    """Tell ``citing “a win”, said the man could …`` from ``“A win,” said the man``."""
    kids = unit.kids(unit.items[i].token)
    inner = unit.doc.text[unit.items[i - 1].end - 2 : unit.items[i - 1].end]
    ended = any(mark in inner for mark in ",.!?…-–—")
    ended = ended and unit.doc.tokens[head].lower not in word_class("person_pronoun")
    return not ended and any(k.dep == "ccomp" and k.index > head for k in kids)


def _near(unit: Unit, i: int, place: Range) -> bool:
    """Tell whether only a role or a bracket stands between a verb and the name behind it."""
    return i < place[0] and not holds_verb(unit, (i + 1, place[0]))


def _nominal_behind(unit: Unit, i: int) -> int:
    """Return the head of the noun phrase that begins at an item, -1 for none."""
    if not unit.is_word(i) or unit.lower(i) in word_class("preposition", "time"):
        return -1
    first = unit.items[i].token
    chunk = unit.doc.chunk_from(first)
    if chunk is not None:
        return chunk.head
    token = unit.token(i)
    acting = (k for k in unit.kids(unit.items[i - 1].token) if k.dep == "nsubj")
    parsed = next((k.index for k in acting if unit.reach(k.index)[0] == i), -1)
    if parsed >= 0:
        return parsed
    return first if token.lower in word_class("pronoun") and can_speak(unit, token) else -1


def _closes(unit: Unit, end: int) -> bool:
    if end >= len(unit) or unit.items[end].kind == "mark":
        return True
    return unit.lower(end) in word_class("preposition") or unit.lower(end) == "who"


def _after_colon(unit: Unit, end: int) -> tuple[Range, ...]:
    if unit.lower(end) not in (":", ","):
        return ()
    return ((end + 1, len(unit)),) if end + 1 < len(unit) else ()
