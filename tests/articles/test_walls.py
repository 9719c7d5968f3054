"""Every row of the walls matches its example and spares the sentence of an article beside it."""

import re

import pytest

from bias.articles.extract import extract_article
from bias.articles.walls import WALLS, Place, Wall, find_wall
from bias.config import Settings
from bias.records import Article, GapReason, Level
from tests.articles.pages import article_html, make_page, sentences

TALE = sentences(12)


@pytest.mark.parametrize("wall", WALLS, ids=lambda wall: wall.id)
def test_a_row_matches_its_example_and_spares_its_counter_example(wall: Wall) -> None:
    assert re.search(wall.pattern, wall.example, re.IGNORECASE)
    titles, counter = ([wall.counter], TALE) if wall.place is Place.TITLE else ([], [wall.counter])
    assert find_wall(titles, counter) is None
    titles, text = ([wall.example], TALE[:2]) if wall.place is Place.TITLE else ([], [wall.example])
    found = find_wall(titles, text)
    assert found is not None
    assert found[0] is wall.reason


WAIT = (
    "This takes a few seconds and then you are sent on to the story that you have asked for, so "
    "please leave the window open until then and do not load it again before that. "
)
PAGES = {
    "check": (GapReason.BOT_CHECK, "Attention Required! | Shield", [WAIT * 2, WAIT * 2]),
    "check by text": (
        GapReason.BOT_CHECK,
        "herald.example",
        ["Confirm you are a human to go on.", WAIT, WAIT],
    ),
    "consent": (
        GapReason.CONSENT_WALL,
        "The Herald",
        [
            f"We and our {n} partners store and access information on a device. {WAIT}"
            for n in "4567"
        ],
    ),
    "login": (
        GapReason.LOGIN_WALL,
        "Sign in",
        [f"Welcome back to the Herald. {WAIT * 2}", "Forgot your password? " + WAIT],
    ),
    "gone": (
        GapReason.SOFT_404,
        "404 - Page not found",
        [f"The page you are looking for has gone. {WAIT}", WAIT * 2],
    ),
    "gone by text": (
        GapReason.SOFT_404,
        "The Herald",
        [f"The article you requested could not be found. {WAIT}", WAIT],
    ),
}


@pytest.mark.parametrize("name", PAGES)
def test_a_wall_is_recognised_for_what_it_is(name: str) -> None:
    reason, title, paragraphs = PAGES[name]
    found = extract_article(make_page(article_html(paragraphs, title)), Settings())
    assert isinstance(found, Article)
    assert (found.quality.level, found.quality.reason) == (Level.UNUSABLE, reason)
    assert found.quality.detail.startswith("The page ")


@pytest.mark.parametrize(
    "extra",
    [
        "Readers can manage their choices under the cookie policy, the council said.",
        "A page was not found on Monday, said the clerk, and the bot check failed.",
        "You must log in to vote, the mayor told the miller of Oster.",
        "We use cookies and similar tools on this site.",
    ],
)
def test_an_article_that_speaks_of_walls_is_none(extra: str) -> None:
    found = extract_article(make_page(article_html([*TALE, extra])), Settings())
    assert isinstance(found, Article)
    assert found.quality.trusted


def test_a_list_of_teasers_is_no_article() -> None:
    teasers = "".join(
        f"<div class='card'><h3><a href='/{i}'>{line.rstrip('.')} and no more</a></h3></div>"
        for i, line in enumerate(sentences(14))
    )
    page = f"<html lang='en'><head><title>Oster</title></head><body>{teasers}</body></html>"
    found = extract_article(make_page(page), Settings())
    assert not isinstance(found, Article) or not found.quality.trusted
