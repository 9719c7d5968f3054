"""Joins "the under-siege tyrant" with the person it means, and with nobody where none is meant."""

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence

from bias.passages.words import voice_span_at
from bias.records import (
    Alignment,
    Finding,
    Part,
    PassageRef,
    Voice,
    VoicedArticle,
    VoiceSpan,
)
from bias.text import fold
from bias.wording.actors import Found
from bias.wording.names import Sentence
from bias.wording.phrases import Phrase, heads, naming_words, phrase_at, ruler_heads

_NEAR = 3  # passages back in which the person whom a description means was named
_OBJECT = 4  # words between a verb of calling and its label: "called the president a tyrant"
_ANY_RULER = "leader"  # of a state, a party or a band: no sign that somebody heads a state
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
        self._by_head: dict[str, set[str]] = defaultdict(set)
        self._in_passage: dict[PassageRef, list[Found]] = defaultdict(list)
        for found in named:
            self._in_passage[found.ref].append(found)
            if found.head in ruler_heads():
                self._by_head[found.head].add(found.entity)
        self._aligned: dict[PassageRef, list[PassageRef]] = defaultdict(list)
        for group in alignment.groups:
            for member in group.members:
                self._aligned[member] += [other for other in group.members if other != member]
        ends = {(f.article, f.part, f.end): f.category for f in findings}
        self._persons = {end for end, category in ends.items() if category == _PERSONS}
        self._views = {end for end, category in ends.items() if category in _VIEWS}

    def find(self, sentences: Sequence[Sentence]) -> Iterator[Found]:
        """Yield the descriptions that can be joined with somebody."""
        for sentence in sentences:
            taken = {i for found in self._named(sentence, 0) for i in found.indices}
            for index in range(len(sentence.tokens)):
                if index not in taken and self._is_description(sentence, index):
                    phrase = phrase_at(sentence.text, sentence.tokens, index)
                    entity = self._meant(sentence, phrase)
                    if entity:
                        yield Found(sentence, phrase, entity, "actor")

    def _is_description(self, sentence: Sentence, index: int) -> bool:
        """Return whether a word names one person: no plural, and no word before a noun."""
        token = sentence.tokens[index]
        if token.low in ruler_heads():
            return True
        place = (sentence.article.id, sentence.passage.part, token.end)
        holds_view = place in self._views and token.low.endswith(naming_words().person_endings)
        is_label = place in self._persons or holds_view
        return is_label and not _is_plural(token.low) and not _modifies(sentence, index)

    def _meant(self, sentence: Sentence, phrase: Phrase) -> str | None:
        """Return whom a description means, by what stands right beside it or by who was named."""
        before = phrase.first - 1
        if not phrase.determined or before < 0:
            return None
        determiner = sentence.tokens[before]
        beside = self._set_beside(sentence, phrase)
        if beside:
            return beside
        is_owned = determiner.owns and not self._name_at(sentence, before)
        is_ruler = sentence.tokens[phrase.head].low in ruler_heads()
        points_back = determiner.low in naming_words().definite or (is_owned and is_ruler)
        if points_back or _is_said_of_pronoun(sentence, before):
            return self._last_named(sentence, phrase)
        return None

    def _set_beside(self, sentence: Sentence, phrase: Phrase) -> str | None:
        """Return the person of "Lopes, a crony", "Lopes is a crony" or "the leader, Ana Lopes"."""
        tokens, before = sentence.tokens, phrase.first - 1
        if not tokens[before].owns and before > 0:
            link = tokens[before - 1]
            linked = link.low in naming_words().linking
            earlier = self._name_at(sentence, before - 1 - linked)
            if earlier and (linked or _is_apposed(sentence, earlier, before)):
                return self._unless_speaker(sentence, phrase, earlier.entity)
        later = self._name_at(sentence, _after_comma(sentence, phrase), first=True)
        return later.entity if later else None

    def _name_at(self, sentence: Sentence, index: int, *, first: bool = False) -> Found | None:
        """Return the name that ends at a word, or with ``first`` the one that begins there."""
        for found in self._named(sentence, 0):
            if index == (found.phrase.first if first else found.phrase.last):
                return found
        return None

    def _unless_speaker(self, sentence: Sentence, phrase: Phrase, entity: str) -> str | None:
        """Return the entity unless the words are its own: nobody calls herself a tyrant."""
        span = self._span(sentence, phrase.head)
        return None if span and _is_same(entity, span.speaker) else entity

    def _last_named(self, sentence: Sentence, phrase: Phrase) -> str | None:
        """Return the fitting person named last before, else the one in aligned passages."""
        head, span = sentence.tokens[phrase.head].low, self._span(sentence, phrase.head)
        fitting = self._fitting(head)
        here = [f for f in reversed(self._named(sentence, 0)) if f.phrase.last < phrase.first]
        for earlier in (here, *(self._named(sentence, back) for back in range(1, _NEAR + 1))):
            for found in earlier:
                fits = fitting is None or found.entity in fitting
                if fits and self._can_mean(found, span, is_ruler=fitting is not None):
                    return found.entity
        return self._aligned_person(sentence, fitting, span)

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
        others = {f.entity for other in self._aligned[_ref(sentence)] for f in self._at(other)}
        fit = [e for e in others if e in fitting and not (span and _is_same(e, span.speaker))]
        return fit[0] if len(fit) == 1 else None

    def _fitting(self, head: str) -> set[str] | None:
        """Return who has the office that a head names, ``None`` where any person fits."""
        if head not in ruler_heads():
            return None
        heads_of_state = {
            entity for each, held in self._by_head.items() if each != _ANY_RULER for entity in held
        }
        everybody = set().union(*self._by_head.values())
        return self._by_head.get(head) or heads_of_state or everybody

    def _span(self, sentence: Sentence, index: int) -> VoiceSpan | None:
        reader = self._readers[sentence.article.id]
        return voice_span_at(reader, sentence.passage.part, sentence.tokens[index].start)

    def _at(self, ref: PassageRef) -> list[Found]:
        return self._in_passage[ref]

    def _named(self, sentence: Sentence, back: int) -> list[Found]:
        """Return who is named so many passages before; a title is before the body's first."""
        if sentence.passage.part is Part.TITLE and back:
            return []
        return self._at(_ref(sentence, back))


