"""Who is who, against NewsWCL50 (Hamborg et al., 2019) and ECB+ (Cybulska and Vossen, 2014).

``found`` is the share of the labelled mentions that a naming matches, ``conll`` the mean F1 of MUC,
B-cubed and CEAFe end to end, ``person_conll`` the same for persons, ``purity`` the share of pairs
of different words in one row that mean one entity. Measured beside ours: the same mentions, joined
wherever their heads are the same word.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from benchmarks.quality.coreference import Counts, conll, count
from benchmarks.quality.name_sets import (
    SETS,
    LabelledEvent,
    LabelledMention,
    Named,
    inside,
    match,
    read_events,
)
from benchmarks.rows import Row, row
from bias.pipeline.comparing import align_articles
from bias.records import AlignedEvent, Comparison, MentionKind
from bias.wording.compare import compare_event
from bias.wording.lexicon import load_lexicon

_SEED = 20190430


class Matched(NamedTuple):
    """The labelled mentions of an event and the naming of each that was found."""

    event: str
    gold: Sequence[LabelledMention]
    named: Mapping[int, Named]


def measure(data: Path) -> Iterator[Row]:
    """Yield the rows of both sets below a folder of labelled data."""
    for name in SETS:
        events = [_match(event) for event in read_events(data, name)]
        for system in ("ours", "same_head"):
            yield from _rows(name, system, [event[system] for event in events])


def mistakes(data: Path) -> Iterator[str]:
    """Yield what was not found, and words that stand in one row and mean two."""
    for name in SETS:
        for event in read_events(data, name):
            found = _match(event)["ours"]
            for i, mention in enumerate(found.gold):
                if i not in found.named:
                    yield f"{event.event} {mention.doc} not found: {mention.text} ({mention.type})"
            for words, same in _pairs(found).items():
                if not same:
                    yield f"{event.event} in one row, and two: {' | '.join(words)}"


def _rows(name: str, system: str, events: Sequence[Matched]) -> Iterator[Row]:
    yield row(name, system, "found", events, _found)
    for metric, kind in (("conll", ""), ("person_conll", "person")):
        yield row(name, system, metric, [_counts(event, kind) for event in events], conll)
    yield row(name, system, "purity", [_pairs(event) for event in events], _purity)


def _found(events: Sequence[Matched]) -> float:
    total = sum(len(event.gold) for event in events)
    return sum(len(event.named) for event in events) / total if total else 0.0


def _counts(event: Matched, kind: str) -> Counts:
    kept = [i for i, mention in enumerate(event.gold) if not kind or mention.type == kind]
    key = {i: event.gold[i].entity for i in kept}
    return count(key, {i: event.named[i].entity for i in kept if i in event.named})


def _pairs(event: Matched) -> dict[tuple[str, ...], bool]:
    """Return each pair of different words in a row, and whether it means one entity there."""
    members: dict[str, list[int]] = defaultdict(list)
    for i, naming in event.named.items():
        members[naming.entity].append(i)
    pairs: dict[tuple[str, ...], bool] = {}
    for entity, row_members in members.items():
        for a, b in combinations((event.gold[i] for i in row_members), 2):
            if a.surface != b.surface:
                key = (*sorted((a.surface, b.surface)), entity)
                pairs[key] = pairs.get(key, False) or a.entity == b.entity
    return pairs


def _purity(events: Sequence[Mapping[tuple[str, ...], bool]]) -> float:
    counts = Counter(same for event in events for same in event.values())
    return counts[True] / counts.total() if counts else 0.0


def _match(event: LabelledEvent) -> dict[str, Matched]:
    aligned = align_articles(event.record(), event.articles(), [])
    comparison = compare_event(aligned, load_lexicon("en", None), _SEED)
    systems: dict[str, Callable[[], Iterator[Named]]] = {
        "ours": lambda: _ours(comparison),
        "same_head": lambda: _same_head(aligned),
    }
    gold = event.gold()
    return {
        system: Matched(event.event, gold, match(gold, list(inside(event, named()))))
        for system, named in systems.items()
    }


def _ours(comparison: Comparison) -> Iterator[Named]:
    texts = {article.id: article for article in comparison.articles}
    for naming in comparison.namings:
        text = texts[naming.article].part_text(naming.part)
        at = text.lower().rfind(naming.head, naming.start, naming.end)
        last = naming.end - len(naming.text.split()[-1])
        yield Named(
            doc=naming.article,
            part=naming.part,
            start=naming.start,
            end=naming.end,
            points=((at, at + len(naming.head)), (last, naming.end)),
            entity=naming.entity,
            text=naming.text,
        )


def _same_head(aligned: AlignedEvent) -> Iterator[Named]:
    texts = {article.id: article for article in aligned.articles}
    for cast in aligned.casts:
        for mention in cast.mentions:
            if mention.kind is not MentionKind.PRONOUN:
                yield Named(
                    doc=cast.article,
                    part=mention.part,
                    start=mention.start,
                    end=mention.end,
                    points=((mention.head_start, mention.head_end),),
                    entity=mention.head,
                    text=texts[cast.article].part_text(mention.part)[mention.start : mention.end],
                )
