"""Reads an article as the pipeline does, in one step."""

from bias.attribution.attribute import attribute
from bias.language.read import read
from bias.records import Article, VoicedArticle


def read_article(article: Article) -> VoicedArticle:
    """Annotate an article and say whose words it is."""
    return attribute(article, read(article))
