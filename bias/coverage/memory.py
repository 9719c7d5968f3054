"""What is kept of addresses asked before: in this edition's journal, and in the last editions."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cached_property
from typing import IO

from bias.coverage.exchanges import Exchange
from bias.coverage.journals import Journal
from bias.coverage.units import Unit, read_exchange_at, read_units
from bias.records import Record

Open = Callable[[], IO[bytes]]
"""Opens the WARC of an earlier edition; raises ``OSError`` where there is none."""

_VALIDATORS = ("etag", "last-modified")
_OK = 200


class _Known(Record, frozen=True):
    """Where an answer stands that a server can be asked about."""

    file: int
    start: int
    at: str
    validators: tuple[tuple[str, str], ...]


class KeptBefore:
    """What one outlet's addresses answered before, newest edition first."""

    def __init__(self, journal: Journal, earlier: Sequence[Open] = ()) -> None:
        """Take the journal of this edition and what opens those before, the newest first."""
        self._journal = journal
        self._earlier = earlier

    def held(self, url: str) -> Exchange | None:
        """Return what this edition holds already, so that it need not be asked for again."""
        return self._journal.held(url)

    def known(self, url: str) -> Exchange | None:
        """Return what an earlier edition kept and may have changed, without its body."""
        known = self._index.get(url)
        if known is None:
            return None
        return Exchange(url=url, at=known.at, status=_OK, headers=known.validators)

    def whole(self, known: Exchange) -> Exchange | None:
        """Return the same with its body, ``None`` when it is no longer there."""
        place = self._index[known.url]
        with suppress(OSError), self._earlier[place.file]() as stream:
            found = read_exchange_at(stream, place.start)
            return found if found and found.url == known.url else None
        return None

    @cached_property
    def _index(self) -> dict[str, _Known]:
        index: dict[str, _Known] = {}
        for number, opened in enumerate(self._earlier):
            with suppress(OSError), opened() as stream:
                for unit in read_units(stream):
                    known = _known(unit, number)
                    if known and unit.exchange:
                        index.setdefault(unit.exchange.url, known)
        return index


def _known(unit: Unit, file: int) -> _Known | None:
    exchange = unit.exchange
    if exchange is None or exchange.status != _OK or exchange.truncated:
        return None
    named = ((name, exchange.header(name)) for name in _VALIDATORS)
    validators = tuple((name, value) for name, value in named if value)
    return _Known(file, unit.start, exchange.at, validators) if validators else None
