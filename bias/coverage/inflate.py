"""Decompress what came from the web without ever holding more than a limit."""

import zlib
from gzip import GzipFile
from io import BytesIO

GZIP_MAGIC = b"\x1f\x8b"


class TooLargeError(ValueError):
    """There is more than the limit allows."""


def gunzip(data: bytes, limit: int) -> bytes:
    """Return the content of a gzip file, unpacking no further than ``limit`` bytes.

    Raises:
        TooLargeError: there is more; a small bomb ends here.
        ValueError: the file is broken or breaks off.
    """
    try:
        with GzipFile(fileobj=BytesIO(data)) as file:
            content = file.read(limit + 1)
    except (OSError, EOFError, zlib.error) as error:
        message = "The compressed data is broken"
        raise ValueError(message) from error
    if len(content) > limit:
        raise TooLargeError
    return content
