import pytest
from hypothesis import given
from hypothesis import strategies as st

from bias.language.en.forms import inflections
from bias.wording.normal import normalise


@pytest.mark.parametrize(
    ("term", "pos", "expected"),
    [
        ("crony", "noun", {"crony", "cronies"}),
        ("henchman", "noun", {"henchman", "henchmen"}),
        ("puppet master", "noun", {"puppet master", "puppet masters"}),
        ("slam", "verb", {"slam", "slams", "slammed", "slamming"}),
        ("cave", "verb", {"cave", "caves", "caved", "caving"}),
        ("decry", "verb", {"decry", "decries", "decried", "decrying"}),
        (
            "tear into",
            "verb",
            {"tear into", "tears into", "tore into", "torn into", "tearing into"},
        ),
        (
            "pummel",
            "verb",
            {"pummel", "pummels", "pummeled", "pummelled", "pummeling", "pummelling"},
        ),
        ("strong-arm", "verb", {"strong-arm", "strong-arms", "strong-armed", "strong-arming"}),
        ("shrill", "adjective", {"shrill", "shriller", "shrillest", "shrilly"}),
        ("horrific", "adjective", {"horrific", "horrifically"}),
        ("so-called", "", {"so-called"}),
    ],
)
def test_forms_are_derived_by_rule(term: str, pos: str, expected: set[str]) -> None:
    assert set(inflections(term, pos)) == expected


@pytest.mark.parametrize(
    ("term", "pos", "other"),
    [
        ("vilify", "verb", "vilified"),
        ("demonise", "verb", "demonized"),
        ("weaponise", "verb", "weaponizing"),
        ("rancour", "noun", "rancor"),
        ("dishonourable", "adjective", "dishonorable"),
    ],
)
def test_both_spellings_are_known(term: str, pos: str, other: str) -> None:
    assert other in inflections(term, pos)


def test_promise_is_not_respelled() -> None:
    assert "promize" not in inflections("promise", "verb")


@given(st.text(max_size=60))
def test_normalising_keeps_every_position(text: str) -> None:
    assert len(normalise(text)) == len(text)
