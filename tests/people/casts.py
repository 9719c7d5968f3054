"""Invented texts and who is named in them."""

from bias.language.read import documents, read
from bias.people.cast import find_cast
from bias.records import Cast, Mention, Part
from tests.language.texts import article


def cast(text: str, title: str = "Ferry hearing opens") -> Cast:
    """Return the cast of an article with this text."""
    made = article(text, title)
    return find_cast(made, documents(made, read(made)))


def body(found: Cast) -> list[Mention]:
    """Return the mentions of its body."""
    return [mention for mention in found.mentions if mention.part is Part.BODY]


def printed(text: str, found: Cast, entity: str) -> list[str]:
    """Return the words that mean an entity in the body, as printed."""
    return [text[m.start : m.end] for m in body(found) if m.entity == entity]


def who(text: str, words: str, title: str = "Ferry hearing opens") -> str:
    """Return the name of the entity that some words of a text mean."""
    found = cast(text, title)
    start = text.index(words)
    mention = found.at(Part.BODY, start, start + len(words))
    return found.entity(mention.entity).name if mention else ""


def are_one(text: str, first: str, second: str) -> bool:
    """Tell whether the first words and the last occurrence of the second mean one entity."""
    found = cast(text)
    a = found.at(Part.BODY, text.index(first), text.index(first) + len(first))
    b = found.at(Part.BODY, text.rindex(second), text.rindex(second) + len(second))
    assert a is not None
    assert b is not None
    return a.entity == b.entity
