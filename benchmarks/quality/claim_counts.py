"""Counts what a comparison claims of a labelled event against what careful readers found."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from benchmarks.quality.fact_labels import At, Compared
from bias.records import Omission, Only, PassageRef

TELLING = 2
"""From this grade on a labelled contrast is worth a look."""
FIRST, SHOWN = 5, 15
"""Contrasts that a reader sees first, and that a page shows; entries of one outlet alone."""

Counts = Counter[str]
Wrong = Iterator[str]


def count_joins(found: Compared, n: Counts) -> Wrong:
    """Count pairs of passages that share a fact, and labelled facts that are joined."""
    joined: set[frozenset[At]] = set()
    for group in found.comparison.alignment.groups:
        for a, b in combinations(group.members, 2):
            if a.article == b.article:
                continue
            right = bool(found.facts(a) & found.facts(b))
            for name in ("pair", group.kind.value):
                n[f"{name}s"] += 1
                n[f"{name}s right"] += right
            joined |= found.keys(a, b)
            if not right:
                yield f"{group.id} {group.kind}\n  {found.words(a)}\n  {found.words(b)}"
    for fact in found.label.facts:
        for left, right_outlet in combinations(sorted(o for o in fact.told if fact.told[o]), 2):
            pairs = ((i, j) for i in fact.told[left] for j in fact.told[right_outlet])
            n["links"] += 1
            n["links found"] += any(
                frozenset([(left, i), (right_outlet, j)]) in joined for i, j in pairs
            )


def count_omissions(found: Compared, n: Counts) -> Wrong:
    """Count omissions that are true, and weighty true absences that are claimed."""
    groups = {group.id: group.members for group in found.comparison.alignment.groups}
    claimed: set[tuple[int, str]] = set()
    for omission in found.comparison.alignment.omissions:
        absent = _absent(found, omission, groups[omission.group])
        n["omissions"] += 1
        n["omissions right"] += bool(absent)
        claimed |= {(fact, omission.outlet) for fact in absent}
        if not absent:
            told = "\n  ".join(map(found.words, groups[omission.group]))
            nearest = found.words(omission.nearest) if omission.nearest else ""
            yield f"not in {omission.outlet}:\n  {told}\n  nearest: {nearest}"
    for number, fact in enumerate(found.label.facts):
        tellers = [outlet for outlet, sentences in fact.told.items() if sentences]
        if len(tellers) > 1 and fact.salience > 1:
            for outlet in filter(fact.absent_from, fact.told):
                n["absences"] += 1
                n["absences found"] += (number, outlet) in claimed


def _absent(found: Compared, omission: Omission, members: Iterable[PassageRef]) -> set[int]:
    """Return the facts that two outlets of a group share and the outlet does not tell."""
    told: dict[str, set[int]] = defaultdict(set)
    for member in members:
        told[member.article] |= found.facts(member)
    tellers = Counter(fact for facts in told.values() for fact in facts)
    labels = found.label.facts
    return {
        f for f, count in tellers.items() if count > 1 and labels[f].absent_from(omission.outlet)
    }


def count_contrasts(found: Compared, n: Counts) -> Wrong:
    """Count telling contrasts among the first, and telling pairs of sentences that are shown."""
    telling = {each.key for each in found.label.contrasts if each.telling >= TELLING}
    shown: set[frozenset[At]] = set()
    for rank, contrast in enumerate(found.comparison.alignment.contrasts[:SHOWN]):
        keys = found.keys(contrast.a, contrast.b)
        shown |= keys
        if rank < FIRST:
            n["first"] += 1
            n["first telling"] += bool(keys & telling)
            if not keys & telling:
                yield f"{rank + 1}\n  {found.words(contrast.a)}\n  {found.words(contrast.b)}"
    n["telling"] += len(telling)
    n["telling shown"] += len(telling & shown)


def count_conflicts(found: Compared, n: Counts) -> Wrong:
    """Count conflicts that are real, and real ones that are found."""
    real = {each.key for each in found.label.conflicts}
    hit: set[frozenset[At]] = set()
    for what, pairs in _conflicts(found):
        keys = {key for a, b in pairs for key in found.keys(a, b)}
        n["claimed"] += 1
        n["claimed right"] += bool(keys & real)
        hit |= keys & real
        if not keys & real:
            yield f"{what}\n  " + "\n  ".join(found.words(ref) for ref in pairs[0])
    n["conflicts"] += len(real)
    n["conflicts found"] += len(hit)


def _conflicts(found: Compared) -> Iterator[tuple[str, list[tuple[PassageRef, PassageRef]]]]:
    """Yield everything said to differ with its pairs of passages."""
    for conflict in found.comparison.alignment.conflicts:
        yield f"{conflict.kind} {conflict.what}", [(conflict.a, conflict.b)]


def count_only(found: Compared, n: Counts) -> Wrong:
    """Count what is rightly said to be told by one alone, and labelled entries that are shown."""
    shown = list(_first(found.comparison.alignment.only))
    for only in shown:
        right = any(
            _alone(found, fact, only.outlet) for p in only.passages for fact in found.facts(p)
        )
        n["only"] += 1
        n["only right"] += right
        if not right:
            yield "\n  ".join([f"only in {only.outlet}:", *map(found.words, only.passages)])
    places = {place for only in shown for p in only.passages for place in found.places[p]}
    for entry in found.label.only:
        n["alone"] += 1
        n["alone found"] += any((entry.outlet, sentence) in places for sentence in entry.sentences)


def _first(entries: Iterable[Only]) -> Iterator[Only]:
    seen: Counter[str] = Counter()
    for entry in entries:
        seen[entry.outlet] += 1
        if seen[entry.outlet] <= FIRST:
            yield entry


def _alone(found: Compared, number: int, outlet: str) -> bool:
    """Say whether a labelled fact is told by one outlet alone."""
    fact = found.label.facts[number]
    others = (article.outlet for article in found.label.articles if article.outlet != outlet)
    return bool(fact.told.get(outlet)) and all(map(fact.absent_from, others))
