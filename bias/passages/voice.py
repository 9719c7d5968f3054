"""Reads an article: its sentences, and for every character whose words it is."""

import re
from collections.abc import Iterator

from bias.passages.quotes import Quotation, find_quotations
from bias.passages.sentences import split_sentences
from bias.records import Article, Doubt, Part, Passage, Voice, VoicedArticle, VoiceSpan
from bias.text import count_words

_PARAGRAPH_BREAK = re.compile(r"\n[ \t\r]*\n\s*")
_SCARE_WORDS = 2


def read_article(article: Article) -> VoicedArticle:
    """Split title and body into passages and say whose words every character is.

    What no voice span covers is the outlet's own voice. Never raises on any text; a place where
    the marks allow no reading becomes a doubt. Time is linear in the length of the text.
    """
    passages = tuple(_passages(article))
    voices: list[VoiceSpan] = []
    doubts: list[Doubt] = []
    for part in (Part.TITLE, Part.BODY):
        spans, odd = _read_part(article.part_text(part), part)
        voices += spans
        doubts += odd
    return VoicedArticle(
        article=article.id, passages=passages, voices=tuple(voices), doubts=tuple(doubts)
    )


def _passages(article: Article) -> Iterator[Passage]:
    index = 0
    for part in (Part.TITLE, Part.BODY):
        text = article.part_text(part)
        breaks = [match.start() for match in _PARAGRAPH_BREAK.finditer(text)]
        paragraph = 0
        for start, end in split_sentences(text):
            while paragraph < len(breaks) and breaks[paragraph] < start:
                paragraph += 1
            number = -1 if part is Part.TITLE else paragraph
            yield Passage(
                article=article.id, index=index, part=part, start=start, end=end, paragraph=number
            )
            index += 1


def _read_part(text: str, part: Part) -> tuple[list[VoiceSpan], list[Doubt]]:
    quotations = find_quotations(text)
    voices = [_quoted(text, part, quotation) for quotation in quotations.spans]
    doubts = [Doubt(part=part, start=a, end=b, reason=why) for a, b, why in quotations.doubts]
    return voices, doubts


def _quoted(text: str, part: Part, quotation: Quotation) -> VoiceSpan:
    short = count_words(text[quotation.start : quotation.end]) <= _SCARE_WORDS
    voice = Voice.SCARE if short else Voice.QUOTED
    return VoiceSpan(part=part, start=quotation.start, end=quotation.end, voice=voice)
