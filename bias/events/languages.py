"""An event is told in one language; of outlets that write another, just that is said."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from bias.languages import DEFAULT, is_supported
from bias.records import Article, Event, Gap, GapReason


def by_language(articles: Sequence[Article]) -> list[list[Article]]:
    """Return the articles of each language, in their order.

    An article in a language that cannot be read stands with the language of most others: it joins
    no figure, but the event it may tell names it as a gap.
    """
    counts = Counter(article.language for article in articles if is_supported(article.language))
    most = max(counts, key=lambda code: (counts[code], code), default=DEFAULT)
    found: dict[str, list[Article]] = {}
    for article in articles:
        code = article.language if article.language in counts else most
        found.setdefault(code, []).append(article)
    return list(found.values())


def language_of(articles: Iterable[Article]) -> str:
    """Return the language of most of the articles that can be read; of as many, the first code."""
    counts = Counter(article.language for article in articles if article.quality.trusted)
    return min(counts, key=lambda code: (-counts[code], code), default=DEFAULT)


Printed = Mapping[str, Counter[str]]
"""By outlet, how many of its articles that can be read are in each language."""


def printed_in(articles: Iterable[Article]) -> Printed:
    """Return what languages each outlet prints."""
    found: dict[str, Counter[str]] = {}
    for article in articles:
        if article.quality.trusted:
            found.setdefault(article.outlet, Counter())[article.language] += 1
    return found


def other_languages(event: Event, by_id: Mapping[str, Article], printed: Printed) -> dict[str, Gap]:
    """Return a gap for each outlet that printed articles in another language than an event's."""
    known = language_of(by_id[article] for article in event.articles if article in by_id)
    others = {outlet: counts.total() - counts[known] for outlet, counts in printed.items()}
    return {
        outlet: Gap(outlet=outlet, reason=GapReason.OTHER_LANGUAGE, detail=_detail(count))
        for outlet, count in others.items()
        if count
    }


def _detail(count: int) -> str:
    start = "1 article of the outlet is" if count == 1 else f"{count:,} articles of the outlet are"
    return f"{start} in another language; whether one tells this is not known."
