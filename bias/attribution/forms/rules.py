"""The rules by which words are somebody's, where forms alone are known; each has its id.

``behind``: « …, a déclaré Ana Ruiz ». ``clause``: « Ana Ruiz a déclaré que … ». ``quotation``: a
verb of saying, then quotation marks. ``infinitive``: « Ana Ruiz promet de … ». ``according``:
« selon Ana Ruiz ». ``charge``: « accusent le maire d’avoir menti ». ``colon``: « Ana Ruiz : “…” ».
"""

from collections.abc import Iterator

from bias.attribution.forms.phrases import Phrases
from bias.attribution.forms.words import Cues, Phrase, phrases
from bias.attribution.found import Attribution, Source
from bias.attribution.unit import Range, Unit
from bias.language.lexis import Frame
from bias.language.word_classes import word_class

_MOST_CIRCUMSTANCES = 16
"""Words between a verb and the « que » of what is said."""
_MOST_LABEL = 8
_STOPS = frozenset({".", "…", "!", "?"})


class ByForms:
    """Finds the attributions of a unit in one language."""

    def __init__(self, language: str) -> None:
        """Take the tables of the language."""
        self._cues = Cues(language)
        self._phrases = Phrases(language)
        self._citing = phrases(language)
        self._that = word_class("that", language=language)
        self._leaves = word_class("leaves_clause", language=language)
        self._determiner = word_class("determiner", language=language)
        self._preposition = word_class("preposition", language=language)
        self._time = word_class("time", language=language)
        self._of = word_class("of", language=language)
        self._before_infinitive = word_class("before_infinitive", language=language)

    def attributions(self, unit: Unit) -> list[Attribution]:
        """Return the attributions of one unit in order of their cues."""
        return [found for i in range(len(unit)) for found in self._at(unit, i) if found.contents]

    def alone(self, unit: Unit) -> Attribution | None:
        """Return nothing: such short sentences are not read by form."""
        return None

    def subject_before(self, unit: Unit, i: int) -> Source | None:
        """Return the first phrase of the words before a place, which speaks or acts."""
        start = max((j + 1 for j in range(i) if unit.lower(j) == ";"), default=0)
        return self._phrases.first(unit, start, i)

    def _at(self, unit: Unit, i: int) -> Iterator[Attribution]:
        if unit.lower(i) == ":":
            yield from self._by_colon(unit, i)
            return
        frame = self._cues.frame(unit, i)
        if frame is not None:
            yield from self._by_verb(unit, i, frame)
        yield from self._by_phrase(unit, i)

    # ------------------------------------------------------------ verbs

    def _by_verb(self, unit: Unit, i: int, frame: Frame) -> Iterator[Attribution]:
        begin = self._cues.start(unit, i)
        behind = self._inverted(unit, begin, i, frame)
        if behind is not None:
            yield behind
            return
        source = self._subject(unit, i)
        tells = frame.tells
        inside = begin > 0 and self._phrases.is_relative(unit, begin)
        for rule, found in (
            ("clause", self._clause(unit, i, frame)),
            ("infinitive", self._infinitive(unit, i, frame)),
            ("charge", self._charge(unit, i, frame)),
            ("quotation", self._quoted(unit, i, frame)),
        ):
            contents = self._to_comma(unit, found) if found and inside else found
            if contents:
                yield Attribution(
                    rule=rule, cue=(begin, i + 1), source=source, contents=contents, tells=tells
                )
                return

    def _subject(self, unit: Unit, i: int) -> Source:
        """Return who speaks: the subject, else whoever the verb leaves unsaid."""
        if self._cues.is_gerund(unit, i):
            found = self.subject_before(unit, i)
        else:
            found = self._phrases.before(unit, i)
        return found or Source(place=(i, i), heads=())

    def _inverted(self, unit: Unit, begin: int, i: int, frame: Frame) -> Attribution | None:
        """Read « …, a déclaré Ana Ruiz » and « …, a-t-elle dit »."""
        if "behind" not in frame.frames or not begin:
            return None
        first = begin
        while first and unit.lower(first - 1) in self._phrases.clitics:
            first -= 1
        beside = unit.is_quote(first - 1 - (unit.lower(first - 1) == ","))
        if not beside and unit.lower(first - 1) not in {",", *_STOPS, "—", "–"}:
            return None
        source = self._enclitic(unit, begin, i) or self._phrases.behind(unit, i + 1)
        if source is None and beside:
            source = Source(place=(i, i), heads=())
        if source is None or self._opens_clause(unit, i):
            return None
        end = max(i + 1, source.place[1])
        if not beside and unit.is_word(end):
            return None
        contents = (*self._words_before(unit, first), *self._quotes(unit, end, len(unit)))
        if not any(map(unit.is_quote, range(len(unit)))):
            contents = (*contents, *self._resumed(unit, end))
        return Attribution(rule="behind", cue=(begin, i + 1), source=source, contents=contents)

    def _enclitic(self, unit: Unit, begin: int, i: int) -> Source | None:
        """Return the pronoun between the auxiliary and the verb: « a-t-il déclaré »."""
        places = (j for j in range(begin, i) if unit.lower(j) in self._phrases.enclitics)
        at = next(places, None)
        return None if at is None else Source(place=(at, at + 1), heads=())

    def _opens_clause(self, unit: Unit, i: int) -> bool:
        return unit.lower(i + 1) in self._that

    def _words_before(self, unit: Unit, first: int) -> tuple[Range, ...]:
        """Return what stands before a cue: the quotation beside it, else the clause."""
        end = first
        while end and not unit.is_word(end - 1) and not unit.is_quote(end - 1):
            end -= 1
        start = max((j + 1 for j in range(end) if unit.lower(j) == ";"), default=0)
        quotes = self._quotes(unit, start, end)
        return quotes or (((start, end),) if start < end else ())

    def _resumed(self, unit: Unit, end: int) -> tuple[Range, ...]:
        """Return the rest of a clause that the cue interrupts."""
        if unit.lower(end) != ",":
            return ()
        stop = self._cut(unit, end + 1)
        return ((end + 1, stop),) if end + 1 < stop else ()

    def _clause(self, unit: Unit, i: int, frame: Frame) -> tuple[Range, ...]:
        """Return the words behind « que »; between it and the verb stands no object."""
        if "that" not in frame.frames:
            return ()
        for j in range(i + 1, min(i + _MOST_CIRCUMSTANCES, len(unit))):
            lower = unit.lower(j)
            if lower in self._that:
                stop = self._cut(unit, j + 1)
                return ((j + 1, stop),) if j + 1 < stop else ()
            if unit.is_quote(j) or lower in {";", ":"} or self._is_object(unit, i, j):
                return ()
        return ()

    def _is_object(self, unit: Unit, verb: int, i: int) -> bool:
        """Tell an object behind a verb from a time or whom the words are told."""
        if unit.lower(i) not in self._determiner:
            return False
        told = unit.lower(i - 1) in self._preposition
        timed = any(unit.lower(j) in self._time for j in range(i, i + 3))
        return not told and not timed and i == verb + 1

    def _infinitive(self, unit: Unit, i: int, frame: Frame) -> tuple[Range, ...]:
        if "infinitive" not in frame.frames:
            return ()
        j = i + 1
        while unit.lower(j) in self._before_infinitive:
            j += 1
        if not self._cues.is_infinitive(unit, j):
            return ()
        return ((i + 1, self._cut(unit, j)),)

    def _charge(self, unit: Unit, i: int, frame: Frame) -> tuple[Range, ...]:
        """Return what somebody is charged with: « accusent la direction d’avoir menti »."""
        if "charge" not in frame.frames:
            return ()
        for j in range(i + 1, min(i + _MOST_CIRCUMSTANCES, len(unit) - 1)):
            if not unit.is_word(j):
                return ()
            if unit.lower(j) in self._of and self._cues.is_infinitive(unit, j + 1):
                return ((j, self._cut(unit, j + 1)),)
        return ()

    @staticmethod
    def _to_comma(unit: Unit, contents: tuple[Range, ...]) -> tuple[Range, ...]:
        """Return contents that end with the relative clause they stand in."""
        start, end = contents[0]
        comma = next((j for j in range(start, end) if unit.lower(j) == ","), end)
        return ((start, comma), *(c for c in contents[1:] if c[1] <= comma))

    def _quoted(self, unit: Unit, i: int, frame: Frame) -> tuple[Range, ...]:
        """Return the quotations behind a verb, up to the next cue or the end of its clause."""
        if "quotation" not in frame.frames:
            return ()
        end = self._clause_end(unit, i + 1)
        return self._quotes(unit, i + 1, end)

    def _clause_end(self, unit: Unit, start: int) -> int:
        for j in range(start, len(unit)):
            again = self._cues.frame(unit, j) is not None and not unit.is_quote(j)
            if again or unit.lower(j) == ";":
                return j
        return len(unit)

    # ------------------------------------------------------------ phrases

    def _by_phrase(self, unit: Unit, i: int) -> Iterator[Attribution]:
        """Read « selon Ana Ruiz, … » and « …, selon Ana Ruiz »."""
        phrase = next((p for p in self._citing if self._stands(unit, i, p)), None)
        if phrase is None:
            return
        end = i + len(phrase.words)
        source = self._phrases.behind(unit, end)
        if source is None or source.place[0] != end:
            return
        contents = self._around(unit, i, source.place[1])
        if phrase.quotes:
            contents = self._quotes(unit, source.place[1], len(unit))
        yield Attribution(rule="according", cue=(i, end), source=source, contents=contents)

    @staticmethod
    def _stands(unit: Unit, i: int, phrase: Phrase) -> bool:
        return all(unit.lower(i + k) == word for k, word in enumerate(phrase.words))

    def _around(self, unit: Unit, i: int, end: int) -> tuple[Range, ...]:
        rest = end
        while rest < len(unit) and unit.lower(rest) != "," and not unit.is_quote(rest):
            if unit.lower(rest) in _STOPS | {";"}:
                break
            rest += 1
        if i and unit.lower(i - 1) not in {";", "—", "–"}:
            return self._words_before(unit, i)
        start = rest + (unit.lower(rest) == ",")
        return ((start, self._cut(unit, start)),) if start < len(unit) else ()

    def _by_colon(self, unit: Unit, i: int) -> Iterator[Attribution]:
        """Read « Ana Ruiz : “…” » and « Elle n’a qu’une réponse : “…” »."""
        if not unit.is_quote(i + 1) or any(self._cues.frame(unit, j) for j in range(i)):
            return
        label = 0 < i <= _MOST_LABEL
        source = self.subject_before(unit, i) if label else None
        yield Attribution(
            rule="colon", cue=(i, i + 1), source=source, contents=self._quotes(unit, i, len(unit))
        )

    # ------------------------------------------------------------ stretches

    def _quotes(self, unit: Unit, start: int, end: int) -> tuple[Range, ...]:
        return tuple((j, j + 1) for j in range(start, end) if unit.is_quote(j))

    def _cut(self, unit: Unit, start: int) -> int:
        """Return where the words end: at a semicolon, or where the outlet speaks again."""
        for j in range(start, len(unit)):
            if unit.lower(j) == ";":
                return j
            if unit.lower(j) == "," and unit.lower(j + 1) in self._leaves:
                return j
            if unit.lower(j) == "," and self._is_cue_behind(unit, j + 1):
                return j
        return self._without_stop(unit, len(unit))

    def _is_cue_behind(self, unit: Unit, i: int) -> bool:
        """Tell whether a cue stands apart behind a comma: « …, a déclaré Ana Ruiz »."""
        places = range(i, min(i + 4, len(unit)))
        return any(
            self._cues.frame(unit, j) is not None and self._cues.start(unit, j) == i for j in places
        )

    @staticmethod
    def _without_stop(unit: Unit, end: int) -> int:
        return end - 1 if end and unit.lower(end - 1) in _STOPS else end
