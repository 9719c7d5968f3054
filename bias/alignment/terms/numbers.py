"""The value of numbers in news prose, in figures and in words.

Read are figures ("4,000", "2.5"), number words ("twelve", "twenty-one"), figures with a scale at
their end ("4m", "2.5bn"), and phrases with a scale ("4 million", "one hundred and twenty").
"""

import re
from decimal import Decimal
from functools import cache, lru_cache

from bias.alignment.terms.word_lists import number_words
from bias.language.registry import rows
from bias.languages import DEFAULT, languages
from bias.text import fold

_FIGURE = re.compile(r"\d[\d.,]*")
_SUFFIXED = re.compile(r"(\d[\d.,]*)([a-z]{1,2})")
_SWAPPED = str.maketrans(".,", ",.")
_MOST_DIGITS = 15
"""Longer runs of digits are identifiers, not counts."""
_THOUSAND, _MILLION = 1_000, 1_000_000
_GROUP = 3
"""Figures between two spaces of a number: "816 000"."""
_FILLING = frozenset({"a", "an", "and", "one"})


@lru_cache(maxsize=65_536)
def number_value(printed: str) -> str | None:
    """Return the value of a folded word or phrase as canonical text, ``None`` for no number.

    "one" is none: it mostly stands for a person or thing.

    >>> [number_value(word) for word in ("4,000", "twelve", "twenty-one", "2.50", "dozens")]
    ['4000', '12', '21', '2.5', None]
    >>> [number_value(phrase) for phrase in ("4m", "2.1 billion", "one hundred and twenty")]
    ['4000000', '2100000000', '120']
    """
    first, *rest = printed.split() or [""]
    if rest and all(len(part) == _GROUP and part.isdecimal() for part in rest):
        return _figure(first + "".join(rest)) if first.isdecimal() else None
    if rest:
        return _phrase([first, *rest])
    suffixed = _SUFFIXED.fullmatch(printed)
    if suffixed and suffixed[2] in number_words("suffix"):
        figure = _figure(suffixed[1])
        return _text(Decimal(figure) * number_words("suffix")[suffixed[2]]) if figure else None
    return _figure(printed) if printed[:1].isdigit() else word_value(printed)


def english_figure(word: str, language: str) -> str:
    """Return a folded number of a language, in figures as English writes it; other words stay.

    >>> english_figure("4.5", "en"), english_figure("twelve", "en")
    ('4.5', 'twelve')
    """
    known = languages().get(language)
    if known is None or language == DEFAULT:
        return word
    if known.decimal_comma and word[:1].isdigit():
        return word.translate(_SWAPPED)
    return _number_words(language).get(word, word)


@cache
def _number_words(language: str) -> dict[str, str]:
    return {fold(row["word"]): row["value"] for row in rows(language, "numbers.csv")}


def scale_value(word: str) -> int | None:
    """Return what a folded scale word multiplies by, ``None`` for any other word.

    >>> scale_value("million"), scale_value("dozen"), scale_value("dozens")
    (1000000, 12, None)
    """
    return number_words("scale").get(word)


def scale_word(printed: str) -> str | None:
    """Return the great scale, a million or more, that a folded number is printed with.

    >>> scale_word("4m"), scale_word("4 million"), scale_word("4,000,000"), scale_word("4k")
    ('million', 'million', None, None)
    """
    suffixed = _SUFFIXED.fullmatch(printed)
    kind, word = ("suffix", suffixed[2]) if suffixed else ("scale", printed.rsplit(maxsplit=1)[-1])
    value = number_words(kind).get(word, 0)
    names = (name for name, scale in number_words("scale").items() if scale == value)
    return next(names, None) if value >= _MILLION else None


def _phrase(words: list[str]) -> str | None:
    """Return the value of number words and scales in a row."""
    total = current = Decimal(0)
    for word in words:
        scale, value = scale_value(word), number_value(word)
        if scale:
            current = (current or Decimal(1)) * scale
        elif value:
            current += Decimal(value)
        elif word == "half":
            current += Decimal("0.5")
        elif word not in _FILLING:
            return None
        if scale and scale >= _THOUSAND:
            total, current = total + current, Decimal(0)
    return _text(total + current)


def word_value(word: str) -> str | None:
    """Return the value of one folded number word, ``None`` for "one" and any other word."""
    units, tens = number_words("unit"), number_words("ten")
    ten, _, unit = word.partition("-")
    if word in units and word != "one":
        return str(units[word])
    if ten in tens and (not unit or units.get(unit) in range(1, 10)):
        return str(tens[ten] + units.get(unit, 0))
    return None


def _figure(word: str) -> str | None:
    match = _FIGURE.match(word)
    if match is None or match.end() != len(word) or len(word) > _MOST_DIGITS:
        return None
    whole, point, decimals = word.replace(",", "").partition(".")
    if not whole.isdigit() or not (decimals or "0").isdigit():
        return None
    number = f"{int(whole)}{point}{decimals}"
    return number.rstrip("0").rstrip(".") if point else number


def _text(value: Decimal) -> str:
    return format(value.normalize(), "f")
