"""Reads the pages of an invented publisher, who sets every paragraph as a table cell."""

from collections.abc import Sequence

from lxml.html import HtmlElement

from bias.articles.added import AddedExtractor


def paragraphs(page: HtmlElement) -> Sequence[str]:
    """Return the cells of the story's table."""
    return [cell.text_content() for cell in page.xpath("//table[@id='story']//td")]


EXTRACTOR = AddedExtractor(hosts=("gazette.example",), paragraphs=paragraphs)
