"""How fast the articles of a night are grouped, beside TF-IDF with average link over all pairs.

The night is invented: words are drawn with natural frequencies, and each happening has names and
words of its own, which a few outlets use.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from benchmarks.rows import SEED, Row
from benchmarks.texts import plain_article
from benchmarks.timing import peak_megabytes, processor_seconds
from bias.events.group import match_events
from bias.records import Article, Event

EDITION = "2026-03-14"
SIZES = (500, 5_000)
"""Articles of the night."""
OUTLETS = 100
ARTICLE_WORDS = 400
TELLINGS = 3
"""Articles of each happening."""
_VOCABULARY = 30_000
_OWN_WORDS = 40
"""Words that belong to one happening."""
_OWN_SHARE = 0.25
_KINDS = ("Name", "deed")
"""Who and where, and what happened: half of a happening's own words each."""


def measure() -> Iterator[Row]:
    """Yield seconds of both systems, their ratio, peak memory, and how many events were found."""
    match_events(_night(np.random.default_rng(SEED), 2 * TELLINGS), EDITION)  # imports
    for size in SIZES:
        for system, metric, value in _figures(size):
            yield Row(set=f"night_{size}", system=system, metric=metric, value=value, n=size)


def _figures(size: int) -> Iterator[tuple[str, str, float]]:
    articles = _night(np.random.default_rng(SEED), size)
    events: list[Event] = []
    ours = processor_seconds(lambda: events.extend(match_events(articles, EDITION)))
    peer = processor_seconds(lambda: tfidf(articles))
    yield "ours", "seconds", ours
    yield "tfidf", "seconds", peer
    yield "ours", "ratio_to_tfidf", ours / peer
    yield "ours", "share_of_events_found", _found(events, size)
    yield "ours", "peak_megabytes", peak_megabytes(lambda: match_events(articles, EDITION))


def _night(generator: np.random.Generator, size: int) -> list[Article]:
    return [
        plain_article(
            f"article-{number:05d}",
            f"outlet-{number % OUTLETS}",
            title=_text(generator, number // TELLINGS, 10),
            text=_text(generator, number // TELLINGS, ARTICLE_WORDS),
        )
        for number in range(size)
    ]


def _text(generator: np.random.Generator, happening: int, words: int) -> str:
    common = np.minimum(generator.zipf(1.2, words), _VOCABULARY)
    own = generator.integers(0, _OWN_WORDS, words)
    is_own = generator.random(words) < _OWN_SHARE
    return " ".join(
        f"{_KINDS[o % 2]}{happening}x{o}" if mine else f"word{c}"
        for c, o, mine in zip(common, own, is_own, strict=True)
    )


def tfidf(articles: Sequence[Article]) -> object:
    """Return the groups of the articles that the peer finds."""
    from scipy.cluster.hierarchy import fcluster, linkage
    from scipy.spatial.distance import squareform
    from sklearn.feature_extraction.text import TfidfVectorizer

    texts = [f"{article.title}\n{article.text}" for article in articles]
    vectors = TfidfVectorizer(stop_words="english").fit_transform(texts)
    distances = 1.0 - np.clip((vectors @ vectors.T).toarray(), 0.0, 1.0)
    np.fill_diagonal(distances, 0.0)
    return fcluster(linkage(squareform(distances, checks=False), "average"), 0.73, "distance")


def _found(events: Sequence[Event], size: int) -> float:
    """Return the share of happenings that an event holds whole and nothing else."""
    whole = {tuple(int(name[-5:]) // TELLINGS for name in event.articles) for event in events}
    happenings = size // TELLINGS
    return sum((number,) * TELLINGS in whole for number in range(happenings)) / happenings
