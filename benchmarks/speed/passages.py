"""How fast an article is read, as a ratio to syntok, which only splits sentences."""

from collections.abc import Iterator

from benchmarks.rows import Row
from benchmarks.texts import plain_article, read_article
from benchmarks.timing import fewest_seconds
from bias.language.sentences import split_sentences

_PARAGRAPHS = (
    "The mayor of Oslo, Ada Ray, said on Monday that the bridge “will not be closed before June.”",
    "“We have read every report,” she told reporters. “None of them asks for that.”",
    "Her opponents accused the city of hiding what they called a dangerous crack. An engineer, "
    "J. K. Ode, denied it. According to the ministry, about 4,000 cars cross the bridge every day.",
    "The bridge was opened in 1931. It was repaired twice, at a cost of 3.2 million, and stood "
    "closed for most of the ’90s. Nobody was hurt when a cable broke last winter.",
)
_REPEATS = 200
_ROUNDS = 3


def measure() -> Iterator[Row]:
    """Yield seconds per megabyte of text, and the ratio of each to syntok in the same run."""
    text = "\n\n".join(_PARAGRAPHS * _REPEATS)
    article = plain_article("speed-0", "speed", text)
    seconds = {
        "syntok": fewest_seconds(lambda: _syntok(text), _ROUNDS),
        "sentences": fewest_seconds(lambda: split_sentences(text), _ROUNDS),
        "ours": fewest_seconds(lambda: read_article(article), _ROUNDS),
    }
    megabytes = len(text.encode()) / 1e6
    for system, taken in seconds.items():
        yield _row(system, "seconds_per_mb", taken / megabytes)
        yield _row(system, "ratio_to_syntok", taken / seconds["syntok"])


def _row(system: str, metric: str, value: float) -> Row:
    return Row(set="invented", system=system, metric=metric, value=value, n=_ROUNDS)


def _syntok(text: str) -> int:
    from syntok import segmenter

    return sum(1 for paragraph in segmenter.analyze(text) for _ in paragraph)
