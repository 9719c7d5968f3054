"""Tidy tables of one edition, one row a thing, for pandas, R and spreadsheets.

Every row says by itself what it is about: night, event, outlet, headline, sentence and words as
printed, and by which version, lexicon, models and seed it was made.
"""

from collections.abc import Callable, Sequence

from bias.records import Article, Comparison, Gap, Record
from bias.report.tables import claims, counts, coverage, words
from bias.report.tables.rows import Evidence, Row

Make = Callable[[Evidence], Sequence[Row]]


class Table(Record, frozen=True, kw_only=True):
    """Rows of one kind."""

    kind: type[Row]
    rows: tuple[Row, ...]


OF_EVENTS: dict[str, tuple[type[Row], Make]] = {
    "events": (coverage.EventRow, coverage.event_rows),
    "articles": (coverage.ArticleRow, coverage.article_rows),
    "findings": (words.FindingRow, words.finding_rows),
    "namings": (words.NamingRow, words.naming_rows),
    "scores": (counts.ScoreRow, counts.score_rows),
    "article_scores": (counts.ArticleScoreRow, counts.article_score_rows),
    "category_scores": (counts.CategoryScoreRow, counts.category_score_rows),
    "place_scores": (counts.PlaceScoreRow, counts.place_score_rows),
    "strength_scores": (counts.StrengthScoreRow, counts.strength_score_rows),
    "groups": (claims.GroupRow, claims.group_rows),
    "passages": (claims.PassageRow, claims.passage_rows),
    "contrasts": (claims.ContrastRow, claims.contrast_rows),
    "omissions": (claims.OmissionRow, claims.omission_rows),
    "only": (claims.OnlyRow, claims.only_rows),
    "contradictions": (claims.ContradictionRow, claims.contradiction_rows),
}
"""Tables whose rows come from single events."""

KINDS: dict[str, type[Row]] = {
    **{name: kind for name, (kind, _) in OF_EVENTS.items()},
    "gaps": coverage.GapRow,
}
"""What a row of each table is, in the order in which documents list them."""


def table_rows(
    edition: str,
    comparisons: Sequence[Comparison],
    gaps: Sequence[Gap] = (),
    unmatched: Sequence[Article] = (),
) -> dict[str, Table]:
    """Return the tables of an edition by name.

    Args:
        edition: ISO date.
        comparisons: of all events of the edition.
        gaps: of the night; one that an event also lists is given once, with the event.
        unmatched: articles that were joined with none of another outlet.
    """
    ordered = sorted(comparisons, key=lambda comparison: comparison.event.id)
    looked = [Evidence(comparison) for comparison in ordered]
    tables = {name: _table(looked, *each) for name, each in OF_EVENTS.items()}
    lone = coverage.lone_rows(edition, unmatched)
    tables["articles"] = Table(kind=coverage.ArticleRow, rows=(*tables["articles"].rows, *lone))
    rows = tuple(coverage.gap_rows(edition, ordered, gaps))
    return tables | {"gaps": Table(kind=coverage.GapRow, rows=rows)}


def _table(looked: Sequence[Evidence], kind: type[Row], make: Make) -> Table:
    return Table(kind=kind, rows=tuple(row for evidence in looked for row in make(evidence)))
