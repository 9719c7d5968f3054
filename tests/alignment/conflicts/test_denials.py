import pytest

from bias.alignment.conflicts.denials import denial_conflicts
from bias.records import ConflictKind
from tests.alignment.conflicts.read_texts import joined, texts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The minister resigned over the contract.",
            "The minister has not resigned over the contract.",
        ),
        ("The council approved the sale on Monday.", "The council never approved the sale."),
        ("Ray said the crew had signed the deal.", "The crew had not signed the deal."),
    ],
)
def test_a_statement_and_its_denial_are_a_conflict(one: str, other: str) -> None:
    read = texts(one, other)
    (found,) = denial_conflicts([joined(*read)], read)
    assert found.kind is ConflictKind.DENIAL


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # another thing that is answered
        ("Ms Ray did not respond to requests for comment.", "Ms Ray responded to an article."),
        # not the first time
        ("It was not the first time he accused Ms Ray.", "He accused Ms Ray."),
        # they agree
        ("Dockers stayed a month without paychecks.", "Dockers missed their paychecks."),
        # conditions, questions, relative clauses, doubts
        ("If the minister does not resign, miners strike.", "The minister resigns, miners strike."),
        ("Did the minister not resign?", "The minister did resign."),
        ("A state that does not recognise the union sued.", "A state does recognise the union."),
        ("Ode denied that the minister had not resigned.", "The minister had resigned."),
        # another mood, another subject
        ("The minister should not resign.", "The minister will resign."),
        ("The deputy did not resign.", "The minister did resign."),
    ],
)  # fmt: skip
def test_what_only_shares_words_is_none(one: str, other: str) -> None:
    read = texts(one, other)
    assert list(denial_conflicts([joined(*read)], read)) == []
