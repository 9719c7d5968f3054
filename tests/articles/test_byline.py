"""The byline beside the title names the authors; teasers, roles and outlets are none."""

import pytest

from bias.articles.authors import find_authors
from bias.articles.byline import printed_authors
from bias.articles.document import Document, read_document
from tests.articles.pages import make_page, sentences

TEASERS = (
    "<div class='river'><div class='byline'><a rel='author' href='/a/7'>Jon Quill</a></div>"
    "<div class='byline'><a rel='author' href='/a/8'>Steve Mill</a></div></div>"
)


def authors(above: str = "", below: str = "", site: str = "herald.example") -> tuple[str, ...]:
    told = "".join(f"<p>{line}</p>" for line in sentences(8))
    page = f"<body>{above}<h1>The mill</h1>{below}{told}{TEASERS}</body>"
    document = read_document(make_page(page))
    assert isinstance(document, Document)
    return find_authors([], lambda: printed_authors(document.tree), site)


@pytest.mark.parametrize(
    "byline",
    [
        "<div class='byline'>By <a rel='author' href='/a/1'>Ada Ray</a></div>",
        "<p class='article-author'>By Ada Ray, political editor</p>",
        "<span itemprop='author'>Ada Ray</span>",
        "<p>By Ada Ray</p>",
        "<div><a href='/authors/ada-ray/'>Ada Ray</a></div>",
        "<div class='ArticleByline'>Words by Ada Ray</div>",
    ],
)
def test_the_byline_below_the_title_alone_is_read(byline: str) -> None:
    assert authors(below=byline) == ("Ada Ray",)
    assert authors(below=f"<div class='kicker'>Town</div>{byline}") == ("Ada Ray",)


def test_a_byline_in_the_margin_is_no_byline() -> None:
    margin = "<aside><div class='byline'>By Cy Quill</div></aside>"
    assert authors(above=margin, below="<p class='byline'>By Ada Ray</p>") == ("Ada Ray",)


def test_several_authors_of_one_byline_are_all_read() -> None:
    byline = (
        "<div class='byline'><a href='/author/a'>Ada Ray</a> <a href='/author/b'>Bo Lind</a></div>"
    )
    assert authors(below=byline) == ("Ada Ray", "Bo Lind")


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Ana de la Rue, Ph.D.", ("Ana de la Rue",)),
        ("J.R. O’Neil Jr.", ("J.R. O’Neil Jr.",)),
        ("Ada Ray, Jr., Bo Lind III", ("Ada Ray Jr.", "Bo Lind III")),
        ("Ada Ray, political editor", ("Ada Ray",)),
        ("Ada Ray Senior Correspondent", ("Ada Ray",)),
        ("Staff Reporter", ()),
        ("Herald staff", ()),
        ("The Herald", ()),
        ("Ada Ray | The Herald", ("Ada Ray",)),
        ("Reuters staff", ()),
        ("The Associated Press", ("The Associated Press",)),
        ("By", ()),
        ("Maria van den Berg and Omar bin Said", ("Maria van den Berg", "Omar bin Said")),
        ("Ada Ray. Read more about our process and the people behind it.", ("Ada Ray",)),
        ("3 hours ago", ()),
        ("View all posts", ()),
    ],
)
def test_names_keep_particles_and_suffixes_and_lose_roles_and_outlets(
    written: str, names: tuple[str, ...]
) -> None:
    assert find_authors([written], lambda: (), "The Herald") == names


def test_the_byline_is_read_where_only_the_outlet_is_declared() -> None:
    assert find_authors(["The Herald"], lambda: ["Ada Ray"], "The Herald") == ("Ada Ray",)
