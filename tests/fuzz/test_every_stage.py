"""Whatever a text looks like, every stage behind extraction reads it; no event is lost by one."""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bias.alignment.terms.quantities import read_quantities
from bias.events.gaps import with_gaps
from bias.events.group import match_events
from bias.pipeline import align_articles
from bias.records import Article, Event, GapReason, Outlet, Quality
from bias.report.render import render_edition, render_event
from bias.report.views.edition import edition_view
from bias.wording.compare import compare_event
from bias.wording.lexicon import load_lexicon
from tests.voiced import read_article

from .sentences import SENTENCES, sentences, texts

EDITION = "2026-03-14"
NAMES = ("harbour-herald", "vell-today", "orveth-post")
OUTLETS = tuple(
    Outlet(id=name, name=name.title(), homepage=f"https://{name}.example/", feeds=())
    for name in NAMES
)


def article(outlet: str, title: str, text: str, trusted: bool = True) -> Article:
    reason = None if trusted else GapReason.CUT_SHORT
    return Article(
        id=f"{outlet}-1",
        outlet=outlet,
        url=f"https://{outlet}.example/1",
        title=title,
        text=text,
        language="en",
        quality=Quality(trusted=trusted, reason=reason, detail="" if trusted else "Cut."),
    )


def event_of(articles: list[Article]) -> Event:
    return Event(
        id="an-event",
        edition=EDITION,
        title=articles[0].title,
        articles=tuple(sorted(each.id for each in articles)),
        outlets=tuple(sorted(each.outlet for each in articles)),
    )


coverage = st.lists(
    st.tuples(sentences, texts, st.sampled_from((True, True, True, False))), min_size=2, max_size=3
).map(lambda rows: [article(name, *row) for name, row in zip(NAMES, rows, strict=False)])


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_number_may_stand_at_either_end_of_a_text(sentence: str) -> None:
    words = sentence.rstrip(".").split()
    for cut in range(len(words) + 1):
        for text in (" ".join(words[:cut]), " ".join(words[cut:])):
            assert all(quantity.printed in text for quantity in read_quantities(text))


@given(sentences, texts)
@settings(max_examples=150, deadline=None)
def test_a_text_is_read_and_its_spans_lie_in_it(title: str, text: str) -> None:
    piece = article(NAMES[0], title, text)
    read = read_article(piece)
    spans = [
        *((passage.part, passage.start, passage.end) for passage in read.passages),
        *((voice.part, voice.start, voice.end) for voice in read.voices),
        *((doubt.part, doubt.start, doubt.end) for doubt in read.doubts),
    ]
    assert all(0 <= start <= end <= len(piece.part_text(part)) for part, start, end in spans)


@given(coverage)
@settings(max_examples=25, deadline=None)
def test_an_event_is_aligned_compared_and_reported(articles: list[Article]) -> None:
    (event,) = with_gaps([event_of(articles)], articles, [], OUTLETS)
    aligned = align_articles(event, {each.id: each for each in articles}, ["vell-today"])
    compared = compare_event(aligned, load_lexicon(), seed=1)
    assert msgspec.json.decode(msgspec.json.encode(compared), type=type(compared)) == compared
    report = render_event(compared, OUTLETS)
    assert report.html.decode()
    assert msgspec.json.decode(report.json)
    assert render_edition(edition_view(EDITION, [compared], OUTLETS, (), articles)).decode()


@given(coverage)
@settings(max_examples=25, deadline=None)
def test_articles_are_grouped_and_what_is_missing_is_named(articles: list[Article]) -> None:
    events = with_gaps(match_events(articles, EDITION), articles, [], OUTLETS)
    for event in events:
        trusted = {a.outlet for a in articles if a.id in event.articles and a.quality.trusted}
        assert {gap.outlet for gap in event.gaps} == set(NAMES) - trusted
