"""The pages on which nights stand side by side: titles are links, links lead to what is there."""

from collections.abc import Sequence
from typing import Any, cast

import msgspec
import pytest
from lxml import html
from lxml.html import HtmlElement

from bias.errors import DataError
from bias.report import around
from bias.report.plain import day
from bias.report.render_nights import render_front, render_month, render_search
from bias.report.search import MOST_CHARS, MOST_EVENTS, Entry, entries, find, folded_words, shard
from bias.report.summaries import EditionSummary, EventLine, PairWords, summarise_edition
from bias.report.views.edition import edition_view
from bias.report.views.nights import (
    DAY_TITLES,
    LEAD_TITLES,
    MONTHS_SHOWN,
    MOST_MISSED,
    first_recent_day,
    front_view,
    missed_before,
    month_view,
)

from . import invented
from .invented import HOSTILE
from .invented_nights import NEWEST, OUTLETS, nights

replace: Any = msgspec.structs.replace

YEAR = nights(365)
EDITIONS = [night.edition for night in YEAR]


def front(kept: Sequence[EditionSummary] = YEAR) -> bytes:
    editions = [night.edition for night in kept]
    first = first_recent_day(editions[-1])
    return render_front(front_view(editions, [n for n in kept if n.edition >= first], OUTLETS))


def links(page: bytes, path: str = "//main//a/@href") -> list[str]:
    return [str(found) for found in cast("list[str]", parsed(page).xpath(path))]


def parsed(page: bytes) -> HtmlElement:
    return cast("HtmlElement", html.document_fromstring(page.decode()))


def hostile(night: EditionSummary) -> EditionSummary:
    line = replace(
        night.lines[0], title=HOSTILE, names=(HOSTILE,), headlines=(HOSTILE * 200,),
        pair=(PairWords(outlet="herald", words=HOSTILE), PairWords(outlet="x", words="\u202e")),
    )  # fmt: skip
    changed: EditionSummary = replace(night, lines=(line, *night.lines[1:]))
    return changed


# ---------------------------------------------------------------- the front page


def test_every_night_of_a_year_is_a_link_and_those_of_the_last_weeks_have_titles() -> None:
    found = set(links(front()))
    assert {f"{edition}/index.html" for edition in EDITIONS[-330:]} <= found
    for night in YEAR[-28:]:
        assert {f"{night.edition}/{line.id}.html" for line in night.lines[:DAY_TITLES]} <= found
    assert f"{YEAR[0].edition}/{YEAR[0].lines[0].id}.html" not in found


def test_the_newest_night_leads() -> None:
    lead = links(front(), "//ol[@class='lead']//a/@href")
    assert lead == [f"{NEWEST}/{line.id}.html" for line in YEAR[-1].lines[:LEAD_TITLES]]


def test_months_beyond_the_last_year_are_one_link_each() -> None:
    old = nights(800)
    found = links(front(old))
    months = sorted({night.edition[:7] for night in old}, reverse=True)
    assert {f"months/{month}.html" for month in months} <= set(found)
    assert not [link for link in found if link.startswith(months[MONTHS_SHOWN + 1])]


def test_the_page_does_not_grow_with_the_years() -> None:
    assert len(front(nights(1200))) < 1.1 * len(front(nights(400)))


def test_a_night_of_which_nothing_can_be_read_says_so() -> None:
    broken = EditionSummary(edition="2026-03-13", events=None, outlets=0, articles=0)
    page = front([broken, YEAR[-1]]).decode()
    assert "What is kept of its events cannot be read." in page
    assert "2026-03-13/index.html" in page


def test_without_a_night_the_front_page_says_so() -> None:
    page = render_front(front_view([], [], OUTLETS)).decode()
    assert "No night has been compared yet." in page


def test_an_event_that_goes_on_says_which_night_it_is() -> None:
    view = front_view(EDITIONS, YEAR[-35:], OUTLETS)
    told = [title.night for week in view.weeks for night in week.days for title in night.titles[:1]]
    assert set(told) == {1, 2, 3}


# ---------------------------------------------------------------- a month


def test_the_list_of_a_month_is_complete() -> None:
    kept = [night for night in YEAR if night.edition.startswith("2026-02")]
    page = render_month(month_view("2026-02", kept, ["2026-01", "2026-02", "2026-03"], OUTLETS))
    wanted = {f"../{night.edition}/{line.id}.html" for night in kept for line in night.lines}
    assert wanted <= set(links(page))
    assert {"2026-01.html", "2026-03.html"} <= set(links(page))


def test_hostile_titles_are_text() -> None:
    kept = [hostile(YEAR[-1])]
    view = month_view("2026-03", kept, ["2026-03"], OUTLETS)
    for page in (front(kept), render_month(view)):
        assert HOSTILE.encode() not in page
        assert HOSTILE in parsed(page).text_content()


# ---------------------------------------------------------------- the search


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        ("guaido falt", "Guaidó Fält elected to lead the union"),
        ("NORRA toll", "Council of Norra votes on the harbour toll"),
        ("hedda", "Trial of Amund Reise in Sorlund"),
        ("quay ylva", "Storm Ylva over Rennoy"),
    ],
)
def test_titles_names_and_headlines_are_found(asked: str, title: str) -> None:
    assert {row.title for row in find(entries(YEAR), asked)} == {title}


@pytest.mark.parametrize("asked", ["", "  ", "norra ylva", "orra", "<script>"])
def test_what_is_in_none_is_not_found(asked: str) -> None:
    assert find(entries(YEAR), asked) == []


