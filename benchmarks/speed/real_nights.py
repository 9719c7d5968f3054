"""Nights of natural size made of real texts: the bundled coverage, and labelled texts with it.

The texts are taken over and over, each time with other names and other long words, so that the
words all texts share, and so how the articles of a night hang together, stay those of real texts.
"""

import gzip
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path
from typing import Any

import msgspec

from benchmarks.speed.renaming import renamed
from benchmarks.texts import plain_article
from bias.demo.folder import BUNDLED, read_folder
from bias.records import Article, Record

LABELLED = ("events/*.jsonl.gz", "wording/basil.jsonl.gz")
FEW_OUTLETS = 25
"""Outlets that texts of no known outlet are dealt out to."""
SETS_OF_OUTLETS = 10


class Text(Record, frozen=True, kw_only=True):
    """One text that nights are made of."""

    outlet: str
    title: str
    body: str


def texts(data: Path | None) -> list[Text]:
    """Return the bundled texts, and those of a folder of labelled data."""
    stories, _ = read_folder(BUNDLED)
    bundled = [
        Text(outlet=story.outlet, title=story.title or "", body="\n\n".join(story.paragraphs))
        for story in stories
        if story.paragraphs
    ]
    files = [path for kind in LABELLED for path in sorted(data.glob(kind))] if data else []
    return bundled + [text for path in files for text in _labelled(path)]


def _labelled(path: Path) -> Iterator[Text]:
    for number, line in enumerate(gzip.decompress(path.read_bytes()).splitlines()):
        row: dict[str, Any] = msgspec.json.decode(line)
        body = row.get("text") or " ".join(row.get("sentences") or ())
        outlet = row.get("outlet") or f"outlet-{number % FEW_OUTLETS}"
        yield Text(outlet=outlet, title=row.get("title") or "", body=body)


def night(known: list[Text], size: int) -> list[Article]:
    """Return a night of so many articles."""
    again = ((times, text) for times in count() for text in known)
    return [
        plain_article(
            f"{number:06d}",
            f"{text.outlet}-{times % SETS_OF_OUTLETS}",
            renamed(text.body, times),
            renamed(text.title, times),
        )
        for number, (times, text) in enumerate(islice(again, size))
    ]
