"""Whether the speaker shown is the one annotators named, and whether it names anybody at all."""

import re
from collections.abc import Iterator, Sequence
from typing import TypeGuard

import msgspec

from benchmarks.quality.voice_counts import Attribution, LabelledText, Span, mask_of, shared
from bias.language.document import Document
from bias.language.token import Token
from bias.people.lexis import is_title
from bias.records import VoiceSpan
from bias.text import fold

_DATES = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL"})
_NO_NAMES = _DATES | {"NORP"}
_APART = re.compile(r"[\s-]+")
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"})


class SpeakerCounts(msgspec.Struct, frozen=True):
    """How the speakers of one text are named."""

    named: int
    """Attributions whose source is a proper name."""
    named_right: int
    direct: int
    """Of these the direct ones whose words are found with a speaker."""
    direct_right: int
    indirect: int
    indirect_right: int
    shown: int
    """Voice spans that show a speaker."""
    garbled: int
    """Of these the ones that rest on no noun phrase, on a date or on a bare party."""
    attributed: int
    """Words called attributed."""
    attributed_right: int
    stance: int
    """Words told of a stance."""
    stance_right: int


def count_speakers(
    labelled: LabelledText,
    voices: Sequence[VoiceSpan],
    doc: Document,
    words: tuple[int, int, int, int],
) -> SpeakerCounts:
    """Return how the speakers of one text fall; ``words`` counts the attributed and the stances."""
    rows = list(_named(labelled, voices, doc))
    direct = [right for kind, right in rows if kind == "direct" and right is not None]
    indirect = [right for kind, right in rows if kind != "direct" and right is not None]
    shown = [voice for voice in voices if voice.speaker]
    return SpeakerCounts(
        named=len(rows),
        named_right=sum(right is True for _, right in rows),
        direct=len(direct),
        direct_right=sum(direct),
        indirect=len(indirect),
        indirect_right=sum(indirect),
        shown=len(shown),
        garbled=sum(is_garbled(voice, doc) for voice in shown),
        attributed=words[0],
        attributed_right=words[1],
        stance=words[2],
        stance_right=words[3],
    )


def _named(
    labelled: LabelledText, voices: Sequence[VoiceSpan], doc: Document
) -> Iterator[tuple[str, bool | None]]:
    """Yield for each attribution to a name its type, and whether the speaker shown has that name.

    ``None`` where no words of it are found or nobody is shown for them. Words that annotators give
    to a speaker within it as well are that speaker's: they show the outer one only where the whole
    is nothing else.
    """
    for attribution in labelled.attributions:
        name = proper_name(attribution.source, doc)
        if name:
            span = best_span(own_words(attribution, labelled.attributions), voices)
            yield attribution.quote_type, (has_name(span.speaker, name) if shows(span) else None)


def shows(span: VoiceSpan | None) -> TypeGuard[VoiceSpan]:
    """Tell whether a span was found and shows a speaker."""
    return span is not None and bool(span.speaker)


def has_name(speaker: str, name: str) -> bool:
    """Tell whether a speaker bears a name: a word of it, a part with a hyphen, or the initials."""
    words = [fold(word) for word in _APART.split(speaker)]
    capitals = "".join(word[0] for word in _APART.split(speaker) if word[:1].isupper())
    return fold(name) in words or fold(name).replace(".", "") == fold(capitals)


def own_words(attribution: Attribution, others: Sequence[Attribution]) -> Attribution:
    """Return an attribution without the words that lie within it and are another's as well."""
    size = max((end for _, end in attribution.content), default=0)
    inside = mask_of(size, attribution.content)
    left = bytearray(inside)
    for other in others:
        length = sum(end - start for start, end in other.content)
        nested = all(end <= size and all(inside[start:end]) for start, end in other.content)
        if other is not attribution and nested and length < sum(inside):
            for start, end in other.content:
                left[start:end] = bytes(end - start)
    spans = [match.span() for match in re.finditer(b"\1+", bytes(left))]
    return msgspec.structs.replace(attribution, content=spans) if spans else attribution


def proper_name(source: Sequence[Span], doc: Document) -> str:
    """Return the last word of the name that a source is, or that stands beside its role."""
    for start, end in source:
        tokens = doc.tokens_in(start, end)
        inside = {token.index for token in tokens}
        for token in tokens:
            top = token.head not in inside or token.head == token.index or token.dep == "appos"
            if top and token.pos == "PROPN" and _is_name(token, doc):
                return token.text
    return ""


def _is_name(token: Token, doc: Document) -> bool:
    """Tell a name from a date, a party, an office in capitals and the letter of a party."""
    if doc.label(token.index) in _NO_NAMES or is_title(token.lower):
        return False
    return len(token.text.rstrip(".")) > 1


def best_span(attribution: Attribution, voices: Sequence[VoiceSpan]) -> VoiceSpan | None:
    """Return the voice span that shares most with the words of an attribution."""
    sizes = [sum(shared(span, (v.start, v.end)) for span in attribution.content) for v in voices]
    most = max(sizes, default=0)
    return voices[sizes.index(most)] if most else None


def is_garbled(voice: VoiceSpan, doc: Document) -> bool:
    """Tell a speaker that rests on no noun phrase, on a date, or on a bare party ("Republican")."""
    if voice.source is None:
        return False
    tokens = doc.tokens_in(*voice.source)
    last = [t for t in tokens if t.pos in _NOMINAL or t.dep == "nsubj"]  # "most said"
    if not last:
        return True
    bare = len(tokens) == 1 and doc.label(tokens[0].index) == "NORP"
    dated = all(doc.label(token.index) in _DATES for token in last)
    return dated or (bare and not tokens[0].lower.endswith(("s", "ese")))
