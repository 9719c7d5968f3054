"""How fast cues are found, and that the number of rows does not matter.

Seconds are processor time on one core, the least of several runs. ``ours`` is the whole of ``find``
over the full lexicon, ``automaton`` the bare pass. The ratio of the full lexicon to every tenth row
is taken on text without cues, so that it tells what rows cost and not what findings cost.
"""

from collections.abc import Callable, Iterator

import msgspec

from benchmarks.rows import Row
from benchmarks.texts import plain_article, read_article
from benchmarks.timing import fewest_seconds
from bias.records import Article, VoicedArticle
from bias.wording.findings import find
from bias.wording.lexicon import Lexicon, load_lexicon
from bias.wording.matcher import pad

RUNS = 5
ARTICLES = 120
_PLAIN = (
    "The council met on Monday to discuss the cost of the new road to the harbour.",
    "“We have waited for three years,” said Ana Lopes, who has run the port since May.",
    "About four hundred people stood in the square until the rain began at six o'clock.",
    "A report by two builders found that the bridge can carry lorries for another decade.",
)
_LOADED = (
    "Ministers slammed the plan, which opponents claimed would cost more than was said in May.",
    "The embattled mayor insisted that nobody had been told of the letter before the vote.",
)


def measure() -> Iterator[Row]:
    """Yield megabytes a second, and the ratios to the tenth of the rows and to the bare pass."""
    full = load_lexicon()
    tenth = msgspec.structs.replace(full, cues=full.cues[::10])
    texts = [_article(number, _PLAIN + _LOADED) for number in range(ARTICLES)]
    plain = [_article(number, _PLAIN) for number in range(ARTICLES)]
    padded = [pad(article.text) for article, _ in texts]
    megabytes = sum(len(article.text.encode()) for article, _ in texts) / 1e6
    ours, bare = _seconds(lambda: _find(texts, full)), _seconds(lambda: _pass(padded, full))
    many, few = _seconds(lambda: _find(plain, full)), _seconds(lambda: _find(plain, tenth))
    yield _row("ours", "megabytes_per_second", megabytes / ours)
    yield _row("automaton", "megabytes_per_second", megabytes / bare)
    yield _row("ours", "seconds_ratio_to_a_tenth_of_the_rows", many / few)


def _article(number: int, sentences: tuple[str, ...]) -> tuple[Article, VoicedArticle]:
    """Return an article of natural length whose order of sentences differs from the others'."""
    step = 1 + number % 5
    body = " ".join(sentences[(number + index * step) % len(sentences)] for index in range(40))
    article = plain_article(f"a{number}", "o", body)
    return article, read_article(article)


def _find(texts: list[tuple[Article, VoicedArticle]], lexicon: Lexicon) -> int:
    return sum(len(find(article, voiced, lexicon)) for article, voiced in texts)


def _pass(padded: list[str], lexicon: Lexicon) -> int:
    return sum(1 for text in padded for _ in lexicon.matcher.hits(text))


def _seconds(work: Callable[[], int]) -> float:
    """Return the least processor time of several runs, after one to warm up."""
    work()
    return fewest_seconds(work, RUNS)


def _row(system: str, metric: str, value: float) -> Row:
    return Row(set="generated", system=system, metric=metric, value=value, n=ARTICLES)
