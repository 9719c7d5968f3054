import pytest
from hypothesis import given
from hypothesis import strategies as st

from bias.coverage.addresses import clean_address, is_web_address, outlet_of, outlets_of
from bias.coverage.outlets import read_outlets
from bias.coverage.stories import page_key
from bias.records import Outlet

BASE = "https://www.harbour.example/news/index.html"


@pytest.mark.parametrize(
    ("address", "cleaned"),
    [
        ("https://harbour.example/a", "https://harbour.example/a"),
        ("/a/b", "https://www.harbour.example/a/b"),
        ("b.html", "https://www.harbour.example/news/b.html"),
        ("//cdn.harbour.example/a", "https://cdn.harbour.example/a"),
        ("  https://harbour.example/a\n", "https://harbour.example/a"),
        ("HTTPS://Harbour.Example:443/A", "https://harbour.example/A"),
        ("http://harbour.example:80", "http://harbour.example/"),
        ("http://127.0.0.1:8080/a", "http://127.0.0.1:8080/a"),
        ("http://[::1]:8080/a", "http://[::1]:8080/a"),
        ("https://harbour.example/a#comments", "https://harbour.example/a"),
        ("https://harbour.example/a?utm_source=rss&utm_medium=x", "https://harbour.example/a"),
        ("https://harbour.example/a?fbclid=1&id=7", "https://harbour.example/a?id=7"),
        ("https://harbour.example/?p=7&amp", "https://harbour.example/?p=7&amp"),
        ("https://harbour.example/a?z=1&b=", "https://harbour.example/a?z=1&b="),
        ("https://harbour.example/a?u=https://x.example/", None),
        ("https://harbour.example/é ü", "https://harbour.example/%C3%A9%20%C3%BC"),
        ("https://harbour.example/100%25", "https://harbour.example/100%25"),
        ("https://bücher.example/a", "https://xn--bcher-kva.example/a"),
    ],
)
def test_addresses_take_one_form(address: str, cleaned: str | None) -> None:
    assert clean_address(address, BASE) == (cleaned or address)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "mailto:desk@harbour.example",
        "file:///etc/passwd",
        "ftp://harbour.example/a",
        "data:text/html,hello",
        "https://user:secret@harbour.example/",
        "https://harbour.example\\@elsewhere.example/",
        "https://harbour.example:99999/",
        "https://[::1/a",
        "https://harbour example/a",
        "https://\ud800.example/",
        "https://harbour.example/\ud800",
        "https://harbour.example/" + "a" * 2000,
    ],
)
def test_what_is_no_web_address_is_none(address: str) -> None:
    assert clean_address(address, BASE) is None


@pytest.mark.parametrize("address", ["", "a", "/a", "https://", "https:///a", "harbour.example"])
def test_without_a_base_an_address_must_be_whole(address: str) -> None:
    assert clean_address(address) is None


@given(st.text(max_size=60))
def test_cleaning_is_done_after_once_and_gives_plain_ascii(text: str) -> None:
    cleaned = clean_address(text, BASE)
    if cleaned is not None:
        assert clean_address(cleaned) == cleaned
        assert cleaned.isascii()
        assert cleaned.isprintable()
        assert " " not in cleaned


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_path_and_query_keeps_its_host(path: str, query: str) -> None:
    cleaned = clean_address(f"https://harbour.example/{path}?{query}")
    assert cleaned is None or cleaned.startswith("https://harbour.example/")


def test_a_page_is_the_same_over_http_and_with_a_slash() -> None:
    assert page_key("http://harbour.example/a/") == page_key("https://harbour.example/a")
    assert page_key("https://harbour.example/a?p=1") != page_key("https://harbour.example/a?p=2")


DECLARED = (
    Outlet(id="harbour", name="Harbour", homepage="https://www.harbour.example/"),
    Outlet(id="harbour-sport", name="Harbour Sport", homepage="https://harbour.example/sport/"),
    Outlet(id="first", name="First", homepage="http://127.0.0.1:8000/first/"),
    Outlet(id="second", name="Second", homepage="http://127.0.0.1:8000/second"),
    Outlet(id="port", name="Port", homepage="http://127.0.0.1:8001/"),
)


@pytest.mark.parametrize(
    ("address", "outlet"),
    [
        ("https://harbour.example/a", "harbour"),
        ("http://www.harbour.example/a", "harbour"),
        ("https://live.harbour.example/a", "harbour"),
        ("https://www.harbour.example/sport/a", "harbour-sport"),
        ("https://www.harbour.example/sport", "harbour-sport"),
        ("https://www.harbour.example/sports/a", "harbour"),
        ("http://127.0.0.1:8000/first/a", "first"),
        ("http://127.0.0.1:8000/second/a", "second"),
        ("http://127.0.0.1:8001/second/a", "port"),
        ("http://127.0.0.1:8000/third/a", "127-0-0-1-8000"),
        ("https://notharbour.example/a", "notharbour-example"),
        ("https://harbour.example.co.uk/a", "example-co-uk"),
        ("https://news.somewhere.com.au/a", "somewhere-com-au"),
        ("https://www.far.example/a", "far-example"),
        ("http://localhost:8000/a", "localhost-8000"),
        ("http://[::1]:8000/a", "1-8000"),
    ],
)
def test_an_address_belongs_to_the_outlet_below_whose_homepage_it_lies(
    address: str, outlet: str
) -> None:
    assert outlet_of(address, DECLARED).id == outlet


def test_an_outlet_made_from_a_domain_does_not_depend_on_the_subdomain() -> None:
    made = outlets_of(["https://b.example.org/1", "https://a.example.org/2"], DECLARED)
    assert [outlet.id for outlet in made] == ["example-org"]
    assert made[0].homepage == "https://example.org/"
    assert made[0].name == "example.org"


def test_every_packaged_outlet_owns_its_homepage() -> None:
    outlets = read_outlets()
    for outlet in outlets:
        assert outlet_of(outlet.homepage, outlets) == outlet
        assert clean_address(outlet.homepage) == outlet.homepage


@pytest.mark.parametrize(
    "address",
    [
        "http://a.example/b?c=d", "http://a.example", "http://a-.example:80/", "http://-a.example/",
        "http://a.example:99999/", "http://a.example:9999/", "http://a.example/" + "b" * 2000,
        "http://1.2.3.4:1/", "https://a..b/", "http://a.example-/", "http://u@a.example/", "//a/b",
    ],
)  # fmt: skip
def test_a_quick_look_at_an_address_says_what_a_close_one_does(address: str) -> None:
    assert is_web_address(address) == (clean_address(address) is not None)
