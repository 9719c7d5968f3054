"""Cues that are nouns and adjectives: ``their claim that``, ``Ray was adamant that``."""

from bias.attribution.found import Attribution, Source
from bias.attribution.scope import cut, object_end, scope_end, without_stop
from bias.attribution.sources import owner_of, source_of
from bias.attribution.unit import Unit
from bias.language.token import Token

_AFTER_HELD_NOUN = frozenset({"for", "of", "about", "against"})


def by_noun(unit: Unit, i: int) -> Attribution | None:
    """Read ``fears among voters that …`` and ``Ray's call for …``."""
    if unit.token(i).pos != "NOUN":
        return None
    owner = source_of(unit, owner_of(unit, unit.items[i].token))
    for kid in unit.kids(unit.items[i].token):
        start = unit.reach(kid.index)[0] if unit.place(kid.index) > i else -1
        if kid.dep in ("acl", "ccomp") and unit.lower(start) == "that" and start > i:
            return _held(unit, "noun-that", i, owner, kid, start)
    found = _held_otherwise(unit, i, owner)
    if found is not None:
        return found
    if owner is None or unit.lower(i + 1) not in _AFTER_HELD_NOUN:
        return None
    end = min(object_end(unit, i + 2), unit.reach(unit.items[i].token)[1])
    contents = ((i + 2, end),)
    return Attribution(rule="noun-of", cue=(i, i + 1), source=owner, contents=contents)


def _held_otherwise(unit: Unit, i: int, owner: Source | None) -> Attribution | None:
    """Read ``Ray's promise to build it`` and ``Ray's claim is that it fell``."""
    token = unit.token(i)
    if owner is None:
        return None
    for kid in unit.kids(token.index):
        if kid.dep == "acl" and unit.place(kid.index) > i and unit.lower(i + 1) == "to":
            return _held(unit, "noun-to", i, owner, kid, i + 1)
    clause = unit.doc.tokens[token.head]
    if token.dep != "nsubj" or clause.lemma != "be":
        return None
    for kid in unit.kids(clause.index):
        start = unit.reach(kid.index)[0] if unit.place(kid.index) > i else -1
        if kid.dep == "ccomp" and start > i and unit.lower(start) == "that":
            return _held(unit, "noun-that", i, owner, kid, start)
    return None


def _held(  # noqa: PLR0913 - what an attribution is made of
    unit: Unit, rule: str, i: int, source: Source | None, kid: Token, start: int
) -> Attribution:
    end = max(unit.reach(kid.index)[1], start + 1)
    end = min(end, cut(unit, start, without_stop(unit, len(unit))))
    return Attribution(rule=rule, cue=(i, i + 1), source=source, contents=((start, end),))


def by_adjective(unit: Unit, i: int) -> Attribution | None:
    """Read ``Ray was adamant that …``."""
    token = unit.token(i)
    if token.dep not in ("acomp", "oprd", "amod", "ROOT", "conj"):
        return None
    verb = token.index if unit.doc.clause_at(token.index) else token.head
    clause = unit.doc.clause_at(verb)
    source = source_of(unit, clause.subject) if clause else None
    if source is None or unit.doc.tokens[source.heads[0]].lower == "it":
        return None
    if unit.lower(i + 1) != "that" and not _has_clause(unit, i, verb):
        return None
    contents = ((i + 1, scope_end(unit, verb, i + 1)),)
    return Attribution(rule="adjective", cue=(i, i + 1), source=source, contents=contents)


def _has_clause(unit: Unit, i: int, verb: int) -> bool:
    kids = [*unit.kids(verb), *unit.kids(unit.items[i].token)]
    return any(k.dep == "ccomp" and unit.reach(k.index)[0] == i + 1 for k in kids)
