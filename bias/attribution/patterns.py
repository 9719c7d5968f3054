"""Cues that are no verbs: ``according to``, ``in Ray's view``, ``their claim that``, a colon."""

from collections.abc import Callable
from functools import cache

from bias.attribution.behind import words_before
from bias.attribution.found import Attribution, Source
from bias.attribution.nouns import by_adjective, by_noun
from bias.attribution.scope import DASHES, cut, object_end, scope_end, without_stop
from bias.attribution.sources import owner_of, source_of
from bias.attribution.unit import Range, Unit
from bias.language.lexis import frames, speech_nouns
from bias.language.token import Token
from bias.language.word_classes import word_class
from bias.people.lexis import noun_kind

_JUDGES = frozenset({"PERSON", "ORG", "NORP"})
_PAUSES = frozenset({",", ":", *DASHES})
_MAX_GAP = 8


def by_pattern(unit: Unit, i: int) -> Attribution | None:
    """Return the attribution of a cue that is no verb, ``None`` where there is none."""
    found = _BY_WORD.get(unit.lower(i))
    if found is not None:
        return found(unit, i)
    readers = (reader for words, reader in _by_class() if unit.lower(i) in words)
    return next((reader(unit, i) for reader in readers), None)


def _according_to(unit: Unit, i: int) -> Attribution | None:
    """Read ``According to Ray, …`` and ``…, according to Ray``."""
    if unit.lower(i + 1) != "to":
        return None
    source = _object_of(unit, i + 1)
    if source is not None:
        heads = {unit.doc.tokens[head].lemma.lower() for head in source.heads}
        if heads & word_class("accords"):
            return None  # the plan went according to the rules
    return _around(unit, "according-to", (i, i + 2), source)


def _hearsay(unit: Unit, i: int) -> Attribution | None:
    """Read ``reportedly fled``: somebody says so, and nobody is named."""
    contents = ((i + 1, object_end(unit, i + 1)),)
    return Attribution(rule="hearsay", cue=(i, i + 1), source=None, contents=contents)


def _object_of(unit: Unit, i: int) -> Source | None:
    """Return the noun phrase that a preposition governs."""
    head = next((k.index for k in unit.kids(unit.items[i].token) if k.dep == "pobj"), -1)
    return source_of(unit, head)


def _around(unit: Unit, rule: str, cue: Range, source: Source | None) -> Attribution | None:
    """Give the source the rest of the sentence around a phrase: before it, and behind a comma."""
    begin = cue[0]
    end = max(cue[1], source.place[1] if source else 0)
    while end < len(unit) and unit.lower(end) not in (",", ".", ";") and not unit.is_quote(end):
        end += 1
    if not begin and rule == "view" and end == without_stop(unit, len(unit)):
        end = max(cue[1], source.place[1] if source else 0)  # no comma behind the phrase
    governor = unit.doc.tokens[unit.token(begin).head]
    first = unit.reach(governor.index)[0] if 0 <= unit.place(governor.index) < begin else -1
    if governor.dep == "appos" and first >= 0:
        contents: tuple[Range, ...] = ((first, begin),)  # "a massacre according to survivors"
        return Attribution(rule=rule, cue=cue, source=source, contents=contents)
    inner = _clause_around(unit, end, governor)
    if begin and inner:
        return Attribution(rule=rule, cue=cue, source=source, contents=inner)
    contents = words_before(unit, begin) if begin else ()
    rest = end + (unit.lower(end) == ",")
    goes_on = not begin or unit.is_quote(rest) or unit.place(governor.index) > end
    goes_on = goes_on or _is_amid(unit, begin, end, governor)
    if rest < len(unit) and (not begin or rest > end) and goes_on:
        contents = (*contents, (rest, cut(unit, rest, without_stop(unit, len(unit)))))
    return Attribution(rule=rule, cue=cue, source=source, contents=contents)


def _clause_around(unit: Unit, end: int, verb: Token) -> tuple[Range, ...]:
    """Return the rest of the inner clause that a phrase stands in: ``who, in Ray's view, lie``."""
    clause = unit.doc.clause_at(verb.index)
    if clause is None or clause.kind not in ("relative", "adverbial") or unit.lower(end) != ",":
        return ()
    last = unit.reach(verb.index)[1] if unit.place(verb.index) > end else 0
    return ((end + 1, last),) if end + 1 < last else ()


