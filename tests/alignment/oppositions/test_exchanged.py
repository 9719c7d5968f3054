"""What word-by-word comparison puts in one place is of one kind there, or says nothing."""

import pytest

from bias.alignment.oppositions.exchanged import exchanged
from bias.records import Article, ContrastStep, PassageRef, Quality
from tests.alignment.oppositions.two_tellings import event_of


def in_one_place(a: str, b: str, ours: str, theirs: str) -> bool:
    """Tell whether two words put for each other in two sentences are kept."""
    articles = [
        Article(
            id=f"o{number}-0", outlet=f"o{number}", url="", title="", text=body,
            quality=Quality(trusted=True), language="en",
        )
        for number, body in enumerate((a, b))
    ]  # fmt: skip
    event = event_of(articles)
    left, right = (event.told(PassageRef(article=each.id, index=0)) for each in articles)
    spans = [(text.index(w), text.index(w) + len(w)) for text, w in ((a, ours), (b, theirs))]
    step = ContrastStep(kind="replaced", a=spans[0], b=spans[1])
    return bool(list(exchanged(left, right, [step])))


@pytest.mark.parametrize(
    ("a", "b", "ours", "theirs"),
    [
        ("Police cleared pickets from the gate.", "Police cleared a mob from the gate.",
         "pickets", "a mob"),
        ("The council approved the levy.", "The council rammed the grab through.",
         "approved", "rammed"),
        ("The senate backed a modest levy.", "The senate backed a crushing levy.",
         "modest", "crushing"),
    ],
    ids=["nouns", "verbs", "qualities"],
)  # fmt: skip
def test_words_of_one_kind_in_one_place_are_kept(a: str, b: str, ours: str, theirs: str) -> None:
    assert in_one_place(a, b, ours, theirs)


@pytest.mark.parametrize(
    ("a", "b", "ours", "theirs"),
    [
        ("The firm settled a lawsuit in May.", "The firm settled with Ada Ray in May.",
         "a lawsuit", "with Ada Ray"),
        ("The crew met James there.", "The crew met Jim there.", "James", "Jim"),
        ("Voters backed it in anger.", "Voters backed it angrily.", "in anger", "angrily"),
        ("It was sold for a song.", "It was sold to the town.", "for a song", "to the town"),
    ],
    ids=["another role", "names", "an adverb", "prepositions"],
)  # fmt: skip
def test_words_of_two_kinds_say_nothing_of_each_other(
    a: str, b: str, ours: str, theirs: str
) -> None:
    assert not in_one_place(a, b, ours, theirs)
