"""Speech that a dash opens and no mark closes: « —No cederemos —dijo Ana Ruiz— » is half of it.

Only where a verb of saying stands in the teller's words: a dash opens a list as well.
"""

import re
from collections.abc import Iterator

import msgspec

from bias.language.lexis import saying_forms
from bias.language.quotation.quotes import Quotations
from bias.languages import by_clauses
from bias.records import Quotation
from bias.text import fold, words

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_OPENS = re.compile(r"\s*[—–―-]\s?(?=[^\W_]|[¿¡«])")
_ASIDE = re.compile(r"\s[—–―](?=[^\W\d_])(?P<told>[^—–―]{1,200})(?P<ends>[—–―]|$)")
_TOLD = re.compile(r"[,!?…]\s(?=[^\W\d_])(?P<told>[^,.;:!?]{1,80})")
_FEW = 4
"""Words of the teller's among which the verb of saying stands."""

Span = tuple[int, int]


def with_dialogue(quotations: Quotations, text: str, language: str) -> Quotations:
    """Return the quotations of a text with what dashes open; in English they open none.

    A paragraph with quotation marks of its own is left as it is.
    """
    if by_clauses(language) or not any(dash in text for dash in "—–―-"):
        return quotations
    spoken = [
        Quotation(start=start, end=end, inner_start=start, inner_end=end)
        for line in _LINE.finditer(text)
        for start, end in _speech(text, line.span(), saying_forms(language))
        if quotations.at(start) is None and quotations.at(end - 1) is None
    ]
    if not spoken:
        return quotations
    spans = sorted([*quotations.spans, *spoken], key=lambda quotation: quotation.start)
    return msgspec.structs.replace(quotations, spans=tuple(spans))


def _speech(text: str, line: Span, saying: frozenset[str]) -> Iterator[Span]:
    """Yield the spoken stretches of a line that a dash opens."""
    opening = _OPENS.match(text, *line)
    if opening is None or any(mark in text[slice(*line)] for mark in '«“"'):
        return
    asides = list(_asides(text, opening.end(), line[1], saying))
    begin = opening.end()
    for start, end in asides:
        yield from _trimmed(text, begin, start)
        begin = end
    if asides:
        yield from _trimmed(text, begin, line[1])


def _asides(text: str, start: int, end: int, saying: frozenset[str]) -> Iterator[Span]:
    """Yield the teller's words: between dashes, else from a comma to the next mark."""
    dashed = [m for m in _ASIDE.finditer(text, start, end) if _tells(m["told"], saying)]
    for match in dashed or _TOLD.finditer(text, start, end):
        if dashed or _tells(match["told"], saying):
            yield match.start() + (not dashed), match.end()


def _tells(told: str, saying: frozenset[str]) -> bool:
    return any(fold(word.partition("-")[0]) in saying for word in words(told)[:_FEW])


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and not text[start].isalnum() and text[start] not in "¿¡":
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
