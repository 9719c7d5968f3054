"""Collects the persons and bodies an article names, so that later mentions can be linked to them."""

import re
from collections.abc import Iterator

from bias.passages.lexis import word_class
from bias.text import fold

_WORD = r"(?:[A-Z]\.(?:\s?[A-Z]\.)*|[A-ZÀ-ÖØ-Þ][\w’'‑-]*\w|[A-Z])"
_PARTICLE = r"(?:de|del|della|da|dos|du|van|von|der|den|bin|ibn|al|el|la|le)"
_NAME = re.compile(rf"{_WORD}(?:[ \u00a0](?:{_PARTICLE}[ \u00a0])?{_WORD}){{0,5}}")
_POSSESSIVE = re.compile(r"['’]s?$")
_ROLE = re.compile(
    r",[ \u00a0](?:the|a|an|its|his|her|their)[ \u00a0]((?:[^\W\d_][\w’'-]*[ \u00a0]){0,5}?[^\W\d_][\w’'-]*)"
    r"(?=,|\.|[ \u00a0](?:of|for|at|in|from|who)\b)"
)
_GENDERS = {
    "mr": "he",
    "sir": "he",
    "lord": "he",
    "mrs": "she",
    "ms": "she",
    "miss": "she",
    "lady": "she",
    "dame": "she",
}
_MAX_NAME = 4


class Names:
    """What an article calls its persons: full names by last name, persons by role."""

    def __init__(self, text: str) -> None:
        """Read every capitalised name of the text once."""
        self._full: dict[str, str] = {}
        self._persons: set[str] = set()
        self._roles: dict[str, str] = {}
        self.genders: dict[str, str] = {}
        for match in _NAME.finditer(text):
            self._learn(text, match)

    def _learn(self, text: str, match: re.Match[str]) -> None:
        titles, name = split_titles(match.group())
        if not name:
            return
        words = name.split()
        last = fold(words[-1])
        if 2 <= len(words) <= _MAX_NAME and not name.isupper():
            self._persons.add(self._full.setdefault(last, name))
        full = self._full.get(last, "")
        if not full:
            return
        for title in titles:
            if title in _GENDERS:
                self.genders.setdefault(full, _GENDERS[title])
            self._roles.setdefault(title, full)
        if len(words) > 1:
            self._learn_role(text, match.end(), full)

    def _learn_role(self, text: str, end: int, full: str) -> None:
        role = _ROLE.match(text, end, end + 90)
        if role is not None:
            for word in role.group(1).split():
                if word.islower():
                    self._roles.setdefault(fold(word), full)

    def full_name(self, name: str) -> str:
        """Return the full name for a name as printed, which may be its last word only."""
        words = name.split()
        known = self._full.get(fold(words[-1])) if words else None
        if known is None or (len(words) > 1 and fold(words[0]) not in fold(known).split()):
            return name
        return known

    def is_person(self, name: str) -> bool:
        """Tell whether a full name was learnt as one of two to four words."""
        return name in self._persons

    def by_role(self, words: list[str]) -> str:
        """Return the person that a phrase such as ``the mayor`` stands for, else an empty text."""
        return next((self._roles[word] for word in reversed(words) if word in self._roles), "")


def split_titles(phrase: str) -> tuple[list[str], str]:
    """Split ``Information Minister Ada Ray`` into its titles and the name behind them."""
    words = [_POSSESSIVE.sub("", word) for word in phrase.split()]
    titles = word_class("title")
    at = max((i for i, w in enumerate(words) if w.lower().strip(".") in titles), default=-1)
    found = [
        word.lower().strip(".") for word in words[: at + 1] if word.lower().strip(".") in titles
    ]
    if at == len(words) - 1:
        return [], " ".join(words)
    return found, " ".join(words[at + 1 :])


def names_in(phrase: str) -> Iterator[str]:
    """Yield the capitalised names of a phrase, titles and possessive marks taken off."""
    for match in _NAME.finditer(phrase):
        _, name = split_titles(match.group())
        if name:
            yield name
