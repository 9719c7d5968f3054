"""``python -m benchmarks quality STAGE --data DIR`` and ``python -m benchmarks speed STAGE``."""

import argparse
import sys
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from types import ModuleType

import msgspec
from rich.console import Console
from rich.table import Table

from benchmarks.rows import Row

QUALITY = ("extraction", "gate", "events", "alignment", "voice", "names", "claims", "wording")
SPEED = (
    *("coverage", "articles", "events", "growth", "passages", "reading", "alignment", "wording"),
    *("report", "opening", "pipeline"),
)
MADE_OF_TEXTS = ("growth",)
"""Speeds that can be measured on labelled texts too."""


def main(arguments: list[str] | None = None) -> int:
    """Run one measurement and print its rows; returns the exit code."""
    options = _parser().parse_args(arguments)
    module = import_module(f"benchmarks.{options.kind}.{options.stage}")
    if options.data and not options.data.is_dir():
        sys.stderr.write(f"{options.data}: no such folder; give --data a folder of labelled data\n")
        return 2
    if options.kind == "speed" and options.data and options.stage not in MADE_OF_TEXTS:
        sys.stderr.write(f"--data goes with {', '.join(MADE_OF_TEXTS)} alone\n")
        return 2
    if options.kind == "quality" and options.mistakes:
        return _print_mistakes(module, options.data)
    rows: list[Row] = list(module.measure(options.data) if options.data else module.measure())
    _print_table(options.stage, rows)
    if options.json:
        line = msgspec.json.encode({"stage": options.stage, "rows": rows})
        sys.stdout.write(line.decode() + "\n")
    return 0


def _print_mistakes(module: ModuleType, data: Path) -> int:
    """List what a measurement found wrong, one entry after the other."""
    if not hasattr(module, "mistakes"):
        sys.stderr.write("this measurement lists no mistakes\n")
        return 2
    for mistake in module.mistakes(data):
        sys.stdout.write(f"{mistake}\n")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    kinds = parser.add_subparsers(dest="kind", required=True)
    quality = kinds.add_parser("quality", help="against human labels")
    quality.add_argument("stage", choices=QUALITY)
    quality.add_argument("--data", type=Path, required=True, help="folder of labelled data")
    quality.add_argument(
        "--mistakes", action="store_true", help="list what was wrong instead of the figures"
    )
    speed = kinds.add_parser("speed", help="against peers and limits, as ratios")
    speed.add_argument("stage", choices=SPEED)
    for kind in (quality, speed):
        kind.add_argument("--json", action="store_true", help="print one object as the last line")
    speed.add_argument("--data", type=Path, help="folder of labelled data, for growth")
    return parser


def _print_table(title: str, rows: Iterable[Row]) -> None:
    table = Table("set", "system", "metric", "value", "95 % interval", "n", title=title)
    for row in rows:
        spread = "" if row.low is None else f"{row.low:.3f} to {row.high:.3f}"
        table.add_row(row.set, row.system, row.metric, f"{row.value:.3f}", spread, str(row.n))
    Console().print(table)


if __name__ == "__main__":
    sys.exit(main())
