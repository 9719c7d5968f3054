"""The value of numbers in news prose, in figures and in words.

Read are figures ("4,000", "2.5"), number words ("twelve", "twenty-one") and scales ("million").
"""

import re

_FIGURE = re.compile(r"\d[\d.,]*")
_UNITS = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
_TENS = {
    word: 10 * tens
    for tens, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}
_SCALES = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
    "bn": 1_000_000_000,
}
_MOST_DIGITS = 15
"""Longer runs of digits are identifiers, not counts."""


def number_value(word: str) -> str | None:
    """Return the value of one folded word as canonical text, ``None`` when it is no number.

    >>> [number_value(word) for word in ("4,000", "twelve", "twenty-one", "2.50", "dozens")]
    ['4000', '12', '21', '2.5', None]
    """
    if word[:1].isdigit():
        return _figure(word)
    if word == "one":
        return None  # Mostly a pronoun.
    tens, _, units = word.partition("-")
    if word in _UNITS:
        return str(_UNITS[word])
    if tens in _TENS and (not units or 0 < _UNITS.get(units, 0) < 10):
        return str(_TENS[tens] + _UNITS.get(units, 0))
    return None


def scale_value(word: str) -> int | None:
    """Return what a folded scale word multiplies by, ``None`` for any other word.

    >>> scale_value("million"), scale_value("dozen"), scale_value("dozens")
    (1000000, 12, None)
    """
    return _SCALES.get(word)


def _figure(word: str) -> str | None:
    match = _FIGURE.match(word)
    if match is None or match.end() != len(word) or len(word) > _MOST_DIGITS:
        return None
    whole, point, decimals = word.replace(",", "").partition(".")
    if not whole.isdigit() or not (decimals or "0").isdigit():
        return None
    number = f"{int(whole)}{point}{decimals}"
    return number.rstrip("0").rstrip(".") if point else number
