"""Finds every conflict of an event: the front door of this folder."""

from collections.abc import Collection, Iterator, Sequence
from itertools import product

import msgspec

from bias.alignment.conflicts.clashes import clash_conflicts, is_of_one_deed
from bias.alignment.conflicts.denials import denial_conflicts
from bias.alignment.conflicts.numbers import number_conflicts
from bias.alignment.conflicts.opposites import departure_conflicts, opposite_conflicts
from bias.alignment.conflicts.outlooks import outlook_conflicts
from bias.alignment.conflicts.quotations import quotation_conflicts
from bias.alignment.conflicts.texts import ReadText, bodies
from bias.alignment.told import Event
from bias.records import (
    Article,
    Conflict,
    ConflictKind,
    Denial,
    PassageGroup,
    PassageRef,
    Reading,
    VoicedArticle,
)


def find_conflicts(
    articles: Sequence[Article],
    voiced: Sequence[VoicedArticle],
    readings: Sequence[Reading],
    groups: Sequence[PassageGroup],
    event: Event,
) -> tuple[Conflict, ...]:
    """Return where outlets contradict each other or quote one speaker differently, surest first.

    Args:
        articles: the trusted articles of the event.
        voiced: whose words they are.
        readings: their annotated texts.
        groups: the passages that tell the same.
        event: their passages, ready to be asked.
    """
    texts = bodies(articles, voiced, readings)
    clashes = [
        clash for clash in clash_conflicts(groups, articles, voiced) if is_of_one_deed(clash, event)
    ]
    joined = {(join.a, join.b) for group in groups for join in group.joins}
    known = {(clash.a, clash.b) for clash in clashes}
    found = [
        *quotation_conflicts(texts, joined),
        *clashes,
        *(c for c in number_conflicts(groups, texts) if (c.a, c.b) not in known),
        *denial_conflicts(groups, texts),
        *_of_deeds(texts, groups, event),
    ]
    found.sort(key=lambda c: (-c.confidence, c.a, c.b, c.span_a, c.span_b))
    return tuple(found)


def _of_deeds(
    texts: Sequence[ReadText], groups: Sequence[PassageGroup], event: Event
) -> Iterator[Conflict]:
    refs = {
        PassageRef(article=p.article, index=p.index)
        for text in texts
        for p in text.voiced.passages
        if p.part is text.document.part
    }
    joined = sorted({(join.a, join.b) for group in groups for join in group.joins})
    pairs = [(a, b) for a, b in joined if a in refs and b in refs]
    yield from outlook_conflicts(pairs, event)
    yield from opposite_conflicts(pairs, event)
    yield from departure_conflicts(refs, {t.article.id: t.article.outlet for t in texts}, event)


def confirmed(
    groups: Sequence[PassageGroup], conflicts: Sequence[Conflict]
) -> tuple[PassageGroup, ...]:
    """Return the groups with those denials only that their clauses bear out."""
    denied = {(c.a, c.b) for c in conflicts if c.kind is ConflictKind.DENIAL}
    return tuple(
        msgspec.structs.replace(
            group, denials=tuple(d for d in group.denials if _is_denied(d, denied))
        )
        for group in groups
    )


_Pairs = Collection[tuple[PassageRef, PassageRef]]


def _is_denied(denial: Denial, known: _Pairs) -> bool:
    sides = product(denial.denied_by, denial.affirmed_by)
    return any((min(a, b), max(a, b)) in known for a, b in sides)
