"""A card of a contrast: one picture, whole, whatever the words."""

import io
from functools import partial
from xml.etree import ElementTree

import pytest
from msgspec.structs import replace
from PIL import Image

from bias.records import Article, Comparison
from bias.release import VERSION
from bias.report.cards import HEIGHT, WIDTH, event_cards
from bias.report.lettering import CUT, settable, width_of, wrapped
from bias.report.render import EventReport

from .invented import OUTLETS

SANS = "DejaVuSans.ttf"
HOSTILE = (
    "<script>alert(1)</script> --> ]]> &amp;",
    "x" * 5_000,
    "word " * 1_000,
    "مرحبا بالعالم שלום עולם",
    "👩‍👩‍👧 😀 \ud83d \u202e\u0000\n\n",
    r"$\frac{1}{0}$ $ _^ %s {0}",
    "",
)
NAMES = ("markup", "one word", "many words", "right to left", "emoji", "formula", "empty")
LOCAL = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def cards(comparison: Comparison) -> dict[str, bytes]:
    return dict(event_cards(comparison, OUTLETS))


def test_each_card_is_linked_from_the_page_of_its_event(
    cards: dict[str, bytes], report: EventReport, comparison: Comparison
) -> None:
    page = report.html.decode()
    linked = {name for name in cards if f'href="{comparison.event.id}/{name}"' in page}
    assert linked == set(cards) == {"card-1.svg", "card-1.png", "card-2.svg", "card-2.png"}


def test_the_same_comparison_gives_the_same_bytes(
    cards: dict[str, bytes], comparison: Comparison
) -> None:
    assert dict(event_cards(comparison, OUTLETS)) == cards


def test_a_card_shows_outlets_words_date_and_address(cards: dict[str, bytes]) -> None:
    said = cards["card-1.svg"].decode()
    # What the outlines of a line say stands beside them as a comment.
    for text in ("Daily Lantern", "14 March 2026", "http", f"comparison {VERSION}"):
        assert text in said, text
    assert b"<text" not in cards["card-1.svg"]
    assert b'href="http' not in cards["card-1.svg"]


def test_the_picture_is_of_a_size_for_slides_and_small(cards: dict[str, bytes]) -> None:
    for name, data in cards.items():
        if name.endswith(".png"):
            with Image.open(io.BytesIO(data)) as picture:
                assert picture.size == (1200, 675)
                assert picture.info["Software"] == f"Media bias comparison {VERSION}"
        assert len(data) < (40_000 if name.endswith(".png") else 130_000)


@pytest.mark.parametrize("text", HOSTILE, ids=NAMES)
def test_hostile_words_are_harmless(comparison: Comparison, text: str) -> None:
    changed = replace(
        comparison,
        articles=tuple(map(partial(_with_words, text), comparison.articles)),
        event=replace(comparison.event, title=text),
    )
    outlets = [replace(outlet, name=text or outlet.name) for outlet in OUTLETS]
    for name, data in event_cards(changed, outlets):
        if name.endswith(".svg"):
            tags = {element.tag for element in ElementTree.fromstring(data).iter()}  # noqa: S314 - ours
            assert f"{LOCAL}script" not in tags
            assert f"{LOCAL}path" in tags


def _with_words(text: str, article: Article) -> Article:
    """Put words over those of an article, so that spans still point at something."""
    size = len(article.text)
    return replace(article, text=(text * (size // max(len(text), 1) + 1) or " " * size)[:size])


@pytest.mark.parametrize("text", HOSTILE[:-1], ids=NAMES[:-1])
def test_no_line_is_wider_than_its_column_and_there_are_no_more_than_asked(text: str) -> None:
    lines = wrapped(text, SANS, 20, 300, 3)
    assert 0 < len(lines) <= 3
    assert all(width_of(line, SANS, 20) <= 300 for line in lines)
    whole = "".join(lines).replace(" ", "") == settable(text, SANS).replace(" ", "")
    assert whole or lines[-1].endswith(CUT)


def test_what_no_font_can_set_is_an_ellipsis() -> None:
    assert settable("The 👩‍👩‍👧 crowd", SANS) == "The … crowd"
    assert settable("“שלום” she said", SANS) == "“…” she said"
    assert (WIDTH, HEIGHT) == (864, 486)
