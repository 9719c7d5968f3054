import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bias.alignment.differences.contrast import TokenReader, contrast, strength
from bias.alignment.differences.stretches import compare_tokens
from bias.alignment.event_passages import EventPassage, event_passages
from bias.alignment.terms.tokens import MOST_TOKENS, read_tokens
from bias.records import Contrast
from tests.alignment.telling import coverage, voiced


def passages(a: str, b: str) -> tuple[EventPassage, EventPassage]:
    articles = coverage({"left": [a], "right": [b]})
    left, right = event_passages(articles, [voiced(each) for each in articles])
    return left, right


def compared(a: str, b: str) -> Contrast:
    return contrast("g1", *passages(a, b), TokenReader())


def replaced(a: str, b: str) -> list[tuple[str, str]]:
    steps = compared(a, b).steps
    return [(a[slice(*s.a)].strip(), b[slice(*s.b)].strip()) for s in steps if s.kind == "replaced"]


@pytest.mark.parametrize(
    ("a", "b", "opposite"),
    [
        ("The troops crossed the bridge.", "The thugs crossed the bridge.", [("troops", "thugs")]),
        ("The mayor said it rained.", "The mayor claimed it rained.", [("said", "claimed")]),
        ("The uprising ended at four.", "The coup ended at four.", [("uprising", "coup")]),
        (
            "President Ana Rook spoke to the nation.",
            "The sweating tyrant spoke to the nation.",
            [("President Ana Rook", "sweating tyrant")],
        ),
        (
            "A crowd of 900 stood in the square.",
            "A rabble of 300 stood in the square.",
            [("crowd", "rabble"), ("900", "300")],
        ),
        (
            "The council voted to cut benefits for migrants.",
            "The council voted to slash handouts for illegal aliens.",
            [("cut", "slash"), ("benefits", "handouts"), ("migrants", "illegal aliens")],
        ),
        ("The mob of Orlo left.", "The crowd from Orlo left.", [("mob", "crowd"), ("of", "from")]),
        (
            "The union said the president “lied” to miners.",
            "The union said Mr Dole ‘lied’ to miners.",
            [("president", "Mr Dole")],
        ),
        (
            "قالت الحكومة إن الثورة انتهت",
            "قالت الحكومة إن المؤامرة انتهت",
            [("الثورة", "المؤامرة")],
        ),
    ],
)
def test_a_replacement_stands_opposite_what_it_replaces(
    a: str, b: str, opposite: list[tuple[str, str]]
) -> None:
    assert replaced(a, b) == opposite


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Police arrested nine men.", "Police arrest 9 men."),
        ("The mayor’s bridge fell.", "The mayor's bridge fell."),
        ("“It fell,” he said.", '"It fell," he said.'),
        ("“It fell,” he said.", "'It fell', he said."),
        ("It cost £4m.", "It cost £4 million."),
        ("One hundred and twenty left.", "120 left."),
    ],
)
def test_forms_figures_and_typing_are_the_same(a: str, b: str) -> None:
    assert [step.kind for step in compared(a, b).steps] == ["same"]
    assert compared(a, b).strength == 0


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("It fell, said Rook.", "It fell, the company's spokeswoman Rook."),
        ("A crowd held the bridge — all night.", "A crowd held the bridge, all night."),
        ("The “reform” passed.", "The reform passed."),
        ("The I.R.S. invoked the 5th clause.", "The IRS invoked the fifth clause."),
        ("Rep. Ada Ray left.", "Representative Ada Ray left."),
        ("He spoke of Common Ground “now” in Orlo.", "He spoke of Common Ground in Orlo."),
        ("The mayor spoke.", "The mayor spoke, and then it began to rain on the old bridge."),
        ("Smoke rose over the old harbour.", "The old harbour burned."),
        (
            "The mayor, tired after seven long nights spent aboard, left.",
            "The mayor, whom dockers greeted with loud cheers, left.",
        ),
    ],
)
def test_marks_and_unlike_phrases_replace_nothing(a: str, b: str) -> None:
    assert replaced(a, b) == []


def test_what_one_outlet_adds_stands_alone() -> None:
    a, b = "The mayor spoke.", "The mayor spoke, and then it began to rain on the old bridge."
    kinds = [(step.kind, b[slice(*step.b)]) for step in compared(a, b).steps]
    assert kinds[1] == ("only_b", ", and then it began to rain on the old bridge")


LOADED = ("The troops opened fire on the marchers.", "The thugs opened fire on the marchers.")


@pytest.mark.parametrize(
    "weaker",
    [
        ("The troops opened fire on the marchers.", "Troops opened fire on the marchers."),
        ("By night Smith fired on the marchers.", "By night Jones fired on the marchers."),
        ("The 12 opened fire on the marchers.", "The 15 opened fire on the marchers."),
        ("“The troops opened fire on marchers.”", "“The thugs opened fire on marchers.”"),
        ("The troops left the old town by night.", "Thugs roam a border city every winter."),
        ("The troops fired, he said.", "The troops fired, he claimed."),
    ],
)
def test_own_loaded_words_in_an_else_equal_sentence_rank_first(weaker: tuple[str, str]) -> None:
    assert compared(*LOADED).strength > compared(*weaker).strength


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "Soldiers of the Third Company held the bridge.",
            "Soldiers from the Third Company held the bridge.",
        ),
        ("A crowd held the bridge — all night.", "The crowd held the bridge, all night."),
        (
            "They were on the bridge as the crowd left.",
            "They were at the bridge while the crowd left.",
        ),
    ],
)
def test_function_words_and_punctuation_make_no_strength(a: str, b: str) -> None:
    found = compared(a, b)
    assert any(step.kind != "same" for step in found.steps)
    assert found.strength == 0


def test_what_one_denies_counts_as_much_as_another_word() -> None:
    told, denied = "The minister resigned over the ferry.", "The minister never resigned."
    assert compared(told, denied).strength > 0.3
    assert compared(told, "The minister resigned.").strength < 0.3


def test_more_replacements_are_stronger() -> None:
    twice = (
        "The uprising ended when troops left the bridge.",
        "The coup ended when thugs left the bridge.",
    )
    once = (
        "The uprising ended when troops left the bridge.",
        "The coup ended when troops left the bridge.",
    )
    assert compared(*twice).strength > compared(*once).strength > 0


TEXTS = st.one_of(
    st.lists(
        st.sampled_from(
            ["the", "troops", "thugs", "12", "fifteen", "fired", "“he", "said.”", "—", "قالت"]
        ),
        max_size=14,
    ).map(" ".join),
    st.text(max_size=40).map(lambda text: " ".join(text.split())),
)


@settings(max_examples=300)
@given(TEXTS, TEXTS)
def test_every_token_stands_in_one_stretch_and_strength_has_no_side(a: str, b: str) -> None:
    left, right = read_tokens(a), read_tokens(b)
    stretches = compare_tokens(left, right)
    assert [token for stretch in stretches for token in stretch.a] == left
    assert [token for stretch in stretches for token in stretch.b] == right
    assert 0 <= strength(stretches) <= 1
    turned = compare_tokens(right, left)
    assert [(stretch.b, stretch.a) for stretch in turned] == [(s.a, s.b) for s in stretches]
    assert strength(turned) == strength(stretches)


def test_a_passage_without_end_is_compared_up_to_a_limit() -> None:
    endless = "word " * 100_000
    assert len(read_tokens(endless)) == MOST_TOKENS
    assert compared(endless.strip(), "a word").steps[-1].a[1] == len(endless.strip())
