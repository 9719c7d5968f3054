"""Rows of CSV, JSON-lines and JSON files as pages; the columns are named in docs/import.md."""

import csv
import gzip
import io
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, Any, cast

from bias.imports.found import RawPage, Skipped
from bias.imports.written import Written, paragraphs_of, write_page
from bias.languages import DEFAULT

COLUMNS: dict[str, tuple[str, ...]] = {
    "title": ("title", "headline"),
    "text": ("text", "paragraphs", "maintext", "content", "body", "article"),
    "html": ("html",),
    "standfirst": ("standfirst", "subtitle", "description", "dek"),
    "outlet": ("outlet", "publication", "source", "publisher", "source_domain"),
    "url": ("url", "link"),
    "published": (
        "published",
        "date",
        "publication_date",
        "published_at",
        "publish_date",
        "date_publish",
        "pubdate",
    ),
    "authors": ("authors", "author", "byline"),
    "language": ("language", "lang"),
}
"""What is read from a row, and the names of columns it is looked for under, case set aside."""

HTML_ENDS = (".html", ".htm", ".xhtml")
MAX_ROW_CHARS = 20_000_000
MAX_JSON_BYTES = 200_000_000
_GZIP = b"\x1f\x8b"
_DELIMITERS = ",;\t|"
_SAMPLE = 64_000

Row = Mapping[str, Any]


def open_maybe_gzip(path: Path) -> IO[bytes]:
    """Open a file, unpacked on the way where it is gzip."""
    stream = path.open("rb")
    if stream.read(2) == _GZIP:
        stream.close()
        return cast("IO[bytes]", gzip.open(path, "rb"))
    stream.seek(0)
    return stream


def read_csv(path: Path) -> Iterator[RawPage | Skipped]:
    """Yield what each row of a CSV file gives; comma, semicolon, tab or bar between the columns."""
    csv.field_size_limit(MAX_ROW_CHARS)
    with (
        open_maybe_gzip(path) as raw,
        io.TextIOWrapper(raw, encoding="utf-8-sig", errors="replace", newline="") as stream,
    ):
        rows = csv.DictReader(_without_nul(stream), delimiter=_delimiter(path))
        while True:
            place = f"{path}, line {rows.line_num + 1}"
            try:
                row = next(rows)
            except StopIteration:
                return
            except csv.Error:
                yield Skipped(place=place, reason="the line is no CSV")
                continue
            yield _page({name: value for name, value in row.items() if name}, place, path.parent)


def read_json_lines(path: Path) -> Iterator[RawPage | Skipped]:
    """Yield what each line of a file of JSON objects gives."""
    with open_maybe_gzip(path) as stream:
        for number, line in enumerate(stream, start=1):
            if line.strip():
                yield _json_page(line, f"{path}, line {number}", path.parent)


def read_json(path: Path) -> Iterator[RawPage | Skipped]:
    """Yield what a file with one JSON object, or a list of them, gives."""
    with open_maybe_gzip(path) as stream:
        text = stream.read(MAX_JSON_BYTES + 1)
    if len(text) > MAX_JSON_BYTES:
        yield Skipped(place=str(path), reason="larger than 200 MB; write it as JSON-lines")
        return
    try:
        content = json.loads(text)
    except (ValueError, RecursionError):
        yield Skipped(place=str(path), reason="no JSON")
        return
    for number, row in enumerate(content if isinstance(content, list) else [content], start=1):
        yield _checked(row, f"{path}, entry {number}", path.parent)


def _delimiter(path: Path) -> str:
    with open_maybe_gzip(path) as stream:
        head = stream.read(_SAMPLE).decode("utf-8-sig", "replace").partition("\n")[0]
    return max(_DELIMITERS, key=head.count)


def _without_nul(stream: IO[str]) -> Iterator[str]:
    return (line.replace("\0", "") for line in stream)


def _json_page(line: bytes, place: str, folder: Path) -> RawPage | Skipped:
    try:
        return _checked(json.loads(line), place, folder)
    except (ValueError, RecursionError):
        return Skipped(place=place, reason="the line is no JSON")


def _checked(row: Any, place: str, folder: Path) -> RawPage | Skipped:
    if not isinstance(row, dict):
        return Skipped(place=place, reason="the line is no JSON object")
    return _page(row, place, folder)


# ---------------------------------------------------------------- one row


def _page(row: Row, place: str, folder: Path) -> RawPage | Skipped:
    lower = {str(name).strip().lower(): value for name, value in row.items()}
    texts = {key: _text(_first(lower, key)) for key in COLUMNS}
    body = _html(texts["html"], folder)
    paragraphs = _paragraphs(_first(lower, "text"))
    if not body and not paragraphs:
        return Skipped(place=place, reason="no text")
    language = texts["language"].lower()[:2]
    written = Written(
        title=texts["title"],
        standfirst=texts["standfirst"],
        paragraphs=paragraphs,
        authors=_authors(_first(lower, "authors")),
        published=texts["published"],
        url=texts["url"],
        language=language or DEFAULT,
    )
    return RawPage(
        place=place,
        body=body or write_page(written),
        url=texts["url"],
        outlet=texts["outlet"],
        published=texts["published"],
        title=texts["title"],
        content_type="text/html" if body else "text/html; charset=utf-8",
    )


def _first(row: Row, key: str) -> Any:
    return next((row[name] for name in COLUMNS[key] if row.get(name)), None)


def _text(value: Any) -> str:
    if isinstance(value, dict):
        value = value.get("name")
    return value.strip() if isinstance(value, str) else str(value) if isinstance(value, int) else ""


def _paragraphs(value: Any) -> tuple[str, ...]:
    if isinstance(value, list):
        return tuple(line for each in value if (line := _text(each)))
    return paragraphs_of(_text(value)) if _text(value) else ()


def _authors(value: Any) -> tuple[str, ...]:
    if isinstance(value, list):
        return tuple(name for each in value if (name := _text(each)))
    return tuple(name for each in _text(value).split(";") if (name := each.strip()))


def _html(value: str, folder: Path) -> bytes:
    """Return markup that stands in the row, or in the HTML file that it names from its folder."""
    if not value or "<" in value:
        return value.encode("utf-8", "replace")
    path = folder / value
    # No other file, whatever a table of somebody else may name.
    if not path.name.removesuffix(".gz").endswith(HTML_ENDS) or not path.is_file():
        return b""
    with open_maybe_gzip(path) as stream:
        return stream.read(MAX_ROW_CHARS)
