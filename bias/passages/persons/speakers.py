"""Says who a source is: links ``he``, ``the minister`` and ``Ray`` to the person named before."""

import re

from bias.language.word_classes import word_class
from bias.passages.persons.name_words import GENDERS, TitledName, titled_names
from bias.passages.persons.names import Names
from bias.text import fold

_PERSONAL = {"he": "he", "she": "she", "him": "he", "his": "he", "her": "she"}
_OWN_PRONOUN = re.compile(r"\b(?:he|she|his)\b", re.IGNORECASE)
"""Pronouns that can stand for whoever acts; ``him`` and often ``her`` are somebody else."""
_OTHERS = frozenset(
    {"they", "it", "their", "its", "them", "we", "i", "you", "who", "that", "this", "which"}
)
_HEAD_END = re.compile(r",|\s(?:of|for|from|in|at|with|on|to|who)\b")
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?$")
_MEMORY = 6
_ROLE_WORDS = 4


class Speakers:
    """Follows one part of an article and remembers who was spoken of last."""

    def __init__(self, names: Names) -> None:
        """Start with nobody mentioned."""
        self._names = names
        self._genders = dict(names.genders)
        self._recent: list[str] = []
        self._last_other = ""

    def resolve(self, phrase: str, said: str = "") -> str:
        """Return the speaker a source phrase stands for, as fully as the article names them.

        A pronoun stands for the person mentioned last whom nothing shows to be of another gender
        and whom the words ``said`` do not name, since hardly anybody quotes his own name.
        What cannot be linked to a name is returned as printed, without its article; a pronoun
        that stands for nobody known gives an empty text.
        """
        printed = _POSSESSIVE.sub("", phrase)
        words = [fold(word).strip(".,'’") for word in printed.split()]
        if len(words) == 1 and words[0] in _PERSONAL:
            return self._by_pronoun(_PERSONAL[words[0]], fold(said))
        if len(words) == 1 and words[0] in _OTHERS:
            return self._last_other
        speaker = self._by_name(printed) or self._by_role(printed) or _ARTICLE.sub("", printed)
        self._mention(speaker)
        return speaker

    def notice(self, beginning: str) -> str:
        """Note the person whom the beginning of a sentence names, and return the full name.

        ``The tyrant`` names somebody where the article says who that is; empty for nobody.
        """
        named = map(self._full_name, titled_names(beginning))
        person = next(filter(self._names.is_person, named), "") or self._by_epithet(beginning)
        if person:
            self._mention(person)
        return person

    def _by_epithet(self, beginning: str) -> str:
        first, *others = beginning.split(maxsplit=_ROLE_WORDS)[:_ROLE_WORDS] or [""]
        roles = (self._names.by_role(fold(word)) for word in others if first == "The")
        return next(filter(None, roles), "")

    def learn_gender(self, sentence: str) -> None:
        """Learn from ``Ada Ray, a nurse, said she …`` that ``he`` is not Ada Ray."""
        pronoun = _OWN_PRONOUN.search(sentence)
        if pronoun is None:
            return
        named = map(self._full_name, titled_names(sentence[: pronoun.start()]))
        persons = set(filter(self._names.is_person, named))
        if len(persons) == 1:
            self._genders.setdefault(persons.pop(), _PERSONAL[pronoun.group().lower()])

    def _by_name(self, phrase: str) -> str:
        """Return the name that ends the head of a phrase (``Ode's lawyer Ada Ray of Oslo``)."""
        head = _HEAD_END.split(phrase, maxsplit=1)[0].rstrip()
        names = list(titled_names(head))
        if not names or not head.endswith(names[-1].name.split()[-1]):
            return ""
        speaker = self._full_name(names[-1])
        for title in names[-1].titles:
            if title in GENDERS:
                self._genders.setdefault(speaker, GENDERS[title])
        return speaker

    def _full_name(self, titled: TitledName) -> str:
        return self._names.bearer(titled, self._recent, self._genders) or titled.name

    def _by_role(self, phrase: str) -> str:
        """Return the person whom ``the mayor`` or ``the information minister`` stands for."""
        head = fold(_HEAD_END.split(phrase, maxsplit=1)[0]).split()
        bare = len(head) == 1 and head[0] in word_class("title")
        return self._names.by_role(head[-1]) if bare or head[:1] == ["the"] else ""

    def _by_pronoun(self, pronoun: str, said: str) -> str:
        for name in reversed(self._recent):
            if said and fold(name.split()[-1]) in said:
                continue
            if self._genders.setdefault(name, pronoun) == pronoun:
                self._mention(name)
                return name
        return ""

    def _mention(self, name: str) -> None:
        if not self._names.is_person(name):
            self._last_other = name
            return
        if name in self._recent:
            self._recent.remove(name)
        self._recent.append(name)
        del self._recent[:-_MEMORY]
