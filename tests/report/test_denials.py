"""How a report shows that one outlet says what another says is not so."""

from typing import Any, cast

import msgspec
from lxml import html
from lxml.html import HtmlElement

from bias.alignment.differences.denials import denials
from bias.alignment.event_passages import event_passages
from bias.records import Comparison, ConflictKind, Denial, PassageRef
from bias.report.links import sentence_href
from bias.report.reading import Reading
from bias.report.render import render_edition, render_event
from bias.report.views.disagreements import DenialView
from bias.report.views.edition import edition_view
from bias.report.views.groups import group_views

from .invented import ALIGNMENT, CONFLICTS, OPENED, ref
from .invented_articles import EDITION, HERALD, HOSTILE, LANTERN, OUTLETS, TOLD

replace: Any = msgspec.structs.replace


def changed(comparison: Comparison, found: tuple[Denial, ...]) -> Comparison:
    """Return the comparison with other denials in the group that holds one."""
    groups = tuple(
        replace(group, denials=found) if group.denials else group
        for group in comparison.alignment.groups
    )
    made: Comparison = replace(comparison, alignment=replace(comparison.alignment, groups=groups))
    return made


def shown(comparison: Comparison) -> list[DenialView]:
    groups = group_views(Reading(comparison, OUTLETS))
    return [denial for group in groups for denial in group.denials]


def parsed(page: bytes) -> HtmlElement:
    return cast("HtmlElement", html.document_fromstring(page.decode()))


def event(comparison: Comparison) -> HtmlElement:
    return parsed(render_event(comparison, OUTLETS).html)


def night(comparison: Comparison) -> HtmlElement:
    return parsed(render_edition(edition_view(EDITION, [comparison], OUTLETS)))


def lines(comparison: Comparison) -> list[HtmlElement]:
    """Return the lines of the event page that tell of a denial."""
    return [
        line for line in event(comparison).find_class("warn") if "denied in" in line.text_content()
    ]


def test_the_invented_denial_is_one_that_alignment_finds() -> None:
    members = event_passages((HERALD.article, LANTERN.article), (HERALD.voiced, LANTERN.voiced))
    sides = {*OPENED.denied_by, *OPENED.affirmed_by}
    assert denials([member for member in members if member.ref in sides]) == (OPENED,)


def test_a_denial_names_both_sides_and_links_their_sentences(comparison: Comparison) -> None:
    (line,) = lines(comparison)
    assert line.text_content() == (
        "One says so, another says not so (opened): "
        "denied in Daily Lantern (sentence 7 of Daily Lantern); "
        "affirmed in The Valdor Herald (sentence 6 of The Valdor Herald)."
    )
    assert [link.get("href") for link in line.iter("a")] == [
        sentence_href(ALIGNMENT.event, ref(LANTERN, 7)),
        sentence_href(ALIGNMENT.event, ref(HERALD, 6)),
    ]


def test_outlets_of_a_side_stand_in_the_order_of_the_page(comparison: Comparison) -> None:
    refs = sorted(PassageRef(article=told.article.id, index=2) for told in TOLD)
    (view,) = shown(changed(comparison, (replace(OPENED, affirmed_by=tuple(refs)),)))
    outlets = [sentence.outlet.id for sentence in view.affirmed]
    assert outlets == ["herald", "lantern", "radio", "freepost", "panwire"]


def test_a_hostile_word_of_denial_stays_text(comparison: Comparison) -> None:
    (line,) = lines(changed(comparison, (replace(OPENED, what=HOSTILE),)))
    assert HOSTILE in line.text_content()
    assert line.xpath(".//script | .//img") == []


def test_pages_count_the_passages_that_hold_a_denial(comparison: Comparison) -> None:
    assert event(comparison).find_class("denial")
    denied = replace(CONFLICTS[0], kind=ConflictKind.DENIAL)
    alignment = replace(comparison.alignment, conflicts=(denied,))
    front = night(replace(comparison, alignment=alignment)).text_content()
    assert "One says so, another says not so" in front
    assert "1 contradiction or second wording" in front


def test_where_nobody_denies_no_page_speaks_of_it(comparison: Comparison) -> None:
    none = changed(comparison, ())
    assert lines(none) == []
    assert event(none).xpath("//*[@id='show-denial'] | //*[contains(@class, ' denial')]") == []
    assert "affirms" not in night(none).text_content()
