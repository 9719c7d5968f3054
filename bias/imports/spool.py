"""Pages sorted on disk, so that a collection of any size needs little memory."""

import zlib
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

import msgspec

from bias.coverage.canonical import canonical_story
from bias.coverage.stories import page_key
from bias.records import Page

_LENGTH = 8


class Spool:
    """A folder that holds the pages of each edition and outlet, each story once."""

    def __init__(self, folder: Path) -> None:
        """Take an empty folder."""
        self._folder = folder
        self._seen: set[bytes] = set()

    def add(self, edition: str, page: Page) -> bool:
        """Keep a page; returns whether its story was not there before."""
        key = _short(f"{page.outlet} {story_of(page)}")
        if key in self._seen:
            return False
        self._seen.add(key)
        path = self._folder / edition / page.outlet
        path.parent.mkdir(exist_ok=True)
        data = zlib.compress(msgspec.msgpack.encode(page), level=1)
        with path.open("ab") as stream:
            stream.write(len(data).to_bytes(_LENGTH, "big") + data)
        return True

    def groups(self) -> list[tuple[str, str]]:
        """Return the editions and outlets there are, sorted."""
        return sorted((path.parent.name, path.name) for path in self._folder.glob("*/*"))

    def pages(self, edition: str, outlet: str) -> Iterator[Page]:
        """Yield the pages of one outlet and edition, sorted by address."""
        path = self._folder / edition / outlet
        with path.open("rb") as stream:
            for _, place, size in sorted(_index(path)):
                stream.seek(place)
                yield _page(stream.read(size))


def story_of(page: Page) -> str:
    """Return the key of the story that a page holds."""
    return canonical_story(page.body, page.url, page.final_url) or page_key(page.final_url)


def _index(path: Path) -> Iterator[tuple[str, int, int]]:
    """Yield the address, place and size of each page."""
    with path.open("rb") as stream:
        while head := stream.read(_LENGTH):
            size, place = int.from_bytes(head, "big"), stream.tell()
            yield _page(stream.read(size)).url, place, size


def _page(data: bytes) -> Page:
    return msgspec.msgpack.decode(zlib.decompress(data), type=Page)


def _short(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "replace"), digest_size=10).digest()
