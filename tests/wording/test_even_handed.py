import pytest

from bias.passages.voice import read_article
from bias.wording.compare import compare_event
from bias.wording.findings import find_all
from bias.wording.lexicon import Lexicon
from tests.wording.samples import article, event

# Names of one length, so that the spans of both texts can be compared.
SWAPS = {
    "parties": [("Democrats", "Republicans"), ("Labour", "Conservative"), ("left", "right")],
    "leaders": [("Biden", "Trump"), ("Corbyn", "Johnson"), ("Maduro", "Guaidó")],
    "countries": [("Russia", "America"), ("Israel", "Iran"), ("Venezuela", "Colombia")],
}
TEXTS = [
    "{a} slammed the corrupt regime as thugs and liars took over.",
    "Critics say {a} caved to the mob, but {b} claimed it was a witch hunt.",
    "HORRIFYING: {a} unleashed a brutal crackdown on {b} supporters.",
    "The embattled leader of the {a} side is a puppet, a crony and a fraudster.",
    "“They are traitors,” a {a} member said of {b}.",
    "The far-{a} extremists and the hard-{b} zealots brawled again.",
]
PAIRS = [pair for pairs in SWAPS.values() for pair in pairs]


def _marks(lexicon: Lexicon, text: str, names: tuple[str, str]) -> list[tuple[int, str, str]]:
    """Return the findings by word number, which does not move when names change in length."""
    piece = article(text)
    found = find_all(piece, read_article(piece), lexicon)
    return [(text[: f.start].count(" "), f.category, f.voice.value) for f in found]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("pair", PAIRS)
def test_swapping_sides_changes_nothing(lexicon: Lexicon, text: str, pair: tuple[str, str]) -> None:
    first, second = pair
    one = _marks(lexicon, text.format(a=first, b=second), pair)
    other = _marks(lexicon, text.format(a=second, b=first), pair)
    assert one == other


def test_swapping_outlets_changes_no_figure(lexicon: Lexicon) -> None:
    loud, plain = "The tyrant sent thugs. " * 40, "The council met at noon again. " * 40

    def figures(first: str, second: str) -> list[float | None]:
        pieces = (
            article(first, name="a", outlet="left"),
            article(second, name="b", outlet="right"),
        )
        rows = compare_event(event(*pieces), lexicon, seed=1).scores
        return [
            row.per_1000
            for row in rows
            if row.scope == "outlet"
            and (row.category, row.place, row.strength) == ("all", "all", 0)
        ]

    assert figures(loud, plain)[:4] == figures(plain, loud)[4:]


MIRRORED = [
    ("leftist", "rightist"), ("left-winger", "right-winger"), ("far-left", "far-right"),
    ("hard-left", "hard-right"), ("radical left", "radical right"), ("ultra-left", "ultra-right"),
    ("alt-left", "alt-right"), ("extreme left", "extreme right"), ("left-wing", "right-wing"),
    ("pro-life", "pro-choice"), ("anti-choice", "anti-life"), ("remoaner", "brextremist"),
    ("gun grabber", "gun nut"), ("climate denier", "climate alarmist"), ("wingnut", "moonbat"),
    ("ultraliberal", "ultraconservative"), ("coastal elite", "redneck"),
    ("far-left agenda", "far-right agenda"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), MIRRORED)
def test_what_one_side_calls_the_other_is_as_strong_as_the_reverse(
    lexicon: Lexicon, one: str, other: str
) -> None:
    strengths = [lexicon.describe(term)[0].strength for term in (one, other)]
    assert strengths[0] == strengths[1]
