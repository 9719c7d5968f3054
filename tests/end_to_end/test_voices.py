"""Whose words the planted words are, in the articles as they were fetched and extracted."""

import pytest

from bias.records import Part, Voice, VoiceSpan
from tests.demo.truth import Reopened, Stray, VoicedWord, read_truth

from .night import Night, voices_at

pytestmark = pytest.mark.xdist_group("newsroom")

TRUTH = read_truth()
MOST_WRONG_SPEAKERS = 1
"""Of 48; what holds today, and is not to be lost."""


def spans(night: Night, word: VoicedWord) -> list[VoiceSpan]:
    """Return the spans of other voices in which a planted word stands."""
    text = night.article(word.line).part_text(word.part)
    start = text.index(word.substring) + word.substring.index(word.word)
    return voices_at(night.voiced(word.line), word.part, start, start + len(word.word))


def described(night: Night, word: VoicedWord) -> str:
    heard = ", ".join(f"{span.voice} {span.speaker}" for span in spans(night, word)) or "own"
    wanted = f"{word.voice} {word.speaker}".strip()
    return f"line {word.line}: {word.word!r} in {word.substring!r} is {wanted}, not {heard}"


def test_planted_words_have_their_voice(night: Night) -> None:
    wrong = [
        described(night, word)
        for word in TRUTH.voices
        if ({span.voice for span in spans(night, word)} or {Voice.OWN}) != {word.voice}
    ]
    assert not wrong, "\n".join(wrong)


def test_planted_speakers_are_named(night: Night) -> None:
    spoken = [word for word in TRUTH.voices if word.speaker]
    wrong = [
        described(night, word)
        for word in spoken
        if word.speaker not in {span.speaker for span in spans(night, word)}
    ]
    assert len(wrong) <= MOST_WRONG_SPEAKERS, "\n".join(wrong)


@pytest.mark.parametrize("planted", TRUTH.reopened_quotations, ids=lambda q: str(q.line))
def test_a_quotation_over_paragraphs_is_quoted_whole_and_ends(
    night: Night, planted: Reopened
) -> None:
    voiced, text = night.voiced(planted.line), night.article(planted.line).text
    for paragraph in planted.paragraphs:
        start = text.index(paragraph) + 1
        end = start + len(paragraph) - 2
        quoted = [v for v in voiced.voices if v.voice is Voice.QUOTED and v.start <= start]
        assert any(end <= span.end for span in quoted), paragraph
    after = text.index(planted.paragraphs[-1]) + len(planted.paragraphs[-1]) + 3
    assert not voices_at(voiced, Part.BODY, after, after + 1)


@pytest.mark.parametrize("stray", TRUTH.doubts, ids=lambda s: str(s.line))
def test_a_mark_without_a_partner_is_named_and_spoils_no_other_paragraph(
    night: Night, stray: Stray
) -> None:
    voiced, text = night.voiced(stray.line), night.article(stray.line).text
    start = text.index(stray.substring)
    end = start + len(stray.substring)
    assert any(doubt.start < end and start < doubt.end for doubt in voiced.doubts)
    paragraph_end = text.find("\n\n", start)
    assert not any(v.start < paragraph_end < v.end for v in voiced.voices)
