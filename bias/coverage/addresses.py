"""Web addresses: one clean form of each, and the outlet that an address belongs to."""

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, quote, urljoin, urlsplit, urlunsplit

from bias.coverage.stories import page_key
from bias.coverage.trackers import without_trackers
from bias.records import Outlet
from bias.text import slug

if TYPE_CHECKING:
    from tldextract import TLDExtract

MAX_LENGTH = 2000
"""Longest address taken, in characters."""
_LAST_ADDRESSES = 1024

_HOST = re.compile(r"[a-z0-9](?:[a-z0-9._-]{0,251}[a-z0-9])?|\[[0-9a-f:.]{2,45}\]")
# What needs no closer look: most addresses that are asked.
_PLAIN = re.compile(
    r"https?://[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?(?::\d{1,4})?/[\w./%?=&;,+~-]*", re.ASCII
)
_PORTS = {"http": 80, "https": 443}
_PATH_SAFE = "/%:@!$&'()*+,;=~"


def clean_address(address: str, base: str = "") -> str | None:
    """Return the one form in which an address is fetched and compared, ``None`` if it is none.

    Relative addresses are joined to ``base``; the fragment, tracking parameters and default ports
    go; what is not ASCII is percent-encoded. Only http and https, and no user names.

    >>> clean_address("../b?utm_source=feed&page=2#top", "https://News.example:443/a/")
    'https://news.example/b?page=2'
    >>> clean_address("javascript:alert(1)") is None
    True
    """
    try:
        parts = urlsplit(urljoin(base, address.strip()))
        host = _host(parts)
        if parts.scheme not in _PORTS or "@" in parts.netloc or not _HOST.fullmatch(host):
            return None
        port = "" if parts.port in (None, _PORTS[parts.scheme]) else f":{parts.port}"
        path = quote(parts.path, safe=_PATH_SAFE) or "/"
        query = quote(without_trackers(parts.query), safe=_PATH_SAFE + "?")
    except ValueError:
        return None
    cleaned = urlunsplit((parts.scheme, host + port, path, query, ""))
    return cleaned if len(cleaned) <= MAX_LENGTH else None


def is_web_address(address: str) -> bool:
    """Return whether :func:`clean_address` makes something of an address.

    >>> is_web_address("https://news.example/b?page=2"), is_web_address("javascript:alert(1)")
    (True, False)
    """
    plain = len(address) <= MAX_LENGTH and _PLAIN.fullmatch(address)
    return bool(plain) or clean_address(address) is not None


def outlet_of(address: str, outlets: Iterable[Outlet]) -> Outlet:
    """Return the declared outlet an address belongs to, else one made from its domain.

    The longest homepage that the address starts with wins; a subdomain counts as below it, and
    ``www.`` is nothing.

    >>> outlet_of("https://blog.example.co.uk/a", ()).id
    'example-co-uk'
    """
    fitting = [outlet for outlet in outlets if _is_below(address, outlet.homepage)]
    if not fitting:
        return _outlet_from_domain(address)
    return min(fitting, key=lambda outlet: (-len(page_key(outlet.homepage)), outlet.id))


def outlets_of(addresses: Iterable[str], outlets: Sequence[Outlet]) -> tuple[Outlet, ...]:
    """Return the outlet of every address, each once, sorted by id."""
    found = {outlet.id: outlet for outlet in (outlet_of(each, outlets) for each in addresses)}
    return tuple(found[key] for key in sorted(found))


@lru_cache(_LAST_ADDRESSES)
def origin(address: str) -> str:
    """Return scheme, host and port of an address.

    >>> origin("http://127.0.0.1:8080/a?b")
    'http://127.0.0.1:8080'
    """
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


# ---------------------------------------------------------------- parts of an address


def _host(parts: SplitResult) -> str:
    name = parts.hostname or ""
    if name.isascii():
        return f"[{name}]" if ":" in name else name
    return name.encode("idna").decode()


# ---------------------------------------------------------------- whose address


def _is_below(address: str, homepage: str) -> bool:
    page, home = urlsplit(address), urlsplit(homepage)
    host, home_host = _plain(page.netloc), _plain(home.netloc)
    folder = home.path.rstrip("/") + "/"
    return (host == home_host or host.endswith(f".{home_host}")) and (
        f"{page.path}/".startswith(folder)
    )


def _plain(netloc: str) -> str:
    return netloc.lower().removeprefix("www.")


def _outlet_from_domain(address: str) -> Outlet:
    parts = urlsplit(address)
    domain = _registered_domain(parts.hostname or "") or _plain(parts.netloc)
    return Outlet(id=slug(domain, 60), name=domain, homepage=f"{parts.scheme}://{domain}/")


def _registered_domain(host: str) -> str:
    return str(_extractor()(host).top_domain_under_public_suffix)


@cache
def _extractor() -> "TLDExtract":
    from tldextract import TLDExtract

    # The packaged list only: without the first two arguments tldextract asks the network.
    return TLDExtract(suffix_list_urls=(), cache_dir=None, include_psl_private_domains=True)
