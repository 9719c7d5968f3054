"""An event is told in one language, and nothing is said of outlets that write another."""

import pytest

import bias
from bias.errors import UsageError
from bias.events.gaps import with_gaps
from bias.events.group import match_events
from bias.records import Article, Feed, GapReason, Outlet, Quality

FRENCH = (
    "La police a évacué mercredi la mairie de Vell, occupée par deux cents dockers du port. Le "
    "maire Marc Oddel avait demandé cette intervention. Douze dockers ont été arrêtés."
)
ENGLISH = (
    "Police cleared the town hall of Vell on Wednesday, held by two hundred dockers of the port. "
    "Mayor Marc Oddel had asked for it. Twelve dockers were arrested."
)
GERMAN = (
    "Die Polizei hat am Mittwoch das Rathaus von Vell geräumt, das zweihundert Hafenarbeiter "
    "besetzt hielten. Bürgermeister Marc Oddel hatte darum gebeten."
)


def article(outlet: str, language: str, text: str) -> Article:
    return Article(
        id=f"{outlet}-1",
        outlet=outlet,
        url=f"https://{outlet}.example/1",
        title=text.partition(",")[0],
        text=text,
        language=language,
        quality=Quality(trusted=True),
    )


def outlet(name: str) -> Outlet:
    return Outlet(
        id=name,
        name=name,
        homepage=f"https://{name}.example",
        feeds=(Feed(url=f"https://{name}.example/rss"),),
    )


def test_articles_are_joined_within_their_language() -> None:
    articles = [
        article("aa", "fr", FRENCH),
        article("bb", "fr", FRENCH.replace("arrêtés", "arrêtés hier")),
        article("cc", "en", ENGLISH),
        article("dd", "en", ENGLISH.replace("Twelve", "About twelve")),
    ]
    events = match_events(articles, "2026-03-14")
    assert sorted(event.outlets for event in events) == [("aa", "bb"), ("cc", "dd")]
    gaps = with_gaps(events, articles, (), [outlet(name) for name in ("aa", "bb", "cc", "dd")])
    reasons = {event.outlets: {gap.outlet: gap.reason for gap in event.gaps} for event in gaps}
    other = GapReason.OTHER_LANGUAGE
    assert reasons == {
        ("aa", "bb"): {"cc": other, "dd": other},
        ("cc", "dd"): {"aa": other, "bb": other},
    }


def test_a_language_that_is_not_supported_stays_a_named_gap() -> None:
    made = bias.article(f"{GERMAN} {GERMAN}", "Der Bote")
    assert (made.language, made.quality.reason) == ("de", GapReason.UNSUPPORTED_LANGUAGE)


def test_texts_of_two_languages_are_not_compared() -> None:
    given = [
        bias.article(f"{FRENCH} {FRENCH}", "Le Courrier"),
        bias.article(f"{ENGLISH} {ENGLISH}", "The Herald"),
    ]
    with pytest.raises(UsageError, match=r"in 'en' \(The Herald\), 'fr' \(Le Courrier\); compare"):
        bias.compare(given)
