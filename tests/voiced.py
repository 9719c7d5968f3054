"""Reads an article as the pipeline does, in one step."""

from bias.attribution.attribute import attribute
from bias.language.read import documents, read
from bias.people.cast import find_cast
from bias.records import Article, VoicedArticle


def read_article(article: Article) -> VoicedArticle:
    """Annotate an article and say whose words it is."""
    reading = read(article)
    return attribute(article, reading, find_cast(article, documents(article, reading)))
