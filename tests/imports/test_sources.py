import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bias.errors import UsageError
from bias.imports.found import RawPage, Skipped
from bias.imports.sources import read_paths
from bias.imports.tables import COLUMNS
from tests.imports.collection import SENTENCES, TEXT, Fetched, html, write_warc

LIMIT = 1_000_000
STORY = "https://www.harbour.example/news/ferry-sails-again"


def read(*paths: Path) -> tuple[list[RawPage], list[Skipped]]:
    found = list(read_paths(paths, LIMIT))
    pages = [each for each in found if isinstance(each, RawPage)]
    return pages, [each for each in found if isinstance(each, Skipped)]


# ---------------------------------------------------------------- WARC


@pytest.mark.parametrize("packed", ["records", "whole", "not"])
def test_the_pages_of_anybodys_warc(tmp_path: Path, packed: str) -> None:
    answers = [
        Fetched(STORY, html()),
        Fetched(f"{STORY}-2", html(), status="404 Not Found"),
        Fetched(f"{STORY}.jpg", b"\xff\xd8", kind="image/jpeg"),
        Fetched(f"{STORY}-3", b"GET / HTTP/1.1\r\n\r\n", record="request"),
        Fetched(f"{STORY}-4", html("Crew goes home")),
    ]
    path = write_warc(tmp_path / "crawl.warc", answers, packed=packed == "records")
    if packed == "whole":
        path.write_bytes(gzip.compress(path.read_bytes()))
    pages, skipped = read(path)
    assert [page.url for page in pages] == [STORY, f"{STORY}-4"]
    assert pages[0].body == html()
    assert pages[0].fetched_at == "2026-03-20T00:00:00Z"
    assert skipped == []


def test_a_warc_that_is_cut_short_gives_what_stands_before(tmp_path: Path) -> None:
    answers = [Fetched(f"{STORY}-{number}", html(str(number) * 99)) for number in range(5)]
    path = write_warc(tmp_path / "crawl.warc.gz", answers)
    path.write_bytes(path.read_bytes()[:-300])
    pages, skipped = read(path)
    assert 3 <= len(pages) <= 5
    assert len(skipped) == 1
    assert "before the damage were read" in skipped[0].reason


@pytest.mark.parametrize("content", [b"", b"no WARC", b"WARC/1.0\r\n", gzip.compress(b"no WARC")])
def test_what_is_no_warc_is_left_out(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(content)
    pages, skipped = read(path)
    assert pages == []
    assert len(skipped) == 1


def test_a_page_beyond_the_limit_is_left_out(tmp_path: Path) -> None:
    answers = [Fetched(STORY, b"x" * (LIMIT + 1)), Fetched(f"{STORY}-2", html())]
    pages, skipped = read(write_warc(tmp_path / "crawl.warc.gz", answers))
    assert [page.url for page in pages] == [f"{STORY}-2"]
    assert "BIAS_MAX_PAGE_BYTES" in skipped[0].reason


# ---------------------------------------------------------------- folders


def test_a_folder_of_pages_and_texts(tmp_path: Path) -> None:
    folder = tmp_path / "collection"
    (folder / "harbour-gazette" / "2026-03-14").mkdir(parents=True)
    day = folder / "harbour-gazette" / "2026-03-14"
    (day / "a.html").write_bytes(html(canonical=STORY))
    (day / "b.html.gz").write_bytes(gzip.compress(html()))
    (day / "c.txt").write_text("Ferry sails again\n\n" + TEXT)
    (day / "d.pdf").write_bytes(b"%PDF")
    (day / ".hidden.html").write_bytes(html())
    pages, skipped = read(folder)
    by_name = {Path(page.place).name: page for page in pages}
    assert list(by_name) == ["a.html", "b.html.gz", "c.txt"]
    assert (by_name["a.html"].url, by_name["a.html"].outlet) == (STORY, "")
    made = by_name["b.html.gz"]
    assert made.url == "https://harbour-gazette.invalid/harbour-gazette/2026-03-14/b.html.gz"
    assert made.outlet == "harbour-gazette"
    text = by_name["c.txt"]
    assert (text.title, text.published) == ("Ferry sails again", "2026-03-14")
    assert SENTENCES[0].encode() in text.body
    assert [Path(each.place).name for each in skipped] == ["d.pdf"]


def test_a_text_may_say_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text(
        f"Title: Ferry sails again\nDate: 14 March 2026\nURL: {STORY}\nOutlet: Harbour Gazette\n"
        f"Authors: Ann Mole; Ben Quay\n\n{TEXT}"
    )
    ((page,), _) = read(path)
    assert (page.title, page.published, page.url) == ("Ferry sails again", "14 March 2026", STORY)
    assert page.outlet == "Harbour Gazette"
    assert b"Ann Mole" in page.body


def test_a_missing_path_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="does not exist"):
        read(tmp_path / "nowhere")


