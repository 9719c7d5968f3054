"""Voice against PolNeAR (Newell, Margolin and Ruths, 2018), and sentence boundaries against BASIL.

``f1_direct`` and ``f1_all`` count words; ``speaker_accuracy`` counts direct attributions. Measured
beside ours: whatever stands between double quotation marks, and the same with every sentence that
holds a verb of saying.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from benchmarks.quality.boundaries import measure_boundaries
from benchmarks.quality.voice_counts import (
    LabelledText,
    Reading,
    count,
    f1_all,
    f1_direct,
    speaker_accuracy,
)
from benchmarks.rows import Row, row
from benchmarks.texts import plain_article, read_article, read_rows
from bias.language.sentences import split_sentences
from bias.records import Voice

_MARKS = re.compile(r"[\"“][^\"“”\n]*[\"”]")
_SAYING = re.compile(
    r"\b(?:said|says?|saying|told|tells?|tweeted|wrote|writes|add(?:s|ed|ing)|asks?|asked|according"
    r" to|claim(?:s|ed)|argue[sd]?|announced|reported|noted|stated|called|insisted|suggested"
    r"|warned)\b"
)


def measure(data: Path) -> Iterator[Row]:
    """Yield the rows of PolNeAR and BASIL below a folder of labelled data."""
    texts = read_rows(data / "voice" / "polnear.jsonl.gz", LabelledText)
    for system, reader in _READERS.items():
        counts = [count(text, reader(text)) for text in texts]
        yield row("polnear", system, "f1_direct", counts, f1_direct)
        yield row("polnear", system, "f1_all", counts, f1_all)
        if system == "ours":
            accuracy = row("polnear", system, "speaker_accuracy", counts, speaker_accuracy)
            yield msgspec.structs.replace(accuracy, n=sum(c.cited for c in counts))
    yield from measure_boundaries(data / "wording" / "basil.jsonl.gz")


def _ours(labelled: LabelledText) -> Reading:
    article = plain_article(labelled.id, labelled.outlet, labelled.text)
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
