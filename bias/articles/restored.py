"""What trafilatura left out between the paragraphs it found, and what kind each of them is.

It drops a paragraph that is one link, a list of linked items, a heading or a block it takes for a
teaser. What stands among accepted paragraphs, in the same element and set as prose, is the
article's; what stands elsewhere is not looked at.
"""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec
from lxml.html import HtmlElement

from bias.articles.blocks import TextBlock, key_of
from bias.articles.outline import Spot
from bias.records import BlockKind
from bias.text import count_words

FAR = 40
"""How many blocks ahead the next paragraph is looked for, unless it is long."""
LONG_KEY = 40
"""Letters from which a paragraph is found wherever it stands."""
PROSE_WORDS = 8
"""A block of fewer words is no paragraph of its own."""
LINKED_WORDS = 12
"""The same for a block that is one link; a shorter one is a teaser or button."""
MOSTLY_LINKED = 0.8
"""Share of its characters in links from which a block counts as one link."""
PART_LETTERS = 30
"""Letters at the beginning or end of a block by which it is known again inside another."""
HEADING_WORDS = 20
MIN_HOME = 2
"""Accepted paragraphs from which an element holds the article."""
MAX_RESTORED = 3.0
"""Share of the accepted words that may be restored; more is no gap but another text."""

_NO_MAKE: tuple[str, ...] = ()
_STOPPED = re.compile(r"[.!?…:;][\"'”’)\]]*$")


Look = tuple[str, str]
"""How a block is set: its tag and class."""


class _Page(msgspec.Struct, frozen=True):
    """The blocks of a page, and what tells those of the article."""

    spots: Sequence[Spot]
    homes: frozenset[HtmlElement]
    """The elements that hold accepted paragraphs, and those of the same make beside them."""
    looks: frozenset[Look]
    """How accepted paragraphs are set."""
    told: str
    """Letters and digits of all that was accepted."""
    accepted: frozenset[int]


def restore(blocks: Sequence[TextBlock], spots: Sequence[Spot]) -> tuple[TextBlock, ...]:
    """Return the blocks of an article with what is missing among them, each with its kind.

    Args:
        blocks: As trafilatura found them, in reading order.
        spots: The outline of the same page.
    """
    places = _places(blocks, spots)
    known = frozenset(at for at in places if at is not None)
    prose = [spots[at] for at in known if count_words(spots[at].text) >= PROSE_WORDS]
    page = _Page(
        spots=spots,
        homes=_with_twins(_homes(prose), spots),
        looks=frozenset(_look(spot) for spot in prose),
        told=" ".join(key_of(block.text) for block in blocks),
        accepted=known,
    )
    restored = list(_merged(blocks, places, page))
    words = sum(count_words(block.text) for block in blocks)
    added = sum(count_words(block.text) for block in restored) - words
    if added > MAX_RESTORED * words:
        restored = [
            _with_kind(block, spots, place) for block, place in zip(blocks, places, strict=True)
        ]
    return tuple(restored)


def _places(blocks: Sequence[TextBlock], spots: Sequence[Spot]) -> list[int | None]:
    """Return for each block where it stands in the outline, in rising order."""
    by_key: Mapping[str, list[int]] = defaultdict(list)
    for place, spot in enumerate(spots):
        by_key[key_of(spot.text)].append(place)
    found: list[int | None] = []
    last = -1
    for block in blocks:
        key = key_of(block.text)
        known = by_key.get(key, [])
        ahead = known[bisect_right(known, last) :][:1]
        near = [at for at in ahead if last < 0 or at - last <= FAR or len(key) >= LONG_KEY]
        found.append(near[0] if near else None)
        last = near[0] if near else last
    return found


def _homes(prose: Sequence[Spot]) -> frozenset[HtmlElement]:
    parents = (spot.element.getparent() for spot in prose)
    held = Counter(parent for parent in parents if parent is not None)
    return frozenset(parent for parent, count in held.items() if count >= MIN_HOME)