def _is_amid(unit: Unit, begin: int, end: int, verb: Token) -> bool:
    """Tell whether a phrase between commas parts a copula from what it links: ``is, …, a sham``."""
    apart = unit.lower(begin - 1) == "," and unit.lower(end) == ","
    linked = (k for k in unit.kids(verb.index) if k.dep in ("attr", "acomp", "ccomp", "advmod"))
    return apart and verb.lemma == "be" and not any(unit.place(k.index) < begin for k in linked)


def _per(unit: Unit, i: int) -> Attribution | None:
    """Read ``per Ray`` and ``per two officials``, not ``per head`` or ``per cent``."""
    source = _object_of(unit, i)
    apart = i == 0 or (unit.lower(i - 1) == "," and not unit.items[i].capital)
    if source is None or not apart:
        return None
    return _around(unit, "per", (i, i + 1), source)


def _in_view(unit: Unit, i: int) -> Attribution | None:
    """Read ``in Ray's view``, ``in the eyes of Ray`` and ``in the words of Ray``."""
    low = max(-1, i - _MAX_GAP)
    begin = next((j for j in range(i - 1, low, -1) if unit.lower(j) == "in"), None)
    if begin is None or unit.token(i).head != unit.items[begin].token:
        return None
    is_of = unit.lower(i + 1) == "of" and unit.lower(i - 1) == "the"
    if unit.lower(i) == "eyes" and not is_of and begin:
        return None
    source = (
        _object_of(unit, i + 1) if is_of else source_of(unit, owner_of(unit, unit.items[i].token))
    )
    if source is None:
        return None
    cue = (begin, i + 2 if is_of else i + 1)
    if unit.lower(i) == "words":
        return _beside(unit, "words", cue, source, (begin, max(cue[1], source.place[1])))
    return _around(unit, "view", cue, source)


def _for_somebody(unit: Unit, i: int) -> Attribution | None:
    """Read ``For Ray, the plan is a sham`` and ``To Ray, …``: a judgement, not what befell her."""
    clause = unit.doc.clause_at(unit.token(i).head)
    source = _object_of(unit, i)
    if i or source is None or clause is None or unit.doc.tokens[clause.predicate].lemma != "be":
        return None
    end = source.place[1]
    judged = [unit.doc.tokens[k] for k in clause.objects if k > clause.predicate]
    if unit.lower(end) != "," or not all(_judges(unit, head) for head in source.heads):
        return None
    if clause.negated or clause.modal or not any(_is_judgement(unit, token) for token in judged):
        return None
    contents = ((end + 1, scope_end(unit, clause.predicate, end + 1)),)
    return Attribution(rule="for", cue=(0, 1), source=source, contents=contents)


def _judges(unit: Unit, head: int) -> bool:
    """Tell ``For Ray`` and ``For critics`` from ``For the city`` and ``For years``."""
    token = unit.doc.tokens[head]
    if token.pos == "PROPN":
        return unit.doc.label(head) in _JUDGES
    return noun_kind(token.lemma.lower()) in ("person", "group", "organisation")


def _is_judgement(unit: Unit, token: Token) -> bool:
    """Tell ``a sham`` and ``unfair`` from ``the first vote``, ``a setback`` and ``late``."""
    if token.pos == "ADJ":
        return token.lemma.lower() in word_class("judges")
    kids = [k.lower for k in unit.kids(token.index) if k.dep in ("det", "poss", "nummod", "amod")]
    plain = token.pos == "NOUN" and not (set(kids) - {"a", "an"}) & word_class("no_judgement")
    return plain and token.lemma.lower() not in word_class("befalls", "time", "measure_of_time")


def _in_poll(unit: Unit, i: int) -> Attribution | None:
    """Read ``In a poll of May, half of the voters …``."""
    token = unit.token(i)
    if token.dep != "pobj" or unit.lower(0) != "in" or unit.token(0).index != token.head:
        return None
    end = unit.reach(token.index)[1]
    source = source_of(unit, token.index)
    commas = (j for j in range(i, min(end + 3, len(unit))) if unit.lower(j) == ",")
    comma = next((j for j in commas if not _tells_when(unit, j + 1)), -1)
    if source is None or comma < 0:
        return None
    stop = without_stop(unit, len(unit))
    return Attribution(
        rule="poll", cue=(0, 1), source=source, contents=((comma + 1, cut(unit, comma + 1, stop)),)
    )


