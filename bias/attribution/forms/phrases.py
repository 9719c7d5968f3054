"""Finds the words that name who speaks, before or behind a cue, by articles and capitals.

Where a parse knows the subject of a verb, it is taken: forms see no further than a relative clause.
"""

from bias.attribution.found import Source
from bias.attribution.unit import Unit
from bias.language.word_classes import any_class, word_class
from bias.people.forms.nouns import nouns

_MOST_WORDS = 14
"""Words of a phrase, and words back from a verb to its subject."""
_MOST_SKIPPED = 6
"""Words between a verb and the one behind it who speaks: « a déclaré lundi à la presse … »."""
_BOUNDS = frozenset({";", ":", "(", ")", "—", "–", "―"})


class Phrases:
    """Reads the phrases of one language."""

    def __init__(self, language: str) -> None:
        """Take the words that open and end a phrase."""
        self._language = language
        self._determiner = word_class("determiner", language=language)
        self._preposition = word_class("preposition", language=language)
        self.enclitics = any_class("enclitic_pronoun", language=language)
        self.clitics = word_class("before_verb", language=language)
        self._pronoun = word_class("he", "she", "they", language=language)
        self._relative = word_class("relative", language=language)
        self._ends = word_class("phrase_end", language=language)
        self._time = word_class("time", language=language)

    def before(self, unit: Unit, verb: int) -> Source | None:
        """Return the subject that stands before a verb, ``None`` where none is found."""
        parsed = self._parsed(unit, verb)
        if parsed is not None:
            return parsed
        end = self._behind_subject(unit, verb)
        if end > 0 and unit.lower(end - 1) == ",":
            end = self._before_apposition(unit, end - 1)
        if end <= 0 or not unit.is_word(end - 1):
            return None
        if unit.lower(end - 1) in self._pronoun:
            return Source(place=(end - 1, end), heads=())
        return self.first(unit, self._begin(unit, end), end)

    def behind(self, unit: Unit, i: int) -> Source | None:
        """Return who is named right behind a cue, ``None`` where nobody is."""
        i += unit.lower(i) == "-t"
        if unit.lower(i) in self.enclitics | self._pronoun:
            return Source(place=(i, i + 1), heads=())
        for start in range(i, min(i + _MOST_SKIPPED, len(unit))):
            if not unit.is_word(start) or unit.lower(start) in self._relative:
                return None
            if self._opens(unit, start, tied=start == i):
                return self._source(unit, start, self._end(unit, start))
        return None

    def is_relative(self, unit: Unit, verb: int) -> bool:
        """Tell whether a verb stands in a relative clause: « qui avait promis »."""
        at = verb
        while at and unit.lower(at - 1) in self.clitics:
            at -= 1
        return at > 0 and unit.lower(at - 1) in self._relative

    def first(self, unit: Unit, start: int, end: int) -> Source | None:
        """Return the first phrase of a stretch that no preposition ties to another."""
        opening = next((i for i in range(start, end) if self._opens(unit, i)), None)
        if opening is None:
            return None
        return self._source(unit, opening, min(end, self._end(unit, opening)))

    def _source(self, unit: Unit, start: int, end: int) -> Source:
        return Source(place=(start, end), heads=(unit.items[self._head(unit, start, end)].token,))

    def _opens(self, unit: Unit, i: int, *, tied: bool = False) -> bool:
        """Tell whether a phrase begins that no preposition ties, or one that a cue does."""
        item = unit.items[i]
        if item.kind != "word" or (unit.lower(i - 1) in self._preposition and not tied):
            return False
        if unit.lower(i) in self._time or unit.lower(i + 1) in self._time:
            return False
        named = item.capital and unit.lower(i) not in self._preposition | self._ends
        return named or unit.lower(i) in self._determiner

    def _end(self, unit: Unit, start: int) -> int:
        """Return where a phrase ends: before a mark, a quotation, or a word that leaves it."""
        for i in range(start + 1, min(start + _MOST_WORDS, len(unit))):
            if not unit.is_word(i) or unit.lower(i) in self._ends | self._relative:
                return i
        return min(start + _MOST_WORDS, len(unit))

    def _head(self, unit: Unit, start: int, end: int) -> int:
        """Return the last word of a name that no preposition ties on, else the noun."""
        head = -1
        for i in range(start, end):
            if unit.lower(i) in self._preposition and head < 0 and i > start:
                break
            if unit.items[i].capital and unit.lower(i) not in self._determiner:
                head = i
            elif head >= 0 and unit.lower(i) not in self._preposition | self._determiner:
                break
        if head >= 0:
            return head
        return min(start + (unit.lower(start) in self._determiner), end - 1)

    def _behind_subject(self, unit: Unit, verb: int) -> int:
        """Return where the words before a verb's auxiliaries and pronouns end."""
        end = verb
        while end and (unit.lower(end - 1) in self.clitics or self._is_adverb(unit, end - 1)):
            end -= 1
        if end and unit.lower(end - 1) in self._relative:
            end -= 1
            return end - 1 if unit.lower(end - 1) == "," else end
        return end

    def _is_adverb(self, unit: Unit, i: int) -> bool:
        lower = unit.lower(i)
        ends = lower.endswith(("ment", "mente")) and lower not in nouns(self._language)
        return ends and unit.lower(i - 1) not in self._determiner

    def _before_apposition(self, unit: Unit, comma: int) -> int:
        """Return where the subject ends that an apposition parts from its verb."""
        low = max(0, comma - 2 * _MOST_WORDS)
        return next((i for i in range(comma - 1, low, -1) if unit.lower(i) == ","), 0)

    def _begin(self, unit: Unit, end: int) -> int:
        for i in range(end - 1, max(-1, end - 1 - _MOST_WORDS), -1):
            lower = unit.lower(i)
            leaves = lower in self._relative and i < end - 1
            if unit.is_quote(i) or lower in _BOUNDS or lower == "," or leaves:
                return i + 1
        return max(0, end - _MOST_WORDS)

    def _parsed(self, unit: Unit, verb: int) -> Source | None:
        """Return the subject that the parse gives a verb and that stands before it."""
        if not unit.doc.parsed:
            return None
        for kid in unit.kids(unit.items[verb].token):
            place = unit.place(kid.index)
            if not kid.dep.startswith("nsubj") or not 0 <= place < verb or not unit.is_word(place):
                continue
            if kid.lower in self._pronoun:
                return Source(place=(place, place + 1), heads=())
            start = max(0, unit.reach(kid.index)[0])
            found = self.first(unit, start, verb) if kid.lower not in self._relative else None
            if found is not None and found.place[0] <= place < found.place[1]:
                return found
        return None
