"""Gives a quotation that cites nobody the speaker whom the article cites for the same words.

Headlines quote without naming anybody: ``‘ONLY HATS’: ferry sinks``. Where the article has somebody
say these words, they are that person's, not marks of distance.
"""

from bias.language.word_classes import word_class
from bias.records import Article, Part, Voice, VoiceSpan
from bias.text import fold, words

_MAX_PLACES = 20
"""Places of one word that are compared; it bounds the time that hostile text can take."""
_MIN_WORDS = 2

Place = tuple[VoiceSpan, tuple[str, ...], int]


def name_echoes(article: Article, voices: list[VoiceSpan]) -> list[VoiceSpan]:
    """Return the voice spans, those that repeat a cited quotation with its speaker.

    Only the words that carry meaning are compared. In the body, a single word in quotation marks
    is left alone.
    """
    if not any(map(_is_bare, voices)):
        return voices
    places = _places(article, voices)
    return [_named(article, span, places) if _is_bare(span) else span for span in voices]


def _is_bare(span: VoiceSpan) -> bool:
    return span.voice in (Voice.QUOTED, Voice.SCARE) and not span.speaker


def _places(article: Article, voices: list[VoiceSpan]) -> dict[str, list[Place]]:
    """Return, for every word, where it stands in the quotations that somebody is cited for."""
    places: dict[str, list[Place]] = {}
    for span in voices:
        if span.voice is not Voice.QUOTED or not span.speaker:
            continue
        said = _meaning(article, span)
        for i, word in enumerate(said):
            if len(places.setdefault(word, [])) < _MAX_PLACES:
                places[word].append((span, said, i))
    return places


def _meaning(article: Article, span: VoiceSpan) -> tuple[str, ...]:
    """Return the words of a span without function words, folded."""
    printed = article.part_text(span.part)[span.start : span.end]
    classes = ("determiner", "preposition", "auxiliary")
    small = word_class(*classes, language=article.language)
    return tuple(word for word in map(fold, words(printed)) if word not in small)


def _named(article: Article, span: VoiceSpan, places: dict[str, list[Place]]) -> VoiceSpan:
    sought = _meaning(article, span)
    if not sought or (span.part is Part.BODY and len(sought) < _MIN_WORDS):
        return span
    for other, said, at in places.get(sought[0], ()):
        if said[at : at + len(sought)] == sought:
            return VoiceSpan(
                part=span.part,
                start=span.start,
                end=span.end,
                voice=Voice.QUOTED,
                rule="echo",
                speaker=other.speaker,
                entity=other.entity,
            )
    return span
