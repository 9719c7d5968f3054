"""Joins "the under-siege tyrant" with the person it means, and with nobody where none is meant."""

from collections.abc import Container, Iterator, Mapping, Sequence

from bias.attribution.voices import voice_span_at
from bias.records import Alignment, Finding, Voice, VoicedArticle, VoiceSpan
from bias.text import fold
from bias.wording.actors import Found
from bias.wording.labels import (
    after_comma,
    is_apposed,
    is_beside_stranger,
    is_in_office,
    is_plural,
    is_said_of_pronoun,
    modifies,
)
from bias.wording.mentions import Mentions
from bias.wording.names import Sentence
from bias.wording.phrases import Phrase, naming_words, phrase_at, ruler_heads

_PERSONS = "person_labels"  # every label of this category is a person's
_VIEWS = frozenset({"ideological_labels", "extremism"})  # "the leftist", but not "the narrative"


class Descriptions:
    """The descriptions of one event, and the named persons they may mean."""

    def __init__(
        self,
        named: Sequence[Found],
        alignment: Alignment,
        findings: Sequence[Finding],
        readers: Mapping[str, VoicedArticle],
    ) -> None:
        self._readers = readers
        self._mentions = Mentions(named, alignment)
        ends = {(f.article, f.part, f.end): f.category for f in findings}
        self._persons = {end for end, category in ends.items() if category == _PERSONS}
        self._views = {end for end, category in ends.items() if category in _VIEWS}

    def find(self, sentences: Sequence[Sentence]) -> Iterator[Found]:
        """Yield the descriptions that can be joined with somebody."""
        for sentence in sentences:
            taken = {i for found in self._mentions.near(sentence) for i in found.indices}
            for index in range(len(sentence.tokens)):
                if index not in taken and self._is_description(sentence, index):
                    phrase = phrase_at(sentence.text, sentence.tokens, index)
                    entity = self._meant(sentence, phrase)
                    if entity:
                        yield Found(sentence, phrase, entity, "actor")

    def _is_description(self, sentence: Sentence, index: int) -> bool:
        """Return whether a word names one person: no plural, and no word before a noun."""
        token = sentence.tokens[index]
        if token.low in ruler_heads() | naming_words().offices:
            return True
        place = (sentence.article.id, sentence.passage.part, token.end)
        holds_view = place in self._views and token.low.endswith(naming_words().person_endings)
        is_label = place in self._persons or holds_view
        return is_label and not is_plural(token.low) and not modifies(sentence, index)

    def _meant(self, sentence: Sentence, phrase: Phrase) -> str | None:
        """Return whom a description means, by what stands right beside it or by who was named."""
        before = phrase.first - 1
        if not phrase.determined or before < 0:
            return None
        determiner = sentence.tokens[before]
        beside = self._set_beside(sentence, phrase)
        if beside or is_beside_stranger(sentence, phrase):
            return beside
        is_owned = determiner.owns and not self._mentions.at(sentence, before)
        is_ruler = sentence.tokens[phrase.head].low in ruler_heads()
        points_back = determiner.low in naming_words().definite or (is_owned and is_ruler)
        if points_back or is_said_of_pronoun(sentence, before):
            return self._last_named(sentence, phrase)
        return None

    def _set_beside(self, sentence: Sentence, phrase: Phrase) -> str | None:
        """Return the person of "Lopes, a crony", "Lopes is a crony" or "the leader, Ana Lopes"."""
        tokens, before = sentence.tokens, phrase.first - 1
        if not tokens[before].owns and before > 0:
            link = tokens[before - 1]
            linked = link.low in naming_words().linking
            earlier = self._mentions.at(sentence, before - 1 - linked)
            if earlier and (linked or is_apposed(sentence, earlier, before)):
                return self._unless_speaker(sentence, phrase, earlier.entity)
        later = self._mentions.at(sentence, after_comma(sentence, phrase), first=True)
        return later.entity if later else None

    def _unless_speaker(self, sentence: Sentence, phrase: Phrase, entity: str) -> str | None:
        """Return the entity unless the words are its own: nobody calls herself a tyrant."""
        span = self._span(sentence, phrase.head)
        return None if span and _is_same(entity, span.speaker) else entity

    def _last_named(self, sentence: Sentence, phrase: Phrase) -> str | None:
        """Return the fitting person named last before, else the one in aligned passages."""
        span, fitting = self._span(sentence, phrase.head), self._holders(sentence, phrase)
        for found in self._mentions.before(sentence, phrase):
            fits = fitting is None or found.entity in fitting
            if fits and self._can_mean(found, span, is_ruler=fitting is not None):
                return found.entity
        return self._aligned_person(sentence, fitting, span)

    def _holders(self, sentence: Sentence, phrase: Phrase) -> set[str] | None:
        """Return who fits a description by office, ``None`` where any person does."""
        holders = self._mentions.holders(sentence, phrase.head)
        return holders if holders is None or is_in_office(sentence, phrase) else set()

    def _can_mean(self, found: Found, span: VoiceSpan | None, *, is_ruler: bool) -> bool:
        """Return whether words of one voice can mean a person named in another's.

        The outlet does not speak of whom a quotation names, nor the speaker of whom the outlet
        names, but of the one ruler both do. Nobody means the speaker of the words.
        """
        if span and _is_same(found.entity, span.speaker):
            return False
        other = self._span(found.sentence, found.phrase.head)
        quotations = [s for s in (span, other) if s and s.voice is Voice.QUOTED]
        return is_ruler or not quotations or span == other

    def _aligned_person(
        self, sentence: Sentence, fitting: Container[str] | None, span: VoiceSpan | None
    ) -> str | None:
        if fitting is None:
            return None
        fit = [
            entity
            for entity in self._mentions.aligned(sentence)
            if entity in fitting and not (span and _is_same(entity, span.speaker))
        ]
        return fit[0] if len(fit) == 1 else None

    def _span(self, sentence: Sentence, index: int) -> VoiceSpan | None:
        reader = self._readers[sentence.article.id]
        return voice_span_at(reader, sentence.passage.part, sentence.tokens[index].start)


def _is_same(entity: str, speaker: str) -> bool:
    """Return whether a speaker bears the surname of an entity."""
    words = fold(speaker).split()
    return fold(entity).split()[-1] in words
