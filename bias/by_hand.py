"""Comparisons by hand: from addresses, or from words to search for in what has been fetched.

What a person asks for is filed under an edition but kept apart from its nightly events, with its
own pages and articles, so that neither changes the other.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

import msgspec
from upath import UPath

from bias.archive import Archive, open_archive
from bias.articles.guarded import extract_safely
from bias.config import Settings
from bias.coverage.client import Client
from bias.coverage.fetch import fetch_addresses
from bias.coverage.memory import KeptBefore
from bias.coverage.outlets import read_outlets
from bias.coverage.snapshots import read_snapshot
from bias.encoding import encode
from bias.errors import UsageError
from bias.events.gaps import gap_of
from bias.given import Given, read_given
from bias.journaling import finish, is_settled, open_journal, shared_hosts
from bias.records import BY_HAND, Article, Event, Gap, Record
from bias.storage import ArticleOrGap, articles_and_gaps
from bias.text import fold, slug, words
from bias.texts import differ, event_of, tell_apart

MOST_PER_OUTLET = 3
MOST_ARTICLES = 24


class Request(Record, frozen=True, kw_only=True):
    """What a person asked to compare: addresses, or else a search."""

    addresses: tuple[str, ...] = ()
    """Addresses of articles, in the order given."""
    search: str = ""
    """Words that must all stand in an article; accents and case do not matter."""
    days: int = 7
    """How many days back from the edition the search goes, at least 1."""

    @classmethod
    def from_params(cls, params: Mapping[str, Any]) -> "Request":
        """Read the parameters of an Airflow run; one that is ``None`` was not given.

        Raises:
            UsageError: neither addresses nor search were given, or both.
        """
        given = {name: params.get(name) for name in ("addresses", "search", "days")}
        known = {name: value for name, value in given.items() if value is not None}
        return msgspec.convert(known, cls).checked()

    def checked(self) -> "Request":
        """Return the request itself.

        Raises:
            UsageError: neither addresses nor search were given, or both, or only one address.
        """
        if bool(self.addresses) == bool(words(self.search)):
            message = "give either addresses of articles or words to search for"
            raise UsageError(message)
        if self.addresses and len(set(self.addresses)) < 2:  # noqa: PLR2004
            message = f"give at least two addresses; {self.addresses[0]} alone cannot be compared"
            raise UsageError(message)
        return self

    @property
    def event(self) -> str:
        """Id of the event it makes: readable, and the same for the same request."""
        digest = hashlib.sha256(encode(self)).hexdigest()[:6]
        return f"{BY_HAND}{slug(self.search) or 'addresses'}-{digest}"


def gather(settings: Settings, edition: str, request: Request) -> str:
    """Put an event together by hand and keep it; returns its id.

    Addresses that were already fetched for the same request and edition are not fetched again,
    unless they did not answer, or too few of them gave an article.

    Raises:
        UsageError: fewer than two outlets have an article to compare; the message says what each
            address answered, or what was searched.
    """
    archive = open_archive(settings)
    make = _from_addresses if request.addresses else _from_search
    rows = make(settings, archive, edition, request)
    articles, gaps = articles_and_gaps(rows)
    if request.addresses and differ(articles):
        articles = tell_apart(articles)
        rows = [*articles, *gaps]
    outlets = sorted({article.outlet for article in articles})
    if len(outlets) < 2:  # noqa: PLR2004
        if request.event not in archive.events_by_hand(edition):
            _pages_path(archive, edition, request).unlink(missing_ok=True)
        raise UsageError(_too_few(request, outlets, gaps))
    event = Event(
        id=request.event,
        edition=edition,
        title=request.search or _title(articles),
        articles=tuple(sorted(article.id for article in articles)),
        outlets=tuple(outlets),
        gaps=(*gaps, *(gap_of(a) for a in articles if not a.quality.trusted)),
    )
    archive.write_event_by_hand(event, rows)
    return event.id


def keep_given(settings: Settings, edition: str, given: Sequence[Given]) -> str:
    """Put an event together from what a person gives, and keep it; returns its id.

    Raises:
        UsageError: fewer than two different articles are among it; the message says what each is.
    """
    outlets = read_outlets(settings.outlets)
    articles, gaps = two_at_least(read_given(settings, given, outlets))
    event = event_of(articles, gaps, title="", edition=edition, prefix=BY_HAND)
    open_archive(settings).write_event_by_hand(event, [*articles, *gaps])
    return event.id


def two_at_least(rows: Sequence[ArticleOrGap]) -> tuple[list[Article], list[Gap]]:
    """Return articles that can be compared, and the gaps.

    Raises:
        UsageError: there are fewer than two different articles; the message says what each is.
    """
    articles, gaps = articles_and_gaps(rows)
    if not differ(articles):
        answers = "".join(f"; {gap.url}: {gap.detail}" for gap in gaps)
        message = f"give at least two different articles; one alone cannot be compared{answers}"
        raise UsageError(message)
    return tell_apart(articles), gaps


def _title(articles: Sequence[Article]) -> str:
    trusted = [article for article in articles if article.quality.trusted and article.title]
    return next((article.title for article in (*trusted, *articles) if article.title), "Untitled")


def _too_few(request: Request, outlets: Sequence[str], gaps: Sequence[Gap]) -> str:
    found = f"only {outlets[0]} has" if outlets else "no outlet has"
    if request.search:
        return f"{found} articles with {request.search!r}; try other words or more days"
    answers = "; ".join(f"{gap.url}: {gap.detail}" for gap in gaps)
    return f"{found} an article at these addresses{': ' if answers else ''}{answers}"


# ---------------------------------------------------------------- addresses


def _pages_path(archive: Archive, edition: str, request: Request) -> UPath:
    return archive.by_hand_folder(edition, request.event) / "pages.warc.gz"


def _from_addresses(
    settings: Settings, archive: Archive, edition: str, request: Request
) -> list[ArticleOrGap]:
    path = _pages_path(archive, edition, request)
    if not is_settled(path):
        _fetch_into(path, settings, request)
    with path.open("rb") as stream:
        items = list(read_snapshot(stream, str(path)))
    return [extract_safely(item, settings) for item in items]


def _fetch_into(path: UPath, settings: Settings, request: Request) -> None:
    outlets = read_outlets(settings.outlets)
    with open_journal(path) as journal, shared_hosts(settings) as hosts:
        with Client(settings, hosts=hosts, memory=KeptBefore(journal)) as client:
            wanted = request.addresses
            for _ in fetch_addresses(wanted, client, settings, outlets, keeper=journal):
                pass  # each is kept as it comes
        finish(journal, path)


# ---------------------------------------------------------------- search


def _from_search(
    _settings: Settings, archive: Archive, edition: str, request: Request
) -> list[ArticleOrGap]:
    return list(_best_of_each_outlet(find_articles(archive, edition, request)))


def find_articles(archive: Archive, edition: str, request: Request) -> list[Article]:
    """Return the fetched articles that hold all words of a search, the best first."""
    wanted = [fold(word) for word in words(request.search)]
    ranked = sorted(
        (-_rank(article, wanted), article.id, article)
        for article in _fetched(archive, edition, request.days)
        if _rank(article, wanted)
    )
    return [article for _, _, article in ranked]


def _fetched(archive: Archive, edition: str, days: int) -> Iterator[Article]:
    """Yield every article of the last ``days`` editions once, newest edition first."""
    last = date.fromisoformat(edition)
    seen: set[str] = set()
    for back in range(days):
        day = (last - timedelta(days=back)).isoformat()
        for outlet in archive.outlets_with_articles(day):
            for row in archive.read_articles(day, outlet):
                if isinstance(row, Article) and row.id not in seen:
                    seen.add(row.id)
                    yield row


def _rank(article: Article, wanted: Sequence[str]) -> int:
    """Return how often the words stand there, the title counting tenfold; 0 unless all do."""
    title = [fold(word) for word in words(article.title)]
    text = [fold(word) for word in words(article.text)]
    counts = [10 * title.count(word) + text.count(word) for word in wanted]
    return sum(counts) if all(counts) else 0


def _best_of_each_outlet(ranked: Iterable[Article]) -> Iterator[Article]:
    taken: dict[str, int] = defaultdict(int)
    for article in ranked:
        taken[article.outlet] += 1
        if taken[article.outlet] <= MOST_PER_OUTLET and sum(taken.values()) <= MOST_ARTICLES:
            yield article
