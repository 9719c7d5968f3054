"""What a report says in its reader's language: a catalogue of messages for each but English.

A catalogue is ``messages/<code>.po``, read by Babel. Its messages are the phrases of the templates
(:mod:`bias.report.phrases`) and what the views say by :func:`say` and :class:`Said`. In which
language a page speaks is set where it is rendered, by :func:`speaking`.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib.resources import files
from typing import TypeVar

import msgspec

from bias.languages import DEFAULT

_spoken: ContextVar[str] = ContextVar("report_language", default=DEFAULT)

K = TypeVar("K")
V = TypeVar("V")


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Let everything that is rendered within speak a language; a message without one is English."""
    token = _spoken.set(language)
    try:
        yield
    finally:
        _spoken.reset(token)


def spoken() -> str:
    """Return the code of the language that pages speak now."""
    return _spoken.get()


def say(message: str, **values: object) -> str:
    """Return a message in the reader's language, its places filled in.

    >>> say("{count} articles", count=3)
    '3 articles'
    """
    text = messages(spoken()).get(message, message)
    return text.format(**values) if values else text


def named(*words: str) -> tuple[str, ...]:
    """Return words that are said later, so that catalogues hold them."""
    return words


class Said(Mapping[K, V]):
    """Words for what the records name, each said when it is asked for."""

    def __init__(self, words: Mapping[K, V]) -> None:
        """Take strings, or records of strings, in English."""
        self._words = words

    def __getitem__(self, key: K) -> V:
        """Return the words for a key in the reader's language."""
        return _in_language(self._words[key])

    def __iter__(self) -> Iterator[K]:
        """Yield the keys in their order."""
        return iter(self._words)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._words)


def _in_language(words: V) -> V:
    if isinstance(words, str):
        return type(words)(say(words)) if words else words
    if isinstance(words, msgspec.Struct):
        fields = {name: _in_language(getattr(words, name)) for name in words.__struct_fields__}
        return msgspec.structs.replace(words, **fields)
    return words


@cache
def messages(language: str) -> Mapping[str, str]:
    """Return what a language says for each message that it has; English has none."""
    path = files("bias.report").joinpath("messages", f"{language}.po")
    if language == DEFAULT or not path.is_file():
        return {}
    from babel.messages.pofile import read_po

    with path.open("rb") as file:
        catalogue = read_po(file, locale=language)
    return {
        str(message.id): str(message.string)
        for message in catalogue
        if message.id and message.string and not message.fuzzy
    }


def is_one(count: int) -> bool:
    """Tell whether a count goes with the singular in the reader's language: 0 does in French."""
    if spoken() == DEFAULT:
        return count == 1
    from babel import Locale

    return bool(Locale.parse(spoken()).plural_form(count) == "one")


def several(noun: str) -> str:
    """Return the plural of a noun for which none is given.

    In another language than English each of its words takes an ``s``: "mot marqué".

    >>> several("article")
    'articles'
    """
    if spoken() == DEFAULT:
        return f"{noun}s"
    return " ".join(word if word.endswith(("s", "x")) else f"{word}s" for word in noun.split())
