"""Builds small events by hand: outlets, their sentences, and what stands in quotation marks."""

import re
from collections.abc import Mapping, Sequence

from bias.records import (
    Article,
    Event,
    Gap,
    Part,
    Passage,
    PassageRef,
    Quality,
    Voice,
    VoicedArticle,
    VoiceSpan,
)

_QUOTED = re.compile(r"“[^”]*”")


def article(outlet: str, sentences: Sequence[str], trusted: bool = True) -> Article:
    """Return an article without a title, one sentence a paragraph."""
    return Article(
        id=f"{outlet}-0000000001",
        outlet=outlet,
        url=f"https://{outlet}.example/1",
        title="",
        text="\n\n".join(sentences),
        quality=Quality(trusted=trusted),
    )


def voiced(source: Article) -> VoicedArticle:
    """Return an article read one paragraph a passage, with “…” as quotation."""
    passages = tuple(
        Passage(
            article=source.id,
            index=index,
            part=Part.BODY,
            start=match.start(),
            end=match.end(),
            paragraph=index,
        )
        for index, match in enumerate(re.finditer(r"[^\n]+", source.text))
    )
    voices = tuple(
        VoiceSpan(part=Part.BODY, start=match.start(), end=match.end(), voice=Voice.QUOTED)
        for match in _QUOTED.finditer(source.text)
    )
    return VoicedArticle(article=source.id, passages=passages, voices=voices)


def event_of(articles: Sequence[Article], gaps: Sequence[Gap] = ()) -> Event:
    """Return the event that articles make up."""
    return Event(
        id="an-event-000000",
        edition="2026-03-14",
        title="An event",
        articles=tuple(sorted(a.id for a in articles)),
        outlets=tuple(sorted({a.outlet for a in articles})),
        gaps=tuple(gaps),
    )


def coverage(tellings: Mapping[str, Sequence[str]]) -> list[Article]:
    """Return one article for each outlet."""
    return [article(outlet, sentences) for outlet, sentences in tellings.items()]


def ref(outlet: str, index: int) -> PassageRef:
    """Name a passage of :func:`article`."""
    return PassageRef(article=f"{outlet}-0000000001", index=index)
