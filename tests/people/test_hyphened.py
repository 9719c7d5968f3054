"""Hyphened names, prefixes and the party tags of politicians."""

import pytest

from bias.language.read import documents, read
from bias.people.hyphened import party_tags
from bias.records import MentionKind, Part
from tests.language.texts import article
from tests.people.casts import are_one, body, cast


def _names(text: str) -> set[str]:
    return {m.name for m in body(cast(text)) if m.name}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Orlo-fil-B said that it would close. Orlo-fil-B's stores shut.", {"Orlo-fil-B"}),
        ("The Port-on-Sea boycott grew. Crowds left Port-on-Sea.", {"Port-on-Sea"}),
        ("Crowds left Orlo-Fil-B on foot.", {"Orlo-Fil-B"}),
    ],
)
def test_a_hyphened_name_is_whole(text: str, names: set[str]) -> None:
    assert _names(text) == names


def test_one_word_of_an_owner_is_the_body() -> None:
    text = "Orlo-fil-B president Dan Ode apologised. The boycott of Orlo-fil-B grew."
    assert _names(text) == {"Dan Ode", "Orlo-fil-B"}


@pytest.mark.parametrize(
    "text",
    [
        "Senator Ada Ray, R-Texas, and Rep. Ben Ode (D-Calif.) left.",
        "Senator Ada Ray (D-N.Y.) met Ben Ode, R-S.D., on the pier.",
        "Senator Ada Ray (D) met Rep. Ben Ode (R-New Mexico) on the pier.",
    ],
)
def test_a_party_tag_names_nobody(text: str) -> None:
    assert _names(text) == {"Ada Ray", "Ben Ode"}


def test_a_day_behind_a_name_is_no_party_tag() -> None:
    text = "Ben Ode called it his own, D-Day as they say, and left."
    document = documents(made := article(text, "x"), read(made))[Part.BODY]
    assert not party_tags(document)


@pytest.mark.parametrize(
    ("text", "words"),
    [("Her co-workers left.", "co-workers"), ("The ex-employee of the yard wept.", "ex-employee")],
)
def test_a_prefix_belongs_to_its_word(text: str, words: str) -> None:
    spans = {text[m.start : m.end] for m in body(cast(text)) if m.kind is MentionKind.NOMINAL}
    assert words in spans


def test_co_workers_are_not_the_workers() -> None:
    assert not are_one("The workers stayed. Her co-workers left.", "workers", "co-workers")
