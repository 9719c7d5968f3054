"""Decompress what came from the web without ever holding more than a limit."""

import zlib
from collections.abc import Callable, Iterable, Iterator
from typing import Any

GZIP_MAGIC = b"\x1f\x8b"
MAX_PACKINGS = 3
"""Most packings laid over each other that are undone."""
_PIECE = 64 * 1024
"""Most bytes unpacked at once: however much a bomb holds, no more of it ever stands in memory."""
_GZIP, _ZLIB, _RAW = 31, 15, -15  # what zlib calls the wrapping that it expects
_ZLIB_METHOD = 8


class TooLargeError(ValueError):
    """There is more than the limit allows."""


class UnknownPackingError(ValueError):
    """The content is packed in a way that is not known here; the message names it."""


def gunzip(data: bytes, limit: int) -> bytes:
    """Return the content of a gzip file, unpacking no further than ``limit`` bytes.

    Raises:
        TooLargeError: there is more; a small bomb ends here.
        ValueError: the file is broken or breaks off.
    """
    return unpack([data], "gzip", limit)


def unpack(chunks: Iterable[bytes], packing: str, limit: int, *, cut: bool = False) -> bytes:
    """Return content as it was before it was packed, piece by piece and no more than the limit.

    Args:
        chunks: the content as sent.
        packing: the value of ``Content-Encoding``: gzip, deflate, br, several of them, or none.
        limit: most bytes of the result, and of what was sent.
        cut: whether more is cut at the limit, and what breaks off is taken as far as it goes.

    Raises:
        TooLargeError: there is more (and ``cut`` is off).
        UnknownPackingError: the packing has another name.
        ValueError: it is broken (with ``cut``: before its first byte) or breaks off.
    """
    content = bytearray()
    try:
        for piece in _unpacked(_limited(chunks, limit), packing):
            content += piece
            if len(content) > limit:
                raise TooLargeError
    except TooLargeError:
        if not cut:
            raise
    except _BrokenError:
        if not (cut and content):
            raise
    return bytes(content[:limit])


class _BrokenError(ValueError):
    """The packed data is broken, or breaks off."""

    def __init__(self) -> None:
        super().__init__("The compressed data is broken")


def _limited(chunks: Iterable[bytes], limit: int) -> Iterator[bytes]:
    left = limit
    for chunk in chunks:
        yield chunk[:left]
        left -= len(chunk)
        if left < 0:
            raise TooLargeError


def _unpacked(chunks: Iterator[bytes], packing: str) -> Iterator[bytes]:
    names = [name.strip() for name in packing.lower().split(",")]
    layers = [name for name in names if name not in ("", "identity")]
    unknown = [name for name in layers if name not in _PACKINGS]
    if unknown or len(layers) > MAX_PACKINGS:
        raise UnknownPackingError(unknown[0] if unknown else packing)
    for name in reversed(layers):
        chunks = _PACKINGS[name](chunks)
    return chunks


# ---------------------------------------------------------------- one packing each


def _gunzipped(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """Yield a gzip file's members one behind the other; zeros may pad its end."""
    member, begun = zlib.decompressobj(_GZIP), False
    for chunk in chunks:
        data = chunk
        while data:
            data = data if begun else data.lstrip(b"\0")
            begun = begun or bool(data)
            yield from _inflated(member, data)
            data = member.unused_data
            if member.eof:
                member, begun = zlib.decompressobj(_GZIP), False
    if begun:
        raise _BrokenError


def _deflated(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """Yield what ``deflate`` packed: with zlib's head, as it should be, or without it."""
    stream: Any = None
    for chunk in chunks:
        if chunk and stream is None:
            stream = zlib.decompressobj(_ZLIB if chunk[0] & 15 == _ZLIB_METHOD else _RAW)
        if chunk:
            yield from _inflated(stream, chunk)
    if stream is not None and not stream.eof:
        raise _BrokenError


def _inflated(stream: Any, data: bytes) -> Iterator[bytes]:
    while data and not stream.eof:
        yield _checked(stream.decompress, data, _PIECE)
        data = stream.unconsumed_tail
    while not stream.eof and (more := _checked(stream.decompress, b"", _PIECE)):
        yield more


def _brotli(chunks: Iterator[bytes]) -> Iterator[bytes]:
    import brotli

    stream, begun = brotli.Decompressor(), False
    for chunk in chunks:
        begun = begun or bool(chunk)
        data = chunk
        while piece := _checked(stream.process, data, output_buffer_limit=_PIECE):
            yield piece
            data = b""
    if begun and not stream.is_finished():
        raise _BrokenError


def _checked(work: Callable[..., bytes], *arguments: Any, **options: Any) -> bytes:
    try:
        return work(*arguments, **options)
    except Exception as error:  # zlib.error and brotli.error share no base
        raise _BrokenError from error


_PACKINGS: dict[str, Callable[[Iterator[bytes]], Iterator[bytes]]] = {
    "gzip": _gunzipped,
    "x-gzip": _gunzipped,
    "deflate": _deflated,
    "br": _brotli,
}
