"""What is sent: the address as httpx would write it, and its headers."""

import httpx
import pytest

from bias.coverage.requests import request_for


@pytest.mark.parametrize(
    "address",
    [
        "http://harbour.example/",
        "http://harbour.example",
        "https://harbour.example:443/a/b?c=d&e=/f?",
        "http://harbour.example:8080/caf%C3%A9;x=1,2",
        "http://harbour.example/a/../b/./c",
        "http://harbour.example/a?b=it's|[1]&c=%zz%2f",
        "http://harbour.example/a%2fb//c",
        "http://HARBOUR.example/a?b#c",
        "http://b\u00fccher.example/caf\u00e9 au lait",
        "http://[::1]:80/a",
        "http://harbour.example?a=b",
    ],
)
def test_an_address_is_asked_as_httpx_would(address: str) -> None:
    ours, theirs = request_for(address, (), {}), httpx.Request("GET", address)
    assert ours.target == theirs.url.raw_path
    assert ours.headers == (("Host", theirs.headers["Host"]),)
    assert ours.origin.is_secure == (theirs.url.scheme == "https")
    assert ours.origin.host.encode() == theirs.url.raw_host
    assert ours.origin.port == (theirs.url.port or {"http": 80, "https": 443}[theirs.url.scheme])


@pytest.mark.parametrize("address", ["http://999.1.1.1/", "http://[::x]/"])
def test_what_is_no_address_is_no_request(address: str) -> None:
    with pytest.raises((httpx.InvalidURL, UnicodeError)):
        request_for(address, (), {})


def test_a_condition_that_is_no_header_is_left_out() -> None:
    kept = {"If-None-Match": '"\xe9"', "If-Modified-Since": "a\r\nHost: elsewhere.example"}
    sent = request_for("http://harbour.example/a", (), kept).as_sent()
    assert sent == b'GET /a HTTP/1.1\r\nHost: harbour.example\r\nIf-None-Match: "\xe9"\r\n\r\n'
