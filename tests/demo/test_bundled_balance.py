"""The bundled coverage loads its words, and leaves out facts, against every camp alike."""

import re
from collections import Counter

import pytest

from bias.records import Part, Voice

from .truth import VoicedWord, body, read_truth, stories, trusted

TRUTH = read_truth()
OPPOSED = (
    ("government", "opposition"),
    ("left", "right"),
    ("employers", "unions"),
    ("nationalists", "progressives"),
)


def within_a_tenth(one: int, other: int) -> bool:
    return abs(one - other) <= 0.1 * max(one, other)


def loaded(camp: str) -> list[VoicedWord]:
    return [word for word in TRUTH.voices if word.against == camp]


@pytest.mark.parametrize(("one", "other"), OPPOSED)
def test_outlets_load_words_against_both_sides_alike(one: str, other: str) -> None:
    counts = [sum(word.voice is Voice.OWN for word in loaded(camp)) for camp in (one, other)]
    assert min(counts) >= 5
    assert within_a_tenth(*counts)


@pytest.mark.parametrize(("one", "other"), OPPOSED)
def test_speakers_load_words_against_both_sides_alike(one: str, other: str) -> None:
    counts = [sum(word.voice is not Voice.OWN for word in loaded(camp)) for camp in (one, other)]
    assert within_a_tenth(*counts)


@pytest.mark.parametrize(("one", "other"), OPPOSED)
def test_headlines_load_words_against_both_sides_alike(one: str, other: str) -> None:
    counts = [sum(word.part is Part.TITLE for word in loaded(camp)) for camp in (one, other)]
    assert within_a_tenth(*counts)


def test_the_two_committed_outlets_leave_out_as_much() -> None:
    left_out = Counter(outlet for fact in TRUTH.omissions for outlet in fact.not_told_by)
    assert left_out["KRT"] == left_out["Open Kestria"] >= 3


def test_every_camp_is_hit_in_a_contrast() -> None:
    hits = Counter(contrast.against for contrast in TRUTH.contrasts)
    for one, other in OPPOSED:
        assert min(hits[one], hits[other]) >= 1
        assert abs(hits[one] - hits[other]) <= 1


def test_no_loaded_word_is_left_uncounted() -> None:
    terms = {w.word.casefold() for w in TRUTH.voices if w.against and w.voice is Voice.OWN}
    for line in filter(trusted, stories()):
        for part, text in ((Part.TITLE, str(stories()[line].title)), (Part.BODY, body(line))):
            stated = stated_spans(line, part, text)
            for term in terms:
                for hit in re.finditer(rf"\b{re.escape(term)}\b", text.casefold()):
                    assert any(a <= hit.start() and hit.end() <= b for a, b in stated), (line, term)


def stated_spans(line: int, part: Part, text: str) -> list[tuple[int, int]]:
    spans = []
    for word in (*TRUTH.voices, *TRUTH.must_not_flag):
        if (word.line, word.part) == (line, part):
            start = text.index(word.substring)
            start += word.substring.index(word.word)
            spans.append((start, start + len(word.word or word.substring)))
    return spans
