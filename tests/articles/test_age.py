from datetime import UTC, datetime

import pytest

from bias.articles.age import outside_window
from bias.articles.extract import extract_article
from bias.config import Settings
from bias.coverage.times import Window
from bias.records import Article, Gap, GapReason, Page

NIGHT = Window(
    start=datetime(2026, 3, 12, 14, 30, tzinfo=UTC), end=datetime(2026, 3, 15, tzinfo=UTC)
)


@pytest.mark.parametrize(
    ("stated", "outside"),
    [
        ([], False),
        (["soon"], False),
        (["2026-03-14T02:30:00Z"], False),
        (["2026-03-12T14:29:00Z"], True),
        (["2026-03-12T14:29:00-05:00"], False),
        (["2026-03-12T14:29:00"], False),
        (["2026-03-12"], False),
        (["2026-03-10"], True),
        (["2026-03-15T00:00:00Z"], True),
        (["2026-03-15"], False),
        (["2026-03-17"], True),
        (["2019-05-02 10:00:00"], True),
        (["soon", "2019-05-02"], True),
        (["2026-03-14T02:30:00Z", "2019-05-02"], False),
        (["2019-05-02", "2026-03-14T02:30:00Z"], False),
    ],
)
def test_a_date_that_may_lie_inside_is_not_outside(stated: list[str], outside: bool) -> None:
    assert bool(outside_window(stated, NIGHT)) == outside


def page(date: str) -> Page:
    paragraphs = "".join(f"<p>The ferry sailed for the {n}th time that week.</p>" for n in range(9))
    head = f'<meta property="article:published_time" content="{date}"><title>Ferry</title>'
    return Page(
        outlet="harbour",
        url="https://harbour.example/a",
        final_url="https://harbour.example/a",
        status=200,
        content_type="text/html",
        fetched_at="2026-03-14T02:30:00Z",
        body=f"<html><head>{head}</head><body><h1>Ferry</h1>{paragraphs}</body></html>".encode(),
        title="Ferry sails",
        published="2026-03-14T01:00:00Z",
    )


def test_a_page_of_another_time_is_a_gap_with_its_date() -> None:
    settings = Settings(_env_file=None)
    old = extract_article(page("2026-03-01T10:00:00Z"), settings, NIGHT)
    assert isinstance(old, Gap)
    assert (old.reason, old.title) == (GapReason.OUTSIDE_WINDOW, "Ferry sails")
    assert "2026-03-01" in old.detail
    assert isinstance(extract_article(page("2026-03-14T10:00:00Z"), settings, NIGHT), Article)
    assert isinstance(extract_article(page("2026-03-01T10:00:00Z"), settings), Article)
