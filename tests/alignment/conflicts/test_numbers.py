import pytest

from bias.alignment.conflicts.numbers import number_conflicts
from bias.records import ConflictKind
from tests.alignment.conflicts.read_texts import joined, texts, words


@pytest.mark.parametrize(
    ("one", "other", "kind", "printed"),
    [
        ("The crew sent the port a 47-page letter on safety.",
         "A 48-page letter on safety went from the crew to the port.",
         ConflictKind.NUMBER, ("47", "48")),
        ("Police arrested 12 dockers at the north gate.",
         "At the north gate police arrested 15 dockers.", ConflictKind.NUMBER, ("12", "15")),
        ("The suit on behalf of 1.5 million dockers goes on.",
         "The suit on behalf of 1.6 million dockers goes on.",
         ConflictKind.NUMBER, ("1.5 million", "1.6 million")),
        ("Her second term as mayor of Orlo ends in 2018.",
         "Her second term as mayor of Orlo ends in 2019.", ConflictKind.DATE, ("2018", "2019")),
    ],
)  # fmt: skip
def test_other_numbers_for_one_thing_are_a_conflict(
    one: str, other: str, kind: ConflictKind, printed: tuple[str, str]
) -> None:
    read = texts(one, other)
    (found,) = number_conflicts([joined(*read)], read)
    assert found.kind is kind
    assert words(found, read) == printed


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Orlo port shipped 816 000 tonnes of grain.",
            "Orlo port shipped 816,000 tonnes of grain.",
        ),
        (
            "Police arrested about 12 dockers at the gate.",
            "Police arrested 15 dockers at the gate.",
        ),
        ("Police arrested at least 12 dockers there.", "Police arrested 15 dockers there."),
        ("The suit covers 1.6 million dockers.", "The suit covers 1,584,000 dockers."),
        ("Police arrested 498 dockers at the gate.", "Police arrested 500 dockers at the gate."),
        ("Police arrested 12 dockers at the gate.", "Police arrested 15 sailors at the gate."),
        ("Police held 12 dockers and freed 3 dockers.", "Police held 15 dockers at the gate."),
        (
            "The town pays half the cost of the fence at the gate, 40,000 crowns.",
            "The fence at the gate will cost the town 80,000 crowns.",
        ),
        (
            "A third of the ferry's passengers, 40 dockers, left the boat at the gate.",
            "The ferry took 120 dockers of the passengers to the gate.",
        ),
    ],
)
def test_roundings_and_other_things_are_none(one: str, other: str) -> None:
    read = texts(one, other)
    assert list(number_conflicts([joined(*read)], read)) == []
