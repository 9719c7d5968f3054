"""How fast a page is read, as a ratio to newspaper3k and trafilatura, which are both used.

The pages are made up: an article of natural length amid the navigation, related links, scripts and
comments that news pages carry.
"""

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from benchmarks.quality.extraction import newspaper, ours, trafilatura
from benchmarks.rows import SEED, Row
from benchmarks.timing import fewest_seconds

PAGES = 20
ROUNDS = 3
_SYLLABLES = ("ka", "lo", "min", "ter", "vas", "ru", "den", "o", "sti", "pel", "gar", "ne")
_URL = "https://herald.example/story"


def measure() -> Iterator[Row]:
    """Yield seconds per page of every system, and ours as a ratio to each and to both together."""
    generator = np.random.default_rng(SEED)
    pages = [_page(generator) for _ in range(PAGES)]
    seconds = {
        "newspaper3k": _seconds(newspaper, pages),
        "trafilatura": _seconds(trafilatura, pages),
        "ours": _seconds(ours, pages),
    }
    for system, taken in seconds.items():
        yield _row(system, "seconds_per_page", taken)
    for peer in ("newspaper3k", "trafilatura"):
        yield _row("ours", f"ratio_to_{peer}", seconds["ours"] / seconds[peer])
    both = seconds["newspaper3k"] + seconds["trafilatura"]
    yield _row("ours", "ratio_to_both", seconds["ours"] / both)


def _row(system: str, metric: str, value: float) -> Row:
    return Row(set="invented", system=system, metric=metric, value=value, n=PAGES)


def _seconds(extract: Callable[[bytes, str], str], pages: Sequence[bytes]) -> float:
    """Return the fewest seconds of processor time a page took, over a few rounds."""
    extract(pages[0], _URL)
    return fewest_seconds(lambda: [extract(page, _URL) for page in pages], ROUNDS) / len(pages)


def _page(generator: np.random.Generator) -> bytes:
    story = "".join(f"<p>{_words(generator, 45)}.</p>" for _ in range(18))
    menu = "".join(f"<li><a href='/{i}'>{_words(generator, 2)}</a></li>" for i in range(60))
    teasers = "".join(
        f"<div class='card'><a href='/{i}'><img src='{i}.jpg' alt=''>"
        f"<h3>{_words(generator, 8)}</h3></a><span>{_words(generator, 3)}</span></div>"
        for i in range(60)
    )
    comments = "".join(f"<div class='comment'>{_words(generator, 30)}</div>" for _ in range(20))
    title = _words(generator, 9)
    return (
        f"<html lang='en'><head><title>{title} | Herald</title>"
        "<meta name='author' content='Ada Ray'>"
        "<meta property='article:published_time' content='2026-03-13T20:00:00Z'>"
        f"<script>{'x=1;' * 20_000}</script></head><body><nav><ul>{menu}</ul></nav>"
        f"<article><h1>{title}</h1>{story}</article>"
        f"<section id='comments'>{comments}</section><aside>{teasers}</aside>"
        f"<footer>{menu}</footer></body></html>"
    ).encode()


def _words(generator: np.random.Generator, count: int) -> str:
    return " ".join(
        "".join(_SYLLABLES[i] for i in generator.integers(0, len(_SYLLABLES), size))
        for size in generator.integers(1, 4, count)
    )
