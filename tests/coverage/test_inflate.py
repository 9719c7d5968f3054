import gzip
import tracemalloc

import pytest

from bias.coverage.inflate import TooLargeError, gunzip


def test_a_gzip_file_is_unpacked_up_to_the_limit() -> None:
    packed = gzip.compress(b"words " * 100)
    assert gunzip(packed, 600) == b"words " * 100
    with pytest.raises(TooLargeError):
        gunzip(packed, 599)


def test_several_members_and_padding_are_one_file() -> None:
    assert gunzip(gzip.compress(b"one ") + gzip.compress(b"two") + b"\0" * 8, 100) == b"one two"
    assert gunzip(b"", 100) == b""


def test_a_bomb_costs_no_more_memory_than_the_limit() -> None:
    bomb = gzip.compress(b"\0" * 20_000_000)
    tracemalloc.start()
    with pytest.raises(TooLargeError):
        gunzip(bomb, 1_000_000)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 5_000_000


@pytest.mark.parametrize("kept", [1, 5, 11, 20, 38])
def test_a_file_that_breaks_off_is_refused(kept: int) -> None:
    with pytest.raises(ValueError, match="broken"):
        gunzip(gzip.compress(b"many different words of a story")[:kept], 1000)


@pytest.mark.parametrize("place", [0, 12, 20, 45])
def test_a_file_with_a_wrong_byte_is_refused(place: int) -> None:
    packed = bytearray(gzip.compress(b"many different words of a story"))
    packed[place] ^= 0xFF
    with pytest.raises(ValueError, match="broken"):
        gunzip(bytes(packed), 1000)
