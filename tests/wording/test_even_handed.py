import msgspec
import pytest

from bias.wording.compare import compare_event
from bias.wording.findings import find_all
from bias.wording.lexicon import Lexicon
from tests.voiced import read_article
from tests.wording.mirrors import OPPOSED, Pair, fault, mirrored
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


def _marks(lexicon: Lexicon, text: str) -> list[tuple[int, str, int, int, str, bool]]:
    """Return the findings by word number, which does not move when names change in length."""
    piece = article(text)
    found = find_all(piece, read_article(piece), lexicon)
    return [
        (text[: f.start].count(" "), f.category, f.strength, f.weight, f.voice.value, f.negated)
        for f in found
    ]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("pair", PAIRS)
def test_swapping_sides_changes_nothing(lexicon: Lexicon, text: str, pair: tuple[str, str]) -> None:
    first, second = pair
    one = _marks(lexicon, text.format(a=first, b=second))
    assert one == _marks(lexicon, text.format(a=second, b=first))


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


def test_every_row_aimed_at_one_side_has_its_like_for_the_other(lexicon: Lexicon) -> None:
    pairs = list(mirrored(lexicon))
    assert len(pairs) > 100
    assert [text for text in (fault(pair, lexicon) for pair in pairs) if text] == []


@pytest.mark.parametrize(("one", "other"), OPPOSED)
def test_a_fixed_expression_is_as_strong_as_that_of_the_other_side(
    lexicon: Lexicon, one: str, other: str
) -> None:
    assert [cue.strength for cue in lexicon.describe(one)[:1]] == [
        cue.strength for cue in lexicon.describe(other)[:1]
    ]
    assert lexicon.describe(one)


def test_the_neutral_word_for_an_armed_group_is_milder_than_the_loaded_one(
    lexicon: Lexicon,
) -> None:
    militant, terrorist = (lexicon.describe(term)[0] for term in ("militant", "terrorist"))
    assert militant.strength < terrorist.strength


def test_both_halves_of_a_pair_are_marked_alike(lexicon: Lexicon) -> None:
    text = "The woke council and the MAGA council met the deplorables and the snowflakes."
    marks = _marks(lexicon, text)
    assert [(category, strength) for _, category, strength, *_ in marks] == [
        ("ideological_labels", 3),
        ("ideological_labels", 3),
        ("person_labels", 3),
        ("person_labels", 3),
    ]


def test_an_unequal_or_missing_mirror_is_named(lexicon: Lexicon) -> None:
    left = lexicon.by_id["ideological_labels/far-left"]
    right = lexicon.by_id["ideological_labels/far-right"]
    pair = Pair(left, "far right")
    alone = msgspec.structs.replace(lexicon, cues=(left,))
    louder = msgspec.structs.replace(right, strength=left.strength + 1)
    unequal = msgspec.structs.replace(lexicon, cues=(left, louder))
    assert fault(pair, lexicon) == ""
    assert "'far right' is not in the lexicon" in fault(pair, alone)
    assert "is ideological_labels/far-right (strength 2)" in fault(pair, unequal)
