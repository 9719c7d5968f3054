"""The labelled facts of real events, and where their sentences stand in our comparison of them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from benchmarks.rows import SEED
from bias.pipeline.comparing import align_articles
from bias.records import Article, Comparison, Event, Part, Passage, PassageRef, Quality
from bias.wording.compare import compare_event
from bias.wording.lexicon import Lexicon

TITLE = -1
"""The number of the title among the labelled sentences."""

Span = tuple[int, int]
At = tuple[str, int]
"""An outlet and the number of one of its sentences."""


class LabelledArticle(msgspec.Struct, frozen=True):
    """One article sentence by sentence."""

    outlet: str
    title: str
    sentences: tuple[str, ...]
    paragraph_of_sentence: tuple[int, ...]


class Fact(msgspec.Struct, frozen=True):
    """One happening, statement or circumstance, and where each outlet tells it."""

    fact: str
    told: dict[str, tuple[int, ...]]
    salience: int
    partly: dict[str, tuple[int, ...]] = msgspec.field(default_factory=dict)

    def absent_from(self, outlet: str) -> bool:
        """Say whether an outlet tells it neither wholly nor in part."""
        return not self.told.get(outlet) and not self.partly.get(outlet)


class Opposed(msgspec.Struct, frozen=True):
    """Two sentences that a reader set against each other."""

    a: tuple[str, int, str]
    b: tuple[str, int, str]
    telling: int = 0

    @property
    def key(self) -> frozenset[At]:
        """The two sentences, whichever comes first."""
        return frozenset([self.a[:2], self.b[:2]])


class Alone(msgspec.Struct, frozen=True):
    """What one outlet alone tells, and a reader of the others would want to know."""

    outlet: str
    sentences: tuple[int, ...]


class Named(msgspec.Struct, frozen=True):
    """One actor or happening with the forms each outlet names it by."""

    forms: dict[str, tuple[tuple[str | int, ...], ...]]


class LabelledEvent(msgspec.Struct, frozen=True):
    """One event read by a careful reader."""

    event: str
    articles: tuple[LabelledArticle, ...]
    facts: tuple[Fact, ...]
    contrasts: tuple[Opposed, ...]
    conflicts: tuple[Opposed, ...]
    only: tuple[Alone, ...]
    names: tuple[Named, ...]


class Compared(NamedTuple):
    """Our comparison of a labelled event, with the labelled sentences of every passage."""

    label: LabelledEvent
    comparison: Comparison
    texts: Mapping[str, Article]
    places: Mapping[PassageRef, tuple[At, ...]]

    def facts(self, ref: PassageRef) -> set[int]:
        """Return the labelled facts that a passage tells, wholly or in part."""
        return {fact for at in self.places[ref] for fact in self._told().get(at, ())}

    def keys(self, a: PassageRef, b: PassageRef) -> set[frozenset[At]]:
        """Return the pairs of labelled sentences that two passages stand for."""
        return {frozenset([i, j]) for i in self.places[a] for j in self.places[b]}

    def words(self, ref: PassageRef) -> str:
        """Return a passage with its outlet, for a list of mistakes."""
        for voiced in self.comparison.voiced:
            for passage in voiced.passages:
                if (passage.article, passage.index) == (ref.article, ref.index):
                    article = self.texts[ref.article]
                    text = article.part_text(passage.part)[passage.start : passage.end]
                    return f"{article.outlet}[{ref.index}] {text}"
        return ""

    def _told(self) -> dict[At, set[int]]:
        found: dict[At, set[int]] = defaultdict(set)
        for number, fact in enumerate(self.label.facts):
            for places in (fact.told, fact.partly):
                for outlet, sentences in places.items():
                    for sentence in sentences:
                        found[outlet, sentence].add(number)
        return found


def compare_labelled(label: LabelledEvent, lexicon: Lexicon) -> Compared:
    """Compare the articles of a labelled event as the pipeline would."""
    built = [_article(each) for each in label.articles]
    texts = {article.id: article for article, _ in built}
    spans = {article.id: found for article, found in built}
    event = Event(
        id="event",
        edition="2026-01-01",
        title=label.articles[0].title,
        articles=tuple(sorted(texts)),
        outlets=tuple(sorted(article.outlet for article in texts.values())),
    )
    comparison = compare_event(align_articles(event, texts, []), lexicon, SEED)
    places = {
        PassageRef(article=passage.article, index=passage.index): tuple(
            (texts[passage.article].outlet, sentence)
            for sentence in _sentences(passage, spans[passage.article])
        )
        for voiced in comparison.voiced
        for passage in voiced.passages
    }
    return Compared(label, comparison, texts, places)


def _article(row: LabelledArticle) -> tuple[Article, tuple[Span, ...]]:
    """Return an article in its paragraphs, with the span of every labelled sentence."""
    text, spans = "", []
    for number, sentence in enumerate(map(str.strip, row.sentences)):
        if number:
            paragraphs = row.paragraph_of_sentence[number - 1 : number + 1]
            text += " " if paragraphs[0] == paragraphs[1] else "\n\n"
        spans.append((len(text), len(text) + len(sentence)))
        text += sentence
    article = Article(
        id=f"{row.outlet}-a",
        outlet=row.outlet,
        url=f"https://{row.outlet}.example/a",
        title=row.title,
        text=text,
        quality=Quality(trusted=True, words=len(text.split()), extractor="given"),
        language="en",
    )
    return article, tuple(spans)


def _sentences(passage: Passage, spans: Sequence[Span]) -> Iterator[int]:
    """Yield the labelled sentences of which a passage holds more than half, or that hold it."""
    if passage.part is Part.TITLE:
        yield TITLE
        return
    for number, (start, end) in enumerate(spans):
        shared = min(end, passage.end) - max(start, passage.start)
        if shared > 0.5 * min(end - start, passage.end - passage.start):
            yield number
