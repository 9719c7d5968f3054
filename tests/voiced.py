"""Reads an article as the pipeline does, in one step."""

from bias.attribution.attribute import attribute
from bias.language.read import documents, read
from bias.people.cast import find_cast
from bias.records import Article, Cast, Reading, VoicedArticle


def read_article(article: Article) -> VoicedArticle:
    """Annotate an article and say whose words it is."""
    return read_whole(article)[0]


def read_whole(article: Article) -> tuple[VoicedArticle, Reading, Cast]:
    """Return an article with its voices, its annotations, and who is who in it."""
    reading = read(article)
    cast = find_cast(article, documents(article, reading))
    return attribute(article, reading, cast), reading, cast
