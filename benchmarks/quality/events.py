"""Events against human labels, by B-cubed (Bagga and Baldwin 1998), beside plain TF-IDF.

All texts of a set are taken as published in one night. The peer is TF-IDF with average link at the
cutoff that is best on the very same texts, which is more than it could know.

Texts without an outlet are each taken as an outlet's only one, and once more (``…_6_outlets``) as
dealt out to a few outlets, which so have several pieces on one event.

For events that go on, the articles of each event are dealt out to two nights (``…_two_nights``): of
the events of the second that kept an id of the first, which share is right (``precision``), and of
the events found in both, which share kept it (``recall``).
"""

import gzip
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform

from benchmarks.rows import Row, f1, row
from benchmarks.texts import plain_article
from bias.events.continuing import EarlierNight, keep_ids
from bias.events.group import match_events
from bias.records import Article, Event

FEW_OUTLETS = 6
CUTOFFS = np.arange(0.05, 0.60, 0.01)
FIRST, SECOND = "2026-03-14", "2026-03-15"

Unit = tuple[float, float]
"""Precision and recall of one article."""
Labels = Sequence[str]


def measure(data: Path) -> Iterator[Row]:
    """Yield B-cubed precision, recall and F1 on ``events`` and on labelled coverage folders."""
    for name, articles, truth in _sets(data):
        for system, labels in (("ours", _ours(articles)), ("tfidf", _tfidf(articles, truth))):
            yield from _rows(name, system, bcubed(labels, truth))
        yield from _two_nights(f"{name}_two_nights", articles, truth)


def bcubed(labels: Labels, truth: Labels) -> list[Unit]:
    """Return for each article which share of its group is right, and of its event is found.

    >>> bcubed(["a", "a", "b"], ["x", "y", "y"])
    [(0.5, 1.0), (0.5, 0.5), (1.0, 0.5)]
    """
    pairs = list(zip(labels, truth, strict=True))
    groups, events, both = Counter(labels), Counter(truth), Counter(pairs)
    return [(both[pair] / groups[pair[0]], both[pair] / events[pair[1]]) for pair in pairs]


def _rows(name: str, system: str, units: Sequence[Unit]) -> Iterator[Row]:
    for metric, statistic in (("precision", _precision), ("recall", _recall), ("f1", _f1)):
        yield row(name, system, metric, units, statistic)


def _precision(units: Sequence[Unit]) -> float:
    return sum(precision for precision, _ in units) / len(units)


def _recall(units: Sequence[Unit]) -> float:
    return sum(recall for _, recall in units) / len(units)


def _f1(units: Sequence[Unit]) -> float:
    return f1(_precision(units), _recall(units))


# ---------------------------------------------------------------- two nights


def _two_nights(name: str, articles: Sequence[Article], truth: Labels) -> Iterator[Row]:
    """Yield how often an event keeps the right id, and how often it could have."""
    of_article = {article.id: event for article, event in zip(articles, truth, strict=True)}
    first, second = _dealt_to_two_nights(articles, truth)
    before = match_events(first, FIRST)
    known = {event.id: _label(event, of_article) for event in before}
    night = EarlierNight(FIRST, before, {article.id: article for article in first})
    after = keep_ids(match_events(second, SECOND), second, [night])
    joins = [(known[event.id], _label(event, of_article)) for event in after if event.before]
    kept = [old == new for old, new in joins]
    right = {old for old, new in joins if old == new}
    both = sorted({_label(event, of_article) for event in after} & set(known.values()))
    if kept and both:
        yield row(name, "ours", "precision", kept, _share)
        yield row(name, "ours", "recall", [event in right for event in both], _share)


def _dealt_to_two_nights(
    articles: Sequence[Article], truth: Labels
) -> tuple[list[Article], list[Article]]:
    nights: tuple[list[Article], list[Article]] = ([], [])
    seen: Counter[str] = Counter()
    for article, event in zip(articles, truth, strict=True):
        nights[seen[event] % 2].append(article)
        seen[event] += 1
    return nights


def _label(event: Event, of_article: Mapping[str, str]) -> str:
    """Return the event that most articles of a found one are on."""
    return Counter(of_article[article] for article in event.articles).most_common(1)[0][0]


def _share(units: Sequence[bool]) -> float:
    return sum(units) / len(units)


# ---------------------------------------------------------------- systems


def _ours(articles: Sequence[Article]) -> list[str]:
    events = match_events(articles, FIRST)
    labels = {article: event.id for event in events for article in event.articles}
    return [labels.get(article.id, article.id) for article in articles]


def _tfidf(articles: Sequence[Article], truth: Labels) -> list[str]:
    from sklearn.feature_extraction.text import TfidfVectorizer

    texts = [f"{article.title}\n{article.text}" for article in articles]
    vectors = TfidfVectorizer(stop_words="english").fit_transform(texts)
    distances = 1.0 - np.clip((vectors @ vectors.T).toarray(), 0.0, 1.0)
    np.fill_diagonal(distances, 0.0)
    joins = linkage(squareform(distances, checks=False), "average")
    tried = [
        [str(label) for label in fcluster(joins, 1.0 - cutoff, "distance")] for cutoff in CUTOFFS
    ]
    return max(tried, key=lambda labels: _f1(bcubed(labels, truth)))


# ---------------------------------------------------------------- data


def _sets(data: Path) -> Iterator[tuple[str, list[Article], list[str]]]:
    """Yield each labelled set as its name, its articles and their events."""
    for path in sorted((data / "events").glob("*.jsonl.gz")):
        name, (articles, truth) = path.name.removesuffix(".jsonl.gz"), _read(path)
        yield name, articles, truth
        yield f"{name}_{FEW_OUTLETS}_outlets", _dealt_out(articles), truth
    for root in (data.resolve().parent / "coverage", data / "coverage"):
        for path in sorted(root.glob("*/coverage.jsonl*")):
            articles, truth = _read(path)
            if len(set(truth)) > 1:
                yield path.parent.name, articles, truth


def _dealt_out(articles: Sequence[Article]) -> list[Article]:
    """Return the articles given to a few outlets in turn."""
    return [
        msgspec.structs.replace(article, outlet=f"outlet-{number % FEW_OUTLETS}")
        for number, article in enumerate(articles)
    ]


def _read(path: Path) -> tuple[list[Article], list[str]]:
    """Return the articles of a file that have a text and an event."""
    data = path.read_bytes()
    lines = (gzip.decompress(data) if path.suffix == ".gz" else data).splitlines()
    rows = [(number, msgspec.json.decode(line)) for number, line in enumerate(lines)]
    known = [(n, told) for n, told in rows if told.get("event") and _text(told)]
    return [_article(n, told) for n, told in known], [str(told["event"]) for _, told in known]


def _article(number: int, told: Mapping[str, Any]) -> Article:
    outlet = told.get("outlet") or f"outlet-{number}"
    return plain_article(f"{number:06d}", outlet, _text(told), told.get("title") or "")


def _text(told: Mapping[str, Any]) -> str:
    return told.get("text") or "\n\n".join(told.get("paragraphs") or ())
