"""Invented collections: pages, WARC files and tables."""

from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

SENTENCES = [
    "The ferry to the outer islands sailed again on Friday after a week in harbour.",
    "Its crew had refused to leave port until the cracked ramp was welded and tested.",
    "The council paid for the work and said that the bill would be made public in May.",
    "Islanders queued from six in the morning, many of them with empty trailers.",
    "The baker on the quay sold all of her bread before the second sailing had begun.",
    "A spokesman for the company promised that both ships would run until the autumn.",
    "The union said it would watch the repairs and call its members out if they failed.",
]
TEXT = "\n\n".join(SENTENCES * 2)


def html(title: str = "Ferry sails again", date: str = "", canonical: str = "") -> bytes:
    meta = f'<meta property="article:published_time" content="{date}">' if date else ""
    link = f'<link rel="canonical" href="{canonical}">' if canonical else ""
    body = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES * 2)
    return (
        f'<!doctype html><html lang="en"><head><title>{title}</title>{meta}{link}</head>'
        f"<body><article><h1>{title}</h1>{body}</article></body></html>"
    ).encode()


class Fetched:
    """One answer of a crawl."""

    def __init__(
        self,
        url: str,
        body: bytes,
        status: str = "200 OK",
        kind: str = "text/html; charset=utf-8",
        record: str = "response",
    ) -> None:
        self.url, self.body, self.status, self.kind, self.record = url, body, status, kind, record


def write_warc(path: Path, answers: Iterable[Fetched], *, packed: bool = True) -> Path:
    with path.open("wb") as stream:
        writer = WARCWriter(stream, gzip=packed)
        writer.write_record(writer.create_warcinfo_record(path.name, {"software": "a crawler"}))
        for answer in answers:
            headers = StatusAndHeaders(
                answer.status, [("Content-Type", answer.kind)], protocol="HTTP/1.1"
            )
            writer.write_record(
                writer.create_warc_record(
                    answer.url,
                    answer.record,
                    payload=BytesIO(answer.body),
                    length=len(answer.body),
                    http_headers=headers,
                    warc_headers_dict={"WARC-Date": "2026-03-20T00:00:00Z"},
                )
            )
    return path
