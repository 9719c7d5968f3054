import json

import pytest

from bias.articles.by_metadata import Metadata, read_metadata
from bias.articles.document import Document, read_document
from tests.articles.pages import make_page


def metadata(markup: str) -> Metadata:
    document = read_document(make_page(f"<html><head>{markup}</head><body>x</body></html>"))
    assert isinstance(document, Document)
    return read_metadata(document)


def linked(data: object) -> Metadata:
    return metadata(f'<script type="application/ld+json">{json.dumps(data)}</script>')


ARTICLE = {"@type": "NewsArticle", "headline": "Rain at last"}


@pytest.mark.parametrize(
    "data",
    [
        ARTICLE,
        [{"@type": "WebSite"}, ARTICLE],
        {"@graph": [{"@type": "Person"}, ARTICLE]},
        {"@type": "WebPage", "mainEntity": ARTICLE},
        {**ARTICLE, "@type": ["Thing", "ReportageNewsArticle"]},
    ],
)
def test_article_is_found_where_sites_put_it(data: object) -> None:
    assert linked(data).headline == "Rain at last"


def test_articles_merely_mentioned_are_not_taken() -> None:
    found = linked({"@type": "CollectionPage", "hasPart": [ARTICLE]})
    assert found.headline == ""
    assert found.types == ("CollectionPage", "")


@pytest.mark.parametrize("broken", ["{", "[1, 2", "null", "12", '"text"', "[" * 50_000])
def test_broken_linked_data_counts_as_none(broken: str) -> None:
    assert metadata(f'<script type="application/ld+json">{broken}</script>').headline == ""


def test_line_breaks_inside_strings_are_forgiven() -> None:
    script = (
        '<script type="application/ld+json">{"@type":"Article","headline":"Rain\nat last"}</script>'
    )
    assert metadata(script).headline == "Rain at last"


@pytest.mark.parametrize(
    ("value", "free"), [(True, True), ("True", True), (False, False), ("False", False)]
)
def test_whether_it_is_free(value: object, free: bool) -> None:
    assert linked({**ARTICLE, "isAccessibleForFree": value}).free is free


def test_nothing_declared_is_not_known() -> None:
    found = metadata("<title>T</title>")
    assert found.free is None
    assert (found.times, found.body, found.declared_words, found.authors) == ((), "", 0, ())
    assert found.site == "herald.example"


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("Ada Ray", ("Ada Ray",)),
        ({"name": "Ada Ray"}, ("Ada Ray",)),
        ([{"name": "Ada Ray"}, "Bo Lind"], ("Ada Ray", "Bo Lind")),
        ({"@id": "#nobody"}, ()),
        (7, ()),
        (None, ()),
    ],
)
def test_authors_in_every_shape(author: object, names: tuple[str, ...]) -> None:
    assert linked({**ARTICLE, "author": author}).authors == names


def test_words_are_counted_only_from_a_plain_number() -> None:
    assert linked({**ARTICLE, "wordCount": "612"}).declared_words == 612
    assert linked({**ARTICLE, "wordCount": 612}).declared_words == 612
    assert linked({**ARTICLE, "wordCount": "about 600"}).declared_words == 0
    assert linked({**ARTICLE, "wordCount": "9" * 400}).declared_words == 0


@pytest.mark.parametrize(
    ("data", "free"),
    [
        ('"isAccessibleForFree": true, "hasPart": {"isAccessibleForFree": "False"}', False),
        ('"hasPart": [{"isAccessibleForFree": false}, {"name": "x"}]', False),
        ('"hasPart": ["x", null]', None),
        ('"isAccessibleForFree": true, "hasPart": []', True),
    ],
)
def test_an_article_is_not_free_where_a_part_of_it_is_not(data: str, free: bool | None) -> None:
    node = f'{{"@type": "NewsArticle", {data}}}'
    assert metadata(f'<script type="application/ld+json">{node}</script>').free is free
