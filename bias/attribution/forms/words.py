"""The verbs and words of one language that tell whose words follow."""

from functools import cache

from bias.attribution.unit import Unit
from bias.language.lexis import Frame, form_lemmas, frames
from bias.language.registry import rows
from bias.language.word_classes import word_class
from bias.records import Record
from bias.text import fold

_REACH = 5
"""Words back from a participle to its auxiliary: « a-t-il, lundi, déclaré »."""


class Cues:
    """Knows the cues of a language at their places in a unit."""

    def __init__(self, language: str) -> None:
        """Take the forms of the verbs of saying, and the words that tell a verb from a noun."""
        self._lemmas = form_lemmas(language)
        self._frames = frames(language)
        self._nouns = word_class("noun_too", language=language)
        self._determiner = word_class("determiner", language=language)
        self._auxiliary = word_class("perfect", language=language)
        self._passive = word_class("passive", language=language)
        self._between = word_class("between_perfect", language=language)
        self._participle = tuple(word_class("participle_ending", language=language))
        self._infinitive = tuple(word_class("infinitive_ending", language=language))
        self._gerund = tuple(word_class("gerund_ending", language=language))

    def frame(self, unit: Unit, i: int) -> Frame | None:
        """Return what a verb of saying attributes, ``None`` where none stands."""
        if not unit.is_word(i):
            return None
        form = fold(unit.lower(i))
        lemma = self._lemmas.get(form)
        if lemma is None or form == fold(lemma) or self._is_noun(unit, i, form):
            return None
        finite = not unit.lower(i).endswith(self._participle) or self._is_perfect(unit, i)
        return self._frames[lemma] if finite else None

    def is_gerund(self, unit: Unit, i: int) -> bool:
        """Tell whether a verb of saying hangs on another: « affirmant que »."""
        return unit.lower(i).endswith(self._gerund)

    def is_infinitive(self, unit: Unit, i: int) -> bool:
        """Tell whether a word has the ending of an infinitive."""
        return unit.is_word(i) and unit.lower(i).endswith(self._infinitive)

    def start(self, unit: Unit, i: int) -> int:
        """Return where a verb begins with the auxiliary before it."""
        at = self._perfect_at(unit, i)
        return i if at is None else at

    def _is_noun(self, unit: Unit, i: int, form: str) -> bool:
        told = unit.lower(i + 1) == ":"
        return form in self._nouns and unit.lower(i - 1) in self._determiner and not told

    def _is_perfect(self, unit: Unit, i: int) -> bool:
        return self._perfect_at(unit, i) is not None

    def _perfect_at(self, unit: Unit, i: int) -> int | None:
        """Return where the auxiliary of a participle stands, ``None`` for none or a passive."""
        for j in range(i - 1, max(-1, i - 1 - _REACH), -1):
            lower = unit.lower(j)
            if lower in self._passive:
                return None
            if lower in self._auxiliary:
                return j
            if not (lower in self._between or lower.endswith(("ment", "mente"))):
                return None
        return None


class Phrase(Record, frozen=True, kw_only=True):
    """Words that cite whom they stand before: « selon »."""

    id: str
    words: tuple[str, ...]
    quotes: bool
    """They cite only where quotation marks follow: « pour Ana Ruiz, “…” »."""


@cache
def phrases(language: str) -> tuple[Phrase, ...]:
    """Return the phrases of ``patterns.csv``, the longest first."""
    found = (
        Phrase(id=row["id"], words=tuple(row["words"].split()), quotes=row["cites"] == "quotation")
        for row in rows(language, "patterns.csv")
    )
    return tuple(sorted(found, key=lambda phrase: (-len(phrase.words), phrase.words)))