def _tells_when(unit: Unit, i: int) -> bool:
    """Tell ``In a poll, taken in May, half …`` from ``In a poll, half …``."""
    return unit.is_word(i) and unit.token(i).tag in ("VBN", "VBD") and unit.token(i).dep == "acl"


def _as_put(unit: Unit, i: int) -> Attribution | None:
    """Read ``as Ada Ray once put it``."""
    clause = unit.doc.clause_at(unit.items[i].token)
    source = source_of(unit, clause.subject) if clause is not None else None
    if source is None or unit.lower(source.place[0] - 1) != "as" or unit.lower(i + 1) != "it":
        return None
    return _beside(unit, "put-it", (i, i + 2), source, (source.place[0] - 1, i + 2))


def how_put(unit: Unit, i: int) -> Attribution | None:
    """Read ``“A sham” was how Ada Ray put it`` and ``… is what Ada Ray called the plan``."""
    token = unit.token(i)
    be = unit.doc.tokens[token.head]
    clause = unit.doc.clause_at(token.index)
    source = source_of(unit, clause.subject) if clause is not None else None
    at = unit.place(be.index)
    if (
        source is None
        or be.lemma != "be"
        or unit.lower(i + 1) not in ("it", "this", "that", "them", "him", "her", "the")
    ):
        return None
    frame = frames().get(token.lemma.lower())
    names = frame is not None and "name" in frame.frames and unit.lower(at + 1) == "what"
    put = unit.lower(at + 1) == "how" and unit.lower(i + 1) != "the"
    if not (names or put) or source.place[0] != at + 2 or at < 1:
        return None
    before = at - (unit.lower(at - 1) == ",")
    if not unit.is_quote(before - 1) and unit.token(before - 1).pos in ("PRON", "DET"):
        return None  # "This was how Ada Ray put it"
    contents = words_before(unit, before)
    return Attribution(rule="put-it", cue=(at, i + 2), source=source, contents=contents)


def _beside(unit: Unit, rule: str, cue: Range, source: Source, phrase: Range) -> Attribution | None:
    """Return the words beside a phrase that stands apart: what is quoted there, else a clause."""
    begin, end = phrase
    behind = end + (unit.lower(end) in _PAUSES)
    before = begin - (unit.lower(begin - 1) in _PAUSES)
    quoted = [
        j for j in (before - 1, behind, behind + (unit.lower(behind) == "that")) if unit.is_quote(j)
    ]
    contents: tuple[Range, ...] = tuple((j, j + 1) for j in quoted)
    if not quoted and unit.lower(end) in {"", ".", ")", *_PAUSES}:
        contents = _clause_beside(unit, begin, behind)
    return Attribution(rule=rule, cue=cue, source=source, contents=contents) if contents else None


def _clause_beside(unit: Unit, begin: int, behind: int) -> tuple[Range, ...]:
    stop = without_stop(unit, len(unit))
    rest = ((behind, cut(unit, behind, stop)),) if behind < stop else ()
    if not begin:
        return rest
    if unit.lower(begin - 1) not in _PAUSES:
        return ()
    resumes = unit.lower(behind - 1) in _PAUSES
    resumes = resumes and unit.lower(behind) not in word_class("resumes_own")
    return (*words_before(unit, begin), *(rest if resumes else ()))


Reader = Callable[[Unit, int], Attribution | None]
_BY_WORD: dict[str, Reader] = {
    "according": _according_to,
    "for": _for_somebody,
    "to": _for_somebody,
    "per": _per,
    "put": _as_put,
    "puts": _as_put,
    "sees": _as_put,
    "saw": _as_put,
    "tells": _as_put,
}


@cache
def _by_class() -> tuple[tuple[frozenset[str], Reader], ...]:
    return (
        (word_class("view"), _in_view),
        (frozenset({"poll", "survey"}), _in_poll),
        (speech_nouns(), by_noun),
        (word_class("sure"), by_adjective),
        (word_class("hearsay"), _hearsay),
    )
