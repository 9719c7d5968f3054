"""One comparison of articles at hand: nothing is read from an archive, and nothing is kept."""

from collections.abc import Sequence

from bias.pipeline.comparing import align_articles
from bias.records import Article, Comparison, Gap
from bias.texts import event_of, tell_apart
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
    members = tell_apart(articles)
    event = event_of(members, gaps, title=title, edition=edition)
    aligned = align_articles(event, {article.id: article for article in members}, ())
    return compare_event(aligned, lexicon, seed)
