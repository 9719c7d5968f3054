"""The record of who is cited for some words, in characters of the part."""

from bias.passages.tokens import Range, Tokens
from bias.records import Part, Record, Voice, VoiceSpan


class Citation(Record, frozen=True, kw_only=True):
    """Who is cited, and by which words; spans of characters."""

    speaker: str = ""
    source: tuple[int, int] | None = None
    cue: tuple[int, int] | None = None

    def voice_span(self, part: Part, start: int, end: int, voice: Voice) -> VoiceSpan:
        """Return the words from ``start`` to ``end`` as those of whom this cites."""
        return VoiceSpan(
            part=part,
            start=start,
            end=end,
            voice=voice,
            speaker=self.speaker,
            source=self.source,
            cue=self.cue,
        )


NOBODY = Citation()


def char_span(tokens: Tokens, place: Range | None) -> tuple[int, int] | None:
    """Return where a stretch of tokens stands in the text, ``None`` where there is none."""
    return (tokens[place[0]].start, tokens[place[1] - 1].end) if place else None
