"""How the commands print: plain text, one JSON object, and progress bars."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from rich.console import Console

if TYPE_CHECKING:
    from rich.progress import Progress

    from bias.batches import Tick

T = TypeVar("T")

out = Console(markup=False, highlight=False, soft_wrap=True)
"""Results."""
notes = Console(stderr=True, markup=False, highlight=False, soft_wrap=True)
"""Progress and errors, so that results can be piped."""


def print_json(value: object) -> None:
    """Print one JSON object on one line."""
    from bias.encoding import encode

    sys.stdout.write(encode(value).decode() + "\n")


def open_page(address: str) -> None:
    """Open a page in the browser of whoever sits at this terminal; nothing in a pipe."""
    import webbrowser

    if out.is_terminal:
        webbrowser.open(address)


def print_columns(rows: Sequence[Sequence[str]]) -> None:
    """Print rows in columns as wide as their longest entry, so that no address is cut."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        out.print("  ".join(cells).rstrip())


class Stages:
    """Runs the stages of a night, each with its progress bar."""

    def __init__(self, progress: "Progress", *, in_lines: bool = False) -> None:
        """Draw on ``progress``; where that cannot be seen, ``in_lines`` tells of each stage."""
        self._progress = progress
        self._in_lines = in_lines and progress.disable
        self.failed_partly = False
        """Whether some events failed, which was said, while others were made."""

    def run(self, name: str, work: "Callable[[Tick], T]") -> T:
        """Do one stage and show how far it is."""
        bar = self._progress.add_task(name, total=None, label="")
        self._line(f"{name} …")

        def tick(done: int, total: int, label: str) -> None:
            self._progress.update(bar, completed=done, total=total, label=label)
            self._line(f"{name}: {f'{done} of {total}, ' if total else ''}{label}")

        result = work(tick)
        total = self._progress.tasks[bar].total or 1
        self._progress.update(bar, completed=total, total=total, label="done")
        return result

    def _line(self, text: str) -> None:
        if self._in_lines:
            notes.print(text)


@contextmanager
def stages(*, in_lines: bool = False) -> Iterator[Stages]:
    """Show progress bars while stages run; in a pipe a line for each step, or nothing."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description:<13}"),
        BarColumn(bar_width=30),
        MofNCompleteColumn(),
        TextColumn("{task.fields[label]}", style="dim", markup=False),
    )
    with Progress(*columns, console=notes, disable=not notes.is_terminal) as progress:
        yield Stages(progress, in_lines=in_lines)
