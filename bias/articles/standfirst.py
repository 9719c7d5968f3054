"""The standfirst of an article: the sentence or two below the title that sum it up.

It is what the page prints under the title and names so ("dek", "standfirst", "subtitle"), or prints
there and declares as its description. A description that is printed nowhere is no part of the
article.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from lxml.html import HtmlElement

from bias.articles.blocks import TextBlock, key_of, normal
from bias.text import count_words

MIN_WORDS = 5
MAX_WORDS = 80
MAX_BELOW = 60
"""Elements below the title in which it is looked for."""
MIN_DECLARED_KEY = 25
"""Letters a declared description must share with a printed text to name it."""

_NAMES = re.compile(
    r"(?:^|[\s_\-])(?:dek|deck|standfirst|sub-?title|sub-?head(?:ing|line)?|strap-?line|stand-first"
    r"|summary|lede|excerpt|sub-?hed|abstract|article-?intro|tagline|synopsis)(?:$|[\s_\-])"
    r"|(?:[a-z](?:Dek|Standfirst|SubTitle|Subtitle|SubHead(?:line)?|Subheadline|Summary|Strapline))"
    r"|(?:^|[\s_\-])(?:description)(?:$|[\s_\-])",
)
_CAPTION = re.compile(r"caption|credit|photo|image|media|author|byline", re.IGNORECASE)
_TAGS = ("h1", "h2", "h3", "p", "div", "span", "section", "header")
_ELSEWHERE = frozenset({"aside", "nav", "footer", "figure", "figcaption", "li", "form", "button"})
_INNER_BLOCKS = frozenset({"p", "div", "h2", "h3", "ul", "ol", "section", "figure"})
_NO_TELLING = re.compile(
    r"^(?:by|published|updated|posted|last updated|photo|image|join|sign up|subscribe|follow)\b"
    r"|\b(?:photo(?:graph)?(?:-illustration)?|image|picture|credit|illustration)s?\s?(?::|by\b|via\b)"
    r"|\(.{0,60}(?:/(?:AP|AFP|Getty|Reuters)|Getty Images|for The Washington Post).{0,20}\)\W*$",
    re.IGNORECASE,
)


def find_standfirst(
    tree: HtmlElement, title: str, described: Sequence[str], body: Sequence[TextBlock]
) -> str:
    """Return the standfirst as printed, empty when the page has none.

    Args:
        tree: The whole page.
        title: The article's title, below which it stands.
        described: What the page declares as its description, any number of texts.
        body: The paragraphs of the article; the standfirst may be the first of them.
    """
    heading = _heading(tree, title)
    declared = [key for text in described if len(key := key_of(text)) >= MIN_DECLARED_KEY]
    opening = {key_of(block.text) for block in body[1:]}
    for element in _below(tree, heading):
        text = normal(element.text_content())
        key = key_of(text)
        if not MIN_WORDS <= count_words(text) <= MAX_WORDS or _NO_TELLING.search(text):
            continue
        if key == key_of(title) or key in opening:
            continue
        if _is_named(element) or (_is_declared(key, declared) and not _is_lead(key, body)):
            return text
    return ""


def without_standfirst(body: Sequence[TextBlock], standfirst: str) -> tuple[TextBlock, ...]:
    """Return the paragraphs without the standfirst, where it is the first or second of them."""
    key = key_of(standfirst)
    return tuple(
        block for at, block in enumerate(body) if at > 1 or not key or key_of(block.text) != key
    )


def _heading(tree: HtmlElement, title: str) -> HtmlElement | None:
    headings = list(tree.iter("h1"))
    key = key_of(title)
    same = (one for one in headings if key_of(one.text_content()) == key)
    return next(same, headings[0] if headings else None)


def _below(tree: HtmlElement, heading: HtmlElement | None) -> Iterator[HtmlElement]:
    """Yield the elements after the heading that may hold it, in reading order."""
    after = tree.iter(*_TAGS) if heading is None else _following(tree, heading)
    for element in islice(after, MAX_BELOW):
        if sum(child.tag in _INNER_BLOCKS for child in element) > 1:
            continue
        if any(parent.tag in _ELSEWHERE for parent in (element, *element.iterancestors())):
            continue
        if len(list(islice(element.iter("a"), 2))) <= 1:
            yield element


def _following(tree: HtmlElement, heading: HtmlElement) -> Iterator[HtmlElement]:
    reached = False
    for element in tree.iter(*_TAGS):
        if reached:
            yield element
        reached = reached or element is heading


def _is_named(element: HtmlElement) -> bool:
    names = (element.get("class", ""), element.get("id", ""), element.get("data-testid", ""))
    if any(_CAPTION.search(name) for name in names):
        return False
    return any(_NAMES.search(name) for name in names) or element.get("itemprop") == "description"


def _is_declared(key: str, declared: Sequence[str]) -> bool:
    return any(key == one or (one.startswith(key) and 2 * len(key) > len(one)) for one in declared)


def _is_lead(key: str, body: Sequence[TextBlock]) -> bool:
    """Tell whether a text is the first paragraph, which many pages declare as description."""
    return bool(body) and key_of(body[0].text) == key
