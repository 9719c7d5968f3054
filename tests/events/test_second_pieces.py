import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from bias.events.joins import AGREEMENT, CUTOFF, agreement_needed, joined, likeness_needed
from bias.events.second_pieces import with_second_pieces
from bias.events.similarity import Nearness


def near(outlets: str, likeness: dict[tuple[int, int], float], agreement: float = 1.0) -> Nearness:
    """Return articles of outlets with one letter each, unlike where nothing is said."""
    size = len(outlets)
    matrix = np.eye(size)
    for (a, b), value in likeness.items():
        matrix[a, b] = matrix[b, a] = value
    names = np.array(list(outlets))
    return Nearness(matrix, np.full((size, size), agreement), names[:, None] == names[None, :])


def test_a_second_piece_is_held_against_the_other_outlets_alone() -> None:
    alike_abroad = near("ABA", {(0, 1): 0.5, (1, 2): 0.4})
    assert with_second_pieces([(0, 1)], alike_abroad) == [(0, 1, 2)]
    alike_at_home = near("ABA", {(0, 1): 0.5, (0, 2): 0.9})
    assert with_second_pieces([(0, 1)], alike_at_home) == [(0, 1)]


def test_a_second_piece_must_agree() -> None:
    nearness = near("ABA", {(0, 1): 0.5, (1, 2): 0.4}, agreement=0.1)
    assert with_second_pieces([(0, 1)], nearness) == [(0, 1)]


def test_a_second_piece_goes_where_it_fits_best() -> None:
    nearness = near("ABCDA", {(0, 1): 0.5, (2, 3): 0.5, (1, 4): 0.35, (2, 4): 0.4, (3, 4): 0.4})
    assert with_second_pieces([(0, 1), (2, 3)], nearness) == [(0, 1), (2, 3, 4)]


def test_no_event_takes_in_nothing() -> None:
    assert with_second_pieces([], near("AB", {(0, 1): 0.1})) == []


def test_two_outlets_are_joined_and_one_is_not() -> None:
    assert [sorted(rows) for rows in joined(near("AB", {(0, 1): 0.6}))] == [[0, 1]]
    assert joined(near("AA", {(0, 1): 1.0})) == []
    assert joined(near("AB", {(0, 1): 0.6}, agreement=0.2)) == []


@given(st.integers(2, 500), st.floats(0, 1))
def test_more_articles_need_less(size: int, own: float) -> None:
    assert likeness_needed(size + 1, own) <= likeness_needed(size, own)
    assert agreement_needed(size + 1) < agreement_needed(size)
    assert likeness_needed(size, own) > CUTOFF or own > 0
    assert agreement_needed(size) > AGREEMENT
