"""What a page asks of those who keep or mine it: ``noarchive`` and the reservation of mining.

Read from the headers and the head of the page. ``noarchive`` is a rule of the robots meta tag and
of ``X-Robots-Tag``; the reservation of mining is that of the TDM Reservation Protocol. They are
noted and shown; whether a use is permitted is for whoever uses it to judge.
"""

import re
from collections.abc import Iterable, Iterator

from bias.coverage.exchanges import Headers

NOARCHIVE = "noarchive"
TDM = "tdm-reservation"
HEAD_BYTES = 200_000
"""Where in a page its meta tags are looked for."""

_META = re.compile(rb"<meta\b([^<>]{0,2000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    rb"""([a-z-]{1,40})\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.I
)
_FOR_ROBOT = re.compile(r"([\w.-]+)\s*:\s*(.*)")
_WITH_VALUE = ("unavailable_after", "max-snippet", "max-image-preview", "max-video-preview")
_YES = "1"


def read_reservations(headers: Headers, body: bytes, robot: str) -> tuple[str, ...]:
    """Return what is asked for, of :data:`NOARCHIVE` and :data:`TDM`, in this order.

    Args:
        headers: those of the answer.
        body: the page.
        robot: our product token; rules for other robots are not for us.
    """
    metas = dict(_metas(body))
    rules = [*_header_rules(headers, robot)]
    rules += [rule for name in ("robots", robot) for rule in _split(metas.get(name, ""))]
    stated = metas.get(TDM) or next((value for name, value in headers if name.lower() == TDM), "")
    found = (NOARCHIVE if NOARCHIVE in rules else "", TDM if stated.strip() == _YES else "")
    return tuple(each for each in found if each)


def _metas(body: bytes) -> Iterator[tuple[str, str]]:
    """Yield names and contents of the meta tags, if any can be of use."""
    head = body[:HEAD_BYTES]
    lower = head.lower()
    if NOARCHIVE.encode() not in lower and TDM.encode() not in lower:
        return
    contents: dict[str, list[str]] = {}
    for tag in _META.finditer(_without_comments(head)):
        pairs = _ATTRIBUTE.findall(tag[1])
        named = {name.lower(): a or b or c for name, a, b, c in pairs}
        name = named.get(b"name", b"").decode("ascii", "replace").strip().lower()
        contents.setdefault(name, []).append(named.get(b"content", b"").decode("ascii", "replace"))
    for name, values in contents.items():
        yield name, ", ".join(values)


def _without_comments(head: bytes) -> bytes:
    # Not by a pattern: a page of thousands of comments that never end would keep it busy for hours.
    first, *rest = head.split(b"<!--")
    return first + b"".join(each.partition(b"-->")[2] for each in rest)


def _header_rules(headers: Headers, robot: str) -> Iterator[str]:
    for name, value in headers:
        if name.lower() == "x-robots-tag":
            yield from _for(robot, _split(value))


def _for(robot: str, rules: Iterable[str]) -> Iterator[str]:
    """Yield the rules that are for all or for us; a robot's name holds until the next one."""
    ours = True
    for rule in rules:
        named = _FOR_ROBOT.fullmatch(rule)
        if named and named[1] not in _WITH_VALUE:
            ours = named[1] in (robot, "*")
            rule = named[2]  # noqa: PLW2901
        if ours:
            yield rule.strip()


def _split(value: str) -> list[str]:
    return [rule.strip().lower() for rule in re.split(r"[,;]", value)]
