"""Reads an article once: the stage's front door."""

import re
from collections.abc import Iterator, Mapping, Sequence

from bias.language.document import Document
from bias.language.parser import MOST, Parser
from bias.language.plain_tokens import plain_tokens
from bias.language.quotation.dialogue import with_dialogue
from bias.language.quotation.quotes import find_quotations
from bias.language.registry import parser
from bias.language.sentences import split_sentences
from bias.records import Article, Part, PartReading, Reading, Sentence

_PARAGRAPH_BREAK = re.compile(r"\n[ \t\r]*\n\s*")


def read(article: Article, *, parsed: bool = True) -> Reading:
    """Annotate every part of an article; never raises on any text.

    Args:
        article: the article.
        parsed: whether to say more of its tokens than where they are, which takes nearly all the
            time.

    Raises:
        InstallationError: the model of the article's language is missing or damaged.
    """
    known = parser(article.language) if parsed else None
    return Reading(
        article=article.id,
        language=article.language,
        model=known.name if known else "",
        parts=tuple(_read_part(article, part, known) for part in Part),
    )


def _read_part(article: Article, part: Part, known: Parser | None) -> PartReading:
    text = article.part_text(part)
    quotations = with_dialogue(find_quotations(text), text, article.language)
    spans = split_sentences(text, quotations, article.language)
    sentences = tuple(_sentences(text, spans, part))
    return PartReading(
        part=part,
        sentences=sentences,
        quotations=quotations.spans,
        doubts=quotations.doubts,
        annotations=(
            known.annotate(text, sentences, quotations.spans)
            if known and len(text) <= MOST
            else plain_tokens(text, sentences, article.language)
        ),
    )


def documents(article: Article, reading: Reading) -> Mapping[Part, Document]:
    """Return the parts of an article as documents that can be asked."""
    return {part.part: Document(article.part_text(part.part), part) for part in reading.parts}


def _sentences(text: str, spans: Sequence[tuple[int, int]], part: Part) -> Iterator[Sentence]:
    breaks = [match.start() for match in _PARAGRAPH_BREAK.finditer(text)]
    paragraph = 0
    for start, end in spans:
        while paragraph < len(breaks) and breaks[paragraph] < start:
            paragraph += 1
        yield Sentence(start=start, end=end, paragraph=paragraph if part is Part.BODY else -1)
