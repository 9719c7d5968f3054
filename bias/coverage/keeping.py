"""What is to be kept of one address, and whom it is handed to."""

from collections.abc import Iterable
from typing import Protocol

from bias.coverage.exchanges import Exchange
from bias.records import Gap, Page, Record


class Outcome(Record, frozen=True, kw_only=True):
    """What became of one announced address."""

    item: Page | Gap
    exchanges: tuple[Exchange, ...] = ()
    """In order; of a page the last is the page itself."""
    ask_again: bool = False
    """Whether another run may do better: there was no answer, or none that was meant."""


class Keeper(Protocol):
    """Keeps what arrives, at once."""

    def has(self, url: str) -> bool:
        """Return whether the address need not be asked again."""

    def pages(self) -> Iterable[Page]:
        """Return the pages that are kept already."""

    def exchange(self, exchange: Exchange) -> None:
        """Keep an exchange that belongs to no article: robots.txt, a feed."""

    def outcome(self, outcome: Outcome) -> None:
        """Keep what became of an address, or what is to be said of the outlet as a whole."""

    def same(self, url: str, exchanges: tuple[Exchange, ...]) -> None:
        """Remember an address that led to a page kept under another one."""


class Nobody:
    """Keeps nothing."""

    def has(self, _url: str) -> bool:
        """Return that nothing is kept."""
        return False

    def pages(self) -> Iterable[Page]:
        """Return that there are none."""
        return ()

    def exchange(self, exchange: Exchange) -> None:
        """Let it go."""

    def outcome(self, outcome: Outcome) -> None:
        """Let it go."""

    def same(self, url: str, exchanges: tuple[Exchange, ...]) -> None:
        """Let it go."""
