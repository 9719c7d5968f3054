from hypothesis import given, settings
from hypothesis import strategies as st

from bias.alignment.candidates import Pair
from bias.alignment.groups import REACH, group_passages
from bias.alignment.similarity import CUTOFF
from bias.records import PassageRef


def refs(*names: str) -> list[PassageRef]:
    """Read "a0" as passage 0 of article a."""
    return [PassageRef(article=name[0], index=int(name[1:])) for name in names]


def pair(a: int, b: int, similarity: float) -> Pair:
    return Pair(a=a, b=b, similarity=similarity)


def test_tellings_of_all_outlets_join() -> None:
    pairs = [pair(0, 1, 0.9), pair(0, 2, 0.7), pair(1, 2, 0.6)]
    assert group_passages(pairs, refs("a0", "b0", "c0")) == [(0, 1, 2)]


def test_a_chain_does_not_drift() -> None:
    pairs = [pair(0, 1, 0.9), pair(1, 2, 0.7)]
    assert group_passages(pairs, refs("a0", "b0", "c0")) == [(0, 1)]


def test_nothing_below_the_cutoff_starts_a_group() -> None:
    assert group_passages([pair(0, 1, CUTOFF - 0.01)], refs("a0", "b0")) == []


def test_a_group_holds_no_passages_of_one_article_far_apart() -> None:
    pairs = [pair(0, 1, 0.9), pair(1, 2, 0.9)]
    assert group_passages(pairs, refs("a0", "b0", "a9")) == [(0, 1)]
    assert group_passages(pairs, refs("a0", "b0", f"a{REACH}")) == [(0, 1, 2)]


def test_many_that_tell_one_thing_take_in_who_is_nearly_sure() -> None:
    pairs = [pair(a, b, 0.9) for a, b in ((0, 1), (0, 2), (1, 2))]
    pairs += [pair(a, 3, CUTOFF - 0.01) for a in (0, 1, 2)]
    names = refs("a0", "b0", "c0", "d0")
    assert group_passages(pairs, names) == [(0, 1, 2, 3)]
    assert group_passages(pairs, refs("a0", "b0", "c0", "a1")) == [(0, 1, 2)]
    without = [each for each in pairs if 2 not in (each.a, each.b)]
    assert group_passages(without, names) == [(0, 1)]


PAIRS = st.lists(
    st.tuples(
        st.integers(0, 11),
        st.integers(0, 11),
        st.floats(0.35, 1).map(lambda value: round(value, 2)),
    ),
    max_size=40,
)


@settings(max_examples=150)
@given(PAIRS, st.randoms(use_true_random=False))
def test_groups_are_disjoint_bounded_and_independent_of_order(
    drawn: list[tuple[int, int, float]], random: object
) -> None:
    names = [PassageRef(article="abcd"[n % 4], index=n // 4 * 2) for n in range(12)]
    best = {
        (min(a, b), max(a, b)): value
        for a, b, value in drawn
        if names[a].article != names[b].article
    }
    pairs = [pair(a, b, value) for (a, b), value in sorted(best.items())]
    groups = group_passages(pairs, names)
    members = [member for group in groups for member in group]
    assert len(members) == len(set(members))
    for group in groups:
        for article in "abcd":
            places = [names[member].index for member in group if names[member].article == article]
            assert not places or max(places) - min(places) <= REACH
    assert group_passages(pairs[::-1], names) == groups
