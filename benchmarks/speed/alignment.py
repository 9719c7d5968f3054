"""Speed of aligning one event, beside rapidfuzz over all pairs and difflib, in the same run.

The event is invented: facts are rows of pseudo-words drawn with natural frequencies, and every
outlet tells a choice of them in its own words and order. difflib is timed on a sample of pairs
and multiplied up.
"""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import partial

import numpy as np
from rapidfuzz import fuzz
from rapidfuzz.process import cdist

from benchmarks.rows import SEED, Row
from benchmarks.texts import plain_article
from benchmarks.timing import peak_megabytes, wall_seconds
from bias.alignment.align import align_event
from bias.records import Article, Event, Part, Passage, VoicedArticle

OUTLETS = 20
SIZES = (1_000, 4_000)
"""Passages of the event."""
DIFFLIB_PAIRS = 1_000
_VOCABULARY = 8_000
_SYLLABLES = ("ka", "lo", "min", "ter", "vas", "ru", "den", "o", "sti", "pel", "gar", "ne")
_CHANGED = 0.35
"""Share of the words of a fact that an outlet puts differently."""


def measure() -> Iterator[Row]:
    """Yield seconds of every system, the ratios that are promised, and peak memory of ours.

    A small event goes first, unmeasured: a process loads its libraries and word lists once, however
    many events it aligns.
    """
    _align(_coverage(np.random.default_rng(SEED), 2 * OUTLETS))
    for size in SIZES:
        articles = _coverage(np.random.default_rng(SEED), size)
        texts = [line for article in articles for line in article.text.split("\n\n")]
        ours = wall_seconds(partial(_align, articles))
        bare = wall_seconds(partial(_cdist, texts))
        difflib = wall_seconds(partial(_difflib, texts)) * size**2 / 2 / DIFFLIB_PAIRS
        for system, metric, value in (
            ("ours", "seconds", ours),
            ("token_set_ratio", "seconds", bare),
            ("difflib", "seconds_estimated", difflib),
            ("ours", "times_token_set_ratio", ours / bare),
            ("ours", "times_faster_than_difflib", difflib / ours),
            ("ours", "peak_megabytes", peak_megabytes(partial(_align, articles))),
        ):
            yield Row(set=f"event_{size}", system=system, metric=metric, value=value, n=size)


def _align(articles: Sequence[Article]) -> None:
    ids = tuple(article.id for article in articles)
    outlets = tuple(article.outlet for article in articles)
    event = Event(id="event", edition="2026-03-14", title="", articles=ids, outlets=outlets)
    align_event(event, articles, [_voiced(article) for article in articles], ())


def _cdist(texts: Sequence[str]) -> None:
    cdist(texts, texts, scorer=fuzz.token_set_ratio, workers=2)


def _difflib(texts: Sequence[str]) -> None:
    generator = np.random.default_rng(SEED)
    for a, b in generator.integers(0, len(texts), (DIFFLIB_PAIRS, 2)):
        SequenceMatcher(None, texts[a], texts[b]).ratio()


def _coverage(generator: np.random.Generator, size: int) -> list[Article]:
    words = _vocabulary(generator)
    frequencies = 1 / np.arange(1, _VOCABULARY + 1)
    frequencies /= frequencies.sum()

    def draw(count: int) -> list[str]:
        return list(generator.choice(words, count, p=frequencies))

    per_outlet = size // OUTLETS
    facts = [draw(int(generator.integers(8, 40))) for _ in range(per_outlet * 4)]

    def tell(fact: list[str]) -> str:
        others = draw(len(fact))
        changed = generator.random(len(fact)) < _CHANGED
        told = [
            new if new_one else old for old, new, new_one in zip(fact, others, changed, strict=True)
        ]
        return " ".join(told).capitalize() + "."

    return [
        _article(n, [tell(facts[i]) for i in generator.choice(len(facts), per_outlet, False)])
        for n in range(OUTLETS)
    ]


def _vocabulary(generator: np.random.Generator) -> list[str]:
    syllables = generator.choice(_SYLLABLES, (_VOCABULARY, 4))
    lengths = generator.integers(1, 5, _VOCABULARY)
    return ["".join(row[:length]) for row, length in zip(syllables, lengths, strict=True)]


def _article(number: int, lines: Sequence[str]) -> Article:
    outlet = f"outlet-{number:02d}"
    return plain_article(f"{outlet}-0000000000", outlet, "\n\n".join(lines))


def _voiced(article: Article) -> VoicedArticle:
    passages: list[Passage] = []
    start = 0
    for index, line in enumerate(article.text.split("\n\n")):
        end = start + len(line)
        passages.append(
            Passage(
                article=article.id,
                index=index,
                part=Part.BODY,
                start=start,
                end=end,
                paragraph=index,
            )
        )
        start = end + 2
    return VoicedArticle(article=article.id, passages=tuple(passages), voices=())
