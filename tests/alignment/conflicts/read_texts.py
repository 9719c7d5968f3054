"""Invented articles of one event, read as the pipeline reads them."""

from bias.alignment.conflicts.texts import ReadText, bodies
from bias.language.read import read
from bias.records import Article, Conflict, GroupKind, Join, PassageGroup, PassageRef, Quality
from tests.voiced import read_article


def texts(*bodies_of: str) -> tuple[ReadText, ...]:
    """Return one read text for each body, of the outlets ``o0``, ``o1`` and so on."""
    articles = [
        Article(
            id=f"o{number}-0", outlet=f"o{number}", url="", title="Port hearing opens", text=body,
            quality=Quality(trusted=True),
        )
        for number, body in enumerate(bodies_of)
    ]  # fmt: skip
    readings = [read(article) for article in articles]
    voiced = [read_article(article) for article in articles]
    return bodies(articles, voiced, readings)


def joined(a: ReadText, b: ReadText) -> PassageGroup:
    """Return the group that joins the first sentences of two bodies."""
    one, other = (PassageRef(article=text.article.id, index=1) for text in (a, b))
    return PassageGroup(
        id="g1",
        kind=GroupKind.RETELLING,
        members=(one, other),
        similarity=0.8,
        joins=(Join(a=one, b=other, similarity=0.8, confidence=0.9),),
        told_by=(a.article.outlet, b.article.outlet),
        not_told_by=(),
        unknown=(),
    )


def words(conflict: Conflict, read_texts: tuple[ReadText, ...]) -> tuple[str, str]:
    """Return the words at issue as printed."""
    by_id = {text.article.id: text.document.text for text in read_texts}
    return (
        by_id[conflict.a.article][slice(*conflict.span_a)],
        by_id[conflict.b.article][slice(*conflict.span_b)],
    )
