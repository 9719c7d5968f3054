"""Voice against PolNeAR (Newell, Margolin and Ruths, 2018), and sentence boundaries against BASIL.

``f1_direct`` and ``f1_all`` count words; ``speaker_accuracy`` counts direct attributions. Measured
beside ours: whatever stands between double quotation marks, and the same with every sentence that
holds a verb of saying.
"""

import gzip
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import msgspec

from benchmarks.quality.boundaries import measure_boundaries
from benchmarks.rows import Row, f1, interval
from bias.passages.sentences import split_sentences
from bias.passages.voice import read_article
from bias.records import Article, Quality, Voice, VoiceSpan
from bias.text import word_spans

Span = tuple[int, int]

_MARKS = re.compile(r"[\"“][^\"“”\n]*[\"”]")
_SAYING = re.compile(
    r"\b(?:said|says?|saying|told|tells?|tweeted|wrote|writes|add(?:s|ed|ing)|asks?|asked|according"
    r" to|claim(?:s|ed)|argue[sd]?|announced|reported|noted|stated|called|insisted|suggested"
    r"|warned)\b"
)


class Attribution(msgspec.Struct, frozen=True):
    """One annotated attribution; every span counts characters of the text."""

    source: list[Span]
    content: list[Span]
    quote_type: str


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


Statistic = Callable[[Sequence[Counts]], float]


def measure(data: Path) -> Iterator[Row]:
    """Yield the rows of PolNeAR and BASIL below a folder of labelled data."""
    with gzip.open(data / "voice" / "polnear.jsonl.gz") as lines:
        texts = [msgspec.json.decode(line, type=LabelledText) for line in lines]
    for system, reader in _READERS.items():
        counts = [_count(text, reader(text)) for text in texts]
        for metric, statistic in _METRICS.items():
            if metric != "speaker_accuracy" or system == "ours":
                yield _row(system, metric, counts, statistic)
    yield from measure_boundaries(data / "wording" / "basil.jsonl.gz")


def _row(system: str, metric: str, counts: Sequence[Counts], statistic: Statistic) -> Row:
    low, high = interval(counts, statistic)
    value = statistic(counts)
    return Row(
        set="polnear",
        system=system,
        metric=metric,
        value=value,
        low=low,
        high=high,
        n=sum(c.cited for c in counts) if metric == "speaker_accuracy" else len(counts),
    )


def _ours(labelled: LabelledText) -> Reading:
    article = Article(
        id=labelled.id,
        outlet=labelled.outlet,
        url="",
        title="",
        text=labelled.text,
        quality=Quality(trusted=True),
    )
    voices = read_article(article).voices
    quoted = [(span.start, span.end) for span in voices if span.voice is Voice.QUOTED]
    return Reading(
        quoted=quoted, foreign=[(span.start, span.end) for span in voices], voices=voices
    )


def _marks(labelled: LabelledText) -> Reading:
    spans = [match.span() for match in _MARKS.finditer(labelled.text)]
    return Reading(quoted=spans, foreign=spans)


def _marks_and_verbs(labelled: LabelledText) -> Reading:
    quoted = _marks(labelled).quoted
    sentences = [
        (start, end)
        for start, end in split_sentences(labelled.text)
        if _SAYING.search(labelled.text, start, end)
    ]
    return Reading(quoted=quoted, foreign=quoted + sentences)


_READERS: dict[str, Callable[[LabelledText], Reading]] = {
    "ours": _ours,
    "marks": _marks,
    "marks_and_verbs": _marks_and_verbs,
}


def _count(labelled: LabelledText, reading: Reading) -> Counts:
    words = [start for start, _ in word_spans(labelled.text)]
    size = len(labelled.text)
    content = _mask(size, (span for a in labelled.attributions for span in a.content))
    direct = _mask(size, (s for a in labelled.attributions if _is_direct(a) for s in a.content))
    quoted, foreign = _mask(size, reading.quoted), _mask(size, reading.foreign)
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


def _mask(size: int, spans: Iterator[Span] | Sequence[Span]) -> bytearray:
    mask = bytearray(size)
    for start, end in spans:
        mask[start:end] = b"\1" * (end - start)
    return mask


def _speaker_found(attribution: Attribution, voices: Sequence[VoiceSpan]) -> bool:
    """Tell whether the voice span that shares most with the content names its source."""
    shared = [sum(_shared(span, (v.start, v.end)) for span in attribution.content) for v in voices]
    if not shared or not max(shared):
        return False
    source = voices[shared.index(max(shared))].source
    return source is not None and any(_shared(span, source) for span in attribution.source)


def _shared(a: Span, b: Span) -> int:
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _f1_direct(counts: Sequence[Counts]) -> float:
    precision = _ratio(sum(c.quoted_in_content for c in counts), sum(c.quoted for c in counts))
    return f1(
        precision, _ratio(sum(c.direct_quoted for c in counts), sum(c.direct for c in counts))
    )


def _f1_all(counts: Sequence[Counts]) -> float:
    right = sum(c.foreign_in_content for c in counts)
    precision = _ratio(right, sum(c.foreign for c in counts))
    return f1(precision, _ratio(right, sum(c.content for c in counts)))


def _speaker_accuracy(counts: Sequence[Counts]) -> float:
    return _ratio(sum(c.cited_right for c in counts), sum(c.cited for c in counts))


_METRICS: dict[str, Statistic] = {
    "f1_direct": _f1_direct,
    "f1_all": _f1_all,
    "speaker_accuracy": _speaker_accuracy,
}
