"""How many telling words of their own two passages have."""

import pytest

from bias.alignment.oppositions.words import own_words_apart
from bias.records import Article, PassageRef, Quality
from tests.alignment.oppositions.two_tellings import event_of


def words(a: str, b: str) -> int:
    articles = [
        Article(
            id=f"o{number}-0", outlet=f"o{number}", url="", title="", text=body,
            quality=Quality(trusted=True), language="en",
        )
        for number, body in enumerate((a, b))
    ]  # fmt: skip
    event = event_of(articles)
    left, right = (event.told(PassageRef(article=each.id, index=0)) for each in articles)
    assert own_words_apart(left, right) == own_words_apart(right, left)
    return own_words_apart(left, right)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("The council curbed the tax.", "The council curbed the tax.", 0),
        ("The council curbed the tax.", "The council abolished the levy.", 2),
        ("The council curbed the tax.", "The council curbed the crushing tax at last.", 0),
        ("He called it “a crushing levy on hotels”.", "He called it “a modest fee”.", 0),
    ],
    ids=["the same", "a verb and a noun", "only one adds", "quoted"],
)
def test_words_count_where_both_have_others_in_their_own_voice(
    a: str, b: str, expected: int
) -> None:
    assert words(a, b) == expected


def test_of_each_kind_of_word_no_more_than_a_few_are_counted() -> None:
    a = "Angry tenants, weary builders, loud brokers and tired clerks stormed, shook, blocked it."
    b = "Calm guards, polite mayors, sober judges and quiet nurses waited, watched, listened there."
    assert words(a, b) == 8
