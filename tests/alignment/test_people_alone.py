"""Passages that share nobody but people, and words that only seem to line two sentences up."""

import pytest

from bias.alignment.align import align_event
from bias.alignment.differences.contrast import TokenReader, contrast
from bias.alignment.event_passages import event_passages
from bias.alignment.oppositions.find import oppositions
from bias.language.read import documents, read
from bias.people.cast import find_cast
from bias.records import PassageRef
from tests.alignment.oppositions.two_tellings import event_of as told_event
from tests.alignment.telling import coverage, event_of, ref, voiced
from tests.voiced import read_article

HERALD = (
    "Bread will cost more from May, the bakers warned.",
    "The harbour gate stays shut until the cranes are mended.",
    "A regatta was called off for want of wind.",
)
LANTERN = (
    "Two ferries were sold to a firm in the north.",
    "The night market opens again after the rain.",
    "Nobody answered the telephone at the mill.",
)


def _joined(one: str, other: str) -> set[tuple[PassageRef, PassageRef]]:
    articles = coverage({"herald": [*HERALD, one], "lantern": [*LANTERN, other]})
    readings = [read(article) for article in articles]
    casts = [
        find_cast(article, documents(article, reading))
        for article, reading in zip(articles, readings, strict=True)
    ]
    read_articles = [read_article(article) for article in articles]
    found = align_event(event_of(articles), articles, read_articles, (), casts, readings)
    return {(join.a, join.b) for group in found.groups for join in group.joins}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Ada Ray and Ben Ode married in the chapel of Orlo.",
            "Ben Ode sued Ada Ray over a broken fence.",
        ),
        (
            "Ada Ray praised Ben Ode for the new library.",
            "Ben Ode lost a fortune to Ada Ray at cards.",
        ),
        (
            "Senator Ada Ray met Governor Ben Ode at the opera.",
            "Governor Ben Ode vetoed the budget of Senator Ada Ray.",
        ),
    ],
)
def test_retellings_sharing_only_people_are_not_joined(one: str, other: str) -> None:
    assert _joined(one, other) == set()


def test_retellings_sharing_what_the_people_do_are_joined() -> None:
    one = "Ada Ray and Ben Ode married in the chapel of Orlo."
    other = "In the chapel of Orlo Ada Ray and Ben Ode were married."
    assert _joined(one, other) == {(ref("herald", 3), ref("lantern", 3))}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The bridge collapsed on Monday after a storm hit the valley.",
            "On Monday the mayor opened a bridge in the valley.",
        ),
        (
            "Parents mourned the death of the boy at the school.",
            "The school blamed parents over the broken fence.",
        ),
        (
            "The council denied service to Ada Ray over her debts.",
            "In the service of the council, Ben Ode paid his debts.",
        ),
    ],
)
def test_false_word_anchors_oppose_nothing(one: str, other: str) -> None:
    articles = coverage({"herald": [one], "lantern": [other]})
    a, b = event_passages(articles, [voiced(article) for article in articles])
    steps = contrast("g1", a, b, TokenReader("en")).steps
    event = told_event(articles)
    assert list(oppositions(event.told(a.ref), event.told(b.ref), steps)) == []
