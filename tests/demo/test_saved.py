import gzip
from pathlib import Path

import pytest

from bias.demo.saved import content_type_of, read_saved, saved_title, title_of
from bias.errors import DataError

PAGE = "<html><head><title>Ferry\n  runs &amp; sails</title></head><p>Été</p></html>"


def test_a_page_comes_back_byte_for_byte(tmp_path: Path) -> None:
    (tmp_path / "plain.html").write_bytes(PAGE.encode())
    (tmp_path / "packed.html.gz").write_bytes(gzip.compress(PAGE.encode()))
    assert read_saved(tmp_path / "plain.html") == PAGE.encode()
    assert read_saved(tmp_path / "packed.html.gz") == PAGE.encode()
    assert saved_title(tmp_path / "packed.html.gz") == "Ferry runs & sails"


def test_a_broken_or_missing_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "broken.html.gz"
    path.write_bytes(gzip.compress(PAGE.encode())[:-12])
    for wrong in (path, tmp_path / "missing.html"):
        with pytest.raises(DataError, match=f"{wrong.name}: cannot be read"):
            read_saved(wrong)
        assert saved_title(wrong) == ""


@pytest.mark.parametrize(
    "page", [b"", b"<p>no title</p>", b"<title", b"<title>", b"<title></title>"]
)
def test_a_page_without_a_title_has_none(page: bytes) -> None:
    assert title_of(page) == ""


def test_the_encoding_is_named_only_where_it_is_known() -> None:
    assert content_type_of(PAGE.encode()) == "text/html; charset=utf-8"
    assert content_type_of(PAGE.encode("latin-1")) == "text/html"
