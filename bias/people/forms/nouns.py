"""Finds descriptions by form: an article or its like, then a noun of the tables."""

from collections.abc import Iterator, Mapping
from functools import cache

from bias.language.document import Document
from bias.language.inflections import inflections
from bias.language.registry import rows
from bias.language.token import Token
from bias.language.word_classes import word_class
from bias.records import EntityKind, Record
from bias.text import fold

_REACH = 2
"""Words back in which the article of a noun stands: "les jeunes manifestants"."""


class Noun(Record, frozen=True, kw_only=True):
    """A noun that names somebody or something."""

    lemma: str
    kind: EntityKind
    plural: bool


class FoundNoun(Record, frozen=True, kw_only=True):
    """A noun at its token."""

    token: int
    noun: Noun
    definite: bool


@cache
def nouns(language: str) -> Mapping[str, Noun]:
    """Return the nouns of the tables by each of their forms, folded."""
    found: dict[str, Noun] = {}
    for row in rows(language, "titles.csv"):
        if row["kind"] in ("office", "role"):
            _add(found, row["word"], EntityKind.PERSON, language)
    for row in rows(language, "head_kinds.csv"):
        _add(found, row["word"], EntityKind(row["kind"]), language)
    return found


def _add(found: dict[str, Noun], word: str, kind: EntityKind, language: str) -> None:
    one, *more = dict.fromkeys(fold(form) for form in inflections(word, "noun", language))
    found.setdefault(one, Noun(lemma=one, kind=kind, plural=False))
    for form in more:
        plural = form[-1:] in "sx"
        held = EntityKind.GROUP if plural and kind is EntityKind.PERSON else kind
        found.setdefault(form, Noun(lemma=one, kind=held, plural=plural))


def find_nouns(document: Document, language: str) -> Iterator[FoundNoun]:
    """Yield the descriptions of a text in reading order."""
    known = nouns(language)
    for token in document.tokens:
        noun = known.get(fold(token.text)) if token.text[0].islower() else None
        if noun is None:
            continue
        article = _article(document, token, language)
        if article or _is_apposed(document, token):
            definite = article in word_class("definite", language=language)
            yield FoundNoun(token=token.index, noun=noun, definite=definite)


def _is_apposed(document: Document, token: Token) -> bool:
    """Tell a noun without an article behind a name: « Ana Ruiz, députée du parti »."""
    before = document.tokens[max(0, token.index - 2) : token.index]
    return len(before) == _REACH and before[1].text == "," and before[0].text[0].isupper()


def _article(document: Document, token: Token, language: str) -> str:
    """Return the article before a noun, in lower case; empty for none."""
    articles = word_class("determiner", language=language)
    first = max(0, token.index - _REACH)
    for before in reversed(document.tokens[first : token.index]):
        if before.sentence != token.sentence or not before.text[0].isalpha():
            return ""
        if before.lower in articles:
            return before.lower
    return ""
