"""What has arrived of an outlet, on disk one by one, until it is whole.

A journal is the beginning of a WARC: each record is written out as it comes, so that a run that is
killed loses the page it was reading at most, and the next one goes on where it was. At the end its
records are put in order: what is said of the outlet, what was asked and answered on the way, then
pages and gaps by address. A run that was stopped and one that was not end with the same bytes.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path
from threading import Lock
from typing import IO

from msgspec.structs import replace

from bias.coverage.exchanges import REDIRECTS, Exchange
from bias.coverage.journal_files import JournalFile, Place
from bias.coverage.keeping import Outcome
from bias.coverage.snapshots import End, Same
from bias.coverage.units import Unit, read_exchange_at, read_units
from bias.coverage.warc import ASK_AGAIN, exchange_records, note_record, page_records
from bias.records import Gap, Page

_HELD_STATUS = (200, *REDIRECTS)


class Journal:
    """One outlet's journal; several threads may write to it."""

    def __init__(self, path: Path) -> None:
        """Take where it lives, and go on with what is there; without it, nothing is written yet."""
        self._lock = Lock()
        self._file = JournalFile(path)
        self._exchanges: dict[str, tuple[str, str, Place]] = {}
        self._items: dict[str, Place] = {}
        self._settled: set[str] = set()
        self._said: list[Place] = []
        self._held: dict[str, Place] = {}
        self._faults: list[str] = []
        self._pages: list[tuple[Page, Place]] = []
        self._seed = ""
        if path.exists():
            self._load()

    # ------------------------------------------------------------ what is there already

    def seed(self, stream: IO[bytes]) -> None:
        """Begin with what an earlier run of the edition left whole, unless begun already."""
        if self._file.end:
            return
        shutil.copyfileobj(stream, self._file.stream)
        self._load()
        self._seed = self._file.digest(self._said + self._by_address())
        self._said = []

    def _load(self) -> None:
        stream = self._file.stream
        stream.seek(0)
        for unit in list(read_units(stream)):
            if not isinstance(unit.note, End):
                self._take(unit, Place(unit.start, unit.end, int(unit.is_item)))
                self._file.end = unit.end
        stream.truncate(self._file.end)

    def _take(self, unit: Unit, place: Place) -> None:
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

    def _note(self, exchange: Exchange, place: Place) -> None:
        self._exchanges[self._file.digest([place])] = (exchange.at, exchange.url, place)

    def _place(self, url: str, place: Place, *, settled: bool) -> None:
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
                found = read_exchange_at(self._file.stream, place.start)
            if found:
                yield replace(page, body=found.body)

    def held(self, url: str) -> Exchange | None:
        """Return what an earlier run of the edition was answered there, unless it was at fault."""
        place = self._held.get(url)
        if place is None or any(f"{url}: " in fault for fault in self._faults):
            return None
        with self._lock:
            return read_exchange_at(self._file.stream, place.start)

    # ------------------------------------------------------------ what comes

    def exchange(self, exchange: Exchange) -> None:
        """Keep an exchange that belongs to no article: robots.txt, a feed."""
        data = exchange_records(exchange)
        with self._lock:
            self._note(exchange, self._file.append(data))
            self._file.stream.flush()

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
            self._file.promote()
            place = self._file.append(data, items)
            if url:
                self._place(url, place, settled=settled)
            else:
                self._said.append(place)
            self._file.stream.flush()

    # ------------------------------------------------------------ the end

    @property
    def is_unchanged(self) -> bool:
        """Whether all that is to be said is what an earlier run left whole."""
        return bool(self._seed) and self._seed == self._file.digest(self._said + self._by_address())

    def write(self, stream: IO[bytes]) -> None:
        """Write the whole WARC, in order."""
        exchanges = [place for *_, place in sorted(self._in_time())]
        places = [*self._said, *exchanges, *self._by_address()]
        for chunk in self._file.chunks(places):
            stream.write(chunk)
        stream.write(note_record(End(items=sum(place.items for place in places)), "", {}))

    def close(self) -> None:
        """Close the file and leave it for the next run."""
        self._file.close()

    def remove(self) -> None:
        """Remove the file, once all of it stands elsewhere."""
        self._file.remove()

    def _in_time(self) -> Iterator[tuple[str, str, str, Place]]:
        for digest, (at, url, place) in self._exchanges.items():
            yield at, url, digest, place

    def _by_address(self) -> list[Place]:
        return [self._items[url] for url in sorted(self._items)]
