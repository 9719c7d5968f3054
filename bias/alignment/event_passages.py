"""The passages of one event in reading order, each with its text, its outlet and its voices."""

from collections.abc import Iterator, Mapping, Sequence

from bias.records import Article, Passage, PassageRef, Record, Voice, VoicedArticle, VoiceSpan


class EventPassage(Record, frozen=True, kw_only=True):
    """One passage of an event with all that alignment asks about it."""

    ref: PassageRef
    outlet: str
    text: str
    start: int
    """Where the text starts in its part of the article."""
    foreign: tuple[tuple[int, int], ...]
    """Spans of the text that are not the outlet's own voice, sorted."""
    quoted: tuple[tuple[int, int], ...]
    """Those among them that stand in quotation marks for somebody's words."""


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
        spans = list(_inside(passage, reading.voices))
        yield EventPassage(
            ref=PassageRef(article=article.id, index=passage.index),
            outlet=article.outlet,
            text=article.part_text(passage.part)[passage.start : passage.end],
            start=passage.start,
            foreign=tuple((start, end) for start, end, _ in spans),
            quoted=tuple((start, end) for start, end, voice in spans if voice is Voice.QUOTED),
        )


def _inside(passage: Passage, voices: Sequence[VoiceSpan]) -> Iterator[tuple[int, int, Voice]]:
    """Yield the parts of voice spans that lie in the passage, counted from its start."""
    for span in voices:
        start, end = max(span.start, passage.start), min(span.end, passage.end)
        if span.part is passage.part and start < end:
            yield start - passage.start, end - passage.start, span.voice


def outlets_of(passages: Sequence[EventPassage]) -> Mapping[str, tuple[int, ...]]:
    """Return the positions of each outlet's passages."""
    positions: dict[str, list[int]] = {}
    for position, passage in enumerate(passages):
        positions.setdefault(passage.outlet, []).append(position)
    return {outlet: tuple(positions[outlet]) for outlet in sorted(positions)}


def covered(start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Say whether a stretch touches one of the spans."""
    return any(start < right and left < end for left, right in spans)
