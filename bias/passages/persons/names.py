"""Collects the persons an article names, so that later mentions can be linked to them."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from bias.language.word_classes import word_class
from bias.passages.persons.name_words import GENDERS, TitledName, titled_names
from bias.text import fold

_ROLE = re.compile(
    r",[ \u00a0](?:the|a|an|its|his|her|their)"
    r"((?:[ \u00a0][^\W\d_][\w’'-]*){1,6}?)(?=[,.]|[ \u00a0](?:of|for|at|in|from|who)\b)"
)
_WORD_BEFORE = re.compile(r"([^\W\d_A-Z][^\W\d_A-Z]*)[ \u00a0]$")
_LOWER_WORD = re.compile(r"\b[a-z]+\b")
_ROLE_CHARS = 90
_FULL_NAME_WORDS = range(2, 5)
_MAX_BEARERS = 8
_MEMORY = 8


class Names:
    """What an article calls its persons: full names by last name, persons by role."""

    def __init__(self, text: str) -> None:
        """Read every capitalised name of the text once."""
        self.genders: dict[str, str] = {}
        """``he`` or ``she`` by full name, where a title such as ``Mrs.`` tells."""
        self._full: dict[str, list[str]] = {}
        self._persons: set[str] = set()
        self._roles: dict[str, str] = {}
        self._plain = frozenset(_LOWER_WORD.findall(text)) | word_class("auxiliary", "opener")
        found = list(titled_names(text))
        for titled in found:
            self._learn_name(titled.name)
        recent: list[str] = []
        for titled in found:
            full = self.bearer(titled, recent) or self._with_epithet(titled)
            if full:
                recent = [*recent[-_MEMORY:], full]
                self._learn_titles([*titled.titles, *_epithets(text, titled, full)], full)
                self._learn_role(text, titled.end, full)
        self._persons -= _things(found, text)

    def _learn_name(self, name: str) -> None:
        words = name.split()
        if len(words) not in _FULL_NAME_WORDS or name.isupper():
            return
        bearers = self._full.setdefault(fold(words[-1]), [])
        given = set(fold(name).split()[:-1])
        if bearers and self._is_plain(bearers[0]):
            self._persons.discard(bearers.pop(0))
        elif bearers and self._is_plain(name):
            return
        if len(bearers) < _MAX_BEARERS and not any(given & set(fold(b).split()) for b in bearers):
            bearers.append(name)
            self._persons.add(name)

    def _is_plain(self, name: str) -> bool:
        """Tell ``Rival Ray`` and ``Does Ray``: a word also printed in lower case names nobody."""
        return name.split(maxsplit=1)[0].lower() in self._plain

    def _with_epithet(self, titled: TitledName) -> str:
        """Return whom ``Tyrant Ray`` means: the first who bears the last name."""
        bearers = self._full.get(fold(titled.name).rsplit(maxsplit=1)[-1], [""])
        return bearers[0] if self._is_plain(titled.name) else ""

    def _learn_titles(self, titles: Sequence[str], full: str) -> None:
        for title in titles:
            self._roles.setdefault(title, full)
            if title in GENDERS:
                self.genders.setdefault(full, GENDERS[title])

    def _learn_role(self, text: str, end: int, full: str) -> None:
        """Learn that ``Ada Ray, the mayor of Oslo`` is who ``the mayor`` is."""
        role = _ROLE.match(text, end, end + _ROLE_CHARS)
        for word in role.group(1).split() if role else ():
            if word.islower():
                self._roles.setdefault(fold(word), full)

    def bearer(
        self,
        titled: TitledName,
        recent: Sequence[str] = (),
        genders: Mapping[str, str] | None = None,
    ) -> str:
        """Return whose name this is in full, empty for a name that nobody bears.

        Of several who share a last name it is the one whom the titles name (``Judge Ray``), then
        one of their gender (``Mrs. Ray``), then who was spoken of last; without a title it is who
        was named first, since newspapers print the others in full.
        ``genders`` says what else is known of them.
        """
        words = fold(titled.name).split()
        bearers = self._full.get(words[-1], []) if words else []
        if len(words) > 1:
            bearers = [bearer for bearer in bearers if words[0] in fold(bearer).split()]
        if not bearers or not titled.titles:
            return bearers[0] if bearers else ""
        return self._choose(bearers, titled.titles, recent, genders or self.genders)

    def _choose(
        self,
        bearers: list[str],
        titles: Sequence[str],
        recent: Sequence[str],
        genders: Mapping[str, str],
    ) -> str:
        called = {self._roles.get(title, "") for title in titles if title not in GENDERS}
        gender = next((GENDERS[title] for title in titles if title in GENDERS), "")
        order = [name for name in reversed(recent) if name in bearers]
        return min(
            [*order, *bearers],
            key=lambda name: (name not in called, _against(genders.get(name, ""), gender)),
        )

    def full_name(self, name: str) -> str:
        """Return the full name for a name as printed, which may be its last word only."""
        return (
            self.bearer(TitledName(titles=(), name=name, printed_start=0, start=0, end=0)) or name
        )

    def is_person(self, name: str) -> bool:
        """Tell whether this is one of the full names, two to four words each."""
        return name in self._persons

    def by_role(self, role: str) -> str:
        """Return the person of whom the article says ``the mayor``, empty when there is none."""
        return self._roles.get(role, "")


def _against(known: str, gender: str) -> int:
    """Return 0 for the gender sought, 2 for another, and 1 where nothing is known."""
    return 2 * (known != gender) if known and gender else 1


def _epithets(text: str, titled: TitledName, full: str) -> Iterator[str]:
    """Yield what stands before a name as a role would: ``strongman Ada Ray``, ``Tyrant Ray``."""
    start, name = titled.printed_start, titled.name
    before = _WORD_BEFORE.search(text, max(0, start - _ROLE_CHARS), start)
    if before and before.group(1) not in word_class("preposition", "auxiliary", "adverb"):
        yield before.group(1)
    if " " in name and name != full:
        known = fold(full).split()
        yield from (word for word in fold(name).split()[:-1] if word not in known)


def _things(found: Iterable[TitledName], text: str) -> set[str]:
    """Return the names that no person has: half of the time ``the`` stands before them."""
    counts: Counter[str] = Counter()
    for titled in found:
        if not titled.titles:
            the = text[max(0, titled.start - 4) : titled.start].lower() == "the "
            counts[titled.name] += 1 if the else -1
    return {name for name, surplus in counts.items() if surplus >= 0}
