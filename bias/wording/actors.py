"""The persons of an event as they are named: names, titles and appositions."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from bias.records import PassageRef
from bias.wording.names import People, Run, Sentence
from bias.wording.phrases import Phrase, naming_words, person_heads, phrase_at

_REACH = 7  # words after a name in which the head of an apposition may stand


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


def find_names(sentences: Sequence[Sentence]) -> list[Found]:
    """Return every naming of a person by name, with title or role, and what is set beside it."""
    people = People(sentences)
    last_named: dict[str, dict[str, str]] = defaultdict(dict)
    return [
        found
        for sentence in sentences
        for found in _names(sentence, people, last_named[sentence.article.id])
    ]


def _names(sentence: Sentence, people: People, last_named: dict[str, str]) -> Iterator[Found]:
    """Yield each name with the title or role before it, and what is set beside it."""
    for run in people.runs(sentence):
        entity = people.who(run, last_named)
        if entity is None:
            continue
        if not _is_relative(sentence, run) or run.words[-1] not in last_named:
            last_named[run.words[-1]] = entity
        yield Found(sentence, _with_title(sentence, run), entity, "actor")
        beside = _beside(sentence, run)
        if beside:
            yield Found(sentence, beside, entity, "actor")


def _is_relative(sentence: Sentence, run: Run) -> bool:
    """Return whether a name is that of somebody's relative: "Gray's wife, Ann Gray"."""
    return run.first > 0 and sentence.tokens[run.first - 1].low in naming_words().relatives


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
