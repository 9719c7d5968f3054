from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bias.coverage.outlets import format_outlets, read_outlets, select_outlets
from bias.errors import DataError, UsageError
from bias.records import Feed, Outlet
from bias.records.coverage import Ownership

GOOD = """
[[outlet]]
id = "harbour-gazette"
name = "Harbour Gazette"
homepage = "https://harbour.example/"
feeds = [{ url = "https://harbour.example/rss" }]
"""

SECOND = GOOD.replace("harbour", "hill").replace("Harbour", "Hill")


@pytest.fixture
def write(tmp_path: Path) -> Path:
    return tmp_path / "outlets.toml"


def refusal(path: Path, text: str) -> str:
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError) as caught:
        read_outlets(path)
    return str(caught.value)


def test_an_outlet_takes_its_defaults(write: Path) -> None:
    write.write_text(GOOD, encoding="utf-8")
    assert read_outlets(write) == (
        Outlet(
            id="harbour-gazette",
            name="Harbour Gazette",
            homepage="https://harbour.example/",
            feeds=(Feed(url="https://harbour.example/rss", kind="rss"),),
        ),
    )


def test_the_packaged_outlets_are_sound_and_span_countries() -> None:
    outlets = read_outlets(None)
    ids = [outlet.id for outlet in outlets]
    assert len(outlets) >= 60
    assert ids == sorted(ids)
    assert len({outlet.country for outlet in outlets}) >= 12
    assert all(outlet.country and outlet.language and outlet.ownership for outlet in outlets)
    assert {outlet.ownership for outlet in outlets} >= set(get_args(Ownership)) - {""}
    assert sum(outlet.agency for outlet in outlets) >= 5
    assert len({outlet.homepage for outlet in outlets}) == len(outlets)
    assert len({feed.url for outlet in outlets for feed in outlet.feeds}) == sum(
        len(outlet.feeds) for outlet in outlets
    )
    assert all(feed.url.startswith("https://") for outlet in outlets for feed in outlet.feeds)
    assert read_outlets() == outlets


@pytest.mark.parametrize("key", ["id", "name", "homepage", "feeds"])
def test_a_missing_key_is_named_with_what_to_write(write: Path, key: str) -> None:
    lines = [line for line in SECOND.splitlines() if not line.startswith(key)]
    message = refusal(write, GOOD + "\n".join(lines))
    assert str(write) in message
    assert "outlet 2" in message
    assert f"{key} is missing; write" in message


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('id = "harbour-gazette"', 'id = "Harbour Gazette"', "lower-case letters"),
        ('id = "harbour-gazette"', 'id = "../../etc"', "lower-case letters"),
        ('id = "harbour-gazette"', "id = 7", "`str`"),
        ('name = "Harbour Gazette"', 'name = " "', "name does not fit"),
        ("https://harbour.example/rss", "ftp://harbour.example/rss", "feeds does not fit"),
        ("https://harbour.example/rss", "/rss", "feeds does not fit"),
        ("https://harbour.example/rss", "http://[/", "feeds does not fit"),
        ('"https://harbour.example/"', '"harbour.example"', "homepage does not fit"),
        ('[{ url = "https://harbour.example/rss" }]', "[]", "at least one feed"),
        ('[{ url = "https://harbour.example/rss" }]', "3", "`array`"),
        (
            '[{ url = "https://harbour.example/rss" }]',
            '["https://harbour.example/rss"]',
            "`object`",
        ),
        ('rss" }', 'rss", kind = "atom" }', "'atom' is unknown; write rss, sitemap, news_sitemap"),
        ('rss" }', 'rss", type = "rss" }', "'type' is no key here; write one of url, kind"),
        ("feeds =", 'langauge = "en"\nfeeds =', "'langauge' is no key here"),
        ("feeds =", 'language = "English"\nfeeds =', "ISO 639-1"),
        ("feeds =", 'country = "UK"\nfeeds =', "ISO 3166"),
        (
            "feeds =",
            'ownership = "left"\nfeeds =',
            "write public, private, state, non-profit, party",
        ),
        ("feeds =", "ownership = 3\nfeeds =", "write public, private, state, non-profit, party"),
        ("[[outlet]]", "[outlet]", "start each with a line [[outlet]]"),
        ("[[outlet]]", "[[outlets]]", "start each with a line [[outlet]]"),
        ("[[outlet]]", "[[outlet", "not valid TOML"),
        ("[[outlet]]", "version = 1\n[[outlet]]", "'version' is no key here"),
    ],
)
def test_a_wrong_entry_is_refused(write: Path, old: str, new: str, said: str) -> None:
    message = refusal(write, GOOD.replace(old, new))
    assert str(write) in message
    assert said in message


def test_a_repeated_id_names_both_entries(write: Path) -> None:
    message = refusal(write, GOOD + SECOND + GOOD)
    assert "outlet 3 (harbour-gazette): outlet 1 has the same id" in message


def test_an_empty_file_and_a_missing_one_are_refused(write: Path) -> None:
    assert "no outlets" in refusal(write, "")
    write.unlink()
    with pytest.raises(DataError, match="No such file"):
        read_outlets(write)


def test_a_file_that_is_not_text_is_refused(write: Path) -> None:
    write.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(DataError, match="not UTF-8 text"):
        read_outlets(write)


def test_select_keeps_the_order_of_the_file() -> None:
    outlets = read_outlets()
    first, second = outlets[0], outlets[1]
    assert select_outlets(outlets, [second.id, first.id]) == (first, second)
    assert select_outlets(outlets, []) == outlets


def test_select_names_an_unknown_id_and_the_nearest() -> None:
    with pytest.raises(UsageError, match="no outlet 'gardian' is declared.*guardian"):
        select_outlets(read_outlets(), ["bbc", "gardian"])
    outlets = read_outlets()
    with pytest.raises(UsageError, match=f"did you mean {outlets[0].id}"):
        select_outlets(outlets, ["zzzzzz"])


def test_the_packaged_outlets_survive_writing_and_reading(write: Path) -> None:
    write.write_text(format_outlets(read_outlets()), encoding="utf-8")
    assert read_outlets(write) == read_outlets()


printable = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30).filter(
    lambda text: bool(text.strip())
)


@given(name=printable, path=printable, agency=st.booleans(), country=st.sampled_from(["", "gb"]))
def test_any_name_and_address_round_trips(
    tmp_path_factory: pytest.TempPathFactory, name: str, path: str, agency: bool, country: str
) -> None:
    outlet = Outlet(
        id="x1",
        name=name,
        homepage="https://x.example/",
        feeds=(Feed(url=f"https://x.example/{path}", kind="news_sitemap"),),
        language="cy",
        agency=agency,
        country=country,
        ownership="party",
    )
    file = tmp_path_factory.getbasetemp() / "outlets.toml"
    file.write_text(format_outlets([outlet]), encoding="utf-8", newline="")
    assert read_outlets(file) == (outlet,)