def _ref(sentence: Sentence, back: int = 0) -> PassageRef:
    return PassageRef(article=sentence.article.id, index=sentence.passage.index - back)


def _is_same(entity: str, speaker: str) -> bool:
    """Return whether a speaker bears the surname of an entity."""
    words = fold(speaker).split()
    return fold(entity).split()[-1] in words


def _is_plural(word: str) -> bool:
    """Return whether a label means several people, and so no single person."""
    words = naming_words()
    return word.endswith(words.plural_endings) and not word.endswith(words.singular_endings)


def _modifies(sentence: Sentence, index: int) -> bool:
    """Return whether a label only describes the noun after it: "the leftist government"."""
    if index + 1 >= len(sentence.tokens):
        return False
    token, after = sentence.tokens[index], sentence.tokens[index + 1]
    if token.owns or sentence.text[token.end : after.start] != " ":
        return False
    return (after.low,) in heads() or after.low in naming_words().not_persons


def _is_apposed(sentence: Sentence, name: Found, determiner: int) -> bool:
    """Return whether "Lopes, a …" or "calls Lopes a …" sets a phrase beside a name."""
    tokens = sentence.tokens
    gap = sentence.text[tokens[name.phrase.last].end : tokens[determiner].start].strip()
    first = name.phrase.first
    called = first > 0 and tokens[first - 1].low in naming_words().calling
    return gap == "," or called


def _after_comma(sentence: Sentence, phrase: Phrase) -> int:
    """Return the word after "the leader," or "the leader of the opposition,", -1 if no comma."""
    tokens, index = sentence.tokens, phrase.last + 1
    reach = 8 if index < len(tokens) and tokens[index].low == "of" else 1
    for after in range(index, min(len(tokens), index + reach)):
        gap = sentence.text[tokens[after - 1].end : tokens[after].start].strip()
        if gap:
            return after if gap == "," else -1
    return -1


def _is_said_of_pronoun(sentence: Sentence, determiner: int) -> bool:
    """Return whether a label is said of one not named here.

    "He is a tyrant"; "called him a tyrant"; "called the president a tyrant".
    """
    words, tokens = naming_words(), sentence.tokens
    link = tokens[determiner - 1].low if determiner else ""
    if link in words.linking:
        subject = tokens[determiner - 2].low if determiner > 1 else ""
        return subject in ("he", "she") or subject in ruler_heads()
    called = any(t.low in words.calling for t in tokens[max(0, determiner - _OBJECT) : determiner])
    return called and (link in ("him", "her") or link in ruler_heads())
