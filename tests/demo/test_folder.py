import json
from pathlib import Path
from typing import Any

import pytest

from bias.demo.folder import read_folder, read_line
from bias.demo.story import LayoutName, Served
from bias.errors import DataError, UsageError
from tests.demo.conftest import MakeFolder, row


def test_reads_every_field(make_folder: MakeFolder) -> None:
    fields = {
        "subtitle": "After a year",
        "authors": ["Ann Example"],
        "served": "heals",
        "section": "Coast",
        "layout": "local",
        "agency": True,
        "complete": False,
        "language": "fr",
        "event": "ferry",
    }
    (story,), problems = read_folder(make_folder(row(**fields)))
    assert problems == ()
    assert (story.line, story.outlet, story.title) == (1, "The Courier", "Ferry sails again")
    assert (story.subtitle, story.authors, story.event) == (
        "After a year",
        ("Ann Example",),
        "ferry",
    )
    assert (story.served, story.layout) == (Served.HEALS, LayoutName.LOCAL)
    assert (story.agency, story.complete, story.language) == (True, False, "fr")


@pytest.mark.parametrize("name", ["coverage.jsonl", "coverage.jsonl.gz"])
def test_reads_plain_and_packed(make_folder: MakeFolder, name: str) -> None:
    stories, _ = read_folder(make_folder(row(), row(title="Second"), name=name))
    assert [(story.line, story.title) for story in stories] == [
        (1, "Ferry sails again"),
        (2, "Second"),
    ]


def test_blank_lines_count_but_are_no_problem(make_folder: MakeFolder) -> None:
    stories, problems = read_folder(make_folder("\ufeff" + json.dumps(row()), "", row()))
    assert [story.line for story in stories] == [1, 3]
    assert problems == ()


def test_the_line_number_is_never_read_from_the_line(make_folder: MakeFolder) -> None:
    (story,), _ = read_folder(make_folder(row(line=99)))
    assert story.line == 1


def test_a_broken_line_is_named_and_the_rest_is_read(make_folder: MakeFolder) -> None:
    folder = make_folder(row(), '{"outlet": ', row(outlet=7), row(title="Last"))
    stories, problems = read_folder(folder)
    assert [story.line for story in stories] == [1, 4]
    assert [str(problem).split(":")[0] for problem in problems] == [
        f"{folder / 'coverage.jsonl'}, line 2",
        f"{folder / 'coverage.jsonl'}, line 3",
    ]


@pytest.mark.parametrize(
    ("fields", "advice"),
    [
        ({"outlet": None}, '"outlet": "The Evening Courier"'),
        ({"outlet": "  "}, '"outlet": "The Evening Courier"'),
        ({"title": 3}, '"title" as a string'),
        ({"paragraphs": "one text"}, '"paragraphs" as a list of strings'),
        ({"paragraphs": ["one", 2]}, '"paragraphs" as a list of strings'),
        ({"paragraphs": None}, '"paragraphs" as a list of strings'),
        ({"html": "page.html"}, '"paragraphs" as a list of strings'),
        ({"html": "nowhere.html.gz", "paragraphs": None}, '"html" as the path'),
        ({"published": "yesterday"}, '"published" as ISO 8601'),
        ({"authors": "Ann Example"}, '"authors" as a list'),
        ({"complete": "no"}, '"complete" as true or false'),
        ({"served": "sometimes"}, "page, forbidden, not_found, heals"),
        ({"layout": "baroque"}, "broadsheet, tabloid, broadcaster"),
    ],
)
def test_each_mistake_says_what_to_write(
    make_folder: MakeFolder, fields: dict[str, Any], advice: str
) -> None:
    _, (problem,) = read_folder(make_folder(row(), row(**fields)))
    assert "coverage.jsonl, line 2: " in str(problem)
    assert advice in str(problem).partition("; write ")[2]


@pytest.mark.parametrize("key", ["outlet", "title", "paragraphs"])
def test_a_missing_key_is_named(make_folder: MakeFolder, key: str) -> None:
    fields = row()
    del fields[key]
    _, (problem,) = read_folder(make_folder(row(), fields))
    assert key in str(problem)
    assert f'"{key}"' in str(problem).partition("; write ")[2]


@pytest.mark.parametrize("line", [b"[1, 2]", b'{"outlet": "\xff"}', b"nonsense", b"null"])
def test_a_line_that_is_no_object_asks_for_one(line: bytes, tmp_path: Path) -> None:
    with pytest.raises(DataError, match="write a JSON object such as"):
        read_line(line, 5, tmp_path / "coverage.jsonl")


def test_a_saved_page_cannot_be_paywalled(make_folder: MakeFolder, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<p>Ferry</p>")
    saved = {"paragraphs": None, "html": "page.html"}
    stories, problems = read_folder(
        make_folder(row(**saved, served="slow"), row(**saved, served="paywalled"))
    )
    assert [story.line for story in stories] == [1]
    assert "a saved page cannot be served that way" in str(problems[0])


def test_title_may_be_empty_or_unknown(make_folder: MakeFolder) -> None:
    stories, problems = read_folder(make_folder(row(title=""), row(title=None)))
    assert [story.title for story in stories] == ["", None]
    assert problems == ()


def test_a_packed_file_that_breaks_off_keeps_what_came_before(make_folder: MakeFolder) -> None:
    folder = make_folder(*(row(title=str(n) * 50) for n in range(2000)), name="coverage.jsonl.gz")
    path = folder / "coverage.jsonl.gz"
    path.write_bytes(path.read_bytes()[:-400])
    stories, problems = read_folder(folder)
    assert 0 < len(stories) < 2000
    assert f"{path}: cannot be read beyond line {stories[-1].line}" in str(problems[-1])


def test_a_folder_without_one_good_line_is_refused(make_folder: MakeFolder) -> None:
    with pytest.raises(DataError, match="line 1: "):
        read_folder(make_folder("{", "}"))


def test_an_empty_file_is_refused(make_folder: MakeFolder) -> None:
    with pytest.raises(DataError, match="holds no article"):
        read_folder(make_folder())


def test_a_missing_folder_or_file_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such folder"):
        read_folder(tmp_path / "nowhere")
    with pytest.raises(UsageError, match=r"holds neither coverage\.jsonl nor"):
        read_folder(tmp_path)
