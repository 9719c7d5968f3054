import gzip
from collections.abc import Iterator
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

from bias.coverage.snapshots import read_snapshot, write_snapshot
from bias.errors import DataError, StorageError
from bias.records import Gap, GapReason, Page

PAGE = Page(
    outlet="harbour",
    url="https://harbour.example/a",
    final_url="https://harbour.example/b",
    status=200,
    content_type="text/html; charset=utf-8",
    fetched_at="2026-03-14T02:30:00Z",
    body="<html>\r\n\r\nWARC/1.1 Fähre</html>".encode(),
    title="Fähre\r\nContent-Length: 0\r\n",
    published="2026-03-14T01:00:00Z",
)
GAP = Gap(
    outlet="harbour",
    reason=GapReason.FORBIDDEN,
    detail="Its host's robots.txt asks not to fetch it.",
    url="https://harbour.example/c",
)
ITEMS: list[Page | Gap] = [
    GAP,
    PAGE,
    PAGE,
    Gap(outlet="hill", reason=GapReason.OUTLET_UNREACHABLE, detail=""),
]


def written(items: list[Page | Gap]) -> bytes:
    stream = BytesIO()
    assert write_snapshot(stream, items) == len(items)
    return stream.getvalue()


def read(content: bytes) -> list[Page | Gap]:
    return list(read_snapshot(BytesIO(content), "harbour.warc.gz"))


def test_pages_and_gaps_come_back_as_they_were() -> None:
    assert read(written(ITEMS)) == ITEMS
    assert read(written([])) == []


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
pages = st.builds(
    Page,
    outlet=texts,
    url=texts,
    final_url=st.just("https://harbour.example/"),
    status=st.integers(200, 499),
    content_type=st.sampled_from(["", "text/html", "text/html; charset=utf-8"]),
    fetched_at=st.just("2026-03-14T02:30:00Z"),
    body=st.binary(max_size=200),
    title=texts,
    published=st.none() | texts,
)
gaps = st.builds(Gap, outlet=texts, reason=st.sampled_from(GapReason), detail=texts, title=texts)


@given(st.lists(pages | gaps, max_size=4))
def test_any_items_come_back_and_give_the_same_bytes_twice(items: list[Page | Gap]) -> None:
    content = written(items)
    assert read(content) == items
    assert written(items) == content


def test_the_bytes_name_no_host_no_software_and_no_moment_but_the_pages_own() -> None:
    plain = gzip.decompress(written(ITEMS)).decode()
    assert "warcinfo" not in plain
    dates = {line.split()[1] for line in plain.splitlines() if line.startswith("WARC-Date")}
    assert dates == {"1970-01-01T00:00:00Z", "2026-03-14T02:30:00Z"}
    ids = [line for line in plain.splitlines() if line.startswith("WARC-Record-ID")]
    assert len(set(ids)) == len(ids) == len(ITEMS) + 1


def test_other_tools_can_replay_the_pages() -> None:
    records = ArchiveIterator(BytesIO(written([PAGE])), check_digests="raise")
    record = next(iter(records))
    assert record.rec_type == "response"
    assert record.rec_headers.get_header("WARC-Target-URI") == PAGE.final_url
    assert record.http_headers.get_statuscode() == "200"
    assert record.http_headers.get_header("Content-Type") == PAGE.content_type
    assert record.content_stream().read() == PAGE.body


def test_items_are_written_as_they_come_and_an_error_among_them_passes() -> None:
    def failing() -> Iterator[Page | Gap]:
        yield PAGE
        message = "the desk is closed"
        raise RuntimeError(message)

    stream = BytesIO()
    with pytest.raises(RuntimeError, match="desk is closed"):
        write_snapshot(stream, failing())
    with pytest.raises(DataError, match="cut short"):
        read(stream.getvalue())


def test_a_snapshot_cut_anywhere_is_never_taken_for_a_whole_one() -> None:
    content = written(ITEMS)
    tail = 12  # empty lines and checksum after the last record, without which nothing is lost
    for end in range(0, len(content) - tail, 7):
        with pytest.raises(DataError, match="harbour.warc.gz: no whole snapshot"):
            read(content[:end])


def test_a_wrong_byte_anywhere_changes_no_item() -> None:
    content = written(ITEMS)
    for place in range(0, len(content), 5):
        damaged = bytearray(content)
        damaged[place] ^= 0x55
        try:
            assert read(bytes(damaged)) == ITEMS
        except DataError as error:
            assert "harbour.warc.gz" in str(error)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"hello",
        b"\x1f\x8b",
        b"\0" * 1000,
        b"WARC/1.1\r\n\r\n",
        b"WARC/1.1\r\nWARC-Type: response\r\nContent-Length: 5\r\n\r\nhello\r\n\r\n",
        gzip.compress(b"<html></html>", mtime=0),
    ],
)
def test_what_is_no_snapshot_is_refused_by_name(content: bytes) -> None:
    with pytest.raises(DataError, match=r"harbour.warc.gz: .* fetch the outlet again"):
        read(content)


def test_a_disk_that_fails_is_no_damaged_snapshot() -> None:
    class Failing(BytesIO):
        def read(self, _size: int | None = -1) -> bytes:
            raise OSError(5, "Input/output error")

    with pytest.raises(StorageError, match=r"harbour.warc.gz: Input/output error"):
        list(read_snapshot(Failing(), "harbour.warc.gz"))
