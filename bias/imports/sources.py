"""From paths to what is in them, by the ends of their names."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from bias.errors import UsageError
from bias.imports.files import read_html, read_text
from bias.imports.found import RawPage, Skipped
from bias.imports.tables import HTML_ENDS, read_csv, read_json, read_json_lines
from bias.imports.warcs import read_warc

_WARC = (".warc", ".arc")
_TEXT = (".txt", ".md", ".text")
_CSV = (".csv", ".tsv")
_LINES = (".jsonl", ".ndjson", ".jsonlines")


def read_paths(paths: Iterable[Path], limit: int) -> Iterator[RawPage | Skipped]:
    """Yield what files and folders hold, in the order of their paths.

    Raises:
        UsageError: a path does not exist.
    """
    for path in paths:
        if not path.exists():
            message = f"{path} does not exist; name a file or folder to import"
            raise UsageError(message)
        root = path if path.is_dir() else path.parent
        for file in _files(path):
            yield from _safely(file, root, limit)


def _files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    for each in sorted(path.iterdir()):
        if not each.name.startswith("."):
            yield from _files(each)


def _safely(file: Path, root: Path, limit: int) -> Iterator[RawPage | Skipped]:
    try:
        yield from _read(file, root, limit)
    except (OSError, EOFError) as error:
        yield Skipped(place=str(file), reason=f"cannot be read ({error.__class__.__name__})")


def _read(file: Path, root: Path, limit: int) -> Iterator[RawPage | Skipped]:
    name = file.name.lower().removesuffix(".gz")
    readers: dict[tuple[str, ...], Callable[[], Iterator[RawPage | Skipped]]] = {
        _WARC: lambda: read_warc(file, limit),
        HTML_ENDS: lambda: read_html(file, root),
        _TEXT: lambda: read_text(file, root),
        _CSV: lambda: read_csv(file),
        _LINES: lambda: read_json_lines(file),
        (".json",): lambda: read_json(file),
    }
    fitting = (reader for ends, reader in readers.items() if name.endswith(ends))
    reader = next(fitting, None)
    if reader is None:
        return iter([Skipped(place=str(file), reason="no kind of file that can be imported")])
    return reader()
