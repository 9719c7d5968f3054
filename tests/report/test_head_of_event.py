"""The head of an event's page: three sentences, one pair, who told it; each from a record."""

from typing import Any

import msgspec
import pytest
from lxml import html

from bias.records import (
    Comparison,
    Conflict,
    ConflictKind,
    GapReason,
    GroupKind,
    LeftOut,
    PassageRef,
)
from bias.report.plain import LEFT_OUT
from bias.report.reading import Reading
from bias.report.render import render_alone, render_event
from bias.report.runs import Run
from bias.report.views.briefing import LONGEST, briefing
from bias.report.views.conflicts import conflict_views
from bias.report.views.contrasts import contrasts_view
from bias.report.views.event import event_view
from bias.report.views.lead import lead_pair
from bias.report.views.only import only_views
from bias.report.views.strip import strip

from .invented import CONFLICTS, GROUPS, ONLY, OUTLETS, TOLD, conflict, group
from .invented_articles import FREEPOST, HERALD, LANTERN, PANWIRE
from .marked import tell
from .test_page import EVENT_PAGE, nodes, texts

replace: Any = msgspec.structs.replace


@pytest.fixture(scope="module")
def reading(comparison: Comparison) -> Reading:
    return Reading(comparison, OUTLETS)


def said(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs)


def aligned(comparison: Comparison, **changes: object) -> Reading:
    alignment = replace(comparison.alignment, **changes)
    return Reading(replace(comparison, alignment=alignment), OUTLETS)


def test_what_most_tell_is_quoted_unmarked_with_every_other_outlet_linked(reading: Reading) -> None:
    agreed = briefing(reading).agreed
    assert agreed
    assert all(not run.note for run in agreed.sentence.runs)
    outlets = {agreed.sentence.outlet.id} | {other.outlet.id for other in agreed.others}
    assert len(outlets) == len(agreed.others) + 1 <= agreed.read == len(TOLD)


def test_a_join_that_is_not_sure_is_no_agreement(comparison: Comparison) -> None:
    doubtful = tuple(replace(group, similarity=0.3) for group in GROUPS)
    assert briefing(aligned(comparison, groups=doubtful)).agreed is None


def test_a_sentence_of_which_the_others_hold_little_does_not_speak_for_them(
    comparison: Comparison,
) -> None:
    shared = group("g1", GroupKind.RETELLING, (HERALD, 2), (PANWIRE, 2), (FREEPOST, 2))
    said_so = briefing(aligned(comparison, groups=(shared,), omissions=())).agreed
    assert said_so
    assert len(said_so.others) + 1 < said_so.read
    apart = group("g1", GroupKind.RETELLING, (HERALD, 2), (LANTERN, 7))
    assert briefing(aligned(comparison, groups=(apart,), omissions=())).agreed is None


def test_of_what_was_joined_from_some_the_page_claims_no_number_of_tellers(
    comparison: Comparison,
) -> None:
    shared = group("g1", GroupKind.RETELLING, (HERALD, 2), (PANWIRE, 2), (FREEPOST, 2))
    page = render_event(aligned(comparison, groups=(shared,), omissions=()).comparison, OUTLETS)
    assert f"At least 3 of {len(TOLD)} tell of this" in page.html.decode()
    few = group("g1", GroupKind.RETELLING, (HERALD, 2), (PANWIRE, 2))
    assert briefing(aligned(comparison, groups=(few,), omissions=())).agreed is None


def test_words_that_most_quote_to_the_letter_are_said_where_nothing_is_agreed_on(
    comparison: Comparison,
) -> None:
    shared = group("g1", GroupKind.SHARED_QUOTATION, (HERALD, 3), (LANTERN, 3))
    told = replace(comparison, articles=(HERALD.article, LANTERN.article))
    told = replace(told, voiced=(HERALD.voiced, LANTERN.voiced), findings=(), namings=(), copies=())
    found = briefing(aligned(told, groups=(shared,), omissions=())).quoted
    assert found
    assert found.words == "This is the night a tyrant lost his people"
    assert len(found.others) + 1 == found.read
    alone = aligned(told, groups=(shared,), omissions=(), contrasts=(), only=(), conflicts=())
    page = render_event(alone.comparison, OUTLETS)
    assert "Both quote the same words" in page.html.decode()
    marked = replace(told, findings=HERALD.findings + LANTERN.findings)
    assert briefing(aligned(marked, groups=(shared,), omissions=())).quoted is None
    apart = group("g1", GroupKind.SHARED_QUOTATION, (HERALD, 3), (LANTERN, 4))
    assert briefing(aligned(told, groups=(apart,), omissions=())).quoted is None


