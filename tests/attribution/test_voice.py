"""Whole articles: quotation, reported speech, scare quotes and headlines together."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bias.records import Part, Voice
from tests.attribution.reading import article, read, voice_of

QUOTED = [
    ("“The regime will fall,” Ada Ray said.", "The regime will fall", "Ada Ray"),
    ("“The regime will fall,” said Ada Ray.", "The regime will fall", "Ada Ray"),
    ("“The regime will fall,” boomed Ada Ray.", "The regime will fall", "Ada Ray"),
    ("“Will it fall?” Ada Ray asked.", "Will it fall", "Ada Ray"),
    ("Ada Ray said: “The regime will fall.”", "The regime will fall", "Ada Ray"),
    ("Ada Ray said the regime was “rotten to the core”.", "rotten to the core", "Ada Ray"),
    ("“One,” Ada Ray said. “Two and three.”", "Two and three", "Ada Ray"),
    ("“One,” Ada Ray said, “and two.”", "and two", "Ada Ray"),
    ("“The risk,” said Ada Ray, the mayor, “is that it falls.”", "is that it falls", "Ada Ray"),
    ("“It will fall,” Rep. Ada Ray (R-Ohio) said.", "It will fall", "Ada Ray"),
    ("“It will fall,” Ada Ray notes.", "It will fall", "Ada Ray"),
    ("Ada Ray: “The regime will fall.”", "The regime will fall", "Ada Ray"),
    ("Ada Ray had one answer: “The regime will fall.”", "The regime will fall", "Ada Ray"),
    ("Ada Ray called it a “coup”.", "coup", "Ada Ray"),
    ("Ada Ray called it a 'coup'.", "coup", "Ada Ray"),
    ("Ada Ray added a warning: “The regime will fall.”", "The regime will fall", "Ada Ray"),
    ("Ada Ray added warily: “The regime will fall.”", "The regime will fall", "Ada Ray"),
    ("As Ada Ray pointed out, “the regime will fall”.", "the regime will fall", "Ada Ray"),
    ("Ada Ray added, though, that it was “a coup”.", "a coup", "Ada Ray"),
    ("It was, according to Ada Ray, “a coup in all but name”.", "a coup in all", "Ada Ray"),
    ("Ada Ray said Oslo was calm.\n\n“The regime will fall this year.”", "will fall", "Ada Ray"),
    ("Ada Ray said: “One.\n\n“Two of them.\n\n“Three.”", "Two of them", "Ada Ray"),
    ('"One of them.\n\n"Two of them," Ada Ray tweeted.', "One of them", "Ada Ray"),
    ('Ada Ray told Radio Oslo: "“No going back.\n\n“None at all.”', "None at all", "Ada Ray"),
]

SCARE = [
    "The “reform” cost thousands their homes.",
    "The ‘reform’ cost thousands their homes.",
    "A “people's bank” it was not, for all the posters.",
]

HEADLINES = [
    ("Mob of ‘thugs’ storms hall", "thugs", Voice.SCARE),
    ("MAYOR SLAMS VOTE AS 'DESERT-STYLE COUP'", "DESERT-STYLE COUP", Voice.QUOTED),
    ("Mayor declares national emergency", "national emergency", Voice.OWN),
    ("Claims in Bribe Trial", "in Bribe Trial", Voice.OWN),
    ("Soldiers challenge tyrant over vote", "tyrant over vote", Voice.OWN),
    ("Mayor vows to crush mob", "to crush mob", Voice.ATTRIBUTED),
    ("Oslo's Ray Calls for ‘Largest March Ever’", "Largest March Ever", Voice.QUOTED),
    ("Island coup – Ada Ray backs call for ‘uprising’", "coup", Voice.OWN),
    ("Island coup – Ada Ray backs call for ‘uprising’", "uprising", Voice.QUOTED),
]


@pytest.mark.parametrize(("text", "words", "speaker"), QUOTED)
def test_words_are_quoted(text: str, words: str, speaker: str) -> None:
    assert voice_of(text, words) == (Voice.QUOTED, speaker)


@pytest.mark.parametrize("text", SCARE)
def test_one_or_two_words_without_speaker_are_scare(text: str) -> None:
    spans = read(text).voices
    assert [(span.voice, span.speaker) for span in spans] == [(Voice.SCARE, "")]


@pytest.mark.parametrize(("title", "words", "voice"), HEADLINES)
def test_headlines(title: str, words: str, voice: Voice) -> None:
    assert voice_of("", words, title, Part.TITLE)[0] is voice


def test_marks_belong_to_the_span() -> None:
    text = "Ada Ray called it a “coup”."
    span = read(text).voices[-1]
    assert text[span.start : span.end] == "“coup”"


def test_words_of_the_outlet_beside_a_quotation_stay_its_own() -> None:
    text = "The tyrant's men fled. “We will be back,” Ben Ode said, as the mob cheered."
    assert voice_of(text, "The tyrant's men fled")[0] is Voice.OWN
    assert voice_of(text, "as the mob cheered")[0] is Voice.OWN
    assert voice_of(text, "We will be back") == (Voice.QUOTED, "Ben Ode")


def test_a_stray_mark_is_a_doubt_and_leaves_the_next_paragraph_alone() -> None:
    voiced = read(
        "The “reform failed.\n\nThe tyrant fled.\n\nAda Ray said: “Good riddance to him.”"
    )
    assert [doubt.start for doubt in voiced.doubts] == [4]
    assert [span.voice for span in voiced.voices] == [Voice.QUOTED]


def test_passages_are_numbered_through_title_and_paragraphs() -> None:
    passages = read("One. Two.\n\nThree.", "A title").passages
    assert [(p.index, p.part, p.paragraph) for p in passages] == [
        (0, Part.TITLE, -1),
        (1, Part.BODY, 0),
        (2, Part.BODY, 0),
        (3, Part.BODY, 1),
    ]


def test_an_article_without_text_has_no_passages() -> None:
    voiced = read("")
    assert (voiced.passages, voiced.voices, voiced.doubts) == ((), (), ())


OTHER_SCRIPTS = [
    "قال الوزير “إن النظام سيسقط” أمس.",
    "שר החוץ אמר: “המשטר ייפול”.",
    "大臣は “倒れる” と述べた。",
    "🙂 “no” 🙂",
]


@pytest.mark.parametrize("text", OTHER_SCRIPTS)
def test_other_scripts_keep_their_spans(text: str) -> None:
    for span in read(text).voices:
        assert text[span.start] == "“"
        assert text[span.end - 1] == "”"


SCRAPS = (
    "“ ” ‘ ’ \" ' `` said says told Ray Ada the mayor he she that , . ? : ; — according to called "
    "accused of claims what who by was 5 it's dogs’"
)
WORDS = st.sampled_from([*SCRAPS.split(), "\n\n"])


@settings(deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=60).map(" ".join)))
def test_spans_lie_in_the_text_sorted_and_apart(text: str) -> None:
    whole = article(text, title=text[:40])
    voiced = read(text, title=text[:40])
    for part in Part:
        size = len(whole.part_text(part))
        spans = [span for span in voiced.voices if span.part is part]
        assert all(0 <= span.start < span.end <= size for span in spans)
        assert all(a.end <= b.start for a, b in zip(spans, spans[1:], strict=False))
        for place in (p for span in spans for p in (span.source, span.cue) if p):
            assert 0 <= place[0] < place[1] <= size
    parts = [span.part for span in voiced.voices]
    assert parts == sorted(parts, key=lambda part: part is Part.BODY)


@settings(deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=60).map(" ".join)))
def test_passages_hold_every_character_that_is_not_white_space(text: str) -> None:
    voiced = read(text)
    kept = "".join(text[p.start : p.end] for p in voiced.passages)
    assert "".join(kept.split()) == "".join(text.split())
    assert [p.index for p in voiced.passages] == list(range(len(voiced.passages)))


@settings(deadline=None)
@given(st.lists(WORDS, max_size=60).map(" ".join))
def test_reading_twice_gives_the_same(text: str) -> None:
    assert read(text) == read(text)
