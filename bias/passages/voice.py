"""Reads an article: its sentences, and for every character whose words it is."""

import re
from collections.abc import Iterator

from bias.language.quotation.quotes import find_quotations
from bias.language.sentences import split_sentences
from bias.passages.persons.echoes import name_echoes
from bias.passages.persons.names import Names
from bias.passages.persons.speakers import Speakers
from bias.passages.reader import PartReader
from bias.records import Article, Doubt, Part, Passage, VoicedArticle, VoiceSpan

_PARAGRAPH_BREAK = re.compile(r"\n[ \t\r]*\n\s*")


def read_article(article: Article) -> VoicedArticle:
    """Split title, standfirst and body into passages and say whose words every character is.

    What no voice span covers is the outlet's own voice. Never raises on any text; a place where
    the marks allow no reading becomes a doubt. Time is linear in the length of the text.
    """
    names = Names("\n".join([article.text, article.standfirst, article.title]))
    passages: list[Passage] = []
    voices: list[VoiceSpan] = []
    doubts: list[Doubt] = []
    for part in Part:
        text = article.part_text(part)
        quotations = find_quotations(text)
        sentences = split_sentences(text, quotations)
        passages += _passages(article, part, sentences, len(passages))
        reader = PartReader(text, part, Speakers(names))
        reader.read(sentences, quotations.spans)
        voices += reader.voices
        doubts += reader.doubts
        doubts += [Doubt(part=part, start=a, end=b, reason=why) for a, b, why in quotations.doubts]
    return VoicedArticle(
        article=article.id,
        passages=tuple(passages),
        voices=tuple(name_echoes(article, voices)),
        doubts=tuple(doubts),
    )


def _passages(
    article: Article, part: Part, sentences: tuple[tuple[int, int], ...], first: int
) -> Iterator[Passage]:
    breaks = [match.start() for match in _PARAGRAPH_BREAK.finditer(article.part_text(part))]
    paragraph = 0
    for offset, (start, end) in enumerate(sentences):
        while paragraph < len(breaks) and breaks[paragraph] < start:
            paragraph += 1
        yield Passage(
            article=article.id,
            index=first + offset,
            part=part,
            start=start,
            end=end,
            paragraph=paragraph if part is Part.BODY else -1,
        )
