"""How fast outlets are read, as a share of a bare httpx client's rate, and in how much memory.

Twenty outlets on loopback announce their pages in a feed; nobody pauses. Ours reads robots.txt and
feeds, judges every page and keeps it with its headers as WARC; the bare client asks for the same
pages and lets them go: one after the other, and in as many threads as there are outlets.
"""

import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx

from benchmarks.rows import Row
from benchmarks.timing import peak_megabytes, wall_seconds
from bias import pipeline
from bias.config import Settings

OUTLETS = 20
PAGES, MANY = 2_000, 20_000
ROUNDS = 3
EDITION = "2026-03-14"


def measure() -> Iterator[Row]:
    """Yield pages per second of both, our share of the bare rate, and memory by number of pages."""
    with _newsstand(PAGES // OUTLETS) as ports:
        systems = {"ours": _fetch, "httpx": _one, "httpx_threads": _threads}
        rates = {system: 0.0 for system in systems}
        for _ in range(ROUNDS):  # in turns, so that whatever else the machine does meets all
            for system, work in systems.items():
                rate = PAGES / wall_seconds(partial(work, ports))
                rates[system] = max(rates[system], rate)
        few = peak_megabytes(lambda: _fetch(ports))
    for system, rate in rates.items():
        yield _row(system, "pages_per_second", rate)
    for system in ("httpx", "httpx_threads"):
        yield _row("ours", f"share_of_{system}", rates["ours"] / rates[system])
    with _newsstand(MANY // OUTLETS) as ports:
        many = peak_megabytes(lambda: _fetch(ports))
    yield _row("ours", "peak_megabytes", few)
    yield _row("ours", "peak_megabytes", many, MANY)


def _row(system: str, metric: str, value: float, pages: int = PAGES) -> Row:
    return Row(set="loopback", system=system, metric=metric, value=value, n=pages)


@contextmanager
def _newsstand(pages: int) -> Iterator[list[int]]:
    program = Path(__file__).with_name("newsstand.py")
    command = [sys.executable, str(program), str(OUTLETS), str(pages)]
    with subprocess.Popen(  # noqa: S603 - our own program
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout and process.stdin  # noqa: S101 - both are pipes
        yield [int(port) for port in process.stdout.readline().split()]
        process.stdin.close()


def _fetch(ports: list[int]) -> None:
    with TemporaryDirectory() as folder:
        settings = _settings(Path(folder), ports)
        pipeline.fetch_all(settings, EDITION, pipeline.outlets_to_fetch(settings))
        kept = list(Path(folder, "archive", "pages", EDITION).iterdir())
        assert len(kept) == OUTLETS, kept  # noqa: S101 - else less was measured than is said


def _settings(folder: Path, ports: list[int]) -> Settings:
    declared = (
        f'[[outlet]]\nid = "outlet-{port}"\nname = "Outlet {port}"\n'
        f'homepage = "http://127.0.0.1:{port}/"\n'
        f'feeds = [{{ url = "http://127.0.0.1:{port}/rss" }}]\n'
        for port in ports
    )
    (folder / "outlets.toml").write_text("".join(declared))
    return Settings(
        _env_file=None,
        archive=str(folder / "archive"),
        outlets=folder / "outlets.toml",
        allow_private_hosts=True,
        delay_seconds=0,
        max_articles_per_outlet=MANY // OUTLETS,
        now=datetime(2026, 3, 14, 2, 30, tzinfo=UTC),
    )


# ---------------------------------------------------------------- the peer


def _addresses(port: int) -> list[str]:
    return [f"http://127.0.0.1:{port}/story/{number}" for number in range(PAGES // OUTLETS)]


def _one(ports: list[int]) -> None:
    with httpx.Client() as client:
        _get(client, [url for port in ports for url in _addresses(port)])


def _threads(ports: list[int]) -> None:
    with httpx.Client() as client, ThreadPoolExecutor(OUTLETS) as pool:
        for job in [pool.submit(_get, client, _addresses(port)) for port in ports]:
            job.result()


def _get(client: httpx.Client, urls: list[str]) -> None:
    for url in urls:
        client.get(url).raise_for_status()
