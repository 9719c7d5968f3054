"""Reads whose words an article's are: the stage's front door."""

from collections.abc import Iterator, Mapping

from bias.attribution.blocks import turns
from bias.attribution.echoes import name_echoes
from bias.attribution.forms.rules import ByForms
from bias.attribution.forms.speakers import FormSpeakers
from bias.attribution.reader import ByClauses, PartReader
from bias.attribution.speakers import Speakers
from bias.language.document import Document
from bias.language.read import documents
from bias.languages import by_clauses, is_supported
from bias.records import Article, Cast, Doubt, Part, Passage, Reading, VoicedArticle, VoiceSpan


def attribute(article: Article, reading: Reading, cast: Cast) -> VoicedArticle:
    """Say whose words every character of an article is, as it was read, and who of its cast speaks.

    What no voice span covers is the outlet's own voice. Never raises on any text; a place where
    the marks allow no reading becomes a doubt. Time is linear in the length of the text.
    """
    parts = documents(article, reading)
    voices: list[VoiceSpan] = []
    stances: list[VoiceSpan] = []
    doubts: list[Doubt] = []
    for part in reading.parts:
        document = parts[part.part]
        reader = _reader(article, document, cast)
        reader.read()
        voices += reader.voices
        stances += reader.stances
        doubts += reader.doubts
        doubts += [Doubt(part=part.part, start=a, end=b, reason=why) for a, b, why in part.doubts]
    return VoicedArticle(
        article=article.id,
        passages=tuple(_passages(article, parts)),
        voices=tuple(name_echoes(article, voices)),
        stances=tuple(stances),
        doubts=tuple(doubts),
    )


def _reader(article: Article, document: Document, cast: Cast) -> PartReader:
    """Return what reads a part by the rules of its language."""
    theirs, language = turns(article, document), article.language
    if by_clauses(language) or not is_supported(language):
        return PartReader(document, Speakers(cast, document.part), theirs, ByClauses())
    speakers = FormSpeakers(cast, document.part, language)
    return PartReader(document, speakers, theirs, ByForms(language))


def _passages(article: Article, parts: Mapping[Part, Document]) -> Iterator[Passage]:
    index = 0
    for part, document in parts.items():
        for sentence in document.sentences:
            yield Passage(
                article=article.id,
                index=index,
                part=part,
                start=sentence.start,
                end=sentence.end,
                paragraph=sentence.paragraph,
            )
            index += 1
