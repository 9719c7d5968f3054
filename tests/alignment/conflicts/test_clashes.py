import re

import pytest

from bias.alignment.conflicts.clashes import SURE, clash_conflicts, is_of_one_deed
from bias.records import (
    Article,
    Conflict,
    ConflictKind,
    GroupKind,
    NumberClash,
    PassageGroup,
    PassageRef,
    Quality,
)
from tests.alignment.oppositions.two_tellings import event_of
from tests.alignment.telling import coverage, ref, voiced

TELLINGS = {
    "herald": ("A crowd of 25,000 gathered there.",),
    "lantern": ("A crowd of 8,000 gathered there.",),
    "post": ("A crowd of 60,000 gathered there.",),
}


def _group(values: tuple[tuple[str, str], ...]) -> PassageGroup:
    members = tuple(ref(outlet, 0) for outlet, _ in values)
    return PassageGroup(
        id="g1",
        kind=GroupKind.RETELLING,
        members=members,
        similarity=0.8,
        told_by=tuple(outlet for outlet, _ in values),
        not_told_by=(),
        unknown=(),
        number_clashes=(
            NumberClash(
                what="gathered",
                values=tuple((ref(outlet, False), value) for outlet, value in values),
            ),
        ),
    )


def test_the_lowest_number_is_set_against_the_highest() -> None:
    articles = coverage(TELLINGS)
    group = _group((("herald", "25,000"), ("lantern", "8,000"), ("post", "60,000")))
    (found,) = clash_conflicts([group], articles, [voiced(a) for a in articles])
    assert found.kind is ConflictKind.NUMBER
    assert (found.a, found.b) == (ref("lantern", False), ref("post", 0))
    texts = {a.id: a.text for a in articles}
    assert texts[found.a.article][slice(*found.span_a)] == "8,000"
    assert texts[found.b.article][slice(*found.span_b)] == "60,000"
    assert found.what == "gathered"


def test_numbers_that_are_one_or_not_printed_are_no_conflict() -> None:
    articles = coverage(TELLINGS)
    same = _group((("herald", "25,000"), ("lantern", "25,000")))
    vague = _group((("herald", "25,000"), ("lantern", "dozens")))
    read = [voiced(a) for a in articles]
    assert list(clash_conflicts([same, vague], articles, read)) == []


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (
            "The port eyes $8 billion for the pier.",
            "The town grants $1 billion for the pier.",
            False,
        ),
        ("The town grants $8 billion for the pier.", "The town grants $1 billion for it.", True),
        ("A crowd of 25,000 gathered there.", "A crowd of 8,000 marched there.", True),
    ],
    ids=["two sums", "one sum", "no money"],
)
def test_sums_beside_other_verbs_are_no_clash(one: str, other: str, told: bool) -> None:
    articles = [
        Article(
            id=f"o{number}-0", outlet=f"o{number}", url="", title="", text=body,
            quality=Quality(trusted=True), language="en",
        )
        for number, body in enumerate((one, other))
    ]  # fmt: skip
    sides = [re.search(r"[\d,]+(?: billion)?", article.text) for article in articles]
    spans = [found.span() for found in sides if found]
    clash = Conflict(
        kind=ConflictKind.NUMBER,
        a=PassageRef(article="o0-0", index=0),
        b=PassageRef(article="o1-0", index=0),
        span_a=spans[0],
        span_b=spans[1],
        what="",
        confidence=SURE,
    )
    assert is_of_one_deed(clash, event_of(articles)) is told
