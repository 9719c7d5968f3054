"""From a response of httpx to an answer, its body bounded before and after unpacking."""

import re
from http import HTTPStatus

import httpx

from bias.coverage.inflate import TooLargeError, gunzip
from bias.coverage.refusals import NoAnswerError, RefusedError, status_detail
from bias.records import Record

_UNPRINTABLE = re.compile(r"[^\x20-\x7e]")
_SECONDS = re.compile(r"[0-9]{1,6}")
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


def read_answer(response: httpx.Response, url: str, limit: int, *, cut: bool) -> Answer:
    """Read a response as far as the limit allows.

    Raises:
        NoAnswerError: the status says that it may work later.
        RefusedError: there is more than the limit (and ``cut`` is off), or the packing is unknown
            or broken.
    """
    if response.is_server_error or response.status_code == HTTPStatus.TOO_MANY_REQUESTS:
        raise NoAnswerError(url, status_detail(response.status_code), _retry_after(response))
    try:
        body = _unpacked(response, _packed(response, limit, cut=cut), url, limit)
    except TooLargeError as error:
        detail = f"It is larger than {limit} bytes (BIAS_MAX_PAGE_BYTES)."
        raise RefusedError(url, detail) from error
    except ValueError as error:
        raise RefusedError(url, "Its content is packed in a way that cannot be read.") from error
    content_type = _UNPRINTABLE.sub("", response.headers.get("content-type", ""))[:_MAX_HEADER]
    return Answer(url=url, status=response.status_code, content_type=content_type, body=body)


def _packed(response: httpx.Response, limit: int, *, cut: bool) -> bytes:
    content = bytearray()
    for chunk in response.iter_raw():
        content += chunk
        if len(content) > limit:
            if cut:
                break
            raise TooLargeError
    return bytes(content[:limit])


def _unpacked(response: httpx.Response, body: bytes, url: str, limit: int) -> bytes:
    packing = response.headers.get("content-encoding", "").strip().lower()
    if packing in ("", "identity"):
        return body
    if packing in ("gzip", "x-gzip"):
        return gunzip(body, limit)
    detail = f"It is packed as {_UNPRINTABLE.sub('', packing)[:20]}, which was not asked for."
    raise RefusedError(url, detail)


def _retry_after(response: httpx.Response) -> float | None:
    """Return the seconds an answer asks us to wait; a date or nonsense counts as no wish."""
    wish = response.headers.get("retry-after", "").strip()
    return float(wish) if _SECONDS.fullmatch(wish) else None
