"""A text of a collection as the page that would hold it, so that it is read as pages are."""

import json
from collections.abc import Sequence
from html import escape

from bias.languages import DEFAULT
from bias.records import Record

_HEAD = (
    '<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>'
)


class Written(Record, frozen=True, kw_only=True):
    """A text with what is known of it; empty where nothing is."""

    title: str = ""
    standfirst: str = ""
    paragraphs: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    published: str = ""
    """ISO 8601."""
    url: str = ""
    language: str = DEFAULT


def paragraphs_of(text: str) -> tuple[str, ...]:
    r"""Return the paragraphs of a text: apart by empty lines, or by lines where none is empty.

    >>> paragraphs_of("One.\nStill one.\n\nTwo."), paragraphs_of("One.\nTwo.")
    (('One. Still one.', 'Two.'), ('One.', 'Two.'))
    """
    lines = [line.strip() for line in text.strip().splitlines()]
    if "" not in lines:
        return tuple(lines)
    blocks: list[list[str]] = [[]]
    for line in lines:
        if line:
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
    return tuple(" ".join(block) for block in blocks if block)


def write_page(written: Written) -> bytes:
    """Return the page that holds a text: escaped, with its data as JSON-LD."""
    title = escape(written.title)
    head = _HEAD.format(language=escape(written.language), title=title)
    if written.url:
        head += f'<link rel="canonical" href="{escape(written.url)}">'
    standfirst = f'<p class="standfirst">{escape(written.standfirst)}</p>\n'
    body = "".join(f"<p>{escape(each)}</p>\n" for each in written.paragraphs)
    page = (
        f"{head}\n{_linked_data(written)}</head>\n<body><article><h1>{title}</h1>\n"
        f"{standfirst if written.standfirst else ''}{body}</article></body></html>\n"
    )
    return page.encode("utf-8", "replace")


def _linked_data(written: Written) -> str:
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": written.title,
        "description": written.standfirst,
        "datePublished": written.published,
        "author": _persons(written.authors),
        "articleBody": "\n\n".join(written.paragraphs),
    }
    text = json.dumps({key: value for key, value in data.items() if value})
    # Nothing in the text may end the script.
    return f'<script type="application/ld+json">{text.replace("<", chr(92) + "u003c")}</script>'


def _persons(names: Sequence[str]) -> list[dict[str, str]]:
    return [{"@type": "Person", "name": name} for name in names]
