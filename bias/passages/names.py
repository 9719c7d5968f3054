"""Collects the persons an article names, so that later mentions can be linked to them."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

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
_WORD_BEFORE = re.compile(r"([^\W\d_A-Z][^\W\d_A-Z]*)[ \u00a0]$")
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
_BODIES = frozenset({"committee", "court", "department", "house", "ministry", "office", "party"})
"""What makes a title before it part of a body's name: ``Justice Department``."""
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
        found = [(*split_titles(match.group()), match) for match in _NAME.finditer(text)]
        for _, name, _ in found:
            self._learn_name(name)
        for titles, name, match in found:
            full = self._full.get(fold(name.split()[-1]))
            if full is not None:
                self._learn_titles([*titles, *_epithets(text, match.start(), name, full)], full)
                self._learn_role(text, match.end(), full)
        self._persons -= _things(
            (titles, name, text, _name_start(match, name)) for titles, name, match in found
        )

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


def _epithets(text: str, start: int, name: str, full: str) -> Iterator[str]:
    """Yield what stands before a name as a role would: ``strongman Ada Ray``, ``Tyrant Ray``."""
    before = _WORD_BEFORE.search(text, max(0, start - _ROLE_CHARS), start)
    if before and before.group(1) not in word_class("preposition", "auxiliary", "adverb"):
        yield before.group(1)
    if " " in name and name != full:
        known = fold(full).split()
        yield from (word for word in fold(name).split()[:-1] if word not in known)


def _name_start(match: re.Match[str], name: str) -> int:
    return match.start() + match.group().rfind(name.split(maxsplit=1)[0])


def _things(found: Iterable[tuple[Sequence[str], str, str, int]]) -> set[str]:
    """Return the names that no person has: half of the time ``the`` stands before them."""
    counts: Counter[str] = Counter()
    for titles, name, text, start in found:
        if not titles:
            counts[name] += 1 if text[max(0, start - 4) : start].lower() == "the " else -1
    return {name for name, surplus in counts.items() if surplus >= 0}


def split_titles(phrase: str) -> tuple[list[str], str]:
    """Split a phrase into its titles in lower case and the name behind them.

    >>> split_titles("Information Minister Ada Ray")
    (['minister'], 'Ada Ray')
    """
    printed = phrase.split()
    owner = max((i for i, word in enumerate(printed[:-1]) if _POSSESSIVE.search(word)), default=-1)
    words = [_POSSESSIVE.sub("", word) or word for word in printed[owner + 1 :]]
    words = words[1:] if words[0] == "The" and len(words) > 1 else words
    plain = [word.lower().strip(".") for word in words]
    places = [i for i, word in enumerate(words) if _is_title(word)]
    at = max(places, default=-1)
    if at == len(words) - 1 or plain[-1] in _BODIES:
        return [], " ".join(words)
    while at + 2 < len(words) and plain[at + 1] in word_class(
        "preposition", "opener", "determiner"
    ):
        at += 1
    return [plain[i] for i in places], " ".join(words[at + 1 :])


def _is_title(word: str) -> bool:
    """Tell a title, a role (``Mum-of-two``, ``Ex-teacher``) or a day from part of a name."""
    if _HYPHENED_ROLE.match(word):
        return True
    return word.lower().strip(".") in word_class("title", "date")


def names_in(phrase: str) -> Iterator[str]:
    """Yield the capitalised names of a phrase, titles and possessive marks taken off."""
    return (split_titles(match.group())[1] for match in _NAME.finditer(phrase))