def test_the_newest_night_is_found_first() -> None:
    found = [row.edition for row in find(entries(YEAR), "valdor")]
    assert found == sorted(found, reverse=True)
    assert len(found) > 30


def test_a_shard_is_bounded() -> None:
    (night,) = nights(1, events=MOST_EVENTS + 50)
    rows = entries([hostile(night)])
    assert len(rows) == MOST_EVENTS
    assert max(len(row.words) for row in rows) <= MOST_CHARS


def test_a_shard_reads_back() -> None:
    rows = entries(YEAR[-3:])
    data = shard("2026-03", rows).removeprefix(b'biasShard("2026-03",').removesuffix(b");\n")
    assert tuple(msgspec.json.decode(data, type=list[Entry])) == rows


def test_words_are_those_that_the_script_cuts() -> None:
    assert folded_words("Żółw’s 4,000 STRASSE/Straße_x") == [
        "zołw", "s", "4", "000", "strasse", "strasse", "x",
    ]  # fmt: skip


def test_the_search_page_lists_all_months() -> None:
    assert links(render_search(["2026-01", "2026-03"])) == [
        "months/2026-03.html",
        "months/2026-01.html",
    ]


# ---------------------------------------------------------------- links between pages


def line(name: str, *names: str) -> EventLine:
    return EventLine(
        id=name, title=name.title(), outlets=("herald", "radio"), articles=2, parts=0, names=names
    )


NIGHT = EditionSummary(
    edition=NEWEST,
    events=5,
    outlets=2,
    articles=10,
    lines=(
        line("strike", "Valdor", "Petra Lindqvist", "Ostbuss"),
        line("trial", "Valdor", "Amund Reise"),
        line("talks", "Valdor", "Lindqvist"),
        line("storm", "Valdor"),
        line("chess"),
    ),
)


def test_related_events_share_a_rare_name_and_say_which() -> None:
    (link,) = around.related(NIGHT.lines, NIGHT.lines[0])
    assert (link.href, link.shared) == ("talks.html", ("Petra Lindqvist",))
    (back,) = around.related(NIGHT.lines, NIGHT.lines[2])
    assert back.href == "strike.html"


def test_a_last_name_that_two_share_relates_nobody() -> None:
    lines = (line("a", "Ada Ray"), line("b", "Max Ray"), line("c", "Ray"))
    assert [around.related(lines, each) for each in lines] == [(), (), ()]


@pytest.mark.parametrize("name", ["House", "Senate", "Council"])
def test_a_noun_for_many_bodies_relates_nobody(name: str) -> None:
    lines = (line("a", "Ada Ray", name), line("b", "Max Roe", name), line("c", "Ida Fox"))
    assert around.related(lines, lines[0]) == ()


def test_events_lead_to_the_one_before_and_after() -> None:
    page = around.beside_event(NIGHT, "trial").decode()
    assert '<a rel="prev" href="strike.html">' in page
    assert '<a rel="next" href="talks.html">' in page
    assert (
        "rel=" not in around.beside_event(replace(NIGHT, lines=NIGHT.lines[:1]), "strike").decode()
    )


def test_a_continued_event_leads_to_its_nights() -> None:
    kept = {night.edition: night for night in YEAR[-9:]}
    event = YEAR[-4].lines[0].id
    told = [night.edition for night in YEAR[-9:] if night.lines[0].id == event]
    page = around.nights_of_event(event, told[1], kept).decode()
    assert [link for link in told if f'href="../{link}/{event}.html"' in page] == [told[0], told[2]]
    assert page.count("aria-current") == 1
    assert around.nights_of_event(YEAR[-4].lines[1].id, YEAR[-4].edition, kept) == b""


def test_links_can_be_put_in_again_and_only_where_there_is_a_place() -> None:
    page = b"<p>a</p><!--around--><!--/around--><p>b</p>"
    once = around.put(page, around.AROUND, b"<nav>1</nav>")
    assert around.put(once, around.AROUND, b"") == page
    assert around.part(once, around.AROUND) == b"<nav>1</nav>"
    with pytest.raises(DataError, match="no place for 'nights'"):
        around.put(page, around.NIGHTS, b"")


def test_the_front_page_names_the_nights_that_were_missed_before_the_newest() -> None:
    assert front_view(EDITIONS, YEAR[-1:], OUTLETS).missed == ()
    kept = [*YEAR[:-4], YEAR[-1]]
    page = front(kept).decode()
    assert "No night was made between this and the one before it: " in page
    assert all(day(night.edition) in page for night in YEAR[-4:-1])
    long = front([*YEAR[:-20], YEAR[-1]]).decode()
    assert "and 12 more nights." in long
    assert len(missed_before(EDITIONS[:1], EDITIONS[-1])) == MOST_MISSED
    assert missed_before([], EDITIONS[-1]) == []


# ---------------------------------------------------------------- what is kept


def test_a_summary_keeps_what_the_pages_of_many_nights_show() -> None:
    night = edition_view(invented.EDITION, [invented.comparison()], invented.OUTLETS)
    (kept,) = summarise_edition(night).lines
    assert kept.title == night.events[0].title
    assert "Oren Tasker" in kept.names
    assert {side.outlet for side in kept.pair} <= set(kept.outlets)
    assert msgspec.json.decode(msgspec.json.encode(kept), type=EventLine) == kept
