"""Clashes of numbers that groups hold, each as the conflict of its lowest and highest number."""

from collections.abc import Iterator, Mapping, Sequence

from bias.alignment.conflicts.shares import is_share
from bias.alignment.terms.numbers import number_value
from bias.alignment.told import Event
from bias.records import (
    Article,
    Conflict,
    ConflictKind,
    NumberClash,
    Passage,
    PassageGroup,
    PassageRef,
    VoicedArticle,
)
from bias.text import fold

_MONEY = frozenset("$£€")
SURE = 0.85
"""Share of the clashes of the bundled newsroom that were planted there."""


def clash_conflicts(
    groups: Sequence[PassageGroup],
    articles: Sequence[Article],
    voiced: Sequence[VoicedArticle],
) -> Iterator[Conflict]:
    """Yield one conflict for each clash of numbers between two outlets."""
    by_id = {article.id: article for article in articles}
    passages = {
        PassageRef(article=p.article, index=p.index): p for each in voiced for p in each.passages
    }
    for group in groups:
        for clash in group.number_clashes:
            found = _conflict(clash, by_id, passages)
            if found is not None:
                yield found


def _conflict(
    clash: NumberClash,
    articles: Mapping[str, Article],
    passages: Mapping[PassageRef, Passage],
) -> Conflict | None:
    told = sorted(
        (float(value), ref, span)
        for ref, printed in clash.values
        if (value := number_value(fold(printed))) is not None
        and (span := _span(printed, articles[ref.article], passages[ref])) is not None
    )
    if not told or told[0][0] == told[-1][0]:
        return None
    (least, low, span_low), (most, high, span_high) = told[0], told[-1]
    if articles[low.article].outlet == articles[high.article].outlet:
        return None
    printed = [_text(articles[ref.article], passages[ref]) for ref in (low, high)]
    if is_share(printed, least, most):
        return None
    (a, span_a), (b, span_b) = sorted([(low, span_low), (high, span_high)])
    return Conflict(
        kind=ConflictKind.NUMBER,
        a=a,
        b=b,
        span_a=span_a,
        span_b=span_b,
        what=clash.what,
        confidence=SURE,
    )


def is_of_one_deed(conflict: Conflict, event: Event) -> bool:
    """Tell whether two sums of money stand beside one verb; of other numbers nothing is asked.

    "Eyes $8 billion for the bridge" and "grants $1 billion for the bridge" are two sums.
    """
    sides = ((conflict.a, conflict.span_a), (conflict.b, conflict.span_b))
    keys = []
    for ref, (start, _) in sides:
        told = event.told(ref)
        if told.document.text[max(0, start - 1) : start] not in _MONEY:
            return True
        token = told.document.token_at(start)
        clause = told.document.clause_of[token.index] if token is not None else -1
        keys.append(told.keys_of(told.document.clauses[clause].predicate if clause >= 0 else -1))
    return bool(keys[0] & keys[1])


def _text(article: Article, passage: Passage) -> str:
    return article.part_text(passage.part)[passage.start : passage.end]


def _span(printed: str, article: Article, passage: Passage) -> tuple[int, int] | None:
    at = article.part_text(passage.part).find(printed, passage.start, passage.end)
    return (at, at + len(printed)) if at >= 0 else None
