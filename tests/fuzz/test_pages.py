"""Whatever the bytes of a page, extraction gives an article or a gap that can be written."""

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from bias.articles.extract import extract_article
from bias.config import Settings
from bias.records import Article
from tests.articles.pages import article_html, make_page, sentences

PIECES = (
    *("<p>", "</div>", "<h1>", "<li>", "<blockquote>", "<br><br>", "<a href=/x>", "<!--", '"', ">"),
    *("&#11;", "&#xD83D;", "&#147;", "&amp", "\x00", "<time datetime=2026>", "<table><td>"),
    *("<body>", "</body>", "<p class='dek'>", "<div class=byline>By ", "<svg>", "<template>"),
    '<script type="application/ld+json">{"@type":"NewsArticle","author":[1,null,{"name":[2]}],'
    '"hasPart":5,"description":{},"headline":"\\ud83d","datePublished":7}</script>',
    '<script type="application/ld+json">[[[{"@graph":{"@type":["Report",3]}}]]]</script>',
    *("<meta http-equiv=refresh content=x>", "<meta property=og:title content='\x1f'>", "“", "’"),
)
WHOLE = article_html([*sentences(14), "“It was full,” Ada Ray said."])
EDITS = st.lists(
    st.tuples(
        st.sampled_from(("insert", "cut", "repeat", "byte")),
        st.integers(0, len(WHOLE) - 1),
        st.integers(0, 300),
        st.sampled_from(PIECES),
    ),
    min_size=1,
    max_size=12,
)


def edited(edits: list[tuple[str, int, int, str]]) -> bytes:
    page = WHOLE.encode()
    for kind, at, length, piece in edits:
        head, tail = page[:at], page[at:]
        if kind == "insert":
            page = head + piece.encode("utf-8", "surrogatepass") + tail
        elif kind == "cut":
            page = head + tail[length:]
        elif kind == "repeat":
            page = head + tail[:length] * 3 + tail
        else:
            page = head + bytes([length % 256]) + tail[1:]
    return page


@settings(max_examples=60, deadline=None)
@given(EDITS)
def test_no_page_stops_extraction(edits: list[tuple[str, int, int, str]]) -> None:
    found = extract_article(make_page(edited(edits)), Settings())
    assert msgspec.json.encode(found).decode()
    if isinstance(found, Article):
        paragraphs = found.text.split("\n\n") if found.text else []
        assert len(found.blocks) == len(paragraphs)
        assert all(
            block.label <= len(text) for block, text in zip(found.blocks, paragraphs, strict=True)
        )
        assert found.quality.trusted == (found.quality.reason is None)
        assert found.standfirst not in paragraphs or not found.standfirst
