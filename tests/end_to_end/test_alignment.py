"""What the outlets tell alike is found: copies, quotations, numbers, omissions and contrasts."""

from collections import Counter

import pytest

from bias.alignment.headlines import MOST as HEADLINES
from bias.records import Contrast, GroupKind, PassageGroup, PassageRef
from tests.demo.truth import (
    Clash,
    LeftOut,
    PlantedContrast,
    Retelling,
    SharedQuotation,
    Telling,
    TrueEvent,
    read_truth,
)

from .night import Night

pytestmark = pytest.mark.xdist_group("newsroom")

TRUTH = read_truth()
NOT_ALIGNED = {"passengers of the Stella Corran", "people drowned on Lake Orveth"}
"""Facts with clashing numbers, told in sentences that share almost no other word."""
NOT_PLANTED = {"tonnes"}
"""What else is said to clash: a load of 20 tonnes is supposed, not reported, in one passage."""


def largest_group(night: Night, event: str, tellings: list[Telling]) -> tuple[PassageGroup, int]:
    """Return the passage group that holds most of the tellings, and how many it holds."""
    comparison = night.comparison(event)
    passages = {night.passage(telling.line, telling.substring) for telling in tellings}
    counts = Counter({g: len(passages & set(g.members)) for g in comparison.alignment.groups})
    return counts.most_common(1)[0]


def test_wire_copies_are_one_telling(night: Night) -> None:
    (planted,) = TRUTH.wire_copies
    copies = [copy for comparison in night.comparisons for copy in comparison.copies]
    (found,) = copies
    lines = [night.line(article) for article in found.articles]
    assert lines[0] == planted.original
    assert sorted(lines) == list(planted.lines)
    assert planted.agency in (night.names.get(found.agency), found.agency)


@pytest.mark.parametrize("planted", TRUTH.shared_quotations, ids=lambda q: q.quote[:30])
def test_shared_quotations_are_called_that(night: Night, planted: SharedQuotation) -> None:
    tellings = [Telling(line=t.line, substring=t.quote) for t in planted.tellings]
    group, held = largest_group(night, planted.event, tellings)
    assert group.kind is GroupKind.SHARED_QUOTATION
    # A sentence that carries the quotation and much else may stand with those that tell the rest.
    assert 3 * held >= 2 * len(tellings)


@pytest.mark.parametrize("planted", TRUTH.retellings, ids=lambda r: f"{r.event}-{r.fact}")
def test_retellings_stand_in_one_group(night: Night, planted: Retelling) -> None:
    group, held = largest_group(night, planted.event, list(planted.tellings))
    assert held == len(planted.tellings)
    assert group.kind is not GroupKind.SHARED_QUOTATION


def clashing(night: Night, planted: Clash) -> set[str]:
    """Return the planted numbers that are set against each other in one place."""
    given = {night.article(t.line).id: t.number.lower() for t in planted.tellings}
    sets: list[set[str]] = [set()]
    for group in night.comparison(planted.event).alignment.groups:
        for clash in group.number_clashes:
            printed = [(ref.article, value.lower()) for ref, value in clash.values]
            sets.append({value for article, value in printed if given.get(article) == value})
    return max(sets, key=len)


def test_planted_number_clashes_are_found(night: Night) -> None:
    found = {clash.fact: clashing(night, clash) for clash in TRUTH.number_clashes}
    assert {fact for fact, numbers in found.items() if len(numbers) < 2} == NOT_ALIGNED


def test_few_other_numbers_clash(night: Night) -> None:
    given = [
        {(night.article(t.line).id, t.number.lower()) for t in clash.tellings}
        for clash in TRUTH.number_clashes
    ]
    found = [
        clash for c in night.comparisons for g in c.alignment.groups for clash in g.number_clashes
    ]
    others = {
        clash.what
        for clash in found
        if not any({(r.article, v.lower()) for r, v in clash.values} & each for each in given)
    }
    assert others <= NOT_PLANTED


