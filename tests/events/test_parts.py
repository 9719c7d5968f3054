import msgspec
import pytest
from scipy import sparse

from bias.events import parts as module
from bias.events.parts import parts
from bias.events.similarity import LONG_AGO, Similarity
from tests.events.night import article


def graph(size: int, *pairs: tuple[int, int, float]) -> "sparse.csr_matrix":
    rows, columns, alike = zip(*pairs, strict=True)
    return sparse.csr_matrix((alike, (rows, columns)), shape=(size, size))


def test_what_hangs_together_is_one_part_and_what_is_alone_is_none() -> None:
    near = graph(6, (0, 3, 0.5), (3, 4, 0.2), (1, 5, 0.3))
    assert list(parts(near)) == [[0, 3, 4], [1, 5]]


def test_a_part_too_large_is_cut_again_where_it_hangs_together_least(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "LARGEST_PART", 3)
    near = graph(5, (0, 1, 0.5), (1, 2, 0.4), (2, 3, 0.21), (3, 4, 0.6))
    assert list(parts(near)) == [[0, 1, 2], [3, 4]]


def test_a_part_of_copies_is_left_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LARGEST_PART", 2)
    assert list(parts(graph(3, (0, 1, 1.0), (1, 2, 1.0)))) == [[0, 1, 2]]


def test_two_pieces_of_one_outlet_tie_no_part_together() -> None:
    text = "Divers raised the bell of the ferry Aurelia from the lake of Munt on Friday."
    same = Similarity([article("herald", "", text, 1), article("herald", "", text, 2)])
    other = Similarity([article("herald", "", text, 1), article("beacon", "", text, 2)])
    assert same.near(0.1).nnz == 0
    assert other.near(0.1).nnz == 2


def test_days_far_apart_tie_less() -> None:
    text = "Divers raised the bell of the ferry Aurelia from the lake of Munt on Friday."
    pair = [
        msgspec.structs.replace(article(outlet, "", text), published=f"2026-03-{day}")
        for outlet, day in (("herald", "04"), ("beacon", "14"))
    ]
    near = Similarity(pair).near(0.1)
    assert near[0, 1] == pytest.approx(LONG_AGO)
    assert Similarity(pair).near(2 * LONG_AGO).nnz == 0
