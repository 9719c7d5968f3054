"""Collects the persons an article names, so that later mentions can be linked to them."""

import re
from collections.abc import Iterator, Sequence

from bias.passages.lexis import word_class
from bias.text import fold

_SHORT_TITLE = r"(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Prof|Lt|Col|Capt|Sgt|Rev)\."
_WORD = rf"(?:{_SHORT_TITLE}|[A-Z]\.(?:\s?[A-Z]\.)*|[A-ZÀ-ÖØ-Þ][\w’'‑-]*\w|[A-Z])"
_PARTICLE = r"(?:de|del|della|da|dos|du|van|von|der|den|bin|ibn|al|el|la|le)"
_NAME = re.compile(rf"{_WORD}(?:[ \u00a0](?:{_PARTICLE}[ \u00a0]){{0,2}}{_WORD}){{0,5}}")
_POSSESSIVE = re.compile(r"['’]s?$")
_ROLE = re.compile(
    r",[ \u00a0](?:the|a|an|its|his|her|their)"
    r"((?:[ \u00a0][^\W\d_][\w’'-]*){1,6}?)(?=[,.]|[ \u00a0](?:of|for|at|in|from|who)\b)"
)
_HYPHENED_ROLE = re.compile(r"[A-Z]\w+[-‑](?:of[-‑])?[a-z]")
_ROLE_CHARS = 90
_GENDERS = {
    "mr": "he",
    "sir": "he",
    "lord": "he",
    "king": "he",
    "mrs": "she",
    "ms": "she",
    "lady": "she",
    "dame": "she",
    "queen": "she",
}
_FULL_NAME_WORDS = range(2, 5)


class Names:
    """What an article calls its persons: full names by last name, persons by role."""

    def __init__(self, text: str) -> None:
        """Read every capitalised name of the text once."""
        self.genders: dict[str, str] = {}
        """``he`` or ``she`` by full name, where a title such as ``Mrs.`` tells."""
        self._full: dict[str, str] = {}
        self._persons: set[str] = set()
        self._roles: dict[str, str] = {}
        found = [(*split_titles(match.group()), match.end()) for match in _NAME.finditer(text)]
        for _, name, _ in found:
            self._learn_name(name)
        for titles, name, end in found:
            full = self._full.get(fold(name.split()[-1]))
            if full is not None:
                self._learn_titles(titles, full)
                self._learn_role(text, end, full)

    def _learn_name(self, name: str) -> None:
        words = name.split()
        if len(words) in _FULL_NAME_WORDS and not name.isupper():
            self._persons.add(self._full.setdefault(fold(words[-1]), name))

    def _learn_titles(self, titles: Sequence[str], full: str) -> None:
        for title in titles:
            self._roles.setdefault(title, full)
            if title in _GENDERS:
                self.genders.setdefault(full, _GENDERS[title])

    def _learn_role(self, text: str, end: int, full: str) -> None:
        """Learn that ``Ada Ray, the mayor of Oslo`` is who ``the mayor`` is."""
        role = _ROLE.match(text, end, end + _ROLE_CHARS)
        for word in role.group(1).split() if role else ():
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
        """Tell whether this is one of the full names, two to four words each."""
        return name in self._persons

    def by_role(self, role: str) -> str:
        """Return the person of whom the article says ``the mayor``, empty when there is none."""
        return self._roles.get(role, "")


def split_titles(phrase: str) -> tuple[list[str], str]:
    """Split a phrase into its titles in lower case and the name behind them.

    >>> split_titles("Information Minister Ada Ray")
    (['minister'], 'Ada Ray')
    """
    words = [_POSSESSIVE.sub("", word) or word for word in phrase.split()]
    plain = [word.lower().strip(".") for word in words]
    places = [i for i, word in enumerate(words) if _is_title(word)]
    at = max(places, default=-1)
    if at == len(words) - 1:
        return [], " ".join(words)
    return [plain[i] for i in places], " ".join(words[at + 1 :])


def _is_title(word: str) -> bool:
    """Tell a title, a role (``Mum-of-two``, ``Ex-teacher``) or a day from part of a name."""
    if _HYPHENED_ROLE.match(word):
        return True
    return word.lower().strip(".") in word_class("title", "date")


def names_in(phrase: str) -> Iterator[str]:
    """Yield the capitalised names of a phrase, titles and possessive marks taken off."""
    return (split_titles(match.group())[1] for match in _NAME.finditer(phrase))
