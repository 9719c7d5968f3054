"""Headlines set against each other: what each outlet makes of one event, in its fewest words."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from bias.alignment.differences.contrast import TokenReader, contrast
from bias.alignment.event_passages import EventPassage
from bias.records import Article, Contrast

MOST = 3
"""Pairs of headlines at most; with many outlets those that say most differently."""
_LEAST_WORDS = 3


def headline_contrasts(
    articles: Sequence[Article],
    passages: Sequence[EventPassage],
    known: Iterable[Contrast],
    language: str,
) -> tuple[Contrast, ...]:
    """Return the headlines of every two outlets word by word, unless they were joined before.

    Args:
        articles: the trusted articles of the event.
        passages: theirs.
        known: the contrasts of passages that were joined.
        language: of the articles, ISO 639-1.
    """
    told = {(item.a, item.b) for item in known}
    headlines = list(_headlines(articles, passages))
    read = TokenReader(language)
    found = [
        contrast("", a, b, read)
        for a, b in combinations(headlines, 2)
        if a.outlet != b.outlet and (a.ref, b.ref) not in told
    ]
    found.sort(key=lambda item: (-item.strength, item.a, item.b))
    return tuple(found[:MOST])


def without_repeated_headlines(
    contrasts: Iterable[Contrast], passages: Sequence[EventPassage]
) -> tuple[Contrast, ...]:
    """Return the contrasts without those of a headline that an article prints once more.

    The headline itself has the same contrasts.
    """
    first: dict[tuple[str, str], int] = {}
    for passage in sorted(passages, key=lambda p: p.ref):
        first.setdefault((passage.ref.article, passage.text), passage.ref.index)
    repeated = {p.ref for p in passages if first[p.ref.article, p.text] == 0 < p.ref.index}
    return tuple(c for c in contrasts if c.a not in repeated and c.b not in repeated)


def _headlines(
    articles: Sequence[Article], passages: Sequence[EventPassage]
) -> Iterator[EventPassage]:
    """Yield the headline of each article that is one sentence of some words."""
    titles = {article.id: article.title.strip() for article in articles}
    for passage in sorted(passages, key=lambda p: p.ref):
        whole = passage.ref.index == 0 and passage.text == titles.get(passage.ref.article)
        if whole and len(passage.text.split()) >= _LEAST_WORDS:
            yield passage
