"""Addresses in a report: anchors of sentences, and links that are safe to follow."""

from urllib.parse import quote, urlsplit

from bias.records import PassageRef


def safe_url(url: str) -> str:
    """Return an address that may be linked, empty for anything but plain http and https.

    >>> safe_url("https://herald.example/a?b=1"), safe_url("javascript:alert(1)")
    ('https://herald.example/a?b=1', '')
    """
    if not url.isprintable() or any(char.isspace() for char in url):
        return ""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in ("http", "https") and parts.hostname else ""


def sentence_anchor(ref: PassageRef) -> str:
    """Return the id of a sentence in the page of its article.

    >>> sentence_anchor(PassageRef(article="herald-0123456789", index=12))
    'herald-0123456789-s12'
    """
    return f"{ref.article}-s{ref.index}"


def article_href(event: str, article: str) -> str:
    """Return the way from the page of an event, or of its night, to the page of an article.

    Without an event the article stands on the same page.

    >>> article_href("square-0a1b2c", "herald-0123456789")
    'square-0a1b2c/herald-0123456789.html'
    """
    return f"{quote(event)}/{quote(article)}.html" if event else f"#{quote(article)}"


def kept_page_href(event: str, article: str) -> str:
    """Return the way from the page of an event to an article's page as it was kept.

    >>> kept_page_href("square-0a1b2c", "herald-0123456789")
    'square-0a1b2c/herald-0123456789-page.html'
    """
    return f"{quote(event)}/{kept_page_name(article)}"


def kept_page_name(article: str) -> str:
    """Return the name of the file with an article's page as it was kept."""
    return f"{quote(article)}-page.html"


def card_href(event: str, number: int) -> str:
    """Return the way from the page of an event to a card of it, without the ending.

    >>> card_href("square-0a1b2c", 1)
    'square-0a1b2c/card-1'
    """
    return f"{quote(event)}/card-{number}"


def sentence_href(event: str, ref: PassageRef) -> str:
    """Return the way from the page of an event, or of its night, to a sentence.

    >>> sentence_href("square-0a1b2c", PassageRef(article="herald-0123456789", index=12))
    'square-0a1b2c/herald-0123456789.html#herald-0123456789-s12'
    """
    page = article_href(event, ref.article) if event else ""
    return f"{page}#{quote(sentence_anchor(ref))}"


def cue_anchor(cue: str) -> str:
    """Return the id of a word's entry in the list of words used.

    >>> cue_anchor("person-label/strong-man")
    'cue-person-label-strong-man'
    """
    return "cue-" + "".join(char if char.isalnum() else "-" for char in cue)
