"""A cheap second opinion on the body: the paragraphs below the element that holds most prose.

Readability's idea (Arc90, 2009) in a few lines, on the outline of the page: a paragraph speaks for
its parent, and by half for the element above. It is less precise than trafilatura, but errs
elsewhere, so that where the two agree the text can be trusted.
"""

from collections import Counter
from collections.abc import Sequence

from lxml.html import HtmlElement

from bias.articles.blocks import TextBlock
from bias.articles.outline import Spot
from bias.articles.restored import is_prose
from bias.text import count_words


def densest_blocks(spots: Sequence[Spot]) -> tuple[TextBlock, ...]:
    """Return the prose below the element that holds most of it; empty when there is none."""
    prose = [spot for spot in spots if is_prose(spot)]
    best = _densest(prose)
    if best is None:
        return ()
    inside = (spot for spot in prose if best in (spot.element, *spot.element.iterancestors()))
    return tuple(TextBlock(text=spot.text, kind=spot.kind) for spot in inside)


def _densest(prose: Sequence[Spot]) -> HtmlElement | None:
    credit: Counter[HtmlElement] = Counter()
    for spot in prose:
        words = count_words(spot.text)
        parent = spot.element.getparent()
        if parent is not None:
            credit[parent] += 2 * words
            above = parent.getparent()
            if above is not None:
                credit[above] += words
    return max(credit, key=lambda element: credit[element]) if credit else None
