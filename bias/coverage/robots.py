"""robots.txt, read once for each host and run, and honoured as RFC 9309 says."""

import math
import re
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from protego import Protego

from bias.coverage.addresses import origin
from bias.coverage.answers import Answer
from bias.coverage.client import Client
from bias.coverage.exchanges import Exchange
from bias.coverage.refusals import ForbiddenError, NoAnswerError, PackingError, RefusedError
from bias.records import Record

MAX_BYTES = 500 * 1024
"""What is read of a robots.txt; RFC 9309, section 2.5, asks for at least this much."""
MAX_REDIRECTS = 5
"""Redirects followed to a robots.txt, whatever the settings say (RFC 9309, section 2.3.1.2)."""

_LINE_END = re.compile(r"\r\n|\r|\n")
_AGENT_LINE = re.compile(r"[ \t]*user[- ]?agent(?:[ \t]*:|[ \t])([^#]*)", re.IGNORECASE)
_NAME_END = re.compile(r"[/\s]")


class RobotsFile(Record, frozen=True):
    """What one host's robots.txt says, and how it was got."""

    text: str
    """Empty when there is none, or none could be read."""
    failure: str
    """Why it could not be read, empty when the host answered."""
    exchanges: tuple[Exchange, ...]
    delay: float
    """The pause in seconds that it asks of us, 0 for none."""
    rules: Any
    """The same, parsed by Protego."""


class Robots:
    """What the hosts of one run allow our user agent to fetch; several threads may use one."""

    def __init__(self, client: Client, user_agent: str) -> None:
        """Take the client to read robots.txt with and the name to look for in it."""
        self._client = client
        self._name = product_token(user_agent)
        self._files: dict[str, RobotsFile] = {}

    def check(self, url: str) -> None:
        """Return if the address may be fetched; the host is asked on its first address.

        Raises:
            ForbiddenError: it may not.
            NoAnswerError: robots.txt could not be read because the host fails, which counts as a
                no (RFC 9309, section 2.3.1.4).
        """
        file = self._file(origin(url))
        if file.failure:
            detail = f"Its host's robots.txt could not be read: {file.failure}"
            raise NoAnswerError(url, detail, math.inf)
        if not file.rules.can_fetch(url, self._name):
            raise ForbiddenError(url, "Its host's robots.txt asks not to fetch it.")

    def _file(self, host: str) -> RobotsFile:
        file = self._files.get(host)
        if file is None:
            read = self._client.hosts.once
            file = read(host, f"robots.txt for {self._name}", lambda: self._read(host))
            self._files[host] = file
            for exchange in file.exchanges:  # for whoever records, even if another outlet asked
                self._client.note(exchange)
        return file

    def _read(self, host: str) -> RobotsFile:
        exchanges: list[Exchange] = []
        with self._client.recording(exchanges.append):
            text, failure = _outcome(lambda: self._get(host))
        rules = Protego.parse(only_for(text, self._name))
        delay = rules.crawl_delay(self._name) or 0.0
        if delay:
            self._client.hosts.ask_delay(host, delay)
        return RobotsFile(text, failure, tuple(exchanges), delay, rules)

    def _get(self, host: str) -> Answer:
        url = f"{host}/robots.txt"
        return self._client.get(url, limit=MAX_BYTES, cut=True, redirects=MAX_REDIRECTS, fresh=True)


def _outcome(get: Callable[[], Answer]) -> tuple[str, str]:
    """Return the text of a robots.txt, and why it could not be read where the host fails."""
    try:
        answer = get()
    except (NoAnswerError, PackingError) as error:
        return "", error.detail
    except RefusedError:
        # Redirected for ever or off the web: RFC 9309, section 2.3.1.3, calls that unavailable.
        return "", ""
    found = HTTPStatus(200) <= answer.status < HTTPStatus(300)
    return (read_text(answer.body) if found else ""), ""


def read_text(body: bytes) -> str:
    """Return the text of a robots.txt without its byte order mark.

    Of one that is longer than what is read, the line that was cut is left out: half a path would
    forbid more than the whole one.
    """
    text = body.decode("utf-8-sig", "replace")
    if len(body) < MAX_BYTES:
        return text
    ends = list(_LINE_END.finditer(text))
    return text[: ends[-1].end()] if ends else ""


def product_token(user_agent: str) -> str:
    """Return the name that rules are written for: what stands before the version.

    >>> product_token("desk-robot/1.0 (mailto:desk@harbour.example)")
    'desk-robot'
    """
    return user_agent.partition("/")[0].strip().lower()


def only_for(text: str, name: str) -> str:
    """Return a robots.txt in which every group is for ``name``, for all, or for somebody else.

    RFC 9309, section 2.2.1, compares whole product tokens. Protego looks for the one within the
    other, so that rules for ``desk`` would bind ``desk-robot``; here the names are settled first.
    """
    lines = (_settled(line, name) for line in _LINE_END.split(text))
    return "\n".join(lines)


def _settled(line: str, name: str) -> str:
    agent = _AGENT_LINE.match(line)
    if agent is None:
        return line
    value = agent[1].strip()
    first = _NAME_END.split(value)[0].lower()
    if first == "*":
        return "User-agent: *"
    return f"User-agent: {name if name in (first, product_token(value)) else f'{name}-no'}"
