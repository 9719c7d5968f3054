"""Two tellings of one happening, as the kinds of file that people have."""

import gzip
from pathlib import Path

HERALD = (
    "Regime crushes port protest",
    "Thugs of the regime attacked the dockers of Vell on Monday, and 12 people were hurt.",
    "The strike began after the minister Mara Tollen cut the wages of the night shift by a third.",
    "The union paid for the ambulances, and a church took in the wounded for the night.",
)
POST = (
    "Police end blockade of the port",
    "Police officers ended the blockade by the dockers of Vell on Monday; 12 people were hurt.",
    "The strike began after the minister Mara Tollen reduced the wages of the night shift.",
    "Two ships with medicine had waited in the bay for nine days, the harbour master said.",
)


def text(telling: tuple[str, ...]) -> str:
    return "\n\n".join(telling) + "\n"


def page(telling: tuple[str, ...], url: str, times: int = 3) -> bytes:
    """Return a page that names its address; its paragraphs are many enough to be trusted."""
    title, *paragraphs = telling
    body = "".join(f"<p>{words}</p>" for words in paragraphs * 1)
    more = "".join(
        f"<p>On day {day} of the strike {title.lower()} was what people in the streets of Vell "
        f"talked about, and {day + 3} of the ships that lie in the bay turned back to sea.</p>"
        for day in range(2, 2 + times)
    )
    return (
        f'<!doctype html><html lang="en"><head><title>{title}</title>'
        f'<link rel="canonical" href="{url}"></head>'
        f"<body><article><h1>{title}</h1>{body}{more}</article></body></html>"
    ).encode()


def write_warc(path: Path, pages: dict[str, bytes]) -> Path:
    path.write_bytes(b"".join(gzip.compress(_record(*each)) for each in pages.items()))
    return path


def _record(url: str, body: bytes) -> bytes:
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\n"
        "WARC-Date: 2026-03-14T02:30:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def pdf(lines: tuple[str, ...]) -> bytes:
    """Return a PDF of one page that prints some lines of plain ASCII."""
    shown = "".join(f"({line}) Tj T* " for line in lines)
    content = f"BT /F1 12 Tf 14 TL 40 800 Td {shown}ET".encode()
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )
    out, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(out)
    return out + b"xref\n0 6\n0000000000 65535 f \n" + table + trailer
