"""A night of many events: pages of so many at most, each under a megabyte, that are linked."""

import re
from pathlib import Path

import msgspec
import pytest

from bias.archive import Archive
from bias.front_pages import write_front_page
from bias.report.outlets import Outlets
from bias.report.render import EVENTS_ON_A_PAGE, render_edition, render_lists
from bias.report.views.edition import EditionView, edition_view
from bias.report.views.matrix import Covered

from . import invented

EVENTS, OUTLETS, MEGABYTE = 2_000, 20, 1_000_000


@pytest.fixture(scope="module")
def night() -> EditionView:
    """Two thousand events of twenty outlets, each as rich as the invented one."""
    view = edition_view(invented.EDITION, [invented.comparison()], invented.OUTLETS)
    names = {f"outlet-{number:02d}" for number in range(OUTLETS)}
    looks = Outlets((), names).pick(names)
    (card,) = view.events
    covered = tuple(
        Covered(outlet=look, state="told", label="told", href=f"event/{look.id}-0123456789.html")
        for look in looks
    )
    events = tuple(
        msgspec.structs.replace(card, id=f"event-{number:06x}", covered=covered)
        for number in range(EVENTS)
    )
    return msgspec.structs.replace(view, events=events, outlets=looks)


def test_each_page_is_under_a_megabyte_and_every_event_stands_on_one(night: EditionView) -> None:
    pages = [render_edition(night), *render_lists(night)]
    assert len(pages) == -(-EVENTS // EVENTS_ON_A_PAGE)
    assert max(map(len, pages)) < MEGABYTE
    found = [
        name for page in pages for name in re.findall(rb'<h3 dir="auto"><a href="(.*?)"', page)
    ]
    assert found == [f"event-{number:06x}.html".encode() for number in range(EVENTS)]


def test_pages_lead_to_each_other_and_what_is_of_the_whole_night_stands_on_the_first(
    night: EditionView,
) -> None:
    first, second, *_ = [render_edition(night), *render_lists(night)]
    assert b'<a href="list-2.html">151\xe2\x80\x93300</a>' in first
    assert b'<a href="list-14.html">1951\xe2\x80\x932000</a>' in first
    assert b'<a href="index.html">1\xe2\x80\x93150</a>' in second
    assert b'<b aria-current="page">151\xe2\x80\x93300</b>' in second
    assert b'id="made"' in first
    assert b'id="made"' not in second
    assert b'href="#gaps"' not in second


def test_a_night_of_one_page_leads_nowhere_else() -> None:
    night = edition_view(invented.EDITION, [invented.comparison()], invented.OUTLETS)
    assert list(render_lists(night)) == []
    assert b"list-2" not in render_edition(night)


def test_pages_that_a_night_no_longer_has_are_removed_and_no_event_takes_one_along(
    tmp_path: Path,
) -> None:
    archive = Archive(str(tmp_path / "archive"), str(tmp_path / "reports"))
    edition = invented.EDITION
    stale, event = (
        archive.list_path(edition, 2),
        archive.report_path(edition, "list-0a1b2c", "html"),
    )
    stale.parent.mkdir(parents=True)
    for path in (stale, event):
        path.write_bytes(b"<p>")
    archive.forget_events(edition, {"list-0a1b2c"})
    assert stale.exists()
    write_front_page(archive, edition, [invented.comparison()], invented.OUTLETS)
    assert not stale.exists()
    assert event.exists()
