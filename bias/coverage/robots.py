"""robots.txt, read once for each host and run, and honoured as RFC 9309 says."""

import math
from http import HTTPStatus

from protego import Protego

from bias.coverage.addresses import origin
from bias.coverage.client import Client
from bias.coverage.refusals import ForbiddenError, NoAnswerError, RefusedError

MAX_BYTES = 500 * 1024
"""What is read of a robots.txt; RFC 9309, section 2.5, asks for at least this much."""


class Robots:
    """What the hosts of one run allow our user agent to fetch."""

    def __init__(self, client: Client, user_agent: str) -> None:
        """Take the client to read robots.txt with and the name to look for in it."""
        self._client = client
        # The name alone: rules are written for "name", not for "name/0.1 (mailto:…)".
        self._name = user_agent.partition("/")[0].strip()
        self._rules: dict[str, Protego] = {}
        self._unreachable: dict[str, str] = {}

    def check(self, url: str) -> None:
        """Return if the address may be fetched; the host is asked on its first address.

        Raises:
            ForbiddenError: it may not.
            NoAnswerError: robots.txt could not be read because the host fails, which counts as a
                no (RFC 9309, section 2.3.1.4).
        """
        host = origin(url)
        if host not in self._rules:
            self._rules[host] = self._read(host)
        if host in self._unreachable:
            detail = f"Its host's robots.txt could not be read: {self._unreachable[host]}"
            raise NoAnswerError(url, detail, math.inf)
        if not self._rules[host].can_fetch(url, self._name):
            raise ForbiddenError(url, "Its host's robots.txt asks not to fetch it.")

    def _read(self, host: str) -> Protego:
        rules = Protego.parse(self._text(host))
        delay = rules.crawl_delay(self._name)
        if delay:
            self._client.hosts.ask_delay(host, delay)
        return rules

    def _text(self, host: str) -> str:
        try:
            answer = self._client.get(f"{host}/robots.txt", limit=MAX_BYTES, cut=True)
        except NoAnswerError as error:
            self._unreachable[host] = error.detail
            return ""
        except RefusedError:
            # Redirected for ever, or not text: RFC 9309, section 2.3.1.3, calls that unavailable.
            return ""
        found = answer.status == HTTPStatus.OK
        return answer.body.decode("utf-8", "replace") if found else ""
