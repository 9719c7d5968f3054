"""One part of an article, annotated once: what every later stage asks instead of cutting words."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

from bias.language.chunks import noun_chunks
from bias.language.clause import Clause
from bias.language.clauses import read_clauses
from bias.language.token import Chunk, Token
from bias.language.trees import Tree
from bias.records import NamedEntity, Part, PartReading, Quotation, Sentence


class Document:
    """The sentences, tokens, noun chunks, clauses, quotations and names of one text.

    Tokens are asked by index, places in the text by character; both spans are half-open. Quotation
    marks are no tokens. Everything is computed once, when it is first asked for.
    """

    def __init__(self, text: str, reading: PartReading) -> None:
        """Take the text of a part and what was read of it."""
        self.text = text
        self.part: Part = reading.part
        self.sentences: tuple[Sentence, ...] = reading.sentences
        self.quotations: tuple[Quotation, ...] = reading.quotations
        self.entities: tuple[NamedEntity, ...] = reading.annotations.entities
        self._annotations = reading.annotations

    @cached_property
    def parsed(self) -> bool:
        """Whether the tokens have parts of speech and dependencies."""
        return bool(self._annotations.deps)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The words and punctuation marks in reading order."""
        return tuple(self._read_tokens())

    @cached_property
    def tree(self) -> Tree:
        """The dependencies between the tokens."""
        return Tree([token.head for token in self.tokens])

    @cached_property
    def chunks(self) -> tuple[Chunk, ...]:
        """The noun phrases without what follows their head, in reading order."""
        return noun_chunks(self.tokens, self.tree)

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses in reading order of their predicates."""
        return read_clauses(self.tokens, self.tree)

    @cached_property
    def clause_of(self) -> tuple[int, ...]:
        """For every token the index of the innermost clause it stands in, -1 in none."""
        owner = {clause.predicate: i for i, clause in enumerate(self.clauses)}
        found: list[int] = []
        for token in self.tokens:
            at = self.tree.first_ancestor(token.index, owner.__contains__, itself=True)
            found.append(-1 if at is None else owner[at])
        return tuple(found)

    def clause_at(self, predicate: int) -> Clause | None:
        """Return the clause of which a token is the predicate, ``None`` where it is of none."""
        return self._clauses_at.get(predicate)

    def label(self, token: int) -> str:
        """Return the label of the name or date that a token belongs to, empty for none."""
        return self._labels.get(token, "")

    def chunk_from(self, first: int) -> Chunk | None:
        """Return the noun phrase that begins with a token, ``None`` where none does."""
        return self._chunks_from.get(first)

    def words(self, first: int, last: int) -> str:
        """Return the text as printed from the first token to the one before ``last``."""
        if first >= last:
            return ""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end]

    def token_at(self, position: int) -> Token | None:
        """Return the token that covers a character, ``None`` where none does."""
        i = bisect_right(self._starts, position) - 1
        return self.tokens[i] if i >= 0 and position < self.tokens[i].end else None

    def tokens_in(self, start: int, end: int) -> tuple[Token, ...]:
        """Return the tokens that begin within a span of characters."""
        return self.tokens[slice(*self.token_range(start, end))]

    def token_range(self, start: int, end: int) -> tuple[int, int]:
        """Return the half-open range of the tokens that begin within a span of characters."""
        return bisect_left(self._starts, start), bisect_left(self._starts, end)

    def sentence_at(self, position: int) -> int:
        """Return the index of the sentence that covers a character or stands last before it."""
        return max(0, bisect_right(self._sentence_starts, position) - 1)

    def paragraph_at(self, position: int) -> int:
        """Return the paragraph of the sentence at a character, -1 outside the body."""
        return self.sentences[self.sentence_at(position)].paragraph if self.sentences else -1

    def quotation_at(self, position: int) -> Quotation | None:
        """Return the quotation that covers a character, its marks included."""
        i = bisect_right(self._quotation_starts, position) - 1
        found = self.quotations[i] if i >= 0 else None
        return found if found is not None and position < found.end else None

    def entities_at(self, token: int) -> tuple[NamedEntity, ...]:
        """Return the name, date or number that a token is part of, in a tuple of one or none."""
        i = bisect_right(self._entity_starts, token) - 1
        found = self.entities[i] if i >= 0 else None
        return (found,) if found is not None and token < found.last else ()

    @cached_property
    def _entity_starts(self) -> list[int]:
        return [entity.first for entity in self.entities]

    @cached_property
    def _starts(self) -> Sequence[int]:
        return self._annotations.starts

    @cached_property
    def _clauses_at(self) -> dict[int, Clause]:
        return {clause.predicate: clause for clause in self.clauses}

    @cached_property
    def _chunks_from(self) -> dict[int, Chunk]:
        return {chunk.first: chunk for chunk in self.chunks}

    @cached_property
    def _labels(self) -> dict[int, str]:
        return {token: e.label for e in self.entities for token in range(e.first, e.last)}

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def _quotation_starts(self) -> list[int]:
        return [quotation.start for quotation in self.quotations]

    def _read_tokens(self) -> Iterator[Token]:
        columns = self._annotations
        count = len(columns.starts)
        lemmas, tags, pos, deps = (
            column.split(" ") if column else [""] * count
            for column in (columns.lemmas, columns.tags, columns.pos, columns.deps)
        )
        heads = columns.heads or tuple(range(count))
        for i, (start, length) in enumerate(zip(columns.starts, columns.lengths, strict=True)):
            text = self.text[start : start + length]
            yield Token(
                index=i,
                start=start,
                end=start + length,
                text=text,
                lower=text.lower().replace("’", "'"),
                lemma=lemmas[i],
                tag=tags[i],
                pos=pos[i],
                dep=deps[i],
                head=heads[i],
                sentence=self.sentence_at(start),
            )
