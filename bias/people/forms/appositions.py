"""Joins a description with the name beside it: « le maire de Vell, Ana Ruiz », and the reverse."""

from collections.abc import Iterator, Sequence

from bias.language.document import Document
from bias.language.word_classes import word_class
from bias.people.forms.names import FoundName
from bias.people.forms.nouns import FoundNoun
from bias.records import EntityKind

_MOST_WORDS = 6
"""Words of what is tied to the noun: « ministre de l’Intérieur et des Cultes »."""


def apposed(
    document: Document, names: Sequence[FoundName], nouns: Sequence[FoundNoun], language: str
) -> Iterator[tuple[FoundNoun, FoundName]]:
    """Yield each description of one person that stands beside a name, with that name."""
    persons = [n for n in nouns if n.noun.kind is EntityKind.PERSON and not n.noun.plural]
    ends = {name.last: name for name in names}
    starts = {name.first: name for name in names}
    for noun in persons:
        name = _behind(document, noun, starts, language) or _before(document, noun, ends)
        if name is not None:
            yield noun, name


def _before(document: Document, noun: FoundNoun, ends: dict[int, FoundName]) -> FoundName | None:
    """Return the name before a comma and the noun: « Ana Ruiz, maire de Vell »."""
    places = range(noun.token - 1, max(-1, noun.token - 3), -1)
    comma = next((at for at in places if document.tokens[at].text == ","), -1)
    return ends.get(comma)


def _behind(
    document: Document, noun: FoundNoun, starts: dict[int, FoundName], language: str
) -> FoundName | None:
    """Return the name behind the noun, what is tied to it, and a comma that closes behind it."""
    tokens, tie = document.tokens, word_class("preposition", "determiner", language=language)
    for at in range(noun.token + 1, min(noun.token + 2 + _MOST_WORDS, len(tokens))):
        if tokens[at].text == ",":
            name = starts.get(at + 1)
            return name if name is not None and _closes(document, name.last) else None
        first = at == noun.token + 1
        if first and tokens[at].lower not in tie and tokens[at].text[0].islower():
            continue
        if not tokens[at].text[0].isalpha():
            return None
        if at in starts and tokens[at - 1].lower not in tie:
            return starts[at]
    return None


def _closes(document: Document, at: int) -> bool:
    """Tell whether a comma or the sentence ends what stands beside."""
    return at >= len(document.tokens) or not document.tokens[at].text[0].isalnum()
