"""The planted loaded words are found, plain ones are not, and every camp's are found alike."""

import pytest

from bias.records import Finding, Voice
from bias.wording.findings import find
from bias.wording.lexicon import load_lexicon
from tests.demo.truth import VoicedWord, Word, read_truth

from .night import Night, voices_at

pytestmark = pytest.mark.xdist_group("newsroom")

TRUTH = read_truth()
OPPOSED = (
    ("government", "opposition"),
    ("left", "right"),
    ("employers", "unions"),
    ("nationalists", "progressives"),
)


def findings(night: Night, word: Word) -> list[Finding]:
    """Return the findings that touch a planted word, or its whole substring."""
    article = night.article(word.line)
    start = article.part_text(word.part).index(word.substring) + word.substring.index(word.word)
    end = start + len(word.word or word.substring)
    held = [c for c in night.comparisons if article.id in c.event.articles]
    known = held[0].findings if held else find(article, night.voiced(word.line), load_lexicon("en"))
    return [
        finding
        for finding in known
        if (finding.article, finding.part) == (article.id, word.part)
        and finding.start < end
        and start < finding.end
    ]


def share_found(night: Night, words: list[VoicedWord]) -> float:
    return sum(bool(findings(night, word)) for word in words) / len(words)


def test_plain_words_are_hardly_ever_flagged(night: Night) -> None:
    flagged = [
        f"line {plain.line}: {finding.cue} in {plain.substring!r}"
        for plain in TRUTH.must_not_flag
        for finding in findings(night, plain)
    ]
    assert not flagged, "\n".join(flagged)


def test_most_of_the_outlets_own_loaded_words_are_found(night: Night) -> None:
    own = [word for word in TRUTH.voices if word.voice is Voice.OWN and word.against]
    missed = [word.word for word in own if not findings(night, word)]
    assert share_found(night, own) >= 0.85, missed


@pytest.mark.parametrize(("one", "other"), OPPOSED)
def test_words_against_either_side_are_found_alike(night: Night, one: str, other: str) -> None:
    sides = [[word for word in TRUTH.voices if word.against == camp] for camp in (one, other)]
    shares = [share_found(night, words) for words in sides]
    # A side has 6 to 40 planted words, so that two of them found or missed make a third.
    assert min(shares) >= 0.65, shares
    assert abs(shares[0] - shares[1]) <= 0.34, shares


def test_a_finding_has_the_voice_of_its_first_word(night: Night) -> None:
    for comparison in night.comparisons:
        voiced = {each.article: each for each in comparison.voiced}
        for finding in comparison.findings:
            first = voices_at(
                voiced[finding.article], finding.part, finding.start, finding.start + 1
            )
            assert [finding.voice] == ([span.voice for span in first] or [Voice.OWN])
