"""The word tables are data that people edit; these hold for every row."""

import pytest

from bias.language.lexis import KINDS, speech_nouns, verb_forms
from bias.language.word_classes import word_class


def test_every_verb_is_of_a_known_kind() -> None:
    assert {form.kind for form in verb_forms().values()} <= set(KINDS)


def test_inflections_are_derived() -> None:
    forms = verb_forms()
    shapes = {word: forms[word].shape for word in ("say", "says", "said", "saying")}
    assert shapes == {"say": "base", "says": "third", "said": "past", "saying": "ing"}
    assert {"denies", "denied", "announcing", "slammed", "slamming", "shown"} <= set(forms)


def test_a_form_that_is_also_a_noun_says_so() -> None:
    assert verb_forms()["claims"].noun
    assert not verb_forms()["claimed"].noun


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
