"""One comparison of articles at hand: nothing is read from an archive, and nothing is kept."""

import hashlib
from collections.abc import Sequence

from bias.encoding import encode
from bias.errors import UsageError
from bias.events.gaps import gap_of
from bias.pipeline.comparing import align_articles
from bias.records import Article, Comparison, Event, Gap
from bias.text import slug
from bias.texts import tell_apart
from bias.wording.compare import compare_event
from bias.wording.lexicon import Lexicon


def compare_articles(
    articles: Sequence[Article],
    lexicon: Lexicon,
    seed: int,
    *,
    title: str = "",
    edition: str = "",
    gaps: Sequence[Gap] = (),
) -> Comparison:
    """Compare articles on one happening; the same articles give the same comparison.

    Args:
        articles: at least two different ones. Where all are of one outlet, each stands for itself.
        lexicon: the loaded words to look for.
        seed: of the bootstrap intervals.
        title: what to call the comparison; the first article's title where it is empty.
        edition: ISO date it is shown under, empty for none.
        gaps: what was asked for and could not be had.

    Raises:
        UsageError: fewer than two different articles were given.
    """
    if len({(article.id, article.outlet, article.text) for article in articles}) < 2:  # noqa: PLR2004
        message = "give at least two different articles; one alone cannot be compared"
        raise UsageError(message)
    members = tell_apart(articles)
    event = _event(members, title, edition, gaps)
    aligned = align_articles(event, {article.id: article for article in members}, ())
    return compare_event(aligned, lexicon, seed)


def _event(articles: Sequence[Article], title: str, edition: str, gaps: Sequence[Gap]) -> Event:
    ids = tuple(sorted({article.id for article in articles}))
    title = title or next((a.title for a in articles if a.title), "Texts without a title")
    digest = hashlib.sha256(encode(ids)).hexdigest()[:6]
    untrusted = (gap_of(article) for article in articles if not article.quality.trusted)
    return Event(
        id=f"{slug(title) or 'texts'}-{digest}",
        edition=edition,
        title=title,
        articles=ids,
        outlets=tuple(sorted({article.outlet for article in articles})),
        gaps=(*gaps, *untrusted),
    )
