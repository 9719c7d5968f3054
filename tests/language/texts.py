"""Invented texts, read as the pipeline reads them."""

from bias.language.document import Document
from bias.language.read import documents, read
from bias.records import Article, Part, Quality


def article(text: str, title: str = "Ferry hearing opens", language: str = "en") -> Article:
    return Article(
        id="herald-0",
        outlet="herald",
        url="https://herald.example/0",
        title=title,
        text=text,
        language=language,
        quality=Quality(trusted=True),
    )


def document(text: str, language: str = "en") -> Document:
    """Return the body of an article with this text, read."""
    made = article(text, language=language)
    return documents(made, read(made))[Part.BODY]
