"""Voice against PolNeAR (Newell, Margolin and Ruths, 2018), and sentence boundaries against BASIL.

``f1_direct``, ``f1_all`` and ``attributed_precision`` count words; ``f1_all`` takes what is told of
a stance ("wants to go") for attributed, as PolNeAR does, ``f1_voices`` the voices alone, and
``stance_precision`` is the share of the words of stances inside annotated contents.
``speaker_accuracy`` counts direct attributions, ``speaker_name`` those to a proper name,
``speaker_name_direct`` and ``_indirect`` of these the ones whose words are found with a speaker;
``garbled_speakers`` is a share of the speakers shown. Half A is the one that rules were written on,
half B was only scored. Measured beside ours: whatever stands between double quotation marks, and
the same with every sentence that holds a verb of saying. ``mistakes`` lists, rule by rule, what it
attributed and no annotator did, and by the words that cite what was missed.
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

import msgspec

from benchmarks.quality.boundaries import measure_boundaries
from benchmarks.quality.voice_counts import (
    LabelledText,
    Reading,
    count,
    f1_all,
    f1_direct,
    mask_of,
    ratio,
    speaker_accuracy,
)
from benchmarks.quality.voice_speakers import SpeakerCounts, count_speakers
from benchmarks.rows import Row, row
from benchmarks.texts import plain_article, read_rows
from bias.attribution.attribute import attribute
from bias.language.read import documents, read
from bias.language.sentences import split_sentences
from bias.people.cast import find_cast
from bias.records import Part, Voice, VoiceSpan
from bias.text import word_spans

_MARKS = re.compile(r"[\"“][^\"“”\n]*[\"”]")
_SAYING = re.compile(
    r"\b(?:said|says?|saying|told|tells?|tweeted|wrote|writes|add(?:s|ed|ing)|asks?|asked|according"
    r" to|claim(?:s|ed)|argue[sd]?|announced|reported|noted|stated|called|insisted|suggested"
    r"|warned)\b"
)


SPEAKERS: dict[str, tuple[str, str]] = {
    "attributed_precision": ("attributed_right", "attributed"),
    "stance_precision": ("stance_right", "stance"),
    "speaker_name": ("named_right", "named"),
    "speaker_name_direct": ("direct_right", "direct"),
    "speaker_name_indirect": ("indirect_right", "indirect"),
    "garbled_speakers": ("garbled", "shown"),
}
"""Numerator and denominator of each metric of ``SpeakerCounts``."""
_FEW = 3
"""Words outside all annotated contents from which a span is listed as a mistake."""


def measure(data: Path) -> Iterator[Row]:
    """Yield the rows of PolNeAR and BASIL below a folder of labelled data."""
    texts = read_rows(data / "voice" / "polnear.jsonl.gz", LabelledText)
    read_texts = [_read(text) for text in texts]
    yield from _ours("polnear", read_texts)
    for name in ("a", "b"):
        half = [each for each in read_texts if half_of(each.labelled) == name]
        yield from _ours(f"polnear_half_{name}", half) if half else ()
    for system, reader in _READERS.items():
        counts = [count(text, reader(text)) for text in texts]
        yield row("polnear", system, "f1_direct", counts, f1_direct)
        yield row("polnear", system, "f1_all", counts, f1_all)
    yield from measure_boundaries(data / "wording" / "basil.jsonl.gz")


def mistakes(data: Path) -> Iterator[str]:
    """Yield, rule by rule, the share of its words that annotators attribute, and its mistakes."""
    found: dict[str, list[tuple[int, int, str]]] = {}
    missed: dict[str, list[str]] = {}
    for labelled in read_rows(data / "voice" / "polnear.jsonl.gz", LabelledText):
        text, mask = labelled.text, _contents(labelled)
        told = _read(labelled).told
        for word, line in _missed(labelled, told):
            missed.setdefault(word, []).append(line)
        for span in told:
            words = [span.start + start for start, _ in word_spans(text[span.start : span.end])]
            wrong = sum(1 for word in words if not mask[word])
            cue = text[slice(*span.cue)] if span.cue else ""
            shown = f"  {span.speaker!r} {cue!r}: {' '.join(text[span.start : span.end].split())}"
            found.setdefault(span.rule or "no rule", []).append((len(words), wrong, shown))
    for rule, spans in sorted(found.items()):
        total, wrong = sum(span[0] for span in spans), sum(span[1] for span in spans)
        yield f"{rule}: {total} words, {ratio(total - wrong, total):.3f} in annotated contents"
        yield from (line for _, outside, line in spans if outside >= _FEW)
    for word, lines in sorted(missed.items(), key=lambda item: -len(item[1])):
        yield f"missed {word}: {len(lines)} attributions"
        yield from lines


def _missed(labelled: LabelledText, spans: Sequence[VoiceSpan]) -> Iterator[tuple[str, str]]:
    """Yield the last word of the cue and the content of what no rule found anything of."""
    text = labelled.text
    ours = mask_of(len(text), ((span.start, span.end) for span in spans))
    for each in labelled.attributions:
        if each.content and not any(ours[slice(*span)].count(1) for span in each.content):
            cue = " ".join(text[slice(*span)] for span in each.cue).lower().split()
            yield cue[-1] if cue else "no cue", f"  {text[slice(*each.content[0])]}"


def half_of(labelled: LabelledText) -> str:
    """Return the half of the set a text is in, by a hash of its words."""
    return "ab"[hashlib.sha256(labelled.text.encode()).digest()[0] % 2]


class ReadText(NamedTuple):
    """A labelled text, and what we read in it."""

    labelled: LabelledText
    voices: tuple[VoiceSpan, ...]
    told: tuple[VoiceSpan, ...]
    """The voices and the stances, in order."""
    speakers: SpeakerCounts


def _read(labelled: LabelledText) -> ReadText:
    article = plain_article(labelled.id, labelled.outlet, labelled.text)
    reading = read(article)
    docs = documents(article, reading)
    voiced = attribute(article, reading, find_cast(article, docs))
    told = tuple(sorted(voiced.voices + voiced.stances, key=lambda span: span.start))
    attributed = (span for span in voiced.voices if span.voice is Voice.ATTRIBUTED)
    words = (*_words(labelled, attributed), *_words(labelled, voiced.stances))
    return ReadText(
        labelled, voiced.voices, told, count_speakers(labelled, told, docs[Part.BODY], words)
    )


def _words(labelled: LabelledText, spans: Iterable[VoiceSpan]) -> tuple[int, int]:
    """Return how many words spans have, and how many of them stand in annotated contents."""
    mask = _contents(labelled)
    starts = [
        span.start + start
        for span in spans
        for start, _ in word_spans(labelled.text[span.start : span.end])
    ]
    return len(starts), sum(mask[start] for start in starts)


def _contents(labelled: LabelledText) -> bytearray:
    return mask_of(len(labelled.text), (s for a in labelled.attributions for s in a.content))


def _ours(name: str, texts: Sequence[ReadText]) -> Iterator[Row]:
    counts = [count(text.labelled, _reading(text.told)) for text in texts]
    voices = [count(text.labelled, _reading(text.voices)) for text in texts]
    yield row(name, "ours", "f1_direct", counts, f1_direct)
    yield row(name, "ours", "f1_voices", voices, f1_all)
    yield row(name, "ours", "f1_all", counts, f1_all)
    accuracy = row(name, "ours", "speaker_accuracy", counts, speaker_accuracy)
    yield msgspec.structs.replace(accuracy, n=sum(c.cited for c in counts))
    speakers = [text.speakers for text in texts]
    for metric, (part, whole) in SPEAKERS.items():
        found = row(name, "ours", metric, speakers, partial(_share, part=part, whole=whole))
        yield msgspec.structs.replace(found, n=_sum(speakers, whole))


def _share(counts: Sequence[SpeakerCounts], part: str, whole: str) -> float:
    return ratio(_sum(counts, part), _sum(counts, whole))


def _sum(counts: Sequence[SpeakerCounts], field: str) -> int:
    return sum(int(getattr(count, field)) for count in counts)


def _reading(voices: tuple[VoiceSpan, ...]) -> Reading:
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
    "marks": _marks,
    "marks_and_verbs": _marks_and_verbs,
}
