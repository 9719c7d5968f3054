"""Elements of a large XML file one after the other, never all in memory at once.

libxml2's own limits stand (depth, length of a text); nothing is expanded, loaded or fetched.
"""

from collections.abc import Callable, Iterable
from contextlib import suppress
from io import BytesIO
from typing import TypeVar

from lxml import etree

T = TypeVar("T")


def read_elements(
    text: str, names: Iterable[str], make: Callable[[etree._Element], T], most: int
) -> list[T]:
    """Return what is made of each element of these local names, at most ``most``, in order.

    What stands behind damage that cannot be mended is left out.
    """
    found: list[T] = []
    with suppress(etree.XMLSyntaxError):
        for _, element in _parser(text, names):
            found.append(make(element))
            _forget(element)
            if len(found) == most:
                break
    return found


def _parser(text: str, names: Iterable[str]) -> etree.iterparse:
    return etree.iterparse(
        BytesIO(text.encode()),
        events=("end",),
        tag=[f"{{*}}{name}" for name in names],
        recover=True,
        huge_tree=False,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        encoding="utf-8",
    )


def _forget(element: etree._Element) -> None:
    """Free an element and those before it."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def local_name(element: etree._Element) -> str:
    """Return the name of an element without its namespace, in lower case."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def whole_text(element: etree._Element | None) -> str:
    """Return the text of an element and all within it, empty when there is none."""
    return "".join(map(str, element.itertext())).strip() if element is not None else ""