def called_silent(night: Night, planted: LeftOut) -> set[str]:
    """Return the outlets that are said to leave a planted fact out."""
    group, _ = largest_group(night, planted.event, list(planted.told))
    omissions = night.comparison(planted.event).alignment.omissions
    return {night.names[each.outlet] for each in omissions if each.group == group.id}


@pytest.mark.parametrize("planted", TRUTH.omissions, ids=lambda o: f"{o.event}-{o.fact}")
def test_only_who_left_it_out_is_said_to(night: Night, planted: LeftOut) -> None:
    assert called_silent(night, planted) <= set(planted.not_told_by)


def test_most_of_what_is_left_out_is_found(night: Night) -> None:
    found = sum(len(called_silent(night, planted)) for planted in TRUTH.omissions)
    # Nothing is said where three neighbouring sentences hold a third of what the others share.
    assert found >= 0.75 * sum(len(planted.not_told_by) for planted in TRUTH.omissions)


def sides(night: Night, planted: PlantedContrast) -> set[PassageRef]:
    """Return the two passages that are set against each other."""
    return {
        night.passage(side.line, side.substring, side.part)
        for side in (planted.loaded, planted.neutral)
    }


def rank(night: Night, planted: PlantedContrast) -> int:
    """Return the place of a planted contrast in its event, from 1."""
    contrasts = night.comparison(planted.event).alignment.contrasts
    pair = sides(night, planted)
    return next(n for n, each in enumerate(contrasts, start=1) if {each.a, each.b} == pair)


def words_that_differ(night: Night, contrast: Contrast, article: str) -> list[str]:
    """Return the stretches that one article of a contrast has in place of the other's."""
    comparison = next(c for c in night.comparisons if contrast in c.alignment.contrasts)
    side = "a" if contrast.a.article == article else "b"
    ref: PassageRef = getattr(contrast, side)
    passages = next(v.passages for v in comparison.voiced if v.article == article)
    text = night.article(night.line(article)).part_text(passages[ref.index].part)
    spans = [getattr(step, side) for step in contrast.steps if step.kind != "same"]
    return [text[start:end] for start, end in joined(spans, text)]


def joined(spans: list[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """Join spans between which only a space stands."""
    whole: list[tuple[int, int]] = []
    for start, end in spans:
        if whole and not text[whole[-1][1] : start].strip():
            whole[-1] = (whole[-1][0], end)
        else:
            whole.append((start, end))
    return whole


@pytest.mark.parametrize(
    "planted", TRUTH.contrasts, ids=lambda c: f"{c.event}-{c.fact}-{c.loaded.word}"
)
def test_planted_contrasts_are_shown(night: Night, planted: PlantedContrast) -> None:
    contrasts = night.comparison(planted.event).alignment.contrasts
    contrast = contrasts[rank(night, planted) - 1]
    loaded = night.article(planted.loaded.line).id
    stretches = words_that_differ(night, contrast, loaded)
    assert any(planted.loaded.word in stretch for stretch in stretches), stretches


def first_shown(night: Night, planted: PlantedContrast) -> int:
    """Return the place, from 1, where a reader first meets the loaded word opposite another."""
    contrasts = night.comparison(planted.event).alignment.contrasts
    ref = night.passage(planted.loaded.line, planted.loaded.substring, planted.loaded.part)
    return next(
        place
        for place, each in enumerate(contrasts, start=1)
        if ref in {each.a, each.b}
        and any(planted.loaded.word in w for w in words_that_differ(night, each, ref.article))
    )


@pytest.mark.parametrize("event", TRUTH.events, ids=lambda event: event.event)
def test_planted_contrasts_come_first(night: Night, event: TrueEvent) -> None:
    planted = [each for each in TRUTH.contrasts if each.event == event.event]
    places = sorted(first_shown(night, each) for each in planted)
    # The headlines of the event may stand among them.
    assert all(place <= max(16, HEADLINES + 1.5 * len(places)) for place in places), places
    assert not places or places[0] <= HEADLINES + 1
