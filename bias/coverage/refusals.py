"""Why an address gave nothing, as errors that carry the address and a sentence for the reader."""

import math
from http import HTTPStatus

from bias.errors import RetryError, SkipError


class NoAnswerError(RetryError):
    """The address did not answer, or answered that it cannot just now."""

    def __init__(self, url: str, detail: str, wait: float | None = None) -> None:
        """Say which address, what happened in one sentence, and how many seconds to wait.

        ``wait`` is ``None`` where nothing is known and infinite where asking again is no use.
        """
        super().__init__(f"{url}: {detail}")
        self.url = url
        self.detail = detail
        self.wait = wait

    @classmethod
    def late(cls, url: str, seconds: float) -> "NoAnswerError":
        """Say that the whole answer did not come in time; asking again would take as long."""
        detail = f"No whole answer came within {seconds:g} seconds (BIAS_TIMEOUT_SECONDS)."
        return cls(url, detail, math.inf)


class RestingError(NoAnswerError):
    """The host asked to be left alone for longer than a run waits."""

    def __init__(self, url: str) -> None:
        """Say which address was not asked for that reason."""
        super().__init__(url, "Its host asked to be left alone for now (Retry-After).", math.inf)


class RefusedError(SkipError):
    """We do not want what the address gives, or not from there: too large, private, no feed."""

    def __init__(self, url: str, detail: str) -> None:
        """Say which address, and why in one sentence."""
        super().__init__(f"{url}: {detail}")
        self.url = url
        self.detail = detail


class PackingError(RefusedError):
    """The content is packed in a way that is unknown or broken."""


class ForbiddenError(RefusedError):
    """robots.txt asks us not to fetch the address."""


def status_phrase(status: int) -> str:
    """Return the standard name of a status, empty when it has none.

    >>> status_phrase(404), status_phrase(599)
    ('Not Found', '')
    """
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""


def status_detail(status: int) -> str:
    """Return a sentence that names a status.

    >>> status_detail(404)
    'It answered 404 Not Found.'
    """
    return f"It answered {f'{status} {status_phrase(status)}'.strip()}."
