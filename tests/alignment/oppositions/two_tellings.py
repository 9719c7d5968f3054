"""Two invented sentences of two outlets, read as the pipeline reads them."""

from bias.alignment.oppositions.find import oppositions
from bias.alignment.told import Event
from bias.language.read import documents, read
from bias.people.cast import find_cast
from bias.people.merge import merge_casts
from bias.records import Article, PassageRef, Quality
from tests.voiced import read_article


def opposed(a: str, b: str) -> list[tuple[str, str, str]]:
    """Return the kind and the words of what the first sentences of two bodies set in contrast."""
    articles = [
        Article(
            id=f"o{number}-0", outlet=f"o{number}", url="", title="", text=body,
            quality=Quality(trusted=True), language="en",
        )
        for number, body in enumerate((a, b))
    ]  # fmt: skip
    event = event_of(articles)
    left, right = (event.told(PassageRef(article=each.id, index=0)) for each in articles)
    return [
        (found.kind.value, a[slice(*found.a)], b[slice(*found.b)])
        for found in oppositions(left, right)
    ]


def event_of(articles: list[Article]) -> Event:
    """Return the passages of some articles with all that is read of them."""
    readings = [read(article) for article in articles]
    casts = [
        find_cast(article, documents(article, reading))
        for article, reading in zip(articles, readings, strict=True)
    ]
    return Event(articles, list(map(read_article, articles)), readings, casts, merge_casts(casts))
