"""Finds names by form: capitals within a sentence, and small words between them.

A capital that opens a sentence says nothing by itself: such a word is a name where the model says
so, where another capital follows, or where the article prints it with a capital elsewhere.
"""

from collections.abc import Iterator, Sequence

from bias.language.document import Document
from bias.language.token import Token
from bias.language.word_classes import word_class
from bias.people.lexis import squeeze, title_kind
from bias.records import Record

_LABELS = frozenset({"PERSON", "ORG", "LOC", "GPE"})
_OPENING = '"“”«»‘’(—–:?!¿¡…•'


class FoundName(Record, frozen=True, kw_only=True):
    """A name and the title before it; tokens by index."""

    first: int
    """Its title, or the first word of the name."""
    name: int
    last: int
    """One behind its last word."""
    label: str
    """What the model takes it for, empty for nothing."""


def capitals_within(document: Document) -> frozenset[str]:
    """Return the words, folded, that a text prints with a capital within a sentence."""
    return frozenset(
        squeeze(token.text)
        for token in document.tokens
        if token.text[0].isupper() and not opens(document, token)
    )


def find_names(document: Document, language: str, known: frozenset[str]) -> Iterator[FoundName]:
    """Yield the names of a text in reading order; ``known`` words are names wherever they stand."""
    tokens = document.tokens
    position = 0
    while position < len(tokens):
        last = _run(document, position, language)
        if last > position:
            found = _name(document, position, last, language, known)
            if found is not None:
                yield found
        position = max(last, position + 1)


def opens(document: Document, token: Token) -> bool:
    """Tell whether a token stands where any word would have a capital."""
    before = document.text[: token.start].rstrip(" \u00a0\u202f")
    first = token.start == document.sentences[token.sentence].start
    return first or not before or before[-1] in _OPENING or before[-1] == "\n"


def _run(document: Document, first: int, language: str) -> int:
    """Return one behind the last word of the capitals that begin with a token."""
    tokens = document.tokens
    if not _is_capital(tokens[first]):
        return first
    last = first + 1
    while last < len(tokens):
        step = last
        while step < len(tokens) and tokens[step].lower in word_class(
            "particle", language=language
        ):
            step += 1
        ends = step == len(tokens) or not _is_capital(tokens[step])
        if ends or not _is_near(document, last - 1, step):
            return last
        last = step + 1
    return last


def _is_capital(token: Token) -> bool:
    return token.text[0].isupper()


def _is_near(document: Document, first: int, last: int) -> bool:
    """Tell whether nothing but white space stands between the tokens of one name."""
    tokens = document.tokens
    gaps = (
        document.text[a.end : b.start]
        for a, b in zip(tokens[first:last], tokens[first + 1 : last + 1], strict=True)
    )
    return all(not gap.strip() and "\n" not in gap for gap in gaps)


def _name(
    document: Document, first: int, last: int, language: str, known: frozenset[str]
) -> FoundName | None:
    tokens = document.tokens
    first = _behind_opener(tokens, first, last, language)
    name = _behind_title(tokens, first, last, language)
    if name >= last:
        return None
    label = next((e.label for e in document.entities_at(last - 1) if e.label in _LABELS), "")
    fields = word_class("field_of_office", language=language)
    if all(token.lower in fields for token in tokens[name:last]):
        return None
    alone = last - name == 1 and opens(document, tokens[name])
    if alone and not label and squeeze(tokens[name].text) not in known:
        return None
    if alone and tokens[name].lower in word_class("never_name", language=language):
        return None
    begin = name
    while (
        begin
        and title_kind(squeeze(tokens[begin - 1].text), language)
        and _is_near(document, begin - 1, name)
    ):
        begin -= 1
    return FoundName(first=begin, name=name, last=last, label=label)


def _behind_opener(tokens: Sequence[Token], first: int, last: int, language: str) -> int:
    """Return where a name begins behind a small word that opens a sentence: "Selon Ray"."""
    small = word_class("never_name", language=language)
    while first < last and tokens[first].lower in small:
        first += 1
    return first


def _behind_title(tokens: Sequence[Token], first: int, last: int, language: str) -> int:
    """Return where a name begins behind a title: "Président Ray", "l’Intérieur Ana Ray"."""
    fields = word_class("field_of_office", language=language)
    while first < last - 1 and (
        title_kind(squeeze(tokens[first].text), language) or tokens[first].lower in fields
    ):
        first += 1
    small = word_class("particle", language=language)
    while first < last and tokens[first].lower in small and tokens[first].text.islower():
        first += 1
    return first