@pytest.mark.parametrize(("place", "said"), [(7, True), (3, True), (4, False)])
def test_a_sentence_that_leans_on_another_is_not_quoted_at_the_head(
    comparison: Comparison, place: int, said: bool
) -> None:
    alone = (replace(ONLY[0], passages=(PassageRef(article=HERALD.article.id, index=place),)),)
    plain = replace(comparison, findings=())
    only = briefing(aligned(plain, only=alone, omissions=())).only
    assert (only is not None) is said


@pytest.mark.parametrize(("also", "set_apart"), [("One Whig wept.", False), ("It rained.", True)])
def test_other_members_of_a_group_are_no_other_name_of_it(
    comparison: Comparison, also: str, set_apart: bool
) -> None:
    told = (
        tell("herald", 60, "Rain", "Then <n Whigs><f person/tyrant>tyrant</f> Whigs</n> left."),
        tell("lantern", 61, "Snow", f"Then <n Whigs>other Whigs</n> stayed. {also}"),
    )
    made = replace(
        comparison,
        articles=tuple(item.article for item in told),
        voiced=tuple(item.voiced for item in told),
        findings=told[0].findings,
        namings=told[0].namings + told[1].namings,
        alignment=replace(comparison.alignment, groups=(), contrasts=(), omissions=(), only=()),
    )
    bare = Reading(made, OUTLETS)
    assert (lead_pair(bare, contrasts_view(bare)) is not None) is set_apart


def test_no_headline_speaks_for_all(comparison: Comparison) -> None:
    headed = tuple(sorted(PassageRef(article=told.article.id, index=0) for told in TOLD))
    group = replace(GROUPS[0], members=headed)
    assert briefing(aligned(comparison, groups=(group,), omissions=())).agreed is None


def test_what_is_not_found_in_some_names_them_and_those_that_tell_it(reading: Reading) -> None:
    missed = briefing(reading).missed
    assert missed
    tellers = {missed.sentence.outlet.id} | {other.outlet.id for other in missed.others}
    assert tellers.isdisjoint(look.id for look in missed.missing)


def test_claims_that_seldom_held_stay_off_the_page(comparison: Comparison) -> None:
    shown = event_view(comparison, OUTLETS)
    assert len(shown.conflicts) == len(CONFLICTS) - 1
    assert [view.outlet.id for view in shown.only] == ["herald"]
    unsure = tuple(replace(item, confidence=0.4) for item in comparison.alignment.omissions)
    page = event_view(
        replace(comparison, alignment=replace(comparison.alignment, omissions=unsure)), OUTLETS
    )
    assert page.omissions == ()
    assert page.briefing.missed is None


def test_contradictions_come_before_quotations(reading: Reading) -> None:
    kinds = [view.kind for view in conflict_views(reading)]
    assert kinds == [ConflictKind.NUMBER, ConflictKind.QUOTATION]
    sides = conflict_views(reading)[0].sides
    assert [said(side.words) for side in sides] == ["12", "15"]
    assert sides[0].lead_in == "At least "
    assert sides[0].tail.endswith("…")


@pytest.mark.parametrize(
    ("a", "b", "telling"),
    [("lost", "lost", None), ("night", "night a", False), ("night a tyrant", "night a", True)],
)
def test_a_quotation_that_differs_in_nothing_is_no_difference(
    comparison: Comparison, a: str, b: str, telling: bool | None
) -> None:
    made: Conflict = conflict(ConflictKind.QUOTATION, (HERALD, 3, a), (LANTERN, 3, b), "", 0.9)
    shown = conflict_views(aligned(comparison, conflicts=(made,)))
    assert [view.telling for view in shown] == ([] if telling is None else [telling])


def test_what_one_tells_alone_is_bounded(comparison: Comparison) -> None:
    many = aligned(comparison, only=ONLY[:1] * 9)
    assert len(only_views(many)) == 3


def test_the_pair_in_large_type_is_an_outlets_own_marked_word(comparison: Comparison) -> None:
    reading = Reading(comparison, OUTLETS)
    lead = lead_pair(reading, contrasts_view(reading))
    assert lead
    assert [said(side.runs) for side in lead.sides] == ["Troops", "Uniformed thugs brutally"]


