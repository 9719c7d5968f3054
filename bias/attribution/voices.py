"""Asks a voiced article: whose words are these, and how many are there of each voice?"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from bias.records import Article, Part, Passage, Voice, VoicedArticle, VoiceSpan
from bias.text import word_spans

_PART_ORDER = {part: place for place, part in enumerate(Part)}


def voice_span_at(voiced: VoicedArticle, part: Part, position: int) -> VoiceSpan | None:
    """Return the voice span that covers a character, ``None`` in the outlet's own voice.

    Takes logarithmic time in the number of voice spans.
    """
    return _covering(voiced.voices, part, position)


def stance_at(voiced: VoicedArticle, part: Part, position: int) -> VoiceSpan | None:
    """Return the stance that the outlet's own words at a character tell, ``None`` for none."""
    return _covering(voiced.stances, part, position)


def _covering(spans: Sequence[VoiceSpan], part: Part, position: int) -> VoiceSpan | None:
    i = bisect_right(spans, (_PART_ORDER[part], position), key=_place) - 1
    if i < 0:
        return None
    return spans[i] if spans[i].part is part and position < spans[i].end else None


def _place(span: VoiceSpan) -> tuple[int, int]:
    return _PART_ORDER[span.part], span.start


def voice_at(voiced: VoicedArticle, part: Part, position: int) -> Voice:
    """Return whose words a character belongs to."""
    span = voice_span_at(voiced, part, position)
    return span.voice if span else Voice.OWN


def count_words_by_voice(
    article: Article, voiced: VoicedArticle, passage: Passage | None = None
) -> Mapping[Voice, int]:
    """Count the words of each voice in one passage, or in the whole article when it is ``None``.

    A word is of the voice of its first character. Every voice is a key, 0 where it has no word.
    """
    passages = voiced.passages if passage is None else (passage,)
    counts = Counter(_word_voices(article, voiced, passages))
    return {voice: counts[voice] for voice in Voice}


def _word_voices(
    article: Article, voiced: VoicedArticle, passages: tuple[Passage, ...]
) -> Iterator[Voice]:
    for passage in passages:
        text = article.part_text(passage.part)[passage.start : passage.end]
        for start, _ in word_spans(text):
            yield voice_at(voiced, passage.part, passage.start + start)
