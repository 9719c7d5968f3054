"""The search over titles and names: one shard a month, the same for the page and the terminal.

An event is found where each word asked for begins a word of its title, its names or one of its
headlines; accents and case do not matter. The script of the search page does the same with the
same rows.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from bias.encoding import encode
from bias.records import Record
from bias.report.summaries import EditionSummary, EventLine

MOST_EVENTS = 300
"""Events of a night that are indexed, those that part most: bounds a shard."""
MOST_CHARS = 600
"""Characters of words that are kept of an event."""

_WORD = re.compile(r"[^\W_]+")


class Entry(Record, frozen=True, kw_only=True, array_like=True):
    """One event of the index; a row of four values, to be small."""

    edition: str
    id: str
    title: str
    outlets: int
    words: str
    """All words it is found by, folded, each once."""


def entries(summaries: Iterable[EditionSummary]) -> tuple[Entry, ...]:
    """Return the rows of some nights, newest night first, those that part most first within it."""
    newest = sorted(summaries, key=lambda night: night.edition, reverse=True)
    return tuple(
        Entry(
            edition=night.edition,
            id=line.id,
            title=line.title,
            outlets=len(line.outlets),
            words=_words_of(line),
        )
        for night in newest
        for line in night.lines[:MOST_EVENTS]
    )


def find(rows: Iterable[Entry], asked: str) -> list[Entry]:
    """Return the rows in which every word asked for begins a word, in the order given."""
    wanted = folded_words(asked)
    return [row for row in rows if wanted and _holds(row, wanted)]


def shard(month: str, rows: Sequence[Entry]) -> bytes:
    """Return the rows of a month as the script that the search page loads."""
    return b"biasShard(" + encode(month) + b"," + encode(rows) + b");\n"


def folded_words(text: str) -> list[str]:
    """Return the words of a text without accents and case.

    >>> folded_words("Guaidó’s US-backed march")
    ['guaido', 's', 'us', 'backed', 'march']
    """
    plain = unicodedata.normalize("NFKD", text.casefold())
    return _WORD.findall("".join(c for c in plain if not unicodedata.category(c).startswith("M")))


def _holds(row: Entry, wanted: Sequence[str]) -> bool:
    return all(f" {word}" in f" {row.words}" for word in wanted)


def _words_of(line: EventLine) -> str:
    kept, length = [], 0
    for word in dict.fromkeys(_all_words(line)):
        length += len(word) + 1
        if length > MOST_CHARS:
            break
        kept.append(word)
    return " ".join(kept)


def _all_words(line: EventLine) -> Iterator[str]:
    for text in (line.title, *line.names, *line.headlines):
        yield from folded_words(text)
