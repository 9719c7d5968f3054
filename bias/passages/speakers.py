"""Says who a source is: links ``he``, ``the minister`` and ``Ray`` to the person named before."""

import re
from collections.abc import Sequence

from bias.passages.names import Names, names_in
from bias.text import fold

_PERSONAL = {"he": "he", "she": "she", "him": "he", "his": "he", "her": "she"}
_OTHERS = frozenset(
    {"they", "it", "their", "its", "them", "we", "i", "you", "who", "that", "this", "which"}
)
_HEAD_END = re.compile(r"\b(?:of|for|from|in|at|with|on|to|who|,)\b|,")
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?$")
_MEMORY = 6


class Speakers:
    """Follows one article from its beginning and remembers who was spoken of last."""

    def __init__(self, names: Names) -> None:
        """Start with nobody mentioned."""
        self._names = names
        self._genders = dict(names.genders)
        self._recent: list[str] = []
        self._last_group = ""

    def resolve(self, phrase: str) -> str:
        """Return the speaker a source phrase stands for, as fully as the article names them."""
        phrase = _POSSESSIVE.sub("", phrase)
        words = [fold(word).strip(".,'’") for word in phrase.split()]
        if not words:
            return ""
        if len(words) == 1 and words[0] in _PERSONAL:
            return self._by_pronoun(_PERSONAL[words[0]])
        if len(words) == 1 and words[0] in _OTHERS:
            return self._last_group
        speaker = (
            self._by_name(phrase) or self._names.by_role(words[:6]) or _ARTICLE.sub("", phrase)
        )
        self.mention(speaker)
        return speaker

    def _by_name(self, phrase: str) -> str:
        head = _HEAD_END.split(phrase, maxsplit=1)[0]
        names = list(names_in(head))
        if not names or not head.rstrip().endswith(tuple(names[-1].split()[-1:])):
            return ""
        return self._names.full_name(names[-1])

    def _by_pronoun(self, pronoun: str) -> str:
        for name in reversed(self._recent):
            if self._genders.setdefault(name, pronoun) == pronoun:
                self.mention(name)
                return name
        return ""

    def mention(self, name: str) -> None:
        """Note that a person or body was just spoken of."""
        if not self._names.is_person(name):
            self._last_group = name
            return
        if name in self._recent:
            self._recent.remove(name)
        self._recent.append(name)
        del self._recent[:-_MEMORY]

    def notice(self, words: Sequence[str]) -> None:
        """Note the person a sentence opens with, from its first capitalised words."""
        for name in names_in(" ".join(words)):
            full = self._names.full_name(name)
            if self._names.is_person(full):
                self.mention(full)
                return
