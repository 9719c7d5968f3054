"""The counts of one night that trends are made from: small, and kept beside its summary."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from bias.records import (
    BY_HAND,
    Article,
    Comparison,
    Finding,
    LeftOut,
    Naming,
    Part,
    Record,
    Score,
    Voice,
)


class Told(Record, frozen=True, kw_only=True):
    """One outlet in one event."""

    event: str
    outlet: str
    made: str
    """By which word list and models: figures of different ones are never added up."""
    articles: int
    words: int
    """Own words that are counted."""
    findings: int
    """Loaded words of the headline rate among them."""


class OfCategory(Record, frozen=True, kw_only=True):
    """Loaded words of one category in the own voice of one outlet in one event."""

    event: str
    outlet: str
    made: str
    category: str
    findings: int


class OfWord(Record, frozen=True, kw_only=True):
    """How often an outlet wrote one loaded word in own voice of somebody, in one event."""

    event: str
    outlet: str
    made: str
    word: str
    whom: str
    """Whom or what it names or describes, empty where the program cannot tell."""
    findings: int


class Alone(Record, frozen=True, kw_only=True):
    """Articles of an outlet that were joined with none of another."""

    outlet: str
    articles: int


class NightFigures(Record, frozen=True, kw_only=True):
    """The counts of one night."""

    edition: str
    told: tuple[Told, ...] = ()
    categories: tuple[OfCategory, ...] = ()
    words: tuple[OfWord, ...] = ()
    alone: tuple[Alone, ...] = ()


def night_figures(
    edition: str, comparisons: Sequence[Comparison], unmatched: Iterable[Article]
) -> NightFigures:
    """Return the counts of a night, without the events that a person put together."""
    ordered = sorted(comparisons, key=lambda comparison: comparison.event.id)
    nightly = [each for each in ordered if not each.event.id.startswith(BY_HAND)]
    alone = Counter(article.outlet for article in unmatched)
    return NightFigures(
        edition=edition,
        told=tuple(row for each in nightly for row in _told(each)),
        categories=tuple(row for each in nightly for row in _categories(each)),
        words=tuple(row for each in nightly for row in _words(each)),
        alone=tuple(Alone(outlet=outlet, articles=alone[outlet]) for outlet in sorted(alone)),
    )


def made_by(comparison: Comparison) -> str:
    """Return the word list and the models that a comparison was made by."""
    models = (*comparison.making.language_models, comparison.alignment.model)
    return " · ".join(filter(None, (f"word list {comparison.lexicon.digest}", *models)))


def _told(comparison: Comparison) -> Iterator[Told]:
    articles = Counter(article.outlet for article in comparison.articles)
    for score in _own(comparison, "all"):
        yield Told(
            event=comparison.event.id,
            outlet=score.outlet,
            made=made_by(comparison),
            articles=articles[score.outlet],
            words=score.words,
            findings=score.findings,
        )


def _categories(comparison: Comparison) -> Iterator[OfCategory]:
    for score in comparison.scores:
        if _is_own_total(score) and score.category != "all" and score.findings:
            yield OfCategory(
                event=comparison.event.id,
                outlet=score.outlet,
                made=made_by(comparison),
                category=score.category,
                findings=score.findings,
            )


def _own(comparison: Comparison, category: str) -> list[Score]:
    return [s for s in comparison.scores if _is_own_total(s) and s.category == category]


def _is_own_total(score: Score) -> bool:
    outlet = score.scope == "outlet" and score.voice is Voice.OWN
    return outlet and score.place == "all" and not score.strength


# ---------------------------------------------------------------- words


def _words(comparison: Comparison) -> Iterator[OfWord]:
    terms = {cue.id: cue.term for cue in comparison.cues}
    namings = _namings(comparison)
    count: Counter[tuple[str, str, str]] = Counter()
    for finding in comparison.findings:
        if finding.voice is Voice.OWN and finding.left_out is not LeftOut.DOUBT:
            word = terms.get(finding.cue) or finding.cue.rpartition("/")[2].replace("-", " ")
            count[finding.outlet, word, _whom(finding, namings)] += 1
    for (outlet, word, whom), findings in sorted(count.items()):
        yield OfWord(
            event=comparison.event.id,
            outlet=outlet,
            made=made_by(comparison),
            word=word,
            whom=whom,
            findings=findings,
        )


def _namings(comparison: Comparison) -> Mapping[tuple[str, Part], list[Naming]]:
    found: dict[tuple[str, Part], list[Naming]] = defaultdict(list)
    for naming in comparison.namings:
        found[naming.article, naming.part].append(naming)
    return found


def _whom(finding: Finding, namings: Mapping[tuple[str, Part], list[Naming]]) -> str:
    """Return whom the shortest naming names that holds the word, empty where none does.

    A word that names somebody by itself ("the tyrant") names whom the program joined it with; where
    that is nobody else, the name would be the word again.
    """
    around = [
        naming
        for naming in namings.get((finding.article, finding.part), ())
        if naming.start < finding.end and finding.start < naming.end
    ]
    nearest = min(around, key=lambda n: (n.end - n.start, n.start, n.entity), default=None)
    return nearest.entity if nearest and nearest.entity[:1].isupper() else ""
