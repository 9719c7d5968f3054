"""The blocks of a page as its markup sets them: paragraphs, headings, list items, block quotations.

trafilatura says which text is the article; the outline says what stands between its paragraphs and
what kind each of them is. It is made in one pass over the tree.
"""

import msgspec
from lxml.html import HtmlElement

from bias.articles.blocks import normal
from bias.records import BlockKind

_KINDS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), BlockKind.HEADING),
    "li": BlockKind.LIST_ITEM,
    "blockquote": BlockKind.QUOTATION,
}
_BLOCK_TAGS = frozenset(
    {
        *("p", "div", "section", "article", "main", "header", "footer", "aside", "nav", "body"),
        *("ul", "ol", "li", "dl", "dt", "dd", "table", "tbody", "thead", "tr", "td", "th"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "figure", "figcaption"),
        *("form", "fieldset", "details", "summary", "address", "hr", "center"),
    }
)
_UNREAD_TAGS = frozenset({"script", "style", "noscript", "select", "option", "textarea", "button"})
_MAX_INLINE_BREAKS = 1


class Spot(msgspec.Struct, frozen=True, kw_only=True):
    """One block of a page."""

    text: str
    """Without line breaks, never empty."""
    kind: BlockKind
    element: HtmlElement
    """The nearest block element around it."""
    linked: int
    """How many of its characters are inside links."""
    strong: bool
    """Whether all of it is printed bold."""


def outline(tree: HtmlElement) -> list[Spot]:
    """Return the blocks of a page in reading order."""
    body = tree.find("body")
    walker = _Walker()
    root = tree if body is None else body
    walker.walk(root, root, BlockKind.PARAGRAPH, linked=False, strong=False)
    walker.flush(root, BlockKind.PARAGRAPH)
    return walker.spots


class _Walker:
    """Gathers the text between two edges of blocks; the parser bounds how deep a page goes."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.spots: list[Spot] = []
        self._parts: list[str] = []
        self._linked = 0
        self._plain = False
        self._breaks = 0

    def walk(
        self,
        element: HtmlElement,
        block: HtmlElement,
        kind: BlockKind,
        *,
        linked: bool,
        strong: bool,
    ) -> None:
        """Go through an element in reading order; ``block`` is the nearest block around it."""
        self._add(element.text, linked=linked, strong=strong)
        for child in element:
            tag = child.tag
            if tag in _BLOCK_TAGS:
                self.flush(block, kind)
                inner = _KINDS.get(tag, kind)
                self.walk(child, child, inner, linked=linked, strong=strong)
                self.flush(child, inner)
            elif tag == "br":
                self._break(block, kind)
            elif isinstance(tag, str) and tag not in _UNREAD_TAGS:
                self.walk(
                    child,
                    block,
                    kind,
                    linked=linked or tag == "a",
                    strong=strong or tag in ("b", "strong"),
                )
            self._add(child.tail, linked=linked, strong=strong)

    def _add(self, text: str | None, *, linked: bool, strong: bool) -> None:
        if text:
            self._parts.append(text)
            if not text.isspace():
                self._breaks = 0
                self._plain = self._plain or not strong
                self._linked += len(text) if linked else 0

    def _break(self, block: HtmlElement, kind: BlockKind) -> None:
        """Two line breaks end a paragraph, one does not."""
        self._breaks += 1
        self._parts.append(" ")
        if self._breaks > _MAX_INLINE_BREAKS:
            self.flush(block, kind)

    def flush(self, block: HtmlElement, kind: BlockKind) -> None:
        """End a block, if anything stands in it."""
        text = normal("".join(self._parts)) if self._parts else ""
        if text:
            self.spots.append(
                Spot(
                    text=text,
                    kind=kind,
                    element=block,
                    linked=min(self._linked, len(text)),
                    strong=not self._plain,
                )
            )
        self._parts.clear()
        self._linked, self._plain, self._breaks = 0, False, 0
