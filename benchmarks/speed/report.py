"""How fast the reports of a night are written, beside plain JSON and the comparing before it.

The events are those of the bundled coverage. The peer writes the same comparison as JSON with the
standard library; ours writes a page, JSON and CSV.
"""

import json
from collections.abc import Callable, Iterator, Sequence

import msgspec

from benchmarks.rows import SEED, Row
from benchmarks.texts import plain_article
from benchmarks.timing import fewest_seconds
from bias.articles.extract import article_id
from bias.demo.folder import BUNDLED, read_folder
from bias.demo.story import Story
from bias.pipeline import align_articles
from bias.records import AlignedEvent, Article, Comparison, Event, Outlet
from bias.report.render import render_edition, render_event
from bias.report.views.edition import edition_view
from bias.text import slug
from bias.wording.compare import compare_event
from bias.wording.lexicon import load_lexicon

EDITION = "2026-03-14"
ROUNDS = 3


def measure() -> Iterator[Row]:
    """Yield seconds and size of an event, the ratios, and seconds of the night's front page."""
    stories = [story for story in read_folder(BUNDLED)[0] if story.event and story.paragraphs]
    outlets = [_outlet(name) for name in sorted({story.outlet for story in stories})]
    comparisons = _compare(stories)
    events = len(comparisons)
    pages = [render_event(each, outlets).html for each in comparisons]  # templates are read once
    ours = _seconds(lambda: [render_event(each, outlets) for each in comparisons])
    peer = _seconds(lambda: [_as_json(each) for each in comparisons])
    before = _seconds(lambda: _compare(stories))
    front = _seconds(lambda: [render_edition(edition_view(EDITION, comparisons, outlets))])
    for system, metric, value in (
        ("ours", "seconds_per_event", ours / events),
        ("json", "seconds_per_event", peer / events),
        ("ours", "ratio_to_json", ours / peer),
        ("ours", "ratio_to_comparing", ours / before),
        ("ours", "megabytes_per_page", sum(map(len, pages)) / events / 1e6),
        ("ours", "seconds_of_front_page", front),
    ):
        yield Row(set="bundled", system=system, metric=metric, value=value, n=events)


def _seconds(work: Callable[[], object]) -> float:
    return fewest_seconds(work, ROUNDS)


def _as_json(comparison: Comparison) -> str:
    return json.dumps(msgspec.to_builtins(comparison), indent=1)


def _outlet(name: str) -> Outlet:
    return Outlet(id=slug(name), name=name, homepage=f"https://{slug(name)}.example/")


def _compare(stories: Sequence[Story]) -> list[Comparison]:
    """Return the comparison of every event, all of its articles trusted."""
    lexicon = load_lexicon()
    names = sorted({story.event for story in stories if story.event})
    aligned = (_align(name, [s for s in stories if s.event == name]) for name in names)
    return [compare_event(each, lexicon, SEED) for each in aligned]


def _align(name: str, stories: Sequence[Story]) -> AlignedEvent:
    articles = {article.id: article for article in map(_article, stories)}
    event = Event(
        id=name,
        edition=EDITION,
        title=stories[0].title or name,
        articles=tuple(sorted(articles)),
        outlets=tuple(sorted({article.outlet for article in articles.values()})),
    )
    return align_articles(event, articles, [slug(s.outlet) for s in stories if s.agency])


def _article(story: Story) -> Article:
    outlet, title = slug(story.outlet), story.title or ""
    text = "\n\n".join(story.paragraphs or ())
    return plain_article(article_id(outlet, title), outlet, text, title)
