"""Labelled rows from files, and articles that hold nothing but their text."""

import gzip
from pathlib import Path
from typing import TypeVar

import msgspec

from bias.attribution.attribute import attribute
from bias.language.read import documents, read
from bias.people.cast import find_cast
from bias.records import Article, Quality, VoicedArticle

T = TypeVar("T")


def read_rows(path: Path, kind: type[T]) -> list[T]:
    """Return the rows of a ``.jsonl.gz`` file, one JSON object a line."""
    with gzip.open(path) as lines:
        return [msgspec.json.decode(line, type=kind) for line in lines]


def plain_article(name: str, outlet: str, text: str, title: str = "") -> Article:
    """Return a trusted article with this id."""
    return Article(
        id=name, outlet=outlet, url="", title=title, text=text, quality=Quality(trusted=True)
    )


def read_article(article: Article) -> VoicedArticle:
    """Return an article annotated, and whose words it is."""
    reading = read(article)
    return attribute(article, reading, find_cast(article, documents(article, reading)))
