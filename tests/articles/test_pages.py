"""Each folder below ``tests/pages`` holds a made-up page and what must be read from it."""

from pathlib import Path

import msgspec
import pytest

from bias.articles.extract import extract_article
from bias.config import Settings
from bias.records import Article, Gap, GapReason
from tests.articles.pages import make_page

FOLDERS = sorted(path for path in Path(__file__).parents[1].joinpath("pages").iterdir())
FILES = {"about.json", "expected.json", "page.html"}


class About(msgspec.Struct, forbid_unknown_fields=True):
    phenomenon: str
    outlet: str
    url: str
    content_type: str
    title: str
    published: str | None


class Expected(msgspec.Struct, forbid_unknown_fields=True):
    title: str
    paragraphs: list[str]
    authors: list[str]
    published: str | None
    language: str
    wire_credit: str
    extractor: str
    reason: GapReason | None
    detail: str


def test_there_are_pages_for_every_layout() -> None:
    assert len(FOLDERS) >= 12


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_page_is_read_as_expected(folder: Path) -> None:
    assert {path.name for path in folder.iterdir()} == FILES
    about = msgspec.json.decode((folder / "about.json").read_bytes(), type=About)
    expected = msgspec.json.decode((folder / "expected.json").read_bytes(), type=Expected)
    assert about.phenomenon, "say what the page shows"
    assert expected.paragraphs or expected.reason, "expect something"
    page = make_page(
        (folder / "page.html").read_bytes(),
        outlet=about.outlet,
        url=about.url,
        content_type=about.content_type,
        title=about.title,
        published=about.published,
    )
    assert _seen(extract_article(page, Settings())) == expected


def _seen(article: Article | Gap) -> Expected:
    if isinstance(article, Gap):
        return Expected(
            title=article.title,
            paragraphs=[],
            authors=[],
            published=article.published,
            language="",
            wire_credit="",
            extractor="",
            reason=article.reason,
            detail=article.detail,
        )
    return Expected(
        title=article.title,
        paragraphs=article.text.split("\n\n") if article.text else [],
        authors=list(article.authors),
        published=article.published,
        language=article.language,
        wire_credit=article.wire_credit,
        extractor=article.quality.extractor,
        reason=article.quality.reason,
        detail=article.quality.detail,
    )
