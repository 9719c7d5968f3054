"""What has arrived of an outlet, on disk one by one, until it is whole.

A journal is the beginning of a WARC: each record is written out as it comes, so that a run that is
killed loses the page it was reading at most, and the next one goes on where it was. At the end its
records are put in order: what is said of the outlet, what was asked and answered on the way, then
pages and gaps by address. A run that was stopped and one that was not end with the same bytes.
"""

import fcntl
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from tempfile import SpooledTemporaryFile
from threading import Lock
from typing import IO, cast

from msgspec.structs import replace

from bias.coverage.exchanges import REDIRECTS, Exchange
from bias.coverage.keeping import Outcome
from bias.coverage.snapshots import End, Same
from bias.coverage.units import Unit, read_exchange_at, read_units
from bias.coverage.warc import ASK_AGAIN, exchange_records, note_record, page_records
from bias.records import Gap, Page, Record

_IN_MEMORY = 1_000_000
_HELD_STATUS = (200, *REDIRECTS)


class _Place(Record, frozen=True):
    """Where records stand, and what they count as."""

    start: int
    end: int
    items: int = 0
    """1 for a page or gap."""


class Journal:
    """One outlet's journal; several threads may write to it."""

    def __init__(self, path: Path) -> None:
        """Take where it lives, and go on with what is there; without it, nothing is written yet."""
        self._path = path
        self._lock = Lock()
        self._file = cast("IO[bytes]", SpooledTemporaryFile(max_size=_IN_MEMORY))  # noqa: SIM115
        self._on_disk = False
        self._end = 0
        self._exchanges: dict[str, tuple[str, str, _Place]] = {}
        self._items: dict[str, _Place] = {}
        self._settled: set[str] = set()
        self._said: list[_Place] = []
        self._held: dict[str, _Place] = {}
        self._faults: list[str] = []
        self._pages: list[tuple[Page, _Place]] = []
        self._seed = ""
        if path.exists():
            self._promote()
            self._load()

    # ------------------------------------------------------------ what is there already

    def seed(self, stream: IO[bytes]) -> None:
        """Begin with what an earlier run of the edition left whole, unless begun already."""
        if self._end:
            return
        shutil.copyfileobj(stream, self._file)
        self._load()
        self._seed = self._digest(self._said + self._by_address())
        self._said = []

    def _load(self) -> None:
        self._file.seek(0)
        for unit in list(read_units(self._file)):
            if not isinstance(unit.note, End):
                self._take(unit, _Place(unit.start, unit.end, int(unit.is_item)))
                self._end = unit.end
        self._file.truncate(self._end)

    def _take(self, unit: Unit, place: _Place) -> None:
        if isinstance(unit.note, Gap) and not unit.note.url:
            self._faults.append(unit.note.detail)
            self._said.append(place)
        elif isinstance(unit.note, Gap | Same):
            self._place(unit.note.url, place, settled=not unit.ask_again)
        elif unit.page:
            self._place(unit.page.url, place, settled=True)
            self._pages.append((unit.page, place))
        elif unit.exchange:
            self._note(unit.exchange, place)
            if unit.exchange.status in _HELD_STATUS:
                self._held[unit.exchange.url] = place

    def _note(self, exchange: Exchange, place: _Place) -> None:
        self._exchanges[self._digest([place])] = (exchange.at, exchange.url, place)

    def _place(self, url: str, place: _Place, *, settled: bool) -> None:
        self._items[url] = place
        if settled:
            self._settled.add(url)

    def has(self, url: str) -> bool:
        """Return whether the address need not be asked again."""
        return url in self._settled

    def pages(self) -> Iterator[Page]:
        """Yield the pages that an earlier run kept."""
        for page, place in self._pages:
            with self._lock:
                found = read_exchange_at(self._file, place.start)
            if found:
                yield replace(page, body=found.body)

    def held(self, url: str) -> Exchange | None:
        """Return what an earlier run of the edition was answered there, unless it was at fault."""
        place = self._held.get(url)
        if place is None or any(f"{url}: " in fault for fault in self._faults):
            return None
        with self._lock:
            return read_exchange_at(self._file, place.start)

    # ------------------------------------------------------------ what comes

    def exchange(self, exchange: Exchange) -> None:
        """Keep an exchange that belongs to no article: robots.txt, a feed."""
        data = exchange_records(exchange)
        with self._lock:
            self._note(exchange, self._append(data))
            self._file.flush()

    def outcome(self, outcome: Outcome) -> None:
        """Keep what became of an address, or what is to be said of the outlet as a whole."""
        item, on_the_way = outcome.item, outcome.exchanges
        if isinstance(item, Page):
            last = on_the_way[-1] if on_the_way else None
            own = last if last and last.url == item.final_url else None
            data = page_records(item, own)
            on_the_way = on_the_way[:-1] if own else on_the_way
        else:
            again = {ASK_AGAIN: "yes"} if outcome.ask_again else {}
            data = note_record(item, item.url, again)
        for each in on_the_way:
            self.exchange(each)
        self._keep(item.url, data, settled=not outcome.ask_again)

    def same(self, url: str, exchanges: tuple[Exchange, ...]) -> None:
        """Remember an address that led to a page kept under another one."""
        for each in exchanges:
            self.exchange(each)
        self._keep(url, note_record(Same(url=url), url, {}), settled=True, items=0)

    def _keep(self, url: str, data: bytes, *, settled: bool, items: int = 1) -> None:
        with self._lock:
            self._promote()
            place = self._append(data, items)
            if url:
                self._place(url, place, settled=settled)
            else:
                self._said.append(place)
            self._file.flush()

    def _append(self, data: bytes, items: int = 0) -> _Place:
        self._file.seek(self._end)
        self._file.write(data)
        place = _Place(self._end, self._end + len(data), items)
        self._end = place.end
        return place

    def _promote(self) -> None:
        """Go on in the file of that name, waiting for whoever has it."""
        if self._on_disk:
            return
        self._path.parent.mkdir(parents=True, exist_ok=True)
        file = os.fdopen(os.open(self._path, os.O_RDWR | os.O_CREAT, 0o644), "r+b")
        fcntl.flock(file, fcntl.LOCK_EX)
        if self._end:
            self._file.seek(0)
            file.truncate(0)
            shutil.copyfileobj(self._file, file)
        self._file.close()
        self._file, self._on_disk = file, True

    # ------------------------------------------------------------ the end

    @property
    def is_unchanged(self) -> bool:
        """Whether all that is to be said is what an earlier run left whole."""
        return bool(self._seed) and self._seed == self._digest(self._said + self._by_address())

    def write(self, stream: IO[bytes]) -> None:
        """Write the whole WARC, in order."""
        exchanges = [place for *_, place in sorted(self._in_time())]
        places = [*self._said, *exchanges, *self._by_address()]
        for chunk in self._chunks(places):
            stream.write(chunk)
        stream.write(note_record(End(items=sum(place.items for place in places)), "", {}))

    def close(self) -> None:
        """Close the file and leave it for the next run."""
        self._file.close()

    def remove(self) -> None:
        """Remove the file, once all of it stands elsewhere."""
        if self._on_disk:
            with suppress(OSError):
                self._path.unlink()

    def _in_time(self) -> Iterator[tuple[str, str, str, _Place]]:
        for digest, (at, url, place) in self._exchanges.items():
            yield at, url, digest, place

    def _by_address(self) -> list[_Place]:
        return [self._items[url] for url in sorted(self._items)]

    def _digest(self, places: Iterable[_Place]) -> str:
        digest = sha256()
        for chunk in self._chunks(places):
            digest.update(chunk)
        return digest.hexdigest()

    def _chunks(self, places: Iterable[_Place]) -> Iterator[bytes]:
        for place in places:
            self._file.seek(place.start)
            yield self._file.read(place.end - place.start)
