"""The user's own rows over the bundled lexicon: they add, override and silence cues."""

from collections.abc import Iterable

import msgspec

from bias.records import Cue
from bias.wording.normal import normal_term
from bias.wording.rows import SILENT, Row, cue_id, strength_of, to_cue


def apply_own_rows(
    cues: dict[str, Cue], rows: Iterable[Row], categories: frozenset[str]
) -> list[str]:
    """Change ``cues`` as the user's rows say and return what changed, one line each.

    Raises:
        DataError: a row is wrong; the message names file, line and column and what to write.
    """
    changes = []
    for row in rows:
        known = _known(cues, row)
        if strength_of(row) == SILENT:
            changes.append(_silence(cues, row, known))
            continue
        if len(known) > 1:
            listed = ", ".join(cue.category for cue in known)
            raise row.fault("category", f"is empty; the term is in several; write one of {listed}")
        cue = to_cue(_inherit(row, known[0]) if known else row, categories)
        verb = "overrode" if cue.id in cues else "added"
        cues[cue.id] = cue
        changes.append(f"{verb} {cue.id} (strength {cue.strength})")
    return changes


def _known(cues: dict[str, Cue], row: Row) -> list[Cue]:
    """Return the cues a user's row is about: by term, and by category where it names one."""
    term, category = normal_term(row.cells.get("term", "")), row.cells.get("category", "")
    if category:
        found = cues.get(cue_id(category, row.cells.get("term", "")))
        return [found] if found else []
    return [cue for cue in cues.values() if normal_term(cue.term) == term]


def _silence(cues: dict[str, Cue], row: Row, known: list[Cue]) -> str:
    if not known:
        term = row.cells.get("term", "")
        raise row.fault("term", f"{term!r} is not in the lexicon, so it cannot be silenced")
    for cue in known:
        del cues[cue.id]
    return "silenced " + ", ".join(cue.id for cue in known)


def _inherit(row: Row, cue: Cue) -> Row:
    """Fill the empty cells of an overriding row from the cue it overrides."""
    cells = {
        "pos": cue.pos, "category": cue.category, "sense": cue.sense, "not_sense": cue.not_sense,
        "not_before": ";".join(cue.not_before), "not_after": ";".join(cue.not_after),
        "alternative": cue.alternative, "in_quotes": "yes" if cue.in_quotes else "no",
        "source": cue.source, "match": cue.match, "no_match": cue.no_match,
    }  # fmt: skip
    given = {name: value for name, value in row.cells.items() if value}
    return msgspec.structs.replace(row, cells=cells | given)
