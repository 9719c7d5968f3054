import pytest

from bias.alignment.core import core_terms, held_share, is_firm
from bias.alignment.similarity import PassageSimilarity

TELLINGS = (
    "Eleven technicians were locked in the canteen for three hours.",
    "Eleven terrified technicians sat in the canteen for three hours.",
    "The army locked eleven technicians in the canteen of the transmitter.",
)
OTHERS = (
    "The transmitter went off the air for forty minutes.",
    "Technicians in the canteen heard eleven shots, and it was three before they went home.",
)
MODEL = PassageSimilarity([*TELLINGS, *OTHERS])
CORE = core_terms([MODEL.profile(text) for text in TELLINGS])


def share(*texts: str) -> float:
    return held_share(CORE, [MODEL.profile(text) for text in texts])


def test_the_core_is_what_most_tellings_hold() -> None:
    core = set(CORE)
    assert {"11", "canteen", "3"} <= core
    assert "transmitt" not in core


def test_two_tellings_share_their_core_whole() -> None:
    core = core_terms([MODEL.profile(text) for text in TELLINGS[:2]])
    assert all(held_share(core, [MODEL.profile(text)]) == pytest.approx(1) for text in TELLINGS[:2])


def test_an_outlet_holds_what_its_fullest_passage_holds() -> None:
    assert share(OTHERS[0]) == 0
    assert share(*OTHERS) == share(OTHERS[1]) > 0.5
    assert share() == 0


def test_passages_without_terms_have_no_core() -> None:
    assert core_terms([MODEL.profile("..."), MODEL.profile("?")]) == {}
    assert held_share({}, [MODEL.profile(TELLINGS[0])]) == 0


@pytest.mark.parametrize(
    ("a", "b", "firm"),
    [
        (TELLINGS[0], TELLINGS[1], True),
        ("The regatta is off.", "Off: the regatta.", True),
        (OTHERS[0], "He left the army at forty and went to sea in a small boat he built.", False),
    ],
    ids=["much in common", "a short fact told whole", "a word or two in common"],
)
def test_a_core_is_firm_when_the_tellings_share_enough(a: str, b: str, *, firm: bool) -> None:
    told = [MODEL.profile(a), MODEL.profile(b)]
    assert is_firm(core_terms(told), told) is firm
