"""The pages of replayed outlets, for readers who come when these answer no more."""

import re
from collections.abc import Iterator, Sequence

from bias.archive import Archive
from bias.articles.encoding import decode
from bias.errors import DataError, StorageError
from bias.pipeline.fetching import read_pages
from bias.records import Comparison, Outlet, Page
from bias.report.links import kept_page_name
from bias.report.render import render_kept_page

MAX_BYTES = 1_000_000
"""Largest page that is shown; a larger one is in the WARC alone."""
_SCRIPT = re.compile(r"<script\b[^>]*>.*?</script\s*>", re.IGNORECASE | re.DOTALL)


def kept_pages(
    archive: Archive, comparison: Comparison, outlets: Sequence[Outlet]
) -> Iterator[tuple[str, bytes]]:
    """Yield a file name and a page for each article of a replayed outlet."""
    replayed = {outlet.id for outlet in outlets if outlet.replayed}
    edition = comparison.event.edition
    for outlet in sorted(replayed.intersection(comparison.event.outlets)):
        articles = {each.url: each for each in comparison.articles if each.outlet == outlet}
        for page in _pages(archive, edition, outlet):
            if page.url in articles and len(page.body) <= MAX_BYTES:
                article = articles[page.url]
                yield kept_page_name(article.id), render_kept_page(article, _body(page))


def _pages(archive: Archive, edition: str, outlet: str) -> Iterator[Page]:
    """Yield what is kept of an outlet; nothing where it cannot be read."""
    try:
        for item in read_pages(archive.pages_path(edition, outlet)):
            if isinstance(item, Page):
                yield item
    except (DataError, StorageError):
        return


def _body(page: Page) -> str:
    """Return the HTML of a page without its scripts, which would not be run anyway."""
    return _SCRIPT.sub("", decode(page.body, page.content_type)[0])
