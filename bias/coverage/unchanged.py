"""What is kept of an address, so that it is asked for only if it has changed."""

from typing import Protocol

from bias.coverage.exchanges import Exchange


class Memory(Protocol):
    """What is kept of addresses that were asked before."""

    def held(self, url: str) -> Exchange | None:
        """Return what this edition holds already, so that it need not be asked for again."""

    def known(self, url: str) -> Exchange | None:
        """Return what an earlier edition kept and may have changed, without its body."""

    def whole(self, known: Exchange) -> Exchange | None:
        """Return the same with its body, ``None`` when it is no longer there."""


def conditions(known: Exchange) -> dict[str, str]:
    """Return the headers that ask for a page only if it has changed (RFC 9110, section 13.1)."""
    validators = {
        "If-None-Match": known.header("etag"),
        "If-Modified-Since": known.header("last-modified"),
    }
    return {name: value for name, value in validators.items() if value}
