"""A tiny coverage folder, written by each test that needs one."""

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

MakeFolder = Callable[..., Path]


def row(**fields: Any) -> dict[str, Any]:
    """Return a line of a coverage folder: six paragraphs on a ferry, unless told otherwise."""
    paragraphs = [f"The ferry made crossing number {n} on a calm sea." for n in range(1, 7)]
    plain = {"outlet": "The Courier", "title": "Ferry sails again", "paragraphs": paragraphs}
    return plain | {"event": None, "published": "2020-01-01T08:00:00Z", "authors": []} | fields


@pytest.fixture
def make_folder(tmp_path: Path) -> MakeFolder:
    """Return a function that writes rows, or raw lines, as a coverage folder."""

    def write(*rows: dict[str, Any] | str, name: str = "coverage.jsonl") -> Path:
        lines = "".join((r if isinstance(r, str) else json.dumps(r)) + "\n" for r in rows)
        data = lines.encode()
        (tmp_path / name).write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
        return tmp_path

    return write
