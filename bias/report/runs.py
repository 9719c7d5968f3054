"""A stretch of text cut into runs: each of one voice, and marked by at most one finding."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise
from typing import Generic, Protocol, TypeVar

from bias.records import Record, Voice, VoiceSpan


class Spanned(Protocol):
    """Anything with a half-open span."""

    @property
    def start(self) -> int:
        """First character."""

    @property
    def end(self) -> int:
        """One past the last character."""


class Mark(Record, frozen=True, kw_only=True):
    """A span of loaded wording, and the note that explains it."""

    start: int
    end: int
    note: str


class Run(Record, frozen=True, kw_only=True):
    """A few words as printed, of one voice."""

    text: str
    voice: Voice
    note: str = ""
    """Id of the note that explains the mark, empty where nothing is marked."""


S = TypeVar("S", bound=Spanned)


class SpanIndex(Generic[S]):
    """Spans of one text, asked by bisection for those that touch a stretch of it."""

    def __init__(self, spans: Iterable[S]) -> None:
        """Sort the spans; they may overlap."""
        self._spans = sorted(spans, key=lambda span: (span.start, span.end))
        self._starts = [span.start for span in self._spans]
        # Ends need not rise where spans overlap; their running maximum does.
        self._reach = list(accumulate((span.end for span in self._spans), max))

    def touching(self, start: int, end: int) -> Sequence[S]:
        """Return the spans that share a character with ``[start, end)``, in reading order."""
        first, last = bisect_right(self._reach, start), bisect_left(self._starts, end)
        return [span for span in self._spans[first:last] if span.end > start]


def cut(
    text: str, start: int, end: int, voices: Sequence[VoiceSpan], marks: Sequence[Mark]
) -> tuple[Run, ...]:
    """Cut ``text[start:end]`` wherever voice or mark changes, in time linear in the spans.

    Args:
        text: the part of the article that all spans point into.
        start: first character of the stretch.
        end: one past its last character.
        voices: those touching the stretch, sorted, not overlapping; the rest is own voice.
        marks: those touching the stretch, sorted; where two overlap the earlier one wins.
    """
    layers: tuple[Sequence[Spanned], ...] = (voices, marks)
    edges = {start, end}
    for spans in layers:
        for span in spans:
            edges |= {max(start, min(end, span.start)), max(start, min(end, span.end))}
    speaking, marking = _Cursor(voices), _Cursor(marks)
    runs: list[Run] = []
    for left, right in pairwise(sorted(edges)):
        voice, mark = speaking.at(left), marking.at(left)
        runs.append(
            Run(
                text=text[left:right],
                voice=voice.voice if voice else Voice.OWN,
                note=mark.note if mark else "",
            )
        )
    return tuple(runs)


class _Cursor(Generic[S]):
    """Walks sorted spans once, from left to right."""

    def __init__(self, spans: Sequence[S]) -> None:
        self._spans = spans
        self._next = 0

    def at(self, position: int) -> S | None:
        """Return the span that covers a position; positions must not go back."""
        while self._next < len(self._spans) and self._spans[self._next].end <= position:
            self._next += 1
        if self._next == len(self._spans):
            return None
        span = self._spans[self._next]
        return span if span.start <= position else None
