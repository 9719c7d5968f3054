import numpy as np
import pytest

from bias.alignment.event_passages import event_passages
from bias.alignment.only import LONGEST, MOST, find_only
from bias.records import Only, PassageRef
from tests.alignment.telling import coverage, ref, voiced

SHARED = ("Twelve dockers left the north pier on Monday.", "The mayor closed the harbour gate.")
ALONE = (
    "An engineer warned the harbour board about rusted crane bolts in March.",
    "Her report named nine broken cables and asked for a full inspection.",
)


def _found(
    tellings: dict[str, tuple[str, ...]], doubtful: tuple[PassageRef, ...] = ()
) -> tuple[Only, ...]:
    articles = coverage(tellings)
    passages = event_passages(articles, [voiced(a) for a in articles])
    alone = np.array([0.3 if passage.ref in doubtful else 0.8 for passage in passages])
    return find_only(passages, (), alone, "en")


def test_a_stretch_that_nobody_else_tells_is_found_whole() -> None:
    found = _found({"herald": (*SHARED, *ALONE), "lantern": (*SHARED, "Trains ran on time.")})
    (entry,) = (each for each in found if each.outlet == "herald")
    assert entry.passages == (ref("herald", 2), ref("herald", 3))
    assert [near.outlet for near in entry.nearest] == ["lantern"]
    assert 0 < entry.weight < 1


def test_a_sentence_that_somebody_may_tell_in_other_words_is_cut() -> None:
    tellings = {"herald": (*SHARED, *ALONE), "lantern": (*SHARED, "Trains ran on time.")}
    found = _found(tellings, doubtful=(ref("herald", 3),))
    (entry,) = (each for each in found if each.outlet == "herald")
    assert entry.passages == (ref("herald", 2),)
    assert entry.confidence == pytest.approx(0.8)


@pytest.mark.parametrize(
    "line",
    [
        "Get alerts on the rusted cranes and the harbour board throughout the whole season.",
        "Read more about cables, cranes, bolts and inspections: https://example.com/hub/cranes",
    ],
)
def test_what_speaks_of_the_page_is_not_told_alone(line: str) -> None:
    assert _found({"herald": (*SHARED, line), "lantern": (*SHARED, "Trains ran on time.")}) == ()


def test_a_stretch_is_as_sure_as_its_surest_sentence() -> None:
    articles = coverage({"herald": (*SHARED, *ALONE), "lantern": SHARED})
    passages = event_passages(articles, [voiced(a) for a in articles])
    for second, expected in ((0.8, [0.8]), (0.6, [])):
        alone = np.array([0.6] * 3 + [second] * 3)
        found = [e for e in find_only(passages, (), alone, "en") if e.outlet == "herald"]
        assert [entry.confidence for entry in found] == expected


def test_what_another_tells_in_two_sentences_is_not_told_alone() -> None:
    split = ("An engineer warned the board in March.", "Rusted crane bolts worried the harbour.")
    found = _found({"herald": (*SHARED, ALONE[0]), "lantern": (*SHARED, *split)})
    assert [each for each in found if each.outlet == "herald"] == []


def test_stretches_are_short_and_few() -> None:
    words = (
        *("iron", "salt", "wool", "tar", "rope", "coal", "fish", "corn", "silk", "lead", "hemp"),
        *("malt", "oats", "zinc", "peat", "wine"),
    )
    lines = tuple(
        f"Inspector{n} weighed {name}sacks{n}, {name}barrels{n} by {name}street{n} at gate{n}."
        for n, name in enumerate(words)
    )
    found = [
        e for e in _found({"herald": (*SHARED, *lines), "lantern": SHARED}) if e.outlet == "herald"
    ]
    assert len(found) == MOST
    assert all(len(entry.passages) <= LONGEST for entry in found)
    assert [e.weight for e in found] == sorted((e.weight for e in found), reverse=True)


def test_one_outlet_alone_tells_nothing_alone() -> None:
    assert _found({"herald": ALONE}) == ()
