"""Reads a coverage folder: ``coverage.jsonl`` or ``coverage.jsonl.gz``, one article a line.

A broken line never hides the others: it comes back as an error that names the file, the line and
what to write there, beside every story that could be read.
"""

import gzip
import re
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from bias.demo.story import NEEDS_PARAGRAPHS, LayoutName, Served, Story
from bias.errors import DataError, UsageError

BUNDLED = Path(__file__).parent / "coverage"
"""The invented coverage that comes with the project."""
EDITION = "2026-03-14"
"""The night on which the demo replays a folder, unless told otherwise."""

_NAMES = ("coverage.jsonl", "coverage.jsonl.gz")
_BOM = b"\xef\xbb\xbf"
_FIELD = re.compile(r"\$\.(\w+)|field `(\w+)`")
_OBJECT = 'a JSON object such as {"outlet": "…", "title": "…", "paragraphs": ["…"]}'
_ADVICE = {
    "outlet": 'the outlet\'s name, "outlet": "The Evening Courier"',
    "event": '"event" as a string, or null where unknown',
    "published": '"published" as ISO 8601, "2026-03-13T21:40:00Z", or null where unknown',
    "title": '"title" as a string, or null where unknown',
    "subtitle": '"subtitle" as a string, or leave it out',
    "authors": '"authors" as a list of strings, [] where unknown',
    "paragraphs": '"paragraphs" as a list of strings, one for each paragraph',
    "html": '"html" as the path of a saved page, counted from the folder',
    "url": '"url" as a string, or leave it out',
    "complete": '"complete" as true or false',
    "served": '"served" as one of ' + ", ".join(Served),
    "section": '"section" as a string, or leave it out',
    "layout": '"layout" as one of ' + ", ".join(LayoutName),
    "agency": '"agency" as true or false',
    "language": '"language" as an ISO 639-1 code such as "en"',
}


def read_folder(folder: Path) -> tuple[tuple[Story, ...], tuple[DataError, ...]]:
    """Return the stories of a coverage folder, and what is wrong with the lines left out.

    Raises:
        UsageError: there is no such folder, or it holds no coverage file.
        DataError: not one line of it can be replayed; the message is that of the first problem.
    """
    path = coverage_file(folder)
    stories: list[Story] = []
    problems: list[DataError] = []
    for number, line in _numbered_lines(path, problems):
        try:
            stories.append(read_line(line, number, path))
        except DataError as problem:
            problems.append(problem)
    if not stories:
        raise problems[0] if problems else DataError(f"{path}: holds no article; write {_OBJECT}")
    return tuple(stories), tuple(problems)


def coverage_file(folder: Path) -> Path:
    """Return the coverage file of a folder, the plain one if both are there.

    Raises:
        UsageError: there is no such folder, or it holds no coverage file.
    """
    if not folder.is_dir():
        message = f"{folder}: no such folder; give one that holds {' or '.join(_NAMES)}"
        raise UsageError(message)
    for name in _NAMES:
        if (folder / name).is_file():
            return folder / name
    message = f"{folder}: holds neither {' nor '.join(_NAMES)}; see docs/newsroom.md"
    raise UsageError(message)


def read_line(line: bytes, number: int, path: Path) -> Story:
    """Return the story of one line of the file at ``path``; lines are numbered from 1.

    Raises:
        DataError: the line is broken; the message names file and line and what to write.
    """
    where = f"{path}, line {number}"
    try:
        story = msgspec.json.decode(line, type=Story)
    except msgspec.ValidationError as error:
        raise DataError(f"{where}: {error}; write {_advice(str(error))}") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        message = f"{where}: not valid JSON in UTF-8 ({error}); write {_OBJECT} on one line"
        raise DataError(message) from error
    for is_wrong, complaint, field in _CHECKS:
        if is_wrong(story, path.parent):
            raise DataError(f"{where}: {complaint}; write {_ADVICE[field]}")
    return msgspec.structs.replace(story, line=number)


def _advice(message: str) -> str:
    found = _FIELD.search(message)
    return _ADVICE.get((found[1] or found[2]) if found else "", _OBJECT)


def _numbered_lines(path: Path, problems: list[DataError]) -> Iterator[tuple[int, bytes]]:
    number = 0
    opener = gzip.open if path.suffix == ".gz" else open
    try:
        with opener(path, "rb") as stream:
            for number, line in enumerate(stream, start=1):
                text = line.removeprefix(_BOM) if number == 1 else line
                if text.strip():
                    yield number, text
    except (OSError, EOFError, zlib.error) as error:
        message = f"{path}: cannot be read beyond line {number} ({error}); save the file again"
        problems.append(DataError(message))


def _not_a_time(story: Story, _: Path) -> bool:
    try:
        story.original_time()
    except ValueError:
        return True
    return False


def _no_such_page(story: Story, folder: Path) -> bool:
    return story.html is not None and not (folder / story.html).is_file()


_Check = Callable[[Story, Path], bool]
_CHECKS: tuple[tuple[_Check, str, str], ...] = (
    (lambda story, _: not story.outlet.strip(), "the outlet has no name", "outlet"),
    (
        lambda story, _: story.paragraphs is None and story.html is None,
        'it has neither "paragraphs" nor "html"',
        "paragraphs",
    ),
    (
        lambda story, _: story.paragraphs is not None and story.html is not None,
        'it has both "paragraphs" and "html"; leave one of them out',
        "paragraphs",
    ),
    (_not_a_time, "the time of publication is not ISO 8601", "published"),
    (_no_such_page, "the saved page is not there", "html"),
    (
        lambda story, _: story.html is not None and story.served in NEEDS_PARAGRAPHS,
        "a saved page cannot be served that way, only paragraphs can",
        "served",
    ),
)
