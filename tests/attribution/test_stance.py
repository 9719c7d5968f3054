"""What somebody wants, asks for or judges: theirs is the stance, the outlet's the wording."""

import pytest

from bias.attribution.voices import stance_at, voice_span_at
from bias.records import Part, Voice
from tests.attribution.reading import read

STANCES = [
    ("Ada Ray wants to crush the mob.", "to crush the mob", "Ada Ray"),
    ("The council agreed to scrap the spiteful levy.", "scrap the spiteful levy", "council"),
    ("Ada Ray refused to take orders from the regime.", "orders from the regime", "Ada Ray"),
    ("Ada Ray supported the uprising.", "the uprising", "Ada Ray"),
    ("Ada Ray ordered police to crush the mob.", "crush the mob", "Ada Ray"),
    ("Ada Ray announced a spiteful levy.", "a spiteful levy", "Ada Ray"),
    ("Ada Ray urged the mob to go home.", "the mob", "Ada Ray"),
    ("The tyrant is expected to flee.", "to flee", ""),
    ("Ada Ray's decision to crush the mob shocked Oslo.", "crush the mob", "Ada Ray"),
    ("Ada Ray was willing to crush the mob.", "to crush the mob", "Ada Ray"),
    ("Ada Ray is critical of the regime.", "the regime", "Ada Ray"),
]

NONE = [
    ("The regime added a cruel tax.", "a cruel tax"),
    ("Thugs wrote slogans on the wall.", "slogans on the wall"),
    ("The thugs showed him in.", "him in"),
    ("The tyrant fled to the regime's palace.", "the regime's palace"),
    ("It was the decision that the mob feared.", "It was the decision"),
    ("Ada Ray wants to crush the mob and the tyrant fled.", "the tyrant fled"),
    ("Ada Ray wants to crush the mob, while thugs march on.", "while thugs march on"),
    ("Ada Ray is willing to go and the tyrant stays.", "the tyrant stays"),
]


def holders(text: str, words: str) -> set[str | None]:
    voiced, start = read(text), text.index(words)
    places = [i for i in range(start, start + len(words)) if text[i].isalnum()]
    assert all(voice_span_at(voiced, Part.BODY, i) is None for i in places)
    spans = {stance_at(voiced, Part.BODY, i) for i in places}
    return {span.speaker if span else None for span in spans}


@pytest.mark.parametrize(("text", "words", "holder"), STANCES)
def test_a_stance_is_told_in_the_outlets_own_words(text: str, words: str, holder: str) -> None:
    assert holders(text, words) == {holder}


@pytest.mark.parametrize(("text", "words"), NONE)
def test_what_is_done_is_no_stance(text: str, words: str) -> None:
    assert holders(text, words) == {None}


def test_stances_lie_between_the_voices_and_say_whose_they_are() -> None:
    text = "Ada Ray wants an end to the “spiteful” levy. Ben Ode said it was over."
    voiced = read(text)
    assert [(s.voice, s.speaker) for s in voiced.voices] == [
        (Voice.QUOTED, "Ada Ray"),
        (Voice.ATTRIBUTED, "Ben Ode"),
    ]
    assert [text[s.start : s.end] for s in voiced.stances] == ["an end to the", "levy"]
    assert {(s.voice, s.rule) for s in voiced.stances} == {(Voice.OWN, "stance")}
