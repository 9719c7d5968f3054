"""From a response to an exchange and an answer, its body bounded while it is unpacked."""

import re
from collections.abc import Sequence
from datetime import datetime
from http import HTTPStatus

from bias.coverage.exchanges import REDIRECTS, Exchange, Headers, value_of
from bias.coverage.http1 import Response
from bias.coverage.inflate import TooLargeError, UnknownPackingError, unpack
from bias.coverage.refusals import NoAnswerError, PackingError, RefusedError, status_detail
from bias.coverage.retry_after import read_retry_after
from bias.coverage.times import utc_text
from bias.records import Record

MAX_ASIDE = 64 * 1024
"""What is read, in bytes, of an answer that is not what was asked for."""

_UNPRINTABLE = re.compile(r"[^\x20-\x7e]")
_MAX_HEADER = 200


class Answer(Record, frozen=True, kw_only=True):
    """What one address answered, redirects followed and content unpacked."""

    url: str
    """The address that answered."""
    status: int
    """Below 500, and not 429."""
    content_type: str
    """As sent, printable ASCII only, empty when missing."""
    body: bytes
    headers: Headers = ()
    """As received."""


class Limit(Record, frozen=True):
    """How much of an answer is taken."""

    size: int
    """Most bytes, packed and unpacked."""
    cut: bool = False
    """Whether a longer answer is cut there, not refused."""


def read_exchange(
    response: Response, request: Headers, url: str, limit: Limit, now: datetime
) -> tuple[Exchange, RefusedError | None]:
    """Read a response as far as the limit allows.

    Returns what was exchanged, with the body as far as it may be kept, and why the answer is
    refused where it is: there is more than the limit, or the packing is unknown or broken.
    """
    headers = _texts(response.headers)
    wanted = HTTPStatus(200) <= response.status < HTTPStatus(300)
    taken = limit if wanted else Limit(min(MAX_ASIDE, limit.size), cut=True)
    # The body of a redirect is nobody's: the connection ends with its head.
    redirects = response.status in REDIRECTS and any(_is_location(name) for name, _ in headers)
    chunks = () if redirects else response.body()
    refusal, body = None, b""
    try:
        packing = value_of(headers, "content-encoding")
        body = unpack(chunks, packing, taken.size + taken.cut, cut=taken.cut)
    except ValueError as error:
        refusal = _refusal(url, error, limit) if wanted else None
    exchange = Exchange(
        url=url,
        at=utc_text(now),
        request=request,
        status=response.status,
        headers=headers,
        body=body[: taken.size],
        truncated=len(body) > taken.size or refusal is not None,
    )
    return exchange, refusal


def _refusal(url: str, error: ValueError, limit: Limit) -> RefusedError:
    if isinstance(error, TooLargeError):
        return RefusedError(url, f"It is larger than {limit.size} bytes (BIAS_MAX_PAGE_BYTES).")
    if isinstance(error, UnknownPackingError):
        name = _UNPRINTABLE.sub("", str(error))[:20]
        return PackingError(url, f"It is packed as {name}, which was not asked for.")
    return PackingError(url, "Its content is packed in a way that cannot be read.")


def _is_location(name: str) -> bool:
    return name.lower() == "location"


def _texts(headers: Sequence[tuple[bytes, bytes]]) -> Headers:
    return tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in headers)


def answer_of(exchange: Exchange) -> Answer:
    """Return an exchange as the answer it is."""
    content_type = _UNPRINTABLE.sub("", exchange.header("content-type"))[:_MAX_HEADER]
    return Answer(
        url=exchange.url,
        status=exchange.status,
        content_type=content_type,
        body=exchange.body,
        headers=exchange.headers,
    )


def location_of(exchange: Exchange) -> str | None:
    """Return where an exchange redirects to, as sent; ``None`` when it does not redirect."""
    location = exchange.header("location") if exchange.status in REDIRECTS else ""
    try:
        return location.encode("latin-1").decode() or None
    except UnicodeDecodeError:  # it was Latin-1 indeed
        return location


def wish_of(exchange: Exchange, now: datetime) -> float | None:
    """Return the seconds that an answer without content asks us to wait, ``None`` for no wish."""
    if HTTPStatus(200) <= exchange.status < HTTPStatus(300):
        return None
    return read_retry_after(exchange.header("retry-after"), exchange.header("date"), now)


def refuse_failure(exchange: Exchange, wait: float | None) -> None:
    """Return if the status is an answer.

    Raises:
        NoAnswerError: it says that the address may work later.
    """
    failed = exchange.status >= HTTPStatus.INTERNAL_SERVER_ERROR
    if failed or exchange.status == HTTPStatus.TOO_MANY_REQUESTS:
        raise NoAnswerError(exchange.url, status_detail(exchange.status), wait)
