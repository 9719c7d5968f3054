"""The user's own rows over the bundled lexicon: they add, override and silence cues."""

from collections.abc import Iterable, Iterator

import msgspec

from bias.language.inflections import inflections
from bias.languages import DEFAULT
from bias.records import Cue
from bias.wording.normal import normal_term
from bias.wording.rows import GUARDS, SILENT, Row, strength_of, to_cue


def apply_own_rows(
    cues: dict[str, Cue],
    places: dict[str, str],
    rows: Iterable[Row],
    categories: frozenset[str],
    language: str = DEFAULT,
) -> list[str]:
    """Change ``cues`` and their ``places`` as the user's rows say; return each change in a line.

    Raises:
        DataError: a row is wrong; the message names file, line and column and what to write.
    """
    changes = []
    for row in rows:
        known = _known(cues, row, language)
        if strength_of(row) == SILENT:
            changes.append(_silence(cues, row, known))
            continue
        if len(known) > 1:
            listed = ", ".join(cue.category for cue in known)
            raise row.fault("category", f"is empty; the term is in several; write one of {listed}")
        cue = to_cue(_inherit(row, known[0]) if known else row, categories)
        changes.append(_changed(cues.get(cue.id), cue))
        cues[cue.id], places[cue.id] = cue, row.place
    return changes


def _known(cues: dict[str, Cue], row: Row, language: str) -> list[Cue]:
    """Return the cues a user's row is about: by term, and by category where it names one.

    A row that tells no sense of its own describes no new cue, so it may name a known one by any of
    its forms ("thugs").
    """
    term, category = row.cells.get("term", ""), row.cells.get("category", "")
    among = [cue for cue in cues.values() if category in ("", cue.category)]
    found = [cue for cue in among if normal_term(cue.term) == normal_term(term)]
    if found or row.cells.get("sense"):
        return found
    return [cue for cue in among if _is_form(normal_term(term), cue, language)]


def _is_form(term: str, cue: Cue, language: str) -> bool:
    """Return whether a term is a form of a cue; most are ruled out by their first letter."""
    if term[:1] != normal_term(cue.term)[:1]:
        return False
    return term in (normal_term(form) for form in inflections(cue.term, cue.pos, language))


def _silence(cues: dict[str, Cue], row: Row, known: list[Cue]) -> str:
    if not known:
        term = row.cells.get("term", "")
        raise row.fault("term", f"{term!r} is not in the lexicon, so it cannot be silenced")
    for cue in known:
        del cues[cue.id]
    return "silenced " + ", ".join(cue.id for cue in known)


def _inherit(row: Row, cue: Cue) -> Row:
    """Fill the empty cells of an overriding row from the cue it overrides, and add its guards."""
    cells = {
        "pos": cue.pos, "sense": cue.sense, "not_sense": cue.not_sense,
        "not_before": ";".join(cue.not_before), "not_after": ";".join(cue.not_after),
        "alternative": cue.alternative, "in_quotes": "yes" if cue.in_quotes else "no",
        "source": cue.source, "match": cue.match, "no_match": cue.no_match,
        "only_as": cue.only_as,
    }  # fmt: skip
    given = {name: value for name, value in row.cells.items() if value}
    for guard in GUARDS:
        if guard in given and cells[guard]:
            given[guard] = f"{cells[guard]};{given[guard]}"
    whose = {"term": cue.term, "category": cue.category}
    return msgspec.structs.replace(row, cells=cells | given | whose)


def _changed(before: Cue | None, after: Cue) -> str:
    """Say what a row added or overrode, column by column."""
    if before is None:
        return f"added {after.id} (strength {after.strength})"
    return f"overrode {after.id} ({'; '.join(_differences(before, after)) or 'nothing new'})"


def _differences(before: Cue, after: Cue) -> Iterator[str]:
    if before.strength != after.strength:
        yield f"strength {after.strength} instead of {before.strength}"
    for guard in GUARDS:
        more = [word for word in getattr(after, guard) if word not in getattr(before, guard)]
        if more:
            yield f"{guard} also {', '.join(more)}"
    plain = [name for name in Cue.__struct_fields__ if name not in ("id", "strength", *GUARDS)]
    yield from (name for name in plain if getattr(before, name) != getattr(after, name))
