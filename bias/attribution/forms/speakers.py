"""Names who is cited where forms alone are known: by the cast, else as printed."""

from bias.attribution.found import Source
from bias.attribution.speakers import NOBODY, Speaker, Speakers
from bias.attribution.unit import Unit
from bias.language.word_classes import word_class
from bias.records import Cast, EntityKind, Part


class FormSpeakers(Speakers):
    """Asks the cast of an article; a pronoun, or a verb without a subject, is who spoke last."""

    def __init__(self, cast: Cast, part: Part, language: str) -> None:
        """Index the mentions of the part by their heads."""
        super().__init__(cast, part)
        self._he = word_class("he", language=language)
        self._she = word_class("she", language=language)
        self._articles = word_class("determiner", language=language)
        self._last = NOBODY

    def speaker(self, unit: Unit, source: Source, said: str) -> Speaker:
        """Return who a source is; the words ``said`` are not looked at."""
        if not source.heads:
            return self._same(unit.lower(source.place[0]), unit.items[source.place[0]].start)
        entity = self._entity(unit.doc.tokens[source.heads[0]].start)
        if entity is not None and entity.id in self._named:
            self._last = self._shown(entity)
        else:
            name = self._printed(unit, source)
            self._last = Speaker(name=name, entity=entity.id if entity else "")
        return self._last

    def acting(self, start: int) -> Speaker:
        """Return the person whose mention has its head at a character, who may speak next."""
        found = super().acting(start)
        self._last = found if found.name else self._last
        return found

    def _same(self, word: str, start: int) -> Speaker:
        """Return who spoke last, or the person named last, if a pronoun's gender allows it."""
        gender = "he" if word in self._he else "she" if word in self._she else ""
        if self._last.name and self._fits(self._last, gender):
            return self._last
        for mention in reversed([m for m in self._persons if m.end <= start]):
            entity = self._entities[mention.entity]
            if not gender or entity.gender in ("", gender):
                self._last = self._shown(entity)
                return self._last
        return self._last

    def _fits(self, speaker: Speaker, gender: str) -> bool:
        """Tell whether a pronoun can stand for a speaker: « il » and « elle » for a person."""
        known = self._entities.get(speaker.entity)
        if known is None or not gender:
            return True
        return known.kind is EntityKind.PERSON and known.gender in ("", gender)

    def _printed(self, unit: Unit, source: Source) -> str:
        """Return a phrase as printed, without its article."""
        start, end = source.place
        if unit.lower(start) in self._articles and start + 1 < end:
            start += 1
        text = unit.doc.text[unit.items[start].start : unit.items[end - 1].end]
        return " ".join(text.split())
