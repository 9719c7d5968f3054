"""Deeds that exclude each other, and what is to come told both ways."""

import pytest

from bias.alignment.conflicts.opposites import departure_conflicts, opposite_conflicts
from bias.alignment.conflicts.outlooks import outlook_conflicts
from bias.records import Article, PassageRef, Quality
from tests.alignment.oppositions.two_tellings import event_of


def _articles(a: str, b: str) -> list[Article]:
    return [
        Article(
            id=f"o{number}-0", outlet=f"o{number}", url="", title="", text=body,
            quality=Quality(trusted=True), language="en",
        )
        for number, body in enumerate((a, b))
    ]  # fmt: skip


def _found(kind: str, a: str, b: str) -> list[tuple[str, str]]:
    """Return the words that are at issue between the first sentences of two bodies."""
    articles = _articles(a, b)
    event = event_of(articles)
    refs = [PassageRef(article=article.id, index=0) for article in articles]
    outlets = {article.id: article.outlet for article in articles}
    found = {
        "deed": lambda: opposite_conflicts([(refs[0], refs[1])], event),
        "outlook": lambda: outlook_conflicts([(refs[0], refs[1])], event),
        "departure": lambda: departure_conflicts(refs, outlets, event),
    }[kind]()
    return [(a[slice(*each.span_a)], b[slice(*each.span_b)]) for each in found]


@pytest.mark.parametrize(
    ("kind", "a", "b", "expected"),
    [
        (
            "deed",
            "The council approved the sale of the harbour on Monday.",
            "The council rejected the sale of the harbour.",
            ("approved", "rejected"),
        ),
        (
            "deed",
            "On Friday the bank raised the interest rate.",
            "The bank cut the interest rate on Friday.",
            ("raised", "cut"),
        ),
        (
            "outlook",
            "Governor Ansel Brandt is expected to meet the dockers.",
            "Ansel Brandt is unlikely to meet the dockers, his office said.",
            ("expected to meet", "unlikely to meet"),
        ),
        (
            "outlook",
            "The ferry is likely to sail in March.",
            "The ferry is not expected to sail before May.",
            ("likely to sail", "expected to sail"),
        ),
        (
            "departure",
            "Harbour master Ada Ray stepped down in February after the collapse.",
            "The premier fired Ada Ray in February.",
            ("stepped", "fired"),
        ),
        (
            "departure",
            "Ada Ray was dismissed by the port board on Monday.",
            "Ada Ray resigned from the port board.",
            ("was dismissed", "resigned"),
        ),
        (
            "departure",
            "The premier praised Ada Ray, whom he fired in May.",
            "Ada Ray quit in May.",
            ("fired", "quit"),
        ),
    ],
)
def test_what_cannot_both_be_so_is_a_conflict(
    kind: str, a: str, b: str, expected: tuple[str, str]
) -> None:
    assert _found(kind, a, b) == [expected]


@pytest.mark.parametrize(
    ("kind", "a", "b"),
    [
        ("deed", "The council approved the sale.", "The senate rejected the sale."),
        ("deed", "The council approved the sale.", "The council rejected the tax."),
        ("deed", "The council approved the sale.", "The council may reject the sale."),
        ("deed", "The council approved the sale.", "The council did not reject the sale."),
        ("outlook", "The ferry is likely to sail.", "The tram is unlikely to sail."),
        ("outlook", "The ferry is likely to sail.", "The ferry is unlikely to sink."),
        ("outlook", "Ray is expected to meet dockers.", "Ray is unlikely to meet the king."),
        ("departure", "Ada Ray resigned on Monday.", "Ada Ray fired the clerk on Monday."),
        ("departure", "Ada Ray resigned in May.", "The premier would have fired Ada Ray in May."),
        ("departure", "Ada Ray resigned.", "The premier fired Ben Ode."),
    ],
)
def test_nothing_is_said_of_other_actors_things_and_moods(kind: str, a: str, b: str) -> None:
    assert _found(kind, a, b) == []