def test_without_a_short_pair_names_then_headlines_are_set_against_each_other(
    comparison: Comparison,
) -> None:
    bare = aligned(comparison, contrasts=())
    named = lead_pair(bare, contrasts_view(bare))
    assert named
    assert {said(side.runs) for side in named.sides} == {
        "President Oren Tasker",
        "embattled tyrant Oren Tasker",
    }
    nameless = Reading(replace(bare.comparison, namings=()), OUTLETS)
    headed = lead_pair(nameless, contrasts_view(nameless))
    assert headed
    assert headed.heading == "Headline against headline"


@pytest.mark.parametrize("why", [LeftOut.CATEGORY, LeftOut.DOUBT])
def test_what_stays_out_of_the_rate_makes_no_pair_and_says_so(
    comparison: Comparison, why: LeftOut
) -> None:
    weak = tuple(replace(finding, left_out=why) for finding in comparison.findings)
    made = Reading(replace(comparison, findings=weak), OUTLETS)
    assert lead_pair(made, contrasts_view(made)) is None
    assert contrasts_view(made).loaded == 0
    assert all(item.words == () for item in strip(made).tellers)
    assert {note.left_out for note in made.notes.values()} == {LEFT_OUT[why]}


def test_where_nothing_is_marked_there_is_no_pair(comparison: Comparison) -> None:
    plain = Reading(replace(comparison, findings=()), OUTLETS)
    assert lead_pair(plain, contrasts_view(plain)) is None


def test_the_strip_tells_silent_outlets_from_tellers(reading: Reading) -> None:
    shown = strip(reading)
    assert len(shown.tellers) == len(TOLD) + 1
    assert [([look.id for look in item.outlets], item.label) for item in shown.silent] == [
        (["coast"], "Nothing published")
    ]
    untrusted = next(item for item in shown.tellers if item.headline.untrusted)
    assert not untrusted.rate.known


def test_outlets_that_are_silent_for_one_reason_are_one_row(comparison: Comparison) -> None:
    made = ["bell", "dawn", "echo", "flag", "gate"]
    gap = next(g for g in comparison.event.gaps if g.reason is GapReason.NOT_PUBLISHED)
    gaps = [*comparison.event.gaps, *(replace(gap, outlet=name) for name in made)]
    event = replace(comparison.event, gaps=tuple(gaps))
    (row,) = strip(Reading(replace(comparison, event=event), OUTLETS)).silent
    assert {look.id for look in row.outlets} == {"coast", *made}
    shown = html.fromstring(render_event(replace(comparison, event=event), OUTLETS).html.decode())
    (names,) = nodes(shown, "//li[contains(@class, 'silent')]//details[not(@open)]")
    assert "6 outlets" in " ".join(names.itertext())


def test_sections_are_closed_and_those_with_nothing_are_absent(comparison: Comparison) -> None:
    assert nodes(EVENT_PAGE, "//section[@class='fold']")
    assert nodes(EVENT_PAGE, "//section[starts-with(@class, 'fold')]/details[@open]") == []
    alignment = replace(
        comparison.alignment, groups=(), contrasts=(), omissions=(), only=(), conflicts=()
    )
    page = render_event(replace(comparison, alignment=alignment, copies=()), OUTLETS).html.decode()
    for section in ("contrasts", "conflicts", "only", "omissions", "passages", "copies"):
        assert f'id="{section}"' in render_event(comparison, OUTLETS).html.decode()
        assert f'id="{section}"' not in page


def test_no_count_of_zero_stands_at_the_head() -> None:
    head = " ".join(texts(EVENT_PAGE, "//header//text()"))
    assert " 0 " not in head


def test_a_long_sentence_is_not_quoted_at_the_head(comparison: Comparison) -> None:
    told = briefing(Reading(comparison, OUTLETS))
    for part in (told.agreed, told.missed):
        assert part
        assert len(said(part.sentence.runs)) <= LONGEST


def test_a_page_that_stands_alone_holds_its_articles(comparison: Comparison) -> None:
    page = html.document_fromstring(render_alone(comparison, OUTLETS).decode())
    ids = set(texts(page, "//@id"))
    local = [link for link in texts(page, "//a/@href") if not link.startswith("http")]
    assert local
    assert {link.partition("#")[2] for link in local} <= ids
    assert all(link.startswith("#") for link in local)
    assert len(ids) == len(texts(page, "//@id"))
