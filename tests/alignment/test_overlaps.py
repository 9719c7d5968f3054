from bias.alignment.candidates import Pair
from bias.alignment.groups import Limits
from bias.alignment.overlaps import overlapping_groups
from bias.records import PassageRef

LIMITS = Limits(cutoff=0.7, join=0.65)
REFS = [PassageRef(article=name, index=0) for name in "abcde"]


def pairs(*known: tuple[int, int, float]) -> list[Pair]:
    return [Pair(a=a, b=b, similarity=value) for a, b, value in known]


def test_a_passage_that_tells_two_facts_stands_in_two_groups() -> None:
    known = pairs((0, 1, 0.9), (0, 2, 0.8), (1, 2, 0.1))
    assert overlapping_groups(known, [(0, 1)], REFS, LIMITS) == [(0, 1), (0, 2)]


def test_any_two_members_of_a_further_group_are_a_sure_pair() -> None:
    known = pairs((0, 1, 0.9), (0, 2, 0.8), (0, 3, 0.8), (2, 3, 0.8), (0, 4, 0.75), (2, 4, 0.2))
    found = overlapping_groups(known, [(0, 1)], REFS, LIMITS)
    assert (0, 2, 3) in found
    assert all(set(members) <= {0, 2, 3} or members in {(0, 1), (0, 4)} for members in found)


def test_what_is_mostly_a_group_already_makes_no_other() -> None:
    known = pairs((0, 1, 0.9), (0, 2, 0.9), (1, 2, 0.9), (0, 3, 0.8), (1, 3, 0.8), (2, 3, 0.1))
    assert overlapping_groups(known, [(0, 1, 2)], REFS, LIMITS) == [(0, 1, 2)]


def test_who_surely_tells_the_same_joins_the_group_though_it_stands_in_another() -> None:
    known = pairs((0, 1, 0.9), (2, 3, 0.95), (0, 3, 0.8), (1, 3, 0.8), (0, 2, 0.1), (1, 2, 0.1))
    assert overlapping_groups(known, [(0, 1), (2, 3)], REFS, LIMITS) == [(0, 1, 3), (2, 3)]


def test_an_article_that_is_in_the_group_does_not_join_it_again() -> None:
    refs = [*REFS[:3], PassageRef(article="c", index=9)]
    known = pairs((0, 1, 0.9), (0, 2, 0.9), (1, 2, 0.9), (0, 3, 0.8), (1, 3, 0.8))
    assert overlapping_groups(known, [(0, 1, 2)], refs, LIMITS) == [(0, 1, 2)]
