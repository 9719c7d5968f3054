"""Counts the naming forms of labelled actors that are found, and joined where they should be."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations

from benchmarks.quality.fact_labels import At, Compared
from bias.records import Naming, PassageRef

Form = tuple[int, str, str]
"""The number of a labelled actor, an outlet, and the words it names the actor by."""


def count_names(found: Compared, n: Counter[str]) -> Iterator[str]:
    """Count forms found, and pairs of forms with different last words that share a row."""
    rows = _rows(found)
    held: dict[Form, str] = {}
    for number, actor in enumerate(found.label.names):
        for outlet, forms in actor.forms.items():
            for words, sentence, *_ in forms:
                row = _row_of(rows, str(words), (outlet, int(sentence)))
                n["forms"] += 1
                n["forms found"] += row is not None
                if row is not None:
                    held[number, outlet, str(words)] = row
    for (a, ours), (b, theirs) in combinations(held.items(), 2):
        if _last_word(a) == _last_word(b):
            continue
        same, joined = a[0] == b[0], ours == theirs
        n["one actor"] += same
        n["one row"] += joined
        n["both"] += same and joined
        if joined and not same:
            yield f"row {ours}: {a[2]!r} with {b[2]!r}"


def _last_word(form: Form) -> str:
    return form[2].split()[-1].lower()


def _rows(found: Compared) -> dict[str, list[tuple[At, str]]]:
    """Return for every entity of ours the sentences it is named in, with the words."""
    rows: dict[str, list[tuple[At, str]]] = defaultdict(list)
    for naming in found.comparison.namings:
        words = found.texts[naming.article].part_text(naming.part)[naming.start : naming.end]
        ref = _passage(found, naming)
        for at in found.places[ref] if ref else ():
            rows[naming.entity].append((at, words))
    return rows


def _passage(found: Compared, naming: Naming) -> PassageRef | None:
    for voiced in found.comparison.voiced:
        for passage in voiced.passages if voiced.article == naming.article else ():
            if passage.part is naming.part and passage.start <= naming.start < passage.end:
                return PassageRef(article=passage.article, index=passage.index)
    return None


def _row_of(rows: Mapping[str, list[tuple[At, str]]], form: str, at: At) -> str | None:
    matching = (
        row
        for row, places in rows.items()
        if any(place == at and _is_form(form, words) for place, words in places)
    )
    return next(matching, None)


def _is_form(form: str, words: str) -> bool:
    """Say whether our words are a labelled form: one holds the other, or they share half."""
    left, right = set(form.lower().split()), set(words.lower().split())
    within = words.lower() in form.lower() or form.lower() in words.lower()
    shared = len(left & right)
    return shared > 0 and (within or shared >= 0.5 * min(len(left), len(right)))
