"""Sentence boundaries against BASIL (Fan et al., 2019), whose articles were split by hand.

The sentences of each paragraph are joined by a space; counted are the places inside a paragraph
where one sentence ends, with two characters of tolerance.
"""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import msgspec

from benchmarks.rows import Row, f1, row
from benchmarks.texts import read_rows
from bias.language.sentences import split_sentences

Splitter = Callable[[str], Sequence[tuple[int, int]]]

TOLERANCE = 2


class SplitArticle(msgspec.Struct, frozen=True):
    """One article of BASIL."""

    sentences: list[str]
    paragraph_of_sentence: list[int]


class Hits(msgspec.Struct, frozen=True):
    """Boundaries of one article: annotated, found, and found where annotated."""

    annotated: int
    found: int
    right: int


def measure_boundaries(path: Path) -> Iterator[Row]:
    """Yield ``boundary_f1`` of ours and of syntok as it comes."""
    articles = read_rows(path, SplitArticle)
    for system, splitter in (("ours", split_sentences), ("syntok", _syntok)):
        hits = [_compare(article, splitter) for article in articles]
        yield row("basil", system, "boundary_f1", hits, _boundary_f1)


def _syntok(text: str) -> list[tuple[int, int]]:
    from syntok import segmenter

    sentences = (sentence for paragraph in segmenter.analyze(text) for sentence in paragraph)
    return [(s[0].offset, s[-1].offset + len(s[-1].value)) for s in sentences]


def _compare(article: SplitArticle, splitter: Splitter) -> Hits:
    annotated = found = right = 0
    for sentences in _paragraphs(article):
        truth = _inner_ends(sentences)
        ends = [end for _, end in splitter(" ".join(sentences))][:-1]
        annotated += len(truth)
        found += len(ends)
        right += _matched(truth, ends)
    return Hits(annotated=annotated, found=found, right=right)


def _paragraphs(article: SplitArticle) -> list[list[str]]:
    paragraphs: dict[int, list[str]] = {}
    for sentence, number in zip(article.sentences, article.paragraph_of_sentence, strict=True):
        paragraphs.setdefault(number, []).append(sentence)
    return list(paragraphs.values())


def _inner_ends(sentences: Sequence[str]) -> list[int]:
    ends: list[int] = []
    for sentence in sentences[:-1]:
        ends.append((ends[-1] + 1 if ends else 0) + len(sentence))
    return ends


def _matched(truth: Sequence[int], ends: Sequence[int]) -> int:
    """Count the ends that meet a boundary not met before; both lists ascend."""
    matched = i = 0
    for end in ends:
        while i < len(truth) and truth[i] < end - TOLERANCE:
            i += 1
        if i < len(truth) and truth[i] <= end + TOLERANCE:
            matched, i = matched + 1, i + 1
    return matched


def _boundary_f1(hits: Sequence[Hits]) -> float:
    right = sum(hit.right for hit in hits)
    found, annotated = sum(hit.found for hit in hits), sum(hit.annotated for hit in hits)
    return f1(right / found if found else 0.0, right / annotated if annotated else 0.0)
