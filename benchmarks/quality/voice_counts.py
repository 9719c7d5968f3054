"""What a reading of one labelled text gets right, in words and in direct attributions."""

from collections.abc import Iterable, Sequence

import msgspec

from benchmarks.rows import f1
from bias.records import VoiceSpan
from bias.text import word_spans

Span = tuple[int, int]


class Attribution(msgspec.Struct, frozen=True):
    """One annotated attribution; every span counts characters of the text."""

    source: list[Span]
    content: list[Span]
    quote_type: str
    cue: list[Span] = []


class LabelledText(msgspec.Struct, frozen=True):
    """One article of PolNeAR."""

    id: str
    outlet: str
    text: str
    attributions: list[Attribution]


class Reading(msgspec.Struct, frozen=True):
    """What one system says of one text."""

    quoted: list[Span]
    foreign: list[Span]
    """Everything that is not the outlet's own voice, the quoted spans included."""
    voices: tuple[VoiceSpan, ...] = ()


class Counts(msgspec.Struct, frozen=True):
    """What one system got right in one text: words, and direct attributions."""

    quoted: int
    quoted_in_content: int
    direct: int
    direct_quoted: int
    foreign: int
    content: int
    foreign_in_content: int
    cited: int
    cited_right: int


def count(labelled: LabelledText, reading: Reading) -> Counts:
    """Return how the words and the direct attributions of one text fall."""
    words = [start for start, _ in word_spans(labelled.text)]
    size = len(labelled.text)
    content = mask_of(size, (span for a in labelled.attributions for span in a.content))
    direct = mask_of(size, (s for a in labelled.attributions if _is_direct(a) for s in a.content))
    quoted, foreign = mask_of(size, reading.quoted), mask_of(size, reading.foreign)
    cited = [a for a in labelled.attributions if _is_direct(a) and a.source]
    return Counts(
        quoted=sum(quoted[i] for i in words),
        quoted_in_content=sum(quoted[i] & content[i] for i in words),
        direct=sum(direct[i] for i in words),
        direct_quoted=sum(direct[i] & quoted[i] for i in words),
        foreign=sum(foreign[i] for i in words),
        content=sum(content[i] for i in words),
        foreign_in_content=sum(foreign[i] & content[i] for i in words),
        cited=len(cited),
        cited_right=sum(_speaker_found(attribution, reading.voices) for attribution in cited),
    )


def _is_direct(attribution: Attribution) -> bool:
    return attribution.quote_type == "direct"


def mask_of(size: int, spans: Iterable[Span]) -> bytearray:
    """Return one byte for each character, 1 within the spans."""
    mask = bytearray(size)
    for start, end in spans:
        mask[start:end] = b"\1" * (end - start)
    return mask


def _speaker_found(attribution: Attribution, voices: Sequence[VoiceSpan]) -> bool:
    """Tell whether the voice span that shares most with the content names its source."""
    sizes = [sum(shared(span, (v.start, v.end)) for span in attribution.content) for v in voices]
    if not sizes or not max(sizes):
        return False
    source = voices[sizes.index(max(sizes))].source
    return source is not None and any(shared(span, source) for span in attribution.source)


def shared(a: Span, b: Span) -> int:
    """Return how many characters two spans share."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def ratio(part: int, whole: int) -> float:
    """Return a share, 0 of nothing."""
    return part / whole if whole else 0.0


def f1_direct(counts: Sequence[Counts]) -> float:
    """Return the F1 of quoted words: inside contents, and of the contents of type direct."""
    precision = ratio(sum(c.quoted_in_content for c in counts), sum(c.quoted for c in counts))
    return f1(precision, ratio(sum(c.direct_quoted for c in counts), sum(c.direct for c in counts)))


def f1_all(counts: Sequence[Counts]) -> float:
    """Return the F1 of the words that are not the outlet's own against all contents."""
    right = sum(c.foreign_in_content for c in counts)
    precision = ratio(right, sum(c.foreign for c in counts))
    return f1(precision, ratio(right, sum(c.content for c in counts)))


def speaker_accuracy(counts: Sequence[Counts]) -> float:
    """Return the share of direct attributions whose speaker was found."""
    return ratio(sum(c.cited_right for c in counts), sum(c.cited for c in counts))
