"""How the grouping of a night grows with its articles, on nights of real texts.

Each size is measured in a process of its own: processor seconds, and the most memory the process
had, the texts themselves among it. The peer, TF-IDF with average link over all pairs, is left out
where its matrices would not fit.
"""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from resource import RUSAGE_SELF, getrusage

from benchmarks.rows import Row
from benchmarks.speed.events import tfidf
from benchmarks.speed.real_nights import night, texts
from benchmarks.timing import processor_seconds
from bias.encoding import encode
from bias.events.gaps import night_events
from bias.events.group import match_events
from bias.records import Article, Event, NightEvents, Outlet

EDITION = "2026-03-14"
SIZES = (300, 1_000, 3_000, 10_000, 30_000)
"""Articles of the night."""
MOST_OF_PEER = 10_000

Figures = dict[str, float]


def measure(data: Path | None = None) -> Iterator[Row]:
    """Yield seconds, megabytes and events of ours, bytes kept, and the ratio to the peer."""
    for size in SIZES:
        ours = _apart(_ours, size, data)
        peer = _apart(_peer, size, data) if size <= MOST_OF_PEER else {}
        if peer:
            ours["ratio_to_tfidf"] = ours["seconds"] / peer["seconds"]
        for system, figures in (("ours", ours), ("tfidf", peer)):
            for metric, value in figures.items():
                yield Row(set=f"night_{size}", system=system, metric=metric, value=value, n=size)


def _apart(work: Callable[[int, Path | None], Figures], size: int, data: Path | None) -> Figures:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        return process.submit(work, size, data).result()


def _peer(size: int, data: Path | None) -> Figures:
    known = texts(data)
    tfidf(night(known, 10))  # imports
    articles = night(known, size)
    return {"seconds": processor_seconds(lambda: tfidf(articles)), "megabytes": _megabytes()}


def _ours(size: int, data: Path | None) -> Figures:
    known = texts(data)
    match_events(night(known, 10), EDITION)  # imports
    articles = night(known, size)
    events: list[Event] = []
    seconds = processor_seconds(lambda: events.extend(match_events(articles, EDITION)))
    kept: list[NightEvents] = []
    gaps = processor_seconds(lambda: kept.append(_kept(events, articles)))
    return {
        "seconds": seconds,
        "seconds_of_gaps": gaps,
        "megabytes": _megabytes(),
        "events": len(events),
        "megabytes_of_events": len(encode(kept[0])) / 1e6,
    }


def _kept(events: Sequence[Event], articles: Sequence[Article]) -> NightEvents:
    names = sorted({article.outlet for article in articles})
    outlets = [Outlet(id=name, name=name, homepage=f"https://{name}.example/") for name in names]
    return night_events(events, articles, (), outlets)


def _megabytes() -> float:
    return getrusage(RUSAGE_SELF).ru_maxrss / 1e3