# ---------------------------------------------------------------- tables

ROW = {
    "title": "Ferry sails again",
    "text": TEXT,
    "outlet": "Harbour Gazette",
    "url": STORY,
    "published": "2026-03-14T01:00:00Z",
    "authors": "Ann Mole; Ben Quay",
}


def table(rows: list[dict[str, str]], mark: str = ",") -> str:
    def cell(text: str) -> str:
        return '"' + text.replace('"', '""') + '"'

    lines = [mark.join(rows[0])] + [mark.join(map(cell, row.values())) for row in rows]
    return "\r\n".join(lines)


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_a_csv_file_with_any_mark_between_columns(tmp_path: Path, mark: str) -> None:
    path = tmp_path / "rows.csv"
    path.write_text("\ufeff" + table([ROW, {**ROW, "text": ""}], mark), encoding="utf-8")
    ((page,), (empty,)) = read(path)
    assert (page.url, page.outlet) == (STORY, "Harbour Gazette")
    assert (page.title, page.published) == (ROW["title"], ROW["published"])
    assert page.body.count(b"<p>") == 14
    assert empty.reason == "no text"


@pytest.mark.parametrize("column", sorted(COLUMNS))
def test_every_name_of_a_column_is_read(tmp_path: Path, column: str) -> None:
    names = COLUMNS[column]
    path = tmp_path / "rows.jsonl"
    rows = [{**{k: v for k, v in ROW.items() if k != column}, n.upper(): "14 May"} for n in names]
    path.write_text("\n".join(map(json.dumps, rows)))
    pages, _ = read(path)
    first = [(page.body, page.outlet, page.url, page.published) for page in pages[:1]]
    assert all((p.body, p.outlet, p.url, p.published) in first for p in pages)


def test_json_lines_packed_with_broken_ones_among_them(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl.gz"
    listed = {**ROW, "text": None, "paragraphs": SENTENCES, "authors": [{"name": "Ann Mole"}]}
    lines = [json.dumps(listed), "{broken", "[1]", "", '"text"', json.dumps(ROW), "[" * 99_999]
    path.write_bytes(gzip.compress("\n".join(lines).encode()))
    pages, skipped = read(path)
    assert len(pages) == 2
    assert b'"Ann Mole"' in pages[0].body
    assert [each.place.rpartition(" ")[2] for each in skipped] == ["2", "3", "5", "7"]


def test_one_json_object_or_a_list_of_them(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps(ROW))
    (tmp_path / "b.json").write_text(json.dumps([ROW, ROW, 7]))
    (tmp_path / "c.json").write_text("{")
    pages, skipped = read(tmp_path)
    assert (len(pages), len(skipped)) == (3, 2)


def test_a_row_may_name_a_page_but_no_other_file(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(html())
    (tmp_path / "secret.txt").write_text("secret")
    rows = [{"html": "page.html", "url": STORY}, {"html": "secret.txt"}, {"html": "../gone.html"}]
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)))
    ((page,), skipped) = read(path)
    assert page.body == html()
    assert len(skipped) == 2


def test_what_a_row_holds_is_escaped(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    trap = "</script><script>alert(1)</script>"
    path.write_text(json.dumps({**ROW, "title": trap, "text": trap, "url": '"><b>'}))
    ((page,), _) = read(path)
    assert b"<script>alert" not in page.body
    assert b"<b>" not in page.body


@given(st.binary(max_size=300), st.sampled_from(["csv", "jsonl", "json", "txt", "html", "warc"]))
def test_any_bytes_are_read_or_left_out(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, end: str
) -> None:
    path = tmp_path_factory.getbasetemp() / f"noise.{end}"
    path.write_bytes(content)
    read(path)