def _with_twins(homes: frozenset[HtmlElement], spots: Sequence[Spot]) -> frozenset[HtmlElement]:
    """Add the elements made like one that holds the article: some pages cut it into several."""
    makes = {_make(home) for home in homes} - {_NO_MAKE}
    parents = {parent for spot in spots if (parent := spot.element.getparent()) is not None}
    return homes | {parent for parent in parents if _make(parent) in makes}


def _make(element: HtmlElement) -> tuple[str, ...]:
    """Return tag and class of an element and of what holds it, where both are named."""
    above = element.getparent()
    if above is None or not element.get("class"):
        return _NO_MAKE
    return element.tag, element.get("class", ""), above.tag, above.get("class", "")


def _look(spot: Spot) -> Look:
    return spot.element.tag, spot.element.get("class", "")


def _merged(
    blocks: Sequence[TextBlock], places: Sequence[int | None], page: _Page
) -> Iterator[TextBlock]:
    known = [at for at in places if at is not None]
    last = _before_first(known[0], page) if known else 0
    for block, at in zip(blocks, places, strict=True):
        if at is not None:
            yield from _missing(last, at, page)
            last = at + 1
        yield _with_kind(block, page.spots, at)
    if known:
        end = _after_last(known[-1], page)
        yield from _missing(last, end, page)
        yield from _missing(end, len(page.spots), page, elsewhere=True)


def _with_kind(block: TextBlock, spots: Sequence[Spot], at: int | None) -> TextBlock:
    if at is None:
        return block
    spot = spots[at]
    kind = block.kind if block.heading else spot.kind
    linked = spot.linked >= MOSTLY_LINKED * len(spot.text)
    return TextBlock(text=block.text, kind=kind, linked=linked)


def _before_first(first: int, page: _Page) -> int:
    """Return where the run of paragraphs begins that ends with the first accepted one."""
    home = page.spots[first].element.getparent()
    while first > 0 and is_prose(page.spots[first - 1]):
        if page.spots[first - 1].element.getparent() is not home:
            break
        first -= 1
    return first


def _after_last(last: int, page: _Page) -> int:
    home = page.spots[last].element.getparent()
    while last + 1 < len(page.spots) and is_prose(page.spots[last + 1]):
        if page.spots[last + 1].element.getparent() is not home:
            break
        last += 1
    return last + 1


def _missing(start: int, end: int, page: _Page, *, elsewhere: bool = False) -> Iterator[TextBlock]:
    """Yield what of the blocks from ``start`` to ``end`` belongs to the article.

    Behind its last accepted paragraph (``elsewhere``) only what stands right in an element of the
    same make does.
    """
    for at in range(start, end):
        spot = page.spots[at]
        if elsewhere and (spot.element.getparent() not in page.homes or not is_prose(spot)):
            continue
        if _belongs(at, page) and not _is_told(spot, page.told):
            yield TextBlock(text=spot.text, kind=spot.kind)


def _belongs(at: int, page: _Page) -> bool:
    """Tell whether a block stands in the article and is set as its paragraphs are."""
    spot = page.spots[at]
    parent = spot.element.getparent()
    above = None if parent is None else parent.getparent()
    if spot.kind is BlockKind.HEADING:
        plain = spot.linked < MOSTLY_LINKED * len(spot.text)
        short = count_words(spot.text) <= HEADING_WORDS
        return parent in page.homes and plain and short and at + 1 in page.accepted
    if spot.kind is BlockKind.LIST_ITEM:
        return above in page.homes and spot.linked < MOSTLY_LINKED * len(spot.text)
    at_home = parent in page.homes or above in page.homes
    return at_home and _look(spot) in page.looks and is_prose(spot)


def _is_told(spot: Spot, told: str) -> bool:
    """Tell whether a block, or one that it is a part of, was accepted in another shape."""
    key = key_of(spot.text)
    return not key or key[:PART_LETTERS] in told or key[-PART_LETTERS:] in told


def is_prose(spot: Spot) -> bool:
    """Tell whether a block is a sentence or more of running text."""
    least = LINKED_WORDS if spot.linked >= MOSTLY_LINKED * len(spot.text) else PROSE_WORDS
    if spot.kind not in (BlockKind.PARAGRAPH, BlockKind.QUOTATION):
        return False
    return count_words(spot.text) >= least and bool(_STOPPED.search(spot.text))
