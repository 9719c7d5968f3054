"""The bundled coverage holds what its ``truth.json`` says, for every line and word of it."""

import re
from collections import Counter
from datetime import datetime, timedelta

import pytest

from bias.demo.story import Served
from bias.records import GapReason, Part
from bias.text import count_words, words

from .truth import Word, body, read_truth, stories, trusted, whole

TRUTH = read_truth()
OUTLETS = {
    "Aldmark Public Broadcasting",
    "KRT",
    "Kestrian Press Agency",
    "Open Kestria",
    "The Daily Lantern",
    "The Tolmar Courier",
}
LENGTHS = {
    "The Tolmar Courier": (450, 750),
    "Kestrian Press Agency": (450, 750),
    "The Daily Lantern": (300, 450),
}
REASONS = {
    Served.FORBIDDEN: GapReason.FORBIDDEN,
    Served.NOT_FOUND: GapReason.NOT_FETCHED,
    Served.HEALS: None,
    Served.SLOW: None,
    Served.PAYWALLED: GapReason.PAYWALLED,
    Served.LIVE_BLOG: GapReason.LIVE_BLOG,
    Served.VIDEO: GapReason.NO_TEXT,
    Served.CUT_SHORT: GapReason.CUT_SHORT,
}
SENTENCE_END = re.compile(r"[.?!] (?=[A-Z])")


def outlet(line: int) -> str:
    return stories()[line].outlet


def places() -> list[Word]:
    sides = [side for contrast in TRUTH.contrasts for side in (contrast.loaded, contrast.neutral)]
    return [*TRUTH.voices, *TRUTH.must_not_flag, *sides]


def test_six_outlets_tell_one_night() -> None:
    times = [datetime.fromisoformat(str(story.published)) for story in stories().values()]
    assert {story.outlet for story in stories().values()} == OUTLETS
    assert len(stories()) >= 36
    assert times == sorted(times)
    assert times[-1] - times[0] < timedelta(hours=13)


@pytest.mark.parametrize("line", stories())
def test_articles_have_the_length_of_their_kind(line: int) -> None:
    if stories()[line].served in {Served.VIDEO, Served.LIVE_BLOG}:
        return
    low, high = LENGTHS.get(outlet(line), (350, 600))
    assert low <= count_words(body(line)) <= high


def test_events_are_those_of_the_lines() -> None:
    told = {line: event.event for event in TRUTH.events for line in event.lines}
    assert told == {line: story.event for line, story in stories().items() if story.event}
    assert set(TRUTH.single_outlet) == set(stories()) - set(told)
    assert len(TRUTH.single_outlet) >= 5
    for event in TRUTH.events:
        assert event.outlets == tuple(sorted({outlet(line) for line in event.lines}))
        assert event.trusted_lines == tuple(filter(trusted, event.lines))
        assert len({outlet(line) for line in event.trusted_lines}) >= 3


def test_all_outlets_tell_the_main_event_and_are_trusted_on_it() -> None:
    main = next(event for event in TRUTH.events if event.event == "barracks-night")
    assert {outlet(line) for line in main.trusted_lines} == OUTLETS


def test_look_alikes_share_their_vocabulary() -> None:
    (pair,) = TRUTH.look_alikes
    first, second = (
        {
            word
            for event in TRUTH.events
            if event.event == name
            for line in event.lines
            for word in words(body(line).lower())
        }
        for name in pair.events
    )
    assert {"ferry", "passengers", "operator", "investigators", "lifeboats", "prosecutor"} & second
    assert {"ferry", "passengers", "accident", "harbour", "hospital", "missing"} <= first & second


def test_every_hazard_is_planted_once() -> None:
    assert {hazard.served: hazard.reason for hazard in TRUTH.hazards} == REASONS
    assert len(TRUTH.hazards) == len(REASONS)
    for hazard in TRUTH.hazards:
        assert stories()[hazard.line].served is hazard.served
        assert stories()[hazard.line].event == hazard.event
        assert hazard.trusted is trusted(hazard.line) is (hazard.reason is None)


@pytest.mark.parametrize("place", places(), ids=lambda place: f"{place.line}-{place.word[:20]}")
def test_words_stand_where_they_are_said_to(place: Word) -> None:
    text = str(stories()[place.line].title) if place.part is Part.TITLE else body(place.line)
    assert trusted(place.line)
    assert text.count(place.substring) == 1
    assert not place.word or place.substring.count(place.word) == 1


def test_copies_differ_from_the_agency_by_little() -> None:
    (copies,) = TRUTH.wire_copies
    original = Counter(words(body(copies.original)))
    for line in copies.lines:
        carried = Counter(words(body(line).replace("’", "'")))
        assert (original & carried).total() / original.total() > 0.85
        assert stories()[line].agency is (line == copies.original)
        assert "KPA" in stories()[line].authors[0]
    assert copies.replaced.word in body(copies.replaced.line)
    assert copies.replaced.original_word in body(copies.original)


def test_shared_quotations_stand_in_three_outlets_under_different_verbs() -> None:
    for quotation in TRUTH.shared_quotations:
        assert len({outlet(telling.line) for telling in quotation.tellings}) >= 3
        for telling in quotation.tellings:
            assert telling.quote.replace("’", "'") == quotation.quote
            assert whole(telling.line).count(telling.quote) == 1
            assert telling.framing in body(telling.line)
    verbs = {telling.framing for q in TRUTH.shared_quotations for telling in q.tellings}
    assert verbs >= {"said", "claimed", "admitted", "insisted"}


def test_numbers_clash() -> None:
    assert len(TRUTH.number_clashes) >= 5
    for clash in TRUTH.number_clashes:
        assert len({telling.number.lower() for telling in clash.tellings}) >= 2
        for telling in clash.tellings:
            assert body(telling.line).count(telling.substring) == 1
            assert telling.substring.count(telling.number) == 1


def test_facts_are_left_out_by_one_trusted_outlet_and_told_by_two_thirds() -> None:
    assert len(TRUTH.omissions) >= 3
    trusted_by_event = {event.event: event.trusted_lines for event in TRUTH.events}
    for fact in TRUTH.omissions:
        tellers = {outlet(telling.line) for telling in fact.told}
        all_outlets = {outlet(line) for line in trusted_by_event[fact.event]}
        assert tellers | set(fact.not_told_by) == all_outlets
        assert not tellers & set(fact.not_told_by)
        assert fact.not_told_by
        assert 3 * len(tellers) >= 2 * len(all_outlets)


def test_retellings_are_sentences_of_several_outlets() -> None:
    told = [fact.told for fact in TRUTH.omissions]
    for tellings in [*told, *(fact.tellings for fact in TRUTH.retellings)]:
        assert len({outlet(telling.line) for telling in tellings}) >= 2
        assert all(body(telling.line).count(telling.substring) == 1 for telling in tellings)
        assert not any(SENTENCE_END.search(telling.substring) for telling in tellings)


def test_quotations_reopen_at_each_paragraph_and_close_once() -> None:
    for quotation in TRUTH.reopened_quotations:
        *unclosed, last = quotation.paragraphs
        assert "\n\n".join(quotation.paragraphs) in body(quotation.line)
        assert all(paragraph[0] in '“"' for paragraph in quotation.paragraphs)
        assert all(paragraph[-1] in ".?" for paragraph in unclosed)
        assert last[-1] in '”"'


def test_a_stray_mark_has_no_partner_in_its_paragraph() -> None:
    for stray in TRUTH.doubts:
        (paragraph,) = (p for p in body(stray.line).split("\n\n") if stray.substring in p)
        assert paragraph.count('"') % 2 == 1
