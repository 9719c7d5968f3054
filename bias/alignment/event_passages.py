"""The passages of one event in reading order, each with its text, its outlet and its voices."""

from collections.abc import Iterator, Sequence

from bias.records import Article, Part, Passage, PassageRef, Record, Voice, VoicedArticle, VoiceSpan


class VoiceStretch(Record, frozen=True, kw_only=True):
    """A stretch of a passage's text that is not the outlet's own voice."""

    start: int
    end: int
    voice: Voice
    speaker: str = ""
    """Id, in the cast of the article, of who speaks; empty when unknown."""


class EventPassage(Record, frozen=True, kw_only=True):
    """One passage of an event with all that alignment asks about it."""

    ref: PassageRef
    outlet: str
    text: str
    start: int
    """Where the text starts in its part of the article."""
    voices: tuple[VoiceStretch, ...]
    """Stretches of the text that are not the outlet's own voice, sorted."""
    part: Part = Part.BODY

    @property
    def end(self) -> int:
        """Where the text ends in its part of the article."""
        return self.start + len(self.text)


def event_passages(
    articles: Sequence[Article], voiced: Sequence[VoicedArticle]
) -> tuple[EventPassage, ...]:
    """Return every passage of the voiced articles, sorted by article and position."""
    by_id = {article.id: article for article in articles}
    readings = sorted(
        (reading for reading in voiced if reading.article in by_id), key=lambda r: r.article
    )
    return tuple(
        passage for reading in readings for passage in _passages(by_id[reading.article], reading)
    )


def _passages(article: Article, reading: VoicedArticle) -> Iterator[EventPassage]:
    for passage in sorted(reading.passages, key=lambda p: p.index):
        yield EventPassage(
            ref=PassageRef(article=article.id, index=passage.index),
            outlet=article.outlet,
            text=article.part_text(passage.part)[passage.start : passage.end],
            start=passage.start,
            voices=tuple(_inside(passage, reading.voices)),
            part=passage.part,
        )


def _inside(passage: Passage, voices: Sequence[VoiceSpan]) -> Iterator[VoiceStretch]:
    """Yield the parts of voice spans that lie in the passage, counted from its start."""
    for span in voices:
        start, end = max(span.start, passage.start), min(span.end, passage.end)
        if span.part is passage.part and start < end:
            yield VoiceStretch(
                start=start - passage.start,
                end=end - passage.start,
                voice=span.voice,
                speaker=span.entity,
            )
