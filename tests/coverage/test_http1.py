"""One answer read from the wire, in whatever pieces it comes."""

import httpcore
import pytest

from bias.coverage.http1 import MAX_HEAD, Response

HEAD = b"HTTP/1.1 200 OK\r\n"
WHOLE = HEAD + b"Content-Length: 5\r\n\r\nwords"


def read(pieces: list[bytes]) -> tuple[int, bytes, bool]:
    response = Response(httpcore.MockStream(list(pieces)))
    return response.status, b"".join(response.body()), response.leaves_connection


def in_bytes(answer: bytes) -> list[bytes]:
    return [answer[at : at + 1] for at in range(len(answer))]


@pytest.mark.parametrize(
    ("answer", "stays"),
    [
        (WHOLE, True),
        (WHOLE.replace(b"\r\n", b"\n"), True),
        (WHOLE.replace(b"200 OK", b"200"), True),
        (WHOLE.replace(b"1.1", b"1.0"), False),
        (WHOLE.replace(b"OK\r\n", b"OK\r\nConnection: close\r\n"), False),
        (WHOLE.replace(b"OK\r\n", b"OK\r\nX: a\r\n b\r\nY: \xff\r\n"), True),
        (WHOLE.replace(b"OK\r\n", b"OK\r\nUpgrade: h2\r\nConnection: Upgrade\r\n"), True),
        (WHOLE.replace(b"OK\r\n", b"OK\r\nContent-Length: 5\r\n"), True),
        (WHOLE.replace(b": 5", b": 5, 5"), True),
        (b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + WHOLE, True),
        (b"HTTP/1.1 100 Continue\r\n\r\n" + WHOLE, True),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\n5 \r\nwords\r\n0\r\nX: y\r\n\r\n", True),
        (HEAD + b"\r\nwords", False),
    ],
)
def test_an_answer_is_read_whole(answer: bytes, stays: bool) -> None:
    assert read([answer]) == read(in_bytes(answer)) == (200, b"words", stays)


@pytest.mark.parametrize("status", [204, 304])
def test_an_answer_without_a_body_ends_with_its_head(status: int) -> None:
    assert read([b"HTTP/1.1 %d x\r\nETag: 1\r\n\r\n" % status]) == (status, b"", True)


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"<html>",
        b"SSH-2.0-harbour\r\n",
        HEAD,
        HEAD + b"Content-Length: 9\r\n\r\nwords",
        HEAD + b"Content-Length: 5\r\nContent-Length: 4\r\n\r\nwords",
        HEAD + b"Transfer-Encoding: chunked\r\n\r\n5\r\nwords\r\n",
        HEAD + b"Transfer-Encoding: chunked\r\n\r\n-5\r\nwords\r\n0\r\n\r\n",
        b"HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\nwords",
    ],
)
def test_what_breaks_off_or_is_no_http_is_no_answer(answer: bytes) -> None:
    for pieces in ([answer], in_bytes(answer)):
        with pytest.raises(httpcore.RemoteProtocolError):
            read(pieces)


@pytest.mark.parametrize("line", [b"X: y\r\n", b"\r\nHTTP/1.1 103 Hints\r\n"])
def test_a_head_without_end_is_given_up(line: bytes) -> None:
    endless = [b"HTTP/1.1 103 Hints\r\n", *[line * 50] * (MAX_HEAD // len(line) // 10)]
    with pytest.raises(httpcore.RemoteProtocolError, match="too long"):
        read(endless)


def test_a_connection_with_more_than_was_asked_for_is_not_used_again() -> None:
    assert read([WHOLE + WHOLE]) == (200, b"words", False)
