import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bias.records import Part, Voice
from bias.wording.findings import explain, find, find_all
from bias.wording.lexicon import Lexicon
from tests.voiced import read_article
from tests.wording.samples import article, cue, findings, found_words, only

FOUND = {
    "a plain label": ("The under-siege tyrant spoke.", ["under-siege", "tyrant"]),
    "an inflected verb": ("Ministers slammed the plan.", ["slammed"]),
    "shouting": ("HORRIFYING pictures came in.", ["HORRIFYING"]),
    "a headline in capitals": ("CORBYNISTAS SLAM THE BUDGET", ["CORBYNISTAS", "SLAM"]),
    "a headline in title case": ("Thugs Slam the Old Town Hall", ["Thugs", "Slam"]),
    "an open compound": ("The so called expert left.", ["so called"]),
    "another hyphen": ("The so‑called expert left.", ["so‑called"]),
    "a curly apostrophe": ("Let’s be clear: it fell.", ["Let’s be clear"]),
    "a possessive": ("The regime’s guards left.", ["regime"]),
    "half of a compound": ("They met anti-regime marchers.", ["regime"]),
    "the longest phrase": ("He blames a conspiracy theorist.", ["conspiracy theorist"]),
    "a phrase with a verb": ("Ministers are tearing into the plan.", ["tearing into"]),
    "an American spelling": ("They demonize nurses.", ["demonize"]),
    "an accent written out": ("Corrupt élites left in a debacle.", ["Corrupt", "debacle"]),
    "two in one phrase": (
        "She is an admirer of the embattled socialist regime.",
        ["embattled", "regime"],
    ),
}
NOT_FOUND = {
    "another sense": "The sudden ending was a coup de théâtre.",
    "a course of exercise": "Her training regime starts at five.",
    "history": "The First Crusade took Jerusalem in 1099.",
    "sport": "She won the grand slam.",
    "medicine": "He has inflammatory bowel disease.",
    "the stage": "The puppet show delighted the children.",
    "a party's name": "We met the Radical leader at noon.",
    "a storm's name": "Forecasters expect that Storm Ana will pass.",
    "a band's name": "They heard Thug Life play on Sunday.",
    "a name among many": "Likely Democratic nominees are Reps. Ada F. Slam and Carl Ray.",
    "part of a word": "The operation went on in Regimenton.",
    "a contraction": "It won't last.",
    "a phrase over a full stop": "The house was sold. Out came the mayor.",
    "a mild word by itself": "A large rally and an uprising were reported.",
}


@pytest.mark.parametrize("phenomenon", FOUND)
def test_found(lexicon: Lexicon, phenomenon: str) -> None:
    text, words = FOUND[phenomenon]
    assert found_words(lexicon, text) == words


@pytest.mark.parametrize("phenomenon", NOT_FOUND)
def test_not_found(lexicon: Lexicon, phenomenon: str) -> None:
    assert found_words(lexicon, NOT_FOUND[phenomenon]) == []


SHIELD = [
    cue("glorp stone", not_before=("quarry",)),
    cue("glorp"),
    cue("stone quarry of glorp", not_after=("old",)),
    cue("fizz of glorp stone", not_before=("@sport",)),
]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The glorp stone fell.", ["glorp stone"]),
        ("The glorp stone quarry shut.", []),
        ("The glorp stone quarry of glorp shut.", ["stone quarry of glorp"]),
        ("The old stone quarry of glorp shut.", []),
        ("The glorp met the glorp stone quarry and another glorp.", ["glorp", "glorp"]),
        ("The fizz of glorp stone grew.", ["fizz of glorp stone"]),
        ("The fizz of glorp stone won the football match.", []),
    ],
)
def test_a_cancelled_phrase_shields_what_lies_inside_it(
    lexicon: Lexicon, text: str, words: list[str]
) -> None:
    assert found_words(only(lexicon, *SHIELD), text) == words


def test_a_row_for_the_very_form_decides_for_those_that_derive_it(lexicon: Lexicon) -> None:
    rows = [cue("glorp", pos="verb"), cue("glorping", not_before=("heat",))]
    text = "The glorping heat and the glorping plan glorped."
    assert found_words(only(lexicon, *rows), text) == ["glorping", "glorped"]
    assert found_words(only(lexicon, rows[0]), text) == ["glorping", "glorping", "glorped"]


