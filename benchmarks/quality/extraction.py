"""Body text against what people say the article body is, beside newspaper3k and trafilatura.

Pages are compared by their bags of 4-gram word shingles; precision and recall are averaged over
pages and F1 is their harmonic mean, all as article-extraction-benchmark (Zyte) computes them.

The standfirst is a part of its own here. The labels of scrapinghub leave it out on every page,
those of the other sets count it as body: it is compared as the labels of the set have it. Where a
set labels title, day and authors too, they are measured by ``benchmarks.quality.fields``.
"""

import gzip
import re
import warnings
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from pathlib import Path
from time import process_time

import msgspec

from benchmarks.quality.fields import measure_fields
from benchmarks.rows import Row, f1, row
from benchmarks.texts import read_rows
from bias.articles.extract import extract_article
from bias.config import Settings
from bias.records import Article, Page

SHINGLE_WORDS = 4
WITHOUT_STANDFIRST = frozenset({"scrapinghub"})
"""Sets whose labels hold no standfirst on any page."""

_WORD = re.compile(r"\w+")

Overlap = tuple[float, float, float]
"""Shares of all shingles of a page that are in both texts, only in ours, only in the truth."""


class Truth(msgspec.Struct, frozen=True):
    """One page with the body text that a person found on it."""

    url: str
    html: str
    text: str
    title: str | None = None
    date: str | None = None
    """The day, as printed on the page."""
    authors: str | None = None


def measure(data: Path) -> Iterator[Row]:
    """Yield precision, recall and F1 of every system on every set below ``extraction``."""
    for name, pages in read_sets(data):
        start = process_time()
        articles = [read(body, page.url) for page, body in pages]
        yield _seconds(name, "ours", process_time() - start, len(pages))
        found = [told(article, name) for article in articles]
        units = [overlap(page.text, text) for (page, _), text in zip(pages, found, strict=True)]
        yield from _rows(name, "ours", units)
        for system, extract in SYSTEMS.items():
            start = process_time()
            texts = [extract(body, page.url) for page, body in pages]
            yield _seconds(name, system, process_time() - start, len(pages))
            units = [overlap(page.text, text) for (page, _), text in zip(pages, texts, strict=True)]
            yield from _rows(name, system, units)
        yield from measure_fields(name, [page for page, _ in pages], articles)


def read_sets(data: Path) -> Iterator[tuple[str, list[tuple[Truth, bytes]]]]:
    """Yield every set below ``extraction``: its name, and its pages with their bodies."""
    for truths in sorted((data / "extraction").glob("*/ground_truth.jsonl.gz")):
        folder = truths.parent
        pages = read_rows(truths, Truth)
        bodies = [gzip.decompress((folder / page.html).read_bytes()) for page in pages]
        yield folder.name, list(zip(pages, bodies, strict=True))


def told(article: Article | None, name: str) -> str:
    """Return the text of an article as the labels of a set would have it."""
    if article is None:
        return ""
    parts = (article.standfirst if name not in WITHOUT_STANDFIRST else "", article.text)
    return "\n\n".join(part for part in parts if part)


def _seconds(name: str, system: str, seconds: float, pages: int) -> Row:
    """Return the processor time that a page took; what a library loads with its first included."""
    return Row(set=name, system=system, metric="seconds", value=seconds / max(1, pages), n=pages)


def overlap(truth: str, found: str) -> Overlap:
    """Return how two texts overlap, as shares that sum to 1 (all 0 when both are empty).

    >>> overlap("one two three four five", "one two three four")
    (0.5, 0.0, 0.5)
    """
    a, b = _shingles(truth), _shingles(found)
    both = sum((a & b).values())
    parts = (both, sum(b.values()) - both, sum(a.values()) - both)
    whole = sum(parts)
    return (parts[0] / whole, parts[1] / whole, parts[2] / whole) if whole else (0.0, 0.0, 0.0)


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    tokens = _WORD.findall(text)
    starts = range(max(1, len(tokens) - SHINGLE_WORDS + 1)) if tokens else ()
    return Counter(tuple(tokens[start : start + SHINGLE_WORDS]) for start in starts)


def _precision(units: Sequence[Overlap]) -> float:
    return _mean([both / (both + ours) for both, ours, _ in units if both + ours])


def _recall(units: Sequence[Overlap]) -> float:
    return _mean([both / (both + truth) for both, _, truth in units if both + truth])


def _f1(units: Sequence[Overlap]) -> float:
    return f1(_precision(units), _recall(units))


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def _rows(name: str, system: str, units: Sequence[Overlap]) -> Iterator[Row]:
    metrics: dict[str, Callable[[Sequence[Overlap]], float]] = {
        "precision": _precision,
        "recall": _recall,
        "f1": _f1,
    }
    for metric, statistic in metrics.items():
        yield row(name, system, metric, units, statistic)


# ---------------------------------------------------------------- systems


def ours(body: bytes, url: str) -> str:
    """Return standfirst and body by this project, trusted or not."""
    return told(read(body, url), "")


def read(body: bytes, url: str) -> Article | None:
    """Return the article of a page by this project, trusted or not; ``None`` for a gap."""
    page = Page(
        outlet="page",
        url=url,
        final_url=url,
        status=200,
        content_type="text/html",
        fetched_at="",
        body=body,
    )
    found = extract_article(page, _settings())
    return found if isinstance(found, Article) else None


@cache
def _settings() -> Settings:
    return Settings()


def newspaper(body: bytes, url: str) -> str:
    """Return the body text by newspaper3k, which is given the page and fetches nothing."""
    from newspaper import Article, Config

    settings = Config()
    settings.fetch_images = False
    article = Article(url, config=settings)
    article.set_html(body.decode("utf-8", "replace"))
    with warnings.catch_warnings(action="ignore"):  # its dates name time zones that are unknown
        article.parse()
    return str(article.text)


def trafilatura(body: bytes, url: str, *, precise: bool = False) -> str:
    """Return the body text by trafilatura without comments."""
    from trafilatura import extract

    return extract(body, url=url, include_comments=False, favor_precision=precise) or ""


SYSTEMS: dict[str, Callable[[bytes, str], str]] = {
    "newspaper3k": newspaper,
    "trafilatura": trafilatura,
    "trafilatura_precise": partial(trafilatura, precise=True),
}
