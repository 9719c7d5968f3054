"""The labelled texts of BABE and BASIL, each with the units that it is counted by."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.texts import plain_article, read_rows
from bias.records import Article
from bias.text import word_spans

Span = tuple[int, int]


class Labelled(NamedTuple):
    """One text, what it is counted by, and the spans that people marked in it."""

    article: Article
    units: tuple[Span, ...]
    """Words (babe) or sentences (basil)."""
    marked: tuple[Span, ...]


def read_babe(path: Path) -> list[Labelled]:
    """Return one text for each sentence, counted by words."""
    return [
        Labelled(
            plain_article(f"babe-{number}", "babe", row["text"]),
            tuple(word_spans(row["text"])),
            tuple((start, end) for start, end in row["spans"]),
        )
        for number, row in enumerate(read_rows(path, dict[str, Any]))
    ]


def read_basil(path: Path) -> list[Labelled]:
    """Return one text for each article, counted by sentences of its body; quoted labels are out."""
    texts = []
    for row in read_rows(path, dict[str, Any]):
        body, units = _join(row["sentences"], row["paragraph_of_sentence"])
        labels = [label for label in row["lexical"] if label["sent"] >= 0 and not label["in_quote"]]
        starts = [(units[label["sent"]][0], label) for label in labels]
        marked = tuple((at + label["start"], at + label["end"]) for at, label in starts)
        article = plain_article(row["id"], row["outlet"], body, row["title"])
        texts.append(Labelled(article, units, marked))
    return texts


def _join(sentences: Sequence[str], paragraphs: Sequence[int]) -> tuple[str, tuple[Span, ...]]:
    """Return the body with its paragraphs, and the span of every sentence in it."""
    body, spans = "", []
    for index, sentence in enumerate(sentences):
        if index:
            body += " " if paragraphs[index] == paragraphs[index - 1] else "\n\n"
        spans.append((len(body), len(body) + len(sentence)))
        body += sentence
    return body, tuple(spans)
