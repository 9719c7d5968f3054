"""Says who a source is: links ``he``, ``the minister`` and ``Ray`` to the person named before."""

import re
from collections.abc import Sequence

from bias.passages.names import Names, names_in
from bias.text import fold

_PERSONAL = {"he": "he", "she": "she", "him": "he", "his": "he", "her": "she"}
_OTHERS = frozenset(
    {"they", "it", "their", "its", "them", "we", "i", "you", "who", "that", "this", "which"}
)
_HEAD_END = re.compile(r",|\b(?:of|for|from|in|at|with|on|to|who)\b")
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?$")
_MEMORY = 6


class Speakers:
    """Follows one part of an article and remembers who was spoken of last."""

    def __init__(self, names: Names) -> None:
        """Start with nobody mentioned."""
        self._names = names
        self._genders = dict(names.genders)
        self._recent: list[str] = []
        self._last_other = ""

    def resolve(self, phrase: str) -> str:
        """Return the speaker a source phrase stands for, as fully as the article names them.

        A pronoun stands for the person mentioned last whom nothing shows to be of another gender.
        What cannot be linked to a name is returned as printed, without its article; a pronoun
        that stands for nobody known gives an empty text.
        """
        printed = _POSSESSIVE.sub("", phrase)
        words = [fold(word).strip(".,'’") for word in printed.split()]
        if len(words) == 1 and words[0] in _PERSONAL:
            return self._by_pronoun(_PERSONAL[words[0]])
        if len(words) == 1 and words[0] in _OTHERS:
            return self._last_other
        speaker = self._by_name(printed) or self._by_role(printed) or _ARTICLE.sub("", printed)
        self._mention(speaker)
        return speaker

    def notice(self, words: Sequence[str]) -> None:
        """Note the person whom the first words of a sentence name, if any."""
        for name in names_in(" ".join(words)):
            full = self._names.full_name(name)
            if self._names.is_person(full):
                self._mention(full)
                return

    def _by_name(self, phrase: str) -> str:
        """Return the name that ends the head of a phrase (``Ode's lawyer Ada Ray of Oslo``)."""
        head = _HEAD_END.split(phrase, maxsplit=1)[0].rstrip()
        names = list(names_in(head))
        if not names or not head.endswith(names[-1].split()[-1]):
            return ""
        return self._names.full_name(names[-1])

    def _by_role(self, phrase: str) -> str:
        """Return the person whom ``the mayor`` or ``the information minister`` stands for."""
        head = fold(_HEAD_END.split(phrase, maxsplit=1)[0]).split()
        return self._names.by_role(head[-1]) if head[:1] == ["the"] else ""

    def _by_pronoun(self, pronoun: str) -> str:
        for name in reversed(self._recent):
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
