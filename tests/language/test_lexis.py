"""The word tables are data that people edit; these hold for every row."""

import pytest

from bias.language.lexis import frames, speech_nouns, verb_forms
from bias.language.word_classes import word_class

FRAMES = {
    "that", "bare", "infinitive", "object", "name", "of", "told", "behind", "quotation",
    "anonymous", "evidence", "about", "at",
    "object+as", "object+of", "object+for", "object+to", "object+that",
    "object+on", "object+with",
}  # fmt: skip


def test_every_verb_has_known_frames_and_is_of_a_known_sort() -> None:
    assert frozenset().union(*(frame.frames for frame in frames().values())) <= FRAMES
    assert {frame.sort for frame in frames().values()} <= {"speech", "thought", "knowledge", "act"}


def test_openers_stand_behind_an_object() -> None:
    assert frames()["accuse"].openers == {"as", "of", "for"}
    assert frames()["say"].openers == frozenset()


def test_inflections_are_derived() -> None:
    assert {"say", "says", "said", "saying"} <= verb_forms()
    assert {"denies", "denied", "announcing", "slammed", "slamming", "shown"} <= verb_forms()


def test_nouns_have_their_plural() -> None:
    assert {"claim", "claims"} <= speech_nouns()


def test_words_are_in_lower_case() -> None:
    for word in [*verb_forms(), *speech_nouns(), *word_class("title", "opener", "clause_start")]:
        assert word == word.lower()


def test_a_misspelt_class_is_an_error() -> None:
    with pytest.raises(KeyError):
        word_class("nuon")


def test_classes_can_be_joined() -> None:
    assert word_class("time", "date") == word_class("time") | word_class("date")
    assert word_class("time")


def test_verbs_of_saying_have_the_forms_of_all_verbs() -> None:
    forms = verb_forms()
    assert {"planned", "admitting", "lying", "preferred", "said", "written"} <= forms
    assert forms.isdisjoint({"planed", "admiting", "liing", "sayed", "writed"})