def test_a_phrase_that_is_a_name_shields_nothing(lexicon: Lexicon) -> None:
    rows = only(lexicon, cue("glorp elite"), cue("elite"))
    assert found_words(rows, "They joined the Glorp elite at noon.") == ["elite"]


def test_title_and_body_are_both_searched(lexicon: Lexicon) -> None:
    parts = [f.part for f in findings(lexicon, "The tyrant left.", title="Thugs flee")]
    assert parts == [Part.TITLE, Part.BODY]


def test_the_voice_is_that_of_the_span(lexicon: Lexicon) -> None:
    text = (
        "The under-siege tyrant ordered troops out. “He is a puppet,” Ana Lopes said. "
        "Opponents left what he called a group of traitorous officers."
    )
    voices = {f.cue.partition("/")[2]: f.voice for f in findings(lexicon, text)}
    assert voices["tyrant"] is Voice.OWN
    assert voices["puppet"] is Voice.QUOTED
    assert voices["traitorous"] is Voice.ATTRIBUTED


def test_a_verb_of_speaking_inside_a_quotation_is_the_speakers(lexicon: Lexicon) -> None:
    assert found_words(lexicon, "“The bank claimed it was early,” Ana Lopes said.") == []
    assert found_words(lexicon, "The bank claimed it was early.") == ["claimed"]


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("It was not a bloodbath.", True),
        ("It wasn't a bloodbath.", True),
        ("It was a bloodbath.", False),
        ("It was not quite such a bloodbath.", True),
        ("It was not by any means a bloodbath.", False),
        ("They did not stay. Then came the bloodbath.", False),
    ],
)
def test_negation_is_recorded(lexicon: Lexicon, text: str, negated: bool) -> None:
    assert [f.negated for f in findings(lexicon, text)] == [negated]


def test_mild_cues_are_kept_for_the_comparison(lexicon: Lexicon) -> None:
    piece = article("The uprising went on.")
    voiced = read_article(piece)
    assert find(piece, voiced, lexicon) == ()
    assert [f.strength for f in find_all(piece, voiced, lexicon)] == [1]


def test_another_language_is_not_searched(lexicon: Lexicon) -> None:
    import msgspec

    piece = msgspec.structs.replace(article("The tyrant left."), language="fr")
    assert find(piece, read_article(piece), lexicon) == ()


def test_an_explanation_is_one_line_with_its_source(lexicon: Lexicon) -> None:
    finding = findings(lexicon, "The tyrant left.")[0]
    row = lexicon.by_id[finding.cue]
    line = explain(finding, row)
    assert line.startswith("tyrant (person_labels, strength 3, the outlet's own words): ")
    assert f"neutral: {row.alternative}" in line
    assert line.endswith(f"[{row.source}]")
    assert "\n" not in line


WORDS = st.sampled_from(
    ["tyrant", "Regime", "SLAMS", "the", "“", "”", "'", "not", "so-called", ".", "\n\n", "é", "a"]
)


@settings(max_examples=60, deadline=None)
@given(words=st.lists(WORDS, max_size=30))
def test_findings_lie_in_their_passage_and_never_overlap(
    lexicon: Lexicon, words: list[str]
) -> None:
    piece = article(" ".join(words))
    voiced = read_article(piece)
    end = 0
    for finding in find_all(piece, voiced, lexicon):
        passage = voiced.passages[finding.passage]
        assert passage.start <= finding.start < finding.end <= passage.end
        assert finding.start >= end
        end = finding.end
        forms = lexicon.describe(piece.text[finding.start : finding.end])
        assert finding.cue in {cue.id for cue in forms}


@pytest.mark.parametrize(
    ("piece_of_text", "title", "each"),
    [
        ("not a so-called tyrant ", "", 2),
        ("that Tyrant walked home ", "", 0),
        ("Tyrant, Was Here ", "Tyrant", 1),
    ],
)
def test_hostile_text_takes_bounded_time(
    lexicon: Lexicon, piece_of_text: str, title: str, each: int
) -> None:
    piece = article(piece_of_text * 20_000, title)
    voiced = read_article(piece)
    begin = time.process_time()
    found = [finding for finding in find(piece, voiced, lexicon) if finding.part is Part.BODY]
    assert len(found) == each * 20_000
    # In proportion to its length it takes a tenth of this; to its square, minutes.
    assert time.process_time() - begin < 20
