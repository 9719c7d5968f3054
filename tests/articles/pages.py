"""Pages for the tests of this folder."""

from bias.records import Page


def make_page(body: bytes | str, **changes: str | None) -> Page:
    """Return an answered page with the given body."""
    fields: dict[str, str | None] = {
        "outlet": "herald",
        "url": "https://herald.example/story",
        "content_type": "text/html; charset=utf-8",
        "title": "",
        "published": None,
        **changes,
    }
    return Page(
        outlet=str(fields["outlet"]),
        url=str(fields["url"]),
        final_url=str(fields["url"]),
        status=200,
        content_type=str(fields["content_type"]),
        fetched_at="2026-03-14T02:30:00Z",
        body=body if isinstance(body, bytes) else body.encode(),
        title=str(fields["title"]),
        published=fields["published"],
    )


def sentences(count: int, first: int = 0) -> list[str]:
    """Return made-up sentences of twelve words, each unlike the others."""
    return [
        f"On day {day} the miller of Oster counted {day * 7 + 3} sacks and kept {day * 3 + 1}."
        for day in range(first, first + count)
    ]


def article_html(paragraphs: list[str], title: str = "The miller counts his sacks") -> str:
    """Return a plain page with a title and paragraphs."""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f"<html lang='en'><head><title>{title}</title></head>"
        f"<body><article><h1>{title}</h1>{body}</article></body></html>"
    )
