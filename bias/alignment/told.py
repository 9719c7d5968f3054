"""One passage as its clauses tell it: who is meant by a word, and in whose voice it stands."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from bias.alignment.terms.terms import word_terms
from bias.language.clause import Clause
from bias.language.document import Document
from bias.language.read import documents
from bias.language.token import Token
from bias.records import (
    Article,
    Cast,
    Entity,
    Mention,
    Part,
    Passage,
    PassageRef,
    Reading,
    Voice,
    VoicedArticle,
    VoiceSpan,
)

Span = tuple[int, int]
Meant = Mapping[int, tuple[str, Mention]]
"""Of one part of an article, by where the head of a mention starts: the entity of the event, and
the mention."""


class Told:
    """The tokens and clauses of one passage.

    ``opens``: it is a headline, or opens the text.
    """

    def __init__(
        self, passage: Passage, document: Document, voices: Sequence[VoiceSpan], meant: Meant
    ) -> None:
        """Take a passage, the text it stands in, its voices, and who is meant in it."""
        self.opens = passage.part is not Part.BODY or passage.start == 0
        self.document = document
        self.first, self.last = document.token_range(passage.start, passage.end)
        self._voices = [v for v in voices if v.start < passage.end and passage.start < v.end]
        self._meant = meant
        self._keys: dict[int, frozenset[str]] = {}

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Its words and marks in reading order."""
        return self.document.tokens[self.first : self.last]

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """Its clauses in reading order."""
        return tuple(c for c in self.document.clauses if self.first <= c.predicate < self.last)

    @cached_property
    def keys(self) -> frozenset[str]:
        """Everything it names, as compared by ``same``."""
        return frozenset().union(*(self.keys_of(token.index) for token in self.tokens))

    @cached_property
    def lemmas(self) -> frozenset[str]:
        """The base forms of all its words, in lower case."""
        return frozenset(token.lemma.lower() for token in self.tokens)

    def keys_of(self, token: int) -> frozenset[str]:
        """Return what a word may be compared by: the entity it means, and its term; -1 has none."""
        if token < 0:
            return frozenset()
        if token not in self._keys:
            self._keys[token] = self._read_keys(token)
        return self._keys[token]

    def _read_keys(self, token: int) -> frozenset[str]:
        word = self.document.tokens[token]
        entity = self.entity(token)
        empty = word.pos in ("PRON", "DET", "PUNCT", "SPACE")
        terms = () if empty else (t.key for t in word_terms(word.text) if t.key)
        return frozenset((*([f"@{entity}"] if entity else []), *terms))

    def lemma(self, token: int) -> str:
        """Return the base form of a word in lower case."""
        return self.document.tokens[token].lemma.lower()

    def has(self, head: int, word: str) -> bool:
        """Tell whether a word stands directly below another one."""
        return any(self.document.tokens[i].lower == word for i in self.document.tree.children(head))

    def entity(self, token: int) -> str:
        """Return the entity of the event that a word names as the head of a mention, or empty."""
        found = self._meant.get(self.document.tokens[token].start)
        return found[0] if found else ""

    def mentions(self) -> Iterator[tuple[str, Mention]]:
        """Yield who is named in the passage, with the mention, in reading order."""
        for token in self.tokens:
            if token.start in self._meant:
                yield self._meant[token.start]

    def voice(self, token: int) -> Voice:
        """Return whose word a token is."""
        at = self.document.tokens[token].start
        return next((v.voice for v in self._voices if v.start <= at < v.end), Voice.OWN)

    def span(self, tokens: Iterable[int]) -> Span:
        """Return the characters from the first of some tokens to the last."""
        inside = sorted(tokens)
        return self.document.tokens[inside[0]].start, self.document.tokens[inside[-1]].end

    def phrase(self, head: int) -> tuple[int, ...]:
        """Return a noun with what stands before it, its article left out."""
        chunk = next((c for c in self.document.chunks if c.head == head), None)
        if chunk is None:
            return (head,)
        inside = [i for i in range(chunk.first, chunk.last) if self.first <= i < self.last]
        while len(inside) > 1 and self.document.tokens[inside[0]].tag in ("DT", "PRP$", "WDT"):
            inside.pop(0)
        return tuple(inside)

    def whole(self, head: int) -> tuple[int, ...]:
        """Return a noun phrase with its article and what is behind "of": "the two of them"."""
        tokens, children = self.document.tokens, self.document.tree.children
        of = [i for i in children(head) if tokens[i].lower == "of"]
        article = [i for i in children(head) if tokens[i].tag in ("DT", "PRP$")]
        return (*article, *self.phrase(head), *of, *(j for i in of for j in children(i)))

    def verb(self, predicate: int) -> tuple[int, ...]:
        """Return a predicate with its auxiliaries, particle and negation: "was shot down"."""
        kids = (self.document.tokens[i] for i in self.document.tree.children(predicate))
        beside = [t.index for t in kids if t.dep in ("aux", "auxpass", "neg", "prt")]
        near = [i for i in beside if abs(i - predicate) <= 3]  # noqa: PLR2004
        return tuple(sorted((*near, predicate)))


class Event:
    """The passages of an event, each made ready when it is first asked for."""

    def __init__(
        self,
        articles: Sequence[Article],
        voiced: Sequence[VoicedArticle],
        readings: Sequence[Reading],
        casts: Sequence[Cast],
        people: Sequence[Entity],
    ) -> None:
        """Take the trusted articles of an event with all that was read of them."""
        by_id = {article.id: article for article in articles}
        self._documents = {r.article: documents(by_id[r.article], r) for r in readings}
        self._voiced = {each.article: each for each in voiced}
        self._meant = _meant(casts, people)
        self._passages = {
            PassageRef(article=p.article, index=p.index): p for v in voiced for p in v.passages
        }
        self._told: dict[PassageRef, Told] = {}

    def told(self, ref: PassageRef) -> Told:
        """Return one passage."""
        if ref not in self._told:
            passage = self._passages[ref]
            voices = self._voiced[ref.article].voices
            self._told[ref] = Told(
                passage,
                self._documents[ref.article][passage.part],
                [voice for voice in voices if voice.part is passage.part],
                self._meant.get((ref.article, passage.part), {}),
            )
        return self._told[ref]


def _meant(casts: Sequence[Cast], people: Sequence[Entity]) -> Mapping[tuple[str, Part], Meant]:
    of_event = {member: entity.id for entity in people for member in entity.members}
    found: dict[tuple[str, Part], dict[int, tuple[str, Mention]]] = {}
    for cast in casts:
        for mention in cast.mentions:
            entity = of_event.get((cast.article, mention.entity), "")
            if entity:
                at = found.setdefault((cast.article, mention.part), {})
                at[mention.head_start] = (entity, mention)
    return found
