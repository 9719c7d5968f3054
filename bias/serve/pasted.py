"""What a person put into the form: texts, addresses and files, each with the name of its outlet."""

from collections.abc import Sequence
from pathlib import PurePath

from msgspec.structs import replace
from starlette.datastructures import FormData, UploadFile

from bias.config import Settings
from bias.given import Given, read_given
from bias.given.files import read_body
from bias.records import Outlet, Record
from bias.storage import ArticleOrGap

MOST_ROWS = 24
"""Texts that are compared at once."""
FEWEST_ROWS = 2
_WEB = ("http://", "https://")


class Pasted(Record, frozen=True, kw_only=True):
    """One row of the form."""

    name: str = ""
    """What to call its outlet; empty where nothing was written."""
    text: str = ""
    """A text or an address, as pasted."""
    file_name: str = ""
    """Of a file that was chosen instead; empty for none."""
    file: bytes = b""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing in it to compare."""
        return not (self.text.strip() or self.file)

    @property
    def address(self) -> str:
        """The address that was pasted instead of a text; empty for none."""
        only = self.text.strip()
        return only if only.lower().startswith(_WEB) and len(only.split()) == 1 else ""


async def read_form(form: FormData) -> list[Pasted]:
    """Return the rows of a sent form, the empty ones among them."""
    columns = [form.getlist(name) for name in ("name", "text", "file")]
    count = min(MOST_ROWS, max(map(len, columns)))
    padded = [[*column[:count], *[""] * (count - len(column))] for column in columns]
    return [await _row(*cells) for cells in zip(*padded, strict=True)]


async def _row(name: UploadFile | str, text: UploadFile | str, file: UploadFile | str) -> Pasted:
    body = b"" if isinstance(file, str) else await file.read()
    return Pasted(
        name=" ".join(_text(name).split())[:80],
        text=_text(text),
        file_name=PurePath(file.filename or "").name if isinstance(file, UploadFile) else "",
        file=body,
    )


def _text(cell: UploadFile | str) -> str:
    return cell if isinstance(cell, str) else ""


def read_pasted(
    settings: Settings, rows: Sequence[Pasted], outlets: Sequence[Outlet]
) -> list[ArticleOrGap]:
    """Return an article or a gap for each row that is not empty, in their order.

    Raises:
        UsageError: a row cannot be read as what it is; or its address is no web address.
    """
    return [
        found
        for number, row in enumerate(rows, start=1)
        if not row.is_empty
        for found in _read(settings, row, number, outlets)
    ]


def _read(
    settings: Settings, row: Pasted, number: int, outlets: Sequence[Outlet]
) -> list[ArticleOrGap]:
    if row.address and not row.file:
        return read_given(settings, [Given(source=row.address, name=row.name)], outlets)
    source = row.file_name if row.file else f"Text {number}"
    body = row.file or row.text.encode("utf-8", "replace")
    found = read_body(settings, source, body, row.name, outlets)
    return [replace(found, outlet=row.name) if row.name else found]
