"""The value of numbers in news prose, in figures and in words.

Read are figures ("4,000", "2.5"), number words ("twelve", "twenty-one") and scales ("million").
"""

import re

from bias.alignment.word_lists import number_words

_FIGURE = re.compile(r"\d[\d.,]*")
_MOST_DIGITS = 15
"""Longer runs of digits are identifiers, not counts."""


def number_value(word: str) -> str | None:
    """Return the value of one folded word as canonical text, ``None`` when it is no number.

    "one" is none: it mostly stands for a person or thing.

    >>> [number_value(word) for word in ("4,000", "twelve", "twenty-one", "2.50", "dozens")]
    ['4000', '12', '21', '2.5', None]
    """
    if word[:1].isdigit():
        return _figure(word)
    units, tens = number_words("unit"), number_words("ten")
    ten, _, unit = word.partition("-")
    if word in units and word != "one":
        return str(units[word])
    if ten in tens and (not unit or units.get(unit) in range(1, 10)):
        return str(tens[ten] + units.get(unit, 0))
    return None


def scale_value(word: str) -> int | None:
    """Return what a folded scale word multiplies by, ``None`` for any other word.

    >>> scale_value("million"), scale_value("dozen"), scale_value("dozens")
    (1000000, 12, None)
    """
    return number_words("scale").get(word)


def _figure(word: str) -> str | None:
    match = _FIGURE.match(word)
    if match is None or match.end() != len(word) or len(word) > _MOST_DIGITS:
        return None
    whole, point, decimals = word.replace(",", "").partition(".")
    if not whole.isdigit() or not (decimals or "0").isdigit():
        return None
    number = f"{int(whole)}{point}{decimals}"
    return number.rstrip("0").rstrip(".") if point else number
