"""One text alone is read like an article: voices, findings, counts."""

import subprocess
import sys
from pathlib import Path

import pytest

from bias.config import Settings
from bias.demo.folder import EDITION
from bias.demo.newsroom import Newsroom
from bias.errors import SkipError, UsageError
from bias.one_text import score_text
from tests.end_to_end.small import write_folder

SETTINGS = Settings(allow_private_hosts=True, delay_seconds=0, retries=1)
LINES = (
    "The regime’s thugs cleared the square.",
    "“They are traitors,” the minister, Mara Tollen, said.",
    "He called it a coup.",
)


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "text.txt"
    path.write_text("\n\n".join(LINES), encoding="utf-8")
    return path


def test_each_word_is_found_in_its_voice_with_an_explanation(text: Path) -> None:
    result = score_text(SETTINGS, str(text))
    voices = {row.text: row.voice for row in result.rows}
    assert voices["thugs"] == "own"
    assert voices["traitors"] == "quoted"
    assert all(
        row.explanation and row.category and row.strength in (1, 2, 3) for row in result.rows
    )


def test_own_words_and_findings_are_counted(text: Path) -> None:
    result = score_text(SETTINGS, str(text))
    assert result.own_findings == sum(row.voice == "own" for row in result.rows)
    assert 0 < result.own_words < sum(len(line.split()) for line in LINES)
    assert result.summary.startswith(f"{result.own_findings} loaded words in {result.own_words}")


def test_spans_hold_the_words_as_printed(text: Path) -> None:
    printed = "\n\n".join(LINES)
    for row in score_text(SETTINGS, str(text)).rows:
        assert printed[row.start : row.end] == row.text


def test_line_breaks_of_any_system_make_the_same_paragraphs(tmp_path: Path) -> None:
    for name, end in (("unix.txt", "\n"), ("dos.txt", "\r\n")):
        (tmp_path / name).write_bytes(f"Thugs came.{end}{end}{end}They  left{end}again.".encode())
    unix, dos = (score_text(SETTINGS, str(tmp_path / name)) for name in ("unix.txt", "dos.txt"))
    assert unix.rows == dos.rows
    assert unix.own_words == dos.own_words == 5


def test_an_address_is_fetched_and_read_as_a_page(tmp_path: Path) -> None:
    with Newsroom(write_folder(tmp_path / "folder"), EDITION) as newsroom:
        result = score_text(SETTINGS, newsroom.url_of(2))
    assert result.title == "Strike closes the port of Vell after wage talks fail"
    assert "Thugs" in {row.text for row in result.rows}
    assert result.trusted


def test_an_address_that_gives_no_page_says_why(tmp_path: Path) -> None:
    with Newsroom(write_folder(tmp_path / "folder"), EDITION) as newsroom:
        missing = f"{newsroom.address}/vell-today/99-nothing"
        with pytest.raises(SkipError, match=f"{missing}: .*404"):
            score_text(SETTINGS, missing)


def test_a_file_that_is_not_there_is_named() -> None:
    with pytest.raises(UsageError, match="no-such.txt: No such file or directory; give a file"):
        score_text(SETTINGS, "no-such.txt")


def test_a_page_that_cannot_be_trusted_says_so(tmp_path: Path) -> None:
    page = tmp_path / "short.html"
    page.write_text(
        "<!doctype html><html><body><article><h1>Note</h1><p>Thugs came to the "
        "square and went away again in the morning.</p></article></body></html>"
    )
    result = score_text(SETTINGS, str(page))
    assert not result.trusted
    assert "Not to be trusted" in result.summary


def test_a_text_as_long_as_a_book_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("\n\n".join(["The thugs came to the square and went away again. " * 20] * 500))
    result = score_text(SETTINGS, str(path))
    assert result.own_words == 100_000
    assert result.own_findings == 10_000


def test_a_file_whose_name_is_no_text_is_read(tmp_path: Path) -> None:
    path = tmp_path / b"tyrant-\xff.txt".decode(errors="surrogateescape")
    path.write_text("The thugs left.", encoding="utf-8")
    assert [row.text for row in score_text(SETTINGS, str(path)).rows] == ["thugs"]


def test_the_rule_that_tells_a_voice_is_named(tmp_path: Path) -> None:
    path = tmp_path / "told.txt"
    path.write_text("Ada Ray said the tyrant had fled.", "utf-8")
    (row,) = score_text(Settings(), str(path)).rows
    assert (row.voice, row.speaker, row.rule) == ("attributed", "Ada Ray", "clause")
    assert "by the rule 'clause'" in row.explanation


def test_a_file_in_plain_english_is_scored_without_what_only_addresses_need(text: Path) -> None:
    code = (
        "import sys\n"
        "from bias.config import Settings\n"
        "from bias.one_text import score_text\n"
        f"score_text(Settings(), {str(text)!r})\n"
        "print({'bias.coverage.client', 'upath', 'trafilatura'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout == "set()\n", done.stderr
