"""What was covered: events, articles, and what is missing."""

from collections.abc import Iterator, Mapping, Sequence

from bias.records import Article, Comparison, Gap, Score, Voice
from bias.report.tables.rows import (
    ArticleKeys,
    Evidence,
    Row,
    article_columns,
    listed,
    night_columns,
)
from bias.report.views.gaps import event_gaps


class EventRow(Row, frozen=True, kw_only=True):
    """One event of a night."""

    title: str
    """Headline of its most central article, as one outlet printed it."""
    outlets: str
    """Ids of the outlets that told it, separated by spaces."""
    articles: int
    """Articles on it."""
    trusted: int
    """Of these, articles whose text is compared and counted."""
    findings: int
    """Loaded words of the headline rate in own voice, agency copy counted once."""
    words: int
    """Words in own voice, agency copy counted once."""
    per_1000: float | None
    """Findings per 1,000 of these words; missing where there is too little text."""
    low: float | None
    """Lower end of the 95 % bootstrap interval over passages."""
    high: float | None
    """Upper end of that interval."""
    groups: int
    """Passage groups: what several outlets tell."""
    contrasts: int
    """Pairs of passages compared word by word."""
    omissions: int
    """What most outlets tell and one does not."""
    only: int
    """What one outlet tells alone."""
    contradictions: int
    """Pairs of passages that cannot both be right, or quote one speaker in two wordings."""


class ArticleRow(ArticleKeys, frozen=True, kw_only=True):
    """One article of one event, or of the night where no other outlet told the same."""

    language: str
    """ISO 639-1."""
    words: int
    """Words of the body text."""
    trusted: bool
    """Whether its text is compared and counted."""
    reason: str
    """Why it is not trusted, empty where it is."""
    detail: str
    """The same in one sentence."""
    extractor: str
    """Whose reading of the page was taken."""
    agreement: float | None
    """Share of word 4-grams on which the extractors agree, 0 to 1; missing with one text only."""
    wire_credit: str
    """The agency it credits, empty for none."""
    copy_of: str
    """Id of the article it is a near copy of, empty where it is its own telling."""
    authors: str
    """As printed, separated by semicolons."""


class GapRow(Row, frozen=True, kw_only=True):
    """One coverage gap; ``event`` is empty where it is about the night as a whole."""

    outlet: str
    """Id of the outlet."""
    reason: str
    """Why an article is missing or untrusted, one word of a fixed list."""
    detail: str
    """The same in one sentence."""
    url: str
    """Address of what is missing, empty where it is not about one address."""
    title: str
    """Headline as announced, empty when unknown."""
    published: str | None
    """When it was published as announced, ISO 8601 in UTC; missing when unknown."""


def event_rows(evidence: Evidence) -> list[EventRow]:
    """Return the row of an event."""
    comparison, alignment = evidence.comparison, evidence.comparison.alignment
    whole = next(filter(_is_whole, comparison.scores), None)
    return [
        EventRow(
            **evidence.event,
            title=comparison.event.title,
            outlets=listed(comparison.event.outlets),
            articles=len(comparison.articles),
            trusted=sum(article.quality.trusted for article in comparison.articles),
            findings=whole.findings if whole else 0,
            words=whole.words if whole else 0,
            per_1000=whole.per_1000 if whole else None,
            low=whole.low if whole else None,
            high=whole.high if whole else None,
            groups=len(alignment.groups),
            contrasts=len(alignment.contrasts),
            omissions=len(alignment.omissions),
            only=len(alignment.only),
            contradictions=len(alignment.conflicts),
        )
    ]


def _is_whole(score: Score) -> bool:
    total = score.category == score.place == "all" and not score.strength
    return score.scope == "event" and score.voice is Voice.OWN and total


def article_rows(evidence: Evidence) -> list[ArticleRow]:
    """Return a row for each article of an event."""
    originals = {
        copy: rows.articles[0] for rows in evidence.comparison.copies for copy in rows.articles[1:]
    }
    return [
        _article(article, evidence.event, originals.get(article.id, ""))
        for article in evidence.comparison.articles
    ]


def lone_rows(edition: str, articles: Sequence[Article]) -> list[ArticleRow]:
    """Return a row for each article of a night that was joined with none of another outlet."""
    return [_article(article, night_columns(edition), "") for article in articles]


def gap_rows(edition: str, comparisons: Sequence[Comparison], gaps: Sequence[Gap]) -> list[GapRow]:
    """Return the gaps of a night; one that an event also lists is given once, with the event."""
    return list(_gaps(edition, comparisons, gaps))


def _gaps(edition: str, comparisons: Sequence[Comparison], gaps: Sequence[Gap]) -> Iterator[GapRow]:
    told: set[tuple[str, str]] = set()
    for comparison in comparisons:
        for gap in event_gaps(comparison):
            told.add((gap.outlet, gap.url))
            yield _gap(Evidence(comparison).event, gap)
    for gap in gaps:
        if not gap.url or (gap.outlet, gap.url) not in told:
            yield _gap(night_columns(edition), gap)


def _article(article: Article, event: Mapping[str, object], copy_of: str) -> ArticleRow:
    quality = article.quality
    return ArticleRow(
        **event,  # type: ignore[arg-type]  # the columns of a row, whatever their types
        **article_columns(article),
        language=article.language,
        words=quality.words,
        trusted=quality.trusted,
        reason=quality.reason.value if quality.reason else "",
        detail=quality.detail,
        extractor=quality.extractor,
        agreement=quality.agreement,
        wire_credit=article.wire_credit,
        copy_of=copy_of,
        authors="; ".join(article.authors),
    )


def _gap(event: Mapping[str, object], gap: Gap) -> GapRow:
    return GapRow(
        **event,  # type: ignore[arg-type]  # the columns of a row, whatever their types
        outlet=gap.outlet,
        reason=gap.reason.value,
        detail=gap.detail,
        url=gap.url,
        title=gap.title,
        published=gap.published,
    )
