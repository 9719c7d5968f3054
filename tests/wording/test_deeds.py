"""Who did what: own voice, affirmed, with a verb that tells something."""

import pytest

from bias.pipeline import align_articles
from bias.records import Article, Deed, Event, Quality
from bias.wording.deeds import find_deeds

FILLER = "The town lies on the river Vell. Its market is held on Mondays."


def deeds(*bodies: str, title: str = "Notes from Vell") -> list[Deed]:
    """Return the deeds of invented articles, each of another outlet."""
    articles = [
        Article(
            id=f"outlet{place}-1", outlet=f"outlet{place}", url=f"https://{place}.example/1",
            title=title, text=f"{body} {FILLER}", quality=Quality(trusted=True),
        )
        for place, body in enumerate(bodies)
    ]  # fmt: skip
    event = Event(
        id="vell", edition="2026-03-14", title=title, articles=tuple(a.id for a in articles),
        outlets=tuple(a.outlet for a in articles),
    )  # fmt: skip
    return list(find_deeds(align_articles(event, {a.id: a for a in articles}, [])))


def told(body: str) -> list[tuple[str, str, str]]:
    return [(deed.subject, deed.done or deed.does, deed.thing) for deed in deeds(body, FILLER)
            if deed.outlet == "outlet0"]  # fmt: skip


@pytest.mark.parametrize(
    ("body", "deed"),
    [
        ("Ada Ray signed the harbour bill on Monday.", ("Ada Ray", "signs", "harbour bill")),
        ("Ada Ray resigned on Monday after nine years.", ("Ada Ray", "resigns", "")),
        ("Police arrested two dockers at the gate.", ("Police", "arrests", "two dockers")),
        ("Two dockers were arrested at the gate on Monday.", ("Two dockers", "arrested", "")),
        ("The council rejected her plan for a toll.", ("council", "rejects", "plan")),
    ],
)  # fmt: skip
def test_a_deed_is_found(body: str, deed: tuple[str, str, str]) -> None:
    assert deed in told(body)


@pytest.mark.parametrize(
    "body",
    [
        "Ada Ray did not sign the harbour bill on Monday.",
        "Ada Ray could sign the harbour bill on Monday.",
        "“Ada Ray signed the harbour bill,” said Tom Hale, a docker.",
        "Tom Hale, a docker, said that Ada Ray signed the harbour bill.",
        "Ada Ray said that the bill was late.",
        "Ada Ray is the mayor of Vell.",
        "Did Ada Ray sign the harbour bill?",
    ],
)
def test_what_is_denied_possible_asked_or_said_is_none(body: str) -> None:
    assert {verb for _, verb, _ in told(body)} <= {"lies", "held"}


def test_both_sides_name_who_did_it_alike() -> None:
    found = deeds(
        "Mayor Ada Ray signed the harbour bill on Monday. Tom Hale of the dockers was there.",
        "The harbour bill was the last that Ada Ray signed. Ray signed it on Monday.",
    )
    who = {deed.who for deed in found if deed.verb == "sign"}
    assert who == {"Ada Ray"}


def test_police_are_several() -> None:
    (deed,) = [each for each in deeds("Police closed the gate.", FILLER) if each.verb == "close"]
    assert deed.plural
