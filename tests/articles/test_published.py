import pytest

from bias.articles.document import Document, read_document
from bias.articles.published import Publication, find_published, to_utc
from tests.articles.pages import make_page


def document(markup: str = "") -> Document:
    found = read_document(make_page(f"<html><head>{markup}</head><body><p>x</p></body></html>"))
    assert isinstance(found, Document)
    return found


@pytest.mark.parametrize(
    ("written", "utc"),
    [
        ("2026-03-14T07:30:00+02:00", "2026-03-14T05:30:00Z"),
        ("2026-03-14T05:30:00Z", "2026-03-14T05:30:00Z"),
        ("2026-03-14T05:30:00.123Z", "2026-03-14T05:30:00Z"),
        ("2026-03-14 05:30", "2026-03-14T05:30:00Z"),
        ("2026-03-14", "2026-03-14T00:00:00Z"),
        ("Sat, 14 Mar 2026 05:30:00 +0000", "2026-03-14T05:30:00Z"),
        ("yesterday", None),
        ("", None),
        ("0001-01-01T00:00:00+14:00", None),
    ],
)
def test_written_times_in_utc(written: str, utc: str | None) -> None:
    assert to_utc(written) == utc


ANNOUNCED = "2026-03-13T20:00:00Z"


@pytest.mark.parametrize(
    ("declared", "announced", "found"),
    [
        ("2026-03-13T18:00:00Z", ANNOUNCED, "2026-03-13T18:00:00Z"),
        ("2026-03-13", ANNOUNCED, ANNOUNCED),
        ("soon: today", ANNOUNCED, ANNOUNCED),
        ("2026-03-13", None, "2026-03-13T00:00:00Z"),
    ],
)
def test_the_most_exact_source_wins(declared: str, announced: str | None, found: str) -> None:
    assert find_published(document(), [declared], announced).moment == found


def test_the_page_is_searched_last() -> None:
    page = document('<meta itemprop="datePublished" content="2025-11-02">')
    assert find_published(page, [], None).moment == "2025-11-02T00:00:00Z"
    assert find_published(document(), [], None).moment is None


@pytest.mark.parametrize(
    ("written", "moment", "zone"),
    [
        ("2026-03-12 18:30:00 EST", "2026-03-12T23:30:00Z", "-05:00"),
        ("2026-03-12T18:30:00+05:30", "2026-03-12T13:00:00Z", "+05:30"),
        ("Sat Mar 14 2026 01:21:41 GMT+0100 (CET)", "2026-03-14T00:21:41Z", "+01:00"),
        ("20260314T052100Z", "2026-03-14T05:21:00Z", "+00:00"),
        ("2026-03-14 05:21", "2026-03-14T05:21:00Z", ""),
    ],
)
def test_the_zone_is_kept_as_stated(written: str, moment: str, zone: str) -> None:
    assert find_published(document(), ["nonsense", written], None) == Publication(moment, zone)


@pytest.mark.parametrize(
    "body",
    [
        "<footer>© 2011–2019 Oster Media</footer>",
        "<p>On 12 March 2019 the miller of Oster counted his sacks.</p>",
        "<div class='footer'>Copyright 2018. Last mill built 2017-05-04.</div>",
        "<aside><div class='date'>2018-04-03</div></aside>",
        "<p>The house of 1987 was sold in 2012.</p><div>All rights 2020</div>",
    ],
)
def test_no_date_is_guessed_from_the_text_or_the_footer(body: str) -> None:
    page = read_document(make_page(f"<html><body><h1>Sacks</h1>{body}</body></html>"))
    assert isinstance(page, Document)
    assert find_published(page, [], None).moment is None


@pytest.mark.parametrize(
    "body",
    [
        "<div class='byline-date'>March 12, 2026</div><p>In 2019 it was not so.</p>",
        "<span class='postTime'>12 March 2026</span><p>Since 2018.</p><footer>© 2019</footer>",
    ],
)
def test_a_date_stated_beside_the_title_is_found(body: str) -> None:
    page = read_document(make_page(f"<html><body><h1>Sacks</h1>{body}</body></html>"))
    assert isinstance(page, Document)
    assert find_published(page, [], None).moment == "2026-03-12T00:00:00Z"
