"""Single files of HTML or text as pages, with what their names and folders say of them."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from bias.coverage.canonical import named_address
from bias.coverage.markup import decode
from bias.imports.found import RawPage, Skipped
from bias.imports.tables import open_maybe_gzip
from bias.imports.written import Written, paragraphs_of, write_page
from bias.languages import DEFAULT
from bias.text import slug

MAX_BYTES = 20_000_000

_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_/.]?(0[1-9]|1[0-2])[-_/.]?(0[1-9]|[12]\d|3[01])(?!\d)")
_HEADER = re.compile(r"(title|date|published|url|outlet|authors?|language):[ \t]*(.*)", re.I)


def read_html(path: Path, root: Path) -> Iterator[RawPage | Skipped]:
    """Yield the page in a file; its address is the one it names as its own."""
    body = _content(path)
    if body is None:
        yield Skipped(place=str(path), reason="larger than 20 MB")
        return
    yield RawPage(
        place=str(path),
        body=body,
        url=named_address(body) or _made_address(path, root),
        outlet="" if named_address(body) else _folder(path, root),
        published="",
        content_type="text/html",
    )


def read_text(path: Path, root: Path) -> Iterator[RawPage | Skipped]:
    """Yield the page that a file of plain text makes; its form is described in docs/import.md."""
    body = _content(path)
    if body is None:
        yield Skipped(place=str(path), reason="larger than 20 MB")
        return
    headers, text = _headers(decode(body))
    lines = paragraphs_of(text)
    title = headers.get("title") or next(iter(lines), "")
    paragraphs = lines if "title" in headers else lines[1:]
    if not paragraphs:
        yield Skipped(place=str(path), reason="no text")
        return
    published = headers.get("date") or headers.get("published") or _day(path, root)
    url = headers.get("url") or _made_address(path, root)
    names = headers.get("authors") or headers.get("author") or ""
    written = Written(
        title=title,
        paragraphs=paragraphs,
        authors=tuple(name.strip() for name in names.split(";") if name.strip()),
        published=published,
        url=url,
        language=headers.get("language", DEFAULT).lower()[:2],
    )
    yield RawPage(
        place=str(path),
        body=write_page(written),
        url=url,
        outlet=headers.get("outlet") or ("" if "url" in headers else _folder(path, root)),
        published=published,
        title=title,
    )


def _content(path: Path) -> bytes | None:
    with open_maybe_gzip(path) as stream:
        body = stream.read(MAX_BYTES + 1)
    return body if len(body) <= MAX_BYTES else None


def _headers(text: str) -> tuple[dict[str, str], str]:
    """Return the lines ``name: value`` at the head of a text, and the text behind them."""
    headers: dict[str, str] = {}
    lines = text.lstrip().splitlines()
    while lines and (found := _HEADER.fullmatch(lines[0].strip())):
        headers[found.group(1).lower()] = found.group(2).strip()
        lines.pop(0)
    return headers, "\n".join(lines)


def _folder(path: Path, root: Path) -> str:
    """Return the folder below the root that a file lies in, as the name of its outlet."""
    parts = path.relative_to(root).parts[:-1]
    names = [part for part in parts if not _DAY.fullmatch(part)]
    return names[0] if names else root.name


def _made_address(path: Path, root: Path) -> str:
    """Return an address for what has none, in the domain that is kept for such use."""
    host = slug(_folder(path, root), 60) or "imported"
    return f"https://{host}.invalid/{quote(path.relative_to(root).as_posix())}"


def _day(path: Path, root: Path) -> str:
    """Return the day that a path names, the last where there are several; empty without one."""
    found = _DAY.findall(path.relative_to(root).as_posix())
    return "-".join(found[-1]) if found else ""
