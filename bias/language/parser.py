"""Annotates a text with a spaCy pipeline: tokens, lemmas, parts of speech, dependencies, names.

Quotation marks and white space are masked before: the marks say whose words they are, which is
read elsewhere, and a parser trips over the ones that do not close. Apostrophes are given to it
straight, as the texts had them that it was trained on: else "don’t" is no negation. Sentence
boundaries are ours.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from threading import Lock
from typing import TYPE_CHECKING

from bias.records import Annotations, NamedEntity, Quotation, Sentence

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_MARK = re.compile(r"[\"“”„«»‟＂]|``|''")
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")
_LEAD = re.compile(
    r"""
    (?: [A-Z][\w.'’ -]{1,40} (?:,\ [\w.\ ]{1,20}){0,2} \ ?\([A-Za-z/\ ]{2,20}\)\ ? (?:[–—-]|--)
      | [A-Z]{2}[A-Z.'’ -]{1,40} (?:,\ [\w.\ ]{1,20}){0,2} \ ? (?:[–—]|--?)
      | [A-Z][\w.'’-]* (?:\ [A-Z][\w.'’-]*){0,4} : ) \s
    """,
    re.VERBOSE,
)
"""A dateline, or the label of who speaks: no part of the sentence behind it."""
_SHOUTED = 3
"""Letters from which a sentence in capitals alone is parsed in small letters."""
_LONG = re.compile(r"\S{100,}")
"""No word: one token, which no rule looks into."""
MOST = 200_000
"""Characters of a text beyond which it is no article, and is not parsed."""
_CHUNK = 50_000
"""Characters that are annotated at once; bounds the memory a hostile text can take."""

Span = tuple[int, int]


class Parser:
    """A spaCy pipeline and the name it is known by."""

    def __init__(
        self, pipeline: "Language", name: str, labels: Mapping[str, str] | None = None
    ) -> None:
        """Take a loaded pipeline; ``name`` holds its version and the digest of its weights.

        ``labels`` says what its labels of names are called in the English model.
        """
        self.name = name
        self._labels = labels or {}
        self._pipeline = pipeline
        self._alone = Lock()

    def annotate(
        self, text: str, sentences: Sequence[Sentence], quotations: Sequence[Quotation]
    ) -> Annotations:
        """Return the tokens of a text, sentence by sentence, in time linear in its length.

        Nothing of the text stays in the pipeline, whose memory so does not grow with its articles;
        one text is annotated at a time.
        """
        masked = _soften(mask(text, quotations), sentences).replace("’", "'")
        columns = _Columns(self._labels)
        with self._alone, self._pipeline.memory_zone():
            for stretch in _stretches(sentences):
                spans, starts = self._tokens(masked, stretch)
                if spans:
                    columns.add(self._parse(masked, spans, starts), spans)
            return columns.annotations()

    def _tokens(self, masked: str, sentences: Sequence[Sentence]) -> tuple[list[Span], list[bool]]:
        spans: list[Span] = []
        starts: list[bool] = []
        for sentence in sentences:
            found = sorted(self._words(masked, sentence.start, sentence.end))
            lead = _LEAD.match(masked, sentence.start, sentence.end)
            behind = next((s for s, _ in found if lead and s >= lead.end()), -1)
            spans += found
            starts += [i == 0 or s == behind for i, (s, _) in enumerate(found)]
        return spans, starts

    def _words(self, masked: str, start: int, end: int) -> Iterator[Span]:
        piece = masked[start:end]
        for match in _LONG.finditer(piece):
            yield start + match.start(), start + match.end()
        piece = _LONG.sub(lambda match: " " * len(match.group()), piece)
        for token in self._pipeline.tokenizer(piece):
            if not token.is_space:
                yield start + token.idx, start + token.idx + len(token)

    def _parse(self, masked: str, spans: Sequence[Span], starts: Sequence[bool]) -> "Doc":
        from spacy.tokens import Doc

        words = [masked[start:end] for start, end in spans]
        spaces = [a[1] < b[0] for a, b in pairwise(spans)] + [False]
        vocab = self._pipeline.vocab
        return self._pipeline(Doc(vocab, words=words, spaces=spaces, sent_starts=list(starts)))


def mask(text: str, quotations: Sequence[Quotation]) -> str:
    """Return the text with a space for each character of a quotation mark; lengths stay.

    >>> mask("He called it a “coup”.", ())
    'He called it a  coup .'
    """
    whole = _HALF_CHARACTER.sub("\ufffd", text)
    masked = list(_MARK.sub(lambda match: " " * len(match.group()), whole))
    for quotation in quotations:
        for start, end in (
            (quotation.start, quotation.inner_start),
            (quotation.inner_end, quotation.end),
        ):
            masked[start:end] = " " * (end - start)
    return "".join(masked)


def _soften(text: str, sentences: Sequence[Sentence]) -> str:
    """Return the text with small letters in the sentences that are printed in capitals alone."""
    pieces, at = [], 0
    for sentence in sentences:
        piece = text[sentence.start : sentence.end]
        lower = piece.lower()
        if piece.isupper() and len(lower) == len(piece) and piece.count(" ") >= _SHOUTED:
            pieces += [text[at : sentence.start], lower]
            at = sentence.end
    return "".join([*pieces, text[at:]])


def _stretches(sentences: Sequence[Sentence]) -> Iterator[list[Sentence]]:
    """Yield whole sentences that are annotated at once."""
    held: list[Sentence] = []
    for sentence in sentences:
        if held and sentence.end - held[0].start > _CHUNK:
            yield held
            held = []
        held.append(sentence)
    if held:
        yield held


class _Columns:
    """Gathers the columns of several stretches of one text."""

    def __init__(self, labels: Mapping[str, str]) -> None:
        self._labels = labels
        self._spans: list[Span] = []
        self._words: list[tuple[str, str, str, str]] = []
        self._heads: list[int] = []
        self._entities: list[NamedEntity] = []

    def add(self, doc: "Doc", spans: Sequence[Span]) -> None:
        """Add the tokens of a parsed stretch, which stand at these spans."""
        first = len(self._spans)
        self._spans += spans
        self._words += [(_solid(t.lemma_ or t.text), t.tag_, t.pos_, t.dep_) for t in doc]
        self._heads += [first + token.head.i for token in doc]
        self._entities += [
            NamedEntity(
                first=first + e.start,
                last=first + e.end,
                label=self._labels.get(e.label_, e.label_),
            )
            for e in doc.ents
        ]

    def annotations(self) -> Annotations:
        """Return all that was added."""
        columns = zip(*self._words, strict=True) if self._words else ((), (), (), ())
        lemmas, tags, pos, deps = (" ".join(column) for column in columns)
        return Annotations(
            starts=tuple(start for start, _ in self._spans),
            lengths=tuple(end - start for start, end in self._spans),
            lemmas=lemmas,
            tags=tags,
            pos=pos,
            deps=deps,
            heads=tuple(self._heads),
            entities=tuple(self._entities),
        )


def _solid(word: str) -> str:
    return "".join(word.split()) or "-"
