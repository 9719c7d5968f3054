"""What the outlets of an event say that something is not: "rather than a state visit"."""

import re
from collections.abc import Set as AbstractSet

from bias.report.reading import Reading

_BEFORE = re.compile(
    r"(?:\b(?:are|be|been|is|was|were)(?: not|n['’]t)|\b(?:not|n['’]t) be"
    r"|\b(?:instead of|rather than|f[ae]ll(?:s|ing)? short of))"
    r"\s(?:(?!only\b)[\w-]+\s){0,3}[“\"‘']?$",
    re.IGNORECASE,
)
"""What stands before a thing that something is not, with at most three words between."""
_REACH = 80
"""Characters before a phrase that are looked at."""


def is_denied(reading: Reading, forms: AbstractSet[str], outlets: AbstractSet[str]) -> bool:
    """Tell whether a third of the outlets say of something that it is not this.

    Args:
        reading: the event.
        forms: the thing as printed.
        outlets: those that are asked.
    """
    thing = re.compile(rf"(?:{'|'.join(map(re.escape, sorted(forms)))})(?![\w-])", re.IGNORECASE)
    denying = {
        article.outlet
        for article in reading.articles.values()
        for found in thing.finditer(article.text)
        if _BEFORE.search(article.text[max(0, found.start() - _REACH) : found.start()])
    }
    return 3 * len(denying & outlets) >= len(outlets)
