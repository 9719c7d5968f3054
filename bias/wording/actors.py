"""The persons of an event as they are named: names, titles, appositions and descriptions."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal, NamedTuple

from bias.records import Alignment, Finding, Part, PassageRef
from bias.text import fold
from bias.wording.inflect import inflections
from bias.wording.names import People, Run, Sentence
from bias.wording.phrases import Phrase, naming_families, naming_words, phrase_at

_REACH = 7  # words after a name in which the head of an apposition may stand
_NEAR = 3  # passages back in which the person whom a description means was named
_LABELS = frozenset({"person_labels", "ideological_labels", "extremism"})


class Found(NamedTuple):
    """A naming at its phrase."""

    sentence: Sentence
    phrase: Phrase
    entity: str
    kind: Literal["actor", "happening"]

    @property
    def head(self) -> str:
        """Return the head word or words in lower case."""
        tokens = self.sentence.tokens[self.phrase.head : self.phrase.head_end]
        return " ".join(token.text.lower() for token in tokens)

    @property
    def indices(self) -> range:
        """Return the indices of its tokens in the sentence."""
        return range(self.phrase.first, self.phrase.last + 1)

    @property
    def ref(self) -> PassageRef:
        """Return the passage it stands in."""
        return PassageRef(article=self.sentence.article.id, index=self.sentence.passage.index)


def find_people(
    sentences: Sequence[Sentence], alignment: Alignment, findings: Sequence[Finding]
) -> list[Found]:
    """Return every naming of a person: first those with a name, then the descriptions."""
    people = People(sentences)
    last_named: dict[str, dict[str, str]] = defaultdict(dict)
    named = [
        found
        for sentence in sentences
        for found in _names(sentence, people, last_named[sentence.article.id])
    ]
    return named + list(_Descriptions(named, alignment, findings).find(sentences))


def _names(sentence: Sentence, people: People, last_named: dict[str, str]) -> Iterator[Found]:
    """Yield each name with the title or role before it, and what is set beside it."""
    for run in people.runs(sentence):
        entity = people.who(run, last_named)
        if entity is None:
            continue
        last_named[run.words[-1]] = entity
        yield Found(sentence, _with_title(sentence, run), entity, "actor")
        beside = _beside(sentence, run)
        if beside:
            yield Found(sentence, beside, entity, "actor")


def _with_title(sentence: Sentence, run: Run) -> Phrase:
    """Return the name with "opposition leader" or "President" before it, if it has one."""
    before = run.first - 1
    if before < 0 or sentence.tokens[before].low not in naming_words().titles | person_heads():
        return Phrase(run.first, run.first, run.last + 1, run.last, False)
    phrase = phrase_at(sentence.text, sentence.tokens, before)
    if sentence.tokens[before].low in naming_words().honorifics:
        return Phrase(before, run.first, run.last + 1, run.last, False)
    return phrase._replace(last=run.last)


def _beside(sentence: Sentence, run: Run) -> Phrase | None:
    """Return what a name is called in an apposition, after "as", or after a verb of calling.

    "Ana Lopes, the ousted mayor,"; "recognised Lopes as interim mayor"; "calls Lopes a puppet".
    """
    tokens, after = sentence.tokens, run.last + 1
    if after >= len(tokens):
        return None
    called = run.first > 0 and tokens[run.first - 1].low in naming_words().calling
    opened = sentence.text[tokens[run.last].end : tokens[after].start].strip() == ","
    if not (called or opened or tokens[after].low == "as"):
        return None
    for index in range(after, min(len(tokens), after + _REACH)):
        gap = sentence.text[tokens[index - 1].end : tokens[index].start].strip()
        if index > after and gap not in ("", "'s", "’s", "-"):
            return None
        if tokens[index].low in person_heads():
            phrase = phrase_at(sentence.text, tokens, index)
            return phrase if phrase.determined or phrase.first <= after + 1 else None
    return None


class _Descriptions:
    """Joins "the under-siege tyrant" with the person it means."""

    def __init__(
        self, named: Sequence[Found], alignment: Alignment, findings: Sequence[Finding]
    ) -> None:
        self._rulers = {found.entity for found in named if found.head in _ruler_heads()}
        self._in_passage: dict[PassageRef, list[Found]] = defaultdict(list)
        for found in named:
            self._in_passage[found.ref].append(found)
        self._aligned: dict[PassageRef, list[PassageRef]] = defaultdict(list)
        for group in alignment.groups:
            for member in group.members:
                self._aligned[member] += [other for other in group.members if other != member]
        self._labels = {(f.article, f.part, f.start) for f in findings if f.category in _LABELS}

    def find(self, sentences: Sequence[Sentence]) -> Iterator[Found]:
        """Yield the descriptions that can be joined with somebody."""
        for sentence in sentences:
            taken = {i for found in self._named(sentence, 0) for i in found.indices}
            for index, token in enumerate(sentence.tokens):
                is_ruler = token.low in _ruler_heads()
                if index in taken or not (is_ruler or self._is_label(sentence, token.start)):
                    continue
                phrase = phrase_at(sentence.text, sentence.tokens, index)
                entity = self._meant(sentence, index, is_ruler) if phrase.determined else None
                if entity:
                    yield Found(sentence, phrase, entity, "actor")

    def _is_label(self, sentence: Sentence, start: int) -> bool:
        return (sentence.article.id, sentence.passage.part, start) in self._labels

    def _meant(self, sentence: Sentence, index: int, is_ruler: bool) -> str | None:
        """Return the fitting person named last before, else the one in aligned passages."""
        here = [found for found in self._named(sentence, 0) if found.phrase.first < index]
        for earlier in (here, *(self._named(sentence, back) for back in range(1, _NEAR + 1))):
            for found in reversed(earlier) if earlier is here else earlier:
                if not is_ruler or found.entity in self._rulers:
                    return found.entity
        ref = PassageRef(article=sentence.article.id, index=sentence.passage.index)
        others = {f.entity for other in self._aligned[ref] for f in self._in_passage[other]}
        return others.pop() if len(others) == 1 else None

    def _named(self, sentence: Sentence, back: int) -> list[Found]:
        """Return who is named so many passages before; a title is before the body's first."""
        index = sentence.passage.index - back
        found = self._in_passage[PassageRef(article=sentence.article.id, index=index)]
        is_title = sentence.passage.part is Part.TITLE
        return [item for item in found if not is_title or back == 0]


@cache
def person_heads() -> frozenset[str]:
    """Return every form of every role and of every name for a ruler, folded."""
    return _forms(naming_words().roles) | _ruler_heads()


@cache
def _ruler_heads() -> frozenset[str]:
    people = (family.heads for family in naming_families().values() if family.person)
    return _forms(frozenset(head for heads in people for head in heads))


def _forms(words: frozenset[str]) -> frozenset[str]:
    return frozenset(fold(form) for word in words for form in inflections(word, "noun")[:1])
