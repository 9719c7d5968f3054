"""Helpers for the tests of this folder."""

from bias.attribution.voices import voice_span_at
from bias.records import Article, Part, Quality, Voice, VoicedArticle
from tests.voiced import read_article


def article(text: str, title: str = "") -> Article:
    return Article(
        id="gazette-0",
        outlet="gazette",
        url="",
        title=title,
        text=text,
        quality=Quality(trusted=True),
    )


def read(text: str, title: str = "") -> VoicedArticle:
    return read_article(article(text, title))


def voice_of(text: str, words: str, title: str = "", part: Part = Part.BODY) -> tuple[Voice, str]:
    """Return voice and speaker of some words of a text; all of them must be of one voice."""
    whole = article(text, title).part_text(part)
    voiced = read(text, title)
    start = whole.index(words)
    spans = {
        voice_span_at(voiced, part, i)
        for i in range(start, start + len(words))
        if whole[i].isalnum()
    }
    voices = {(span.voice, span.speaker) if span else (Voice.OWN, "") for span in spans}
    assert len(voices) == 1, f"{words!r} is read as {voices}"
    return voices.pop()
