"""Finds what somebody wants, asks for, backs or rejects, where the outlet words it.

In ``Ada Ray wants to crush the mob`` the wish is hers and the word may be either's: it stays the
outlet's own voice, and only what stands in quotation marks there is hers.
"""

from collections.abc import Iterator

from bias.attribution.found import Attribution
from bias.attribution.joined import joined_clause
from bias.attribution.scope import behind_joint, object_end, scope_end
from bias.attribution.sources import agent_start, is_passive, owner_of, source_of, subject_of
from bias.attribution.unit import Range, Unit
from bias.language.lexis import frames, stances
from bias.language.token import Token

_OBJECTS = frozenset({"dobj", "dative", "oprd"})
_CLAUSES = frozenset({"xcomp", "ccomp", "advcl", "acl"})
_RULES = {"VERB": "stance", "NOUN": "stance-noun", "ADJ": "stance-adjective"}


def by_stance(unit: Unit, i: int) -> Attribution | None:
    """Return whose stance a word tells and what it is about, ``None`` where it tells none."""
    token = unit.token(i)
    takes = stances().get((token.lemma.lower(), token.pos), frozenset())
    contents = (*_about(unit, token, takes), *_quoted(unit, token))
    if not contents:
        return None
    return Attribution(
        rule=_RULES[token.pos],
        cue=(i, i + 1),
        source=source_of(unit, _holder(unit, token)),
        contents=contents,
        tells=False,
        own_words=True,
    )


def _about(unit: Unit, token: Token, takes: frozenset[str]) -> tuple[Range, ...]:
    """Return the stretch from the first to the last of what follows a word that it takes."""
    at = unit.place(token.index)
    kids = (kid for kid in unit.kids(token.index) if unit.place(kid.index) > at)
    passive = is_passive(unit, token.index)  # the object of "branded a sham by critics" is a name
    kinds = takes - {"object"} if passive else takes
    reaches = [unit.reach(kid.index) for kid in kids if _kind(unit, kid) in kinds]
    if not reaches:
        return ()
    start = max(at + 1, min(first for first, _ in reaches))
    end = min(max(last for _, last in reaches), scope_end(unit, token.index, start))
    end = behind_joint(unit, joined_clause(unit, start, end)) if "object" in kinds else end
    end = min(end, agent_start(unit, at, start))
    return ((start, end),) if start < end else ()


def _quoted(unit: Unit, token: Token) -> Iterator[Range]:
    """Yield the quotations within what may be the object of a verb."""
    frame = frames().get(token.lemma.lower()) if token.pos == "VERB" else None
    if frame is None or "quotation" not in frame.frames:
        return
    start = unit.place(token.index) + 1
    end = min(scope_end(unit, token.index, start), object_end(unit, start))
    yield from (
        (j, j + 1) for j in range(start, end + 2 * ("behind" in frame.frames)) if unit.is_quote(j)
    )


def _kind(unit: Unit, kid: Token) -> str:
    """Return what a word is to the one before it, in the terms of ``stances.csv``."""
    if kid.dep in ("prep", "agent"):
        return kid.lower
    if kid.dep in _OBJECTS or (kid.dep == "xcomp" and kid.tag == "VBG"):
        return "object"
    if kid.dep not in _CLAUSES:
        return ""
    infinitive = any(k.lower == "to" and k.dep == "aux" for k in unit.kids(kid.index))
    return "to" if infinitive else "that" if kid.dep == "ccomp" else ""


def _holder(unit: Unit, token: Token) -> int:
    """Return the head of whose stance it is, -1 where nobody is named."""
    if token.pos == "NOUN":
        return owner_of(unit, token.index)
    return subject_of(unit, token.index if token.pos == "VERB" else token.head)
