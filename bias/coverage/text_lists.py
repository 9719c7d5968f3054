"""Addresses in plain text: sitemaps of one address a line, ``Sitemap:`` lines of robots.txt."""

import re
from itertools import islice

_ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`]+", re.IGNORECASE)
_SITEMAP_LINE = re.compile(r"[ \t]*sitemap[ \t]*:[ \t]*([^\s#]+)", re.IGNORECASE)
_ROBOTS_LINE = re.compile(
    r"[ \t]*(?:user-agent|allow|disallow|sitemap|crawl-delay)[ \t]*:", re.IGNORECASE
)
_LONGEST = 4_000


def is_text_sitemap(text: str) -> bool:
    r"""Return whether the first line with anything on it is a whole address and nothing else.

    >>> is_text_sitemap("\nhttps://news.example/a\n"), is_text_sitemap("See https://news.example")
    (True, False)
    """
    first = next((line for line in text[:_LONGEST].splitlines() if line.strip()), "")
    return bool(_ADDRESS.fullmatch(first.strip()))


def addresses(text: str, most: int) -> list[str]:
    """Return the lines of a text sitemap that hold anything, at most ``most``.

    A line that is no whole address gives an empty text.
    """
    lines = filter(None, (line.strip() for line in text.splitlines()))
    return [line if _ADDRESS.fullmatch(line) else "" for line in islice(lines, most)]


def is_robots(text: str) -> bool:
    """Return whether a text is a robots.txt."""
    lines = [line for line in text[:_LONGEST].splitlines() if line.strip()[:1] not in ("", "#")]
    return bool(lines) and bool(_ROBOTS_LINE.match(lines[0]))


def sitemap_lines(text: str) -> list[str]:
    r"""Return the addresses of the sitemaps that a robots.txt names, in its order, each once.

    >>> sitemap_lines("User-agent: *\nSitemap: https://news.example/news.xml # daily")
    ['https://news.example/news.xml']
    """
    found = (_SITEMAP_LINE.match(line) for line in text.splitlines())
    return list(dict.fromkeys(match.group(1) for match in found if match))
