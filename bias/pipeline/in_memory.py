"""One comparison of articles at hand: nothing is read from an archive, and nothing is kept."""

from collections.abc import Sequence
from pathlib import Path

from bias.errors import UsageError
from bias.events.languages import language_of
from bias.pipeline.comparing import align_articles
from bias.records import Article, Comparison, Gap
from bias.texts import event_of, tell_apart
from bias.wording.compare import compare_event
from bias.wording.lexicon import Lexicon, load_lexicon


def compare_articles(
    articles: Sequence[Article],
    lexicon: Lexicon | Path | None,
    seed: int,
    *,
    title: str = "",
    edition: str = "",
    gaps: Sequence[Gap] = (),
) -> Comparison:
    """Compare articles on one happening; the same articles give the same comparison.

    Args:
        articles: at least two different ones. Where all are of one outlet, each stands for itself.
        lexicon: the loaded words to look for, or the user's own over those of the articles'
            language.
        seed: of the bootstrap intervals.
        title: what to call the comparison; the first article's title where it is empty.
        edition: ISO date it is shown under, empty for none.
        gaps: what was asked for and could not be had.

    Raises:
        UsageError: fewer than two different articles were given, or articles in two languages.
    """
    members = tell_apart(articles)
    language = _one_language(members)
    known = lexicon if isinstance(lexicon, Lexicon) else load_lexicon(language, lexicon)
    event = event_of(members, gaps, title=title, edition=edition)
    aligned = align_articles(event, {article.id: article for article in members}, ())
    return compare_event(aligned, known, seed)


def _one_language(articles: Sequence[Article]) -> str:
    """Return the language of the articles that can be read."""
    found = {a.language: a.outlet for a in articles if a.quality.trusted}
    if len(found) > 1:
        listed = ", ".join(f"{code!r} ({found[code]})" for code in sorted(found))
        raise UsageError(f"the texts are in {listed}; compare texts of one language")
    return language_of(articles)
