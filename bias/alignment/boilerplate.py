"""Sentences that outlets print beneath any article: two of a kind tell nothing they share.

The patterns are rows of ``words/boilerplate.csv``, each with a sentence it must match and one it
must not.
"""

import csv
import re
from functools import cache
from importlib.resources import files

LONGEST = 300
"""Longer passages are no boilerplate."""


def is_boilerplate(text: str) -> bool:
    """Say whether a passage speaks of the page and not of the news.

    >>> is_boilerplate("Ada Ray contributed to this report."), is_boilerplate("The crane fell.")
    (True, False)
    """
    return len(text) <= LONGEST and bool(_any().search(text.strip()))


@cache
def boilerplate_rows() -> tuple[dict[str, str], ...]:
    """Return the patterns with their examples."""
    with (files("bias.alignment") / "words" / "boilerplate.csv").open(encoding="utf-8") as lines:
        return tuple(csv.DictReader(lines))


@cache
def _any() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{r['pattern']})" for r in boilerplate_rows()), re.IGNORECASE)
