"""How long a browser takes to open the page of a large event, beside a page with nothing on it.

Twenty outlets tell the same fifty things, each in words of its own: a thousand passages. The page
is opened by the system's Chromium; its time is that of the browser's own load event.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.rows import Row
from benchmarks.texts import plain_article
from bias.config import Settings
from bias.errors import InstallationError
from bias.pipeline import align_articles
from bias.records import Article, Event, Outlet
from bias.report.render import render_event
from bias.wording.compare import compare_event
from bias.wording.lexicon import load_lexicon

OUTLETS = 20
THINGS = 50
ROUNDS = 3
EDITION = "2026-03-14"

_WHO = ("police", "officers", "regime thugs", "soldiers", "troops")
_DID = ("cleared", "stormed", "emptied", "took", "retook")
_WHERE = ("warehouse", "pier", "depot", "hangar", "workshop")
_LOADED = "performance.getEntriesByType('navigation')[0].loadEventEnd / 1000"


def measure() -> Iterator[Row]:
    """Yield the fewest seconds until each page is loaded, and what the event's page holds."""
    with TemporaryDirectory() as folder:
        large, empty = Path(folder) / "event.html", Path(folder) / "empty.html"
        passages, large_page = _page()
        large.write_bytes(large_page)
        empty.write_text("<!doctype html><title>Nothing</title>", encoding="utf-8")
        ours, peer = _seconds(large), _seconds(empty)
    for system, metric, value in (
        ("ours", "seconds_until_loaded", ours),
        ("empty", "seconds_until_loaded", peer),
        ("ours", "passages", float(passages)),
        ("ours", "megabytes_per_page", len(large_page) / 1e6),
    ):
        yield Row(set="invented", system=system, metric=metric, value=value, n=ROUNDS)


def _seconds(page: Path) -> float:
    from playwright.sync_api import sync_playwright

    program = shutil.which("chromium")
    if program is None:
        message = "chromium is not installed; on Debian: apt-get install chromium"
        raise InstallationError(message)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        taken = []
        for _ in range(ROUNDS):
            opened = browser.new_page(viewport={"width": 1280, "height": 800})
            opened.goto(page.as_uri(), wait_until="load")
            opened.wait_for_function(f"{_LOADED} > 0")
            taken.append(float(opened.evaluate(_LOADED)))
            opened.close()
        browser.close()
    return min(taken)


def _page() -> tuple[int, bytes]:
    """Return how many passages the event has, and its page."""
    articles = {article.id: article for article in map(_article, range(OUTLETS))}
    outlets = [Outlet(id=a.outlet, name=a.outlet.title(), homepage="") for a in articles.values()]
    event = Event(
        id="harbour",
        edition=EDITION,
        title="Harbour cleared",
        articles=tuple(sorted(articles)),
        outlets=tuple(sorted(outlet.id for outlet in outlets)),
    )
    seed: int = Settings.model_fields["seed"].default
    comparison = compare_event(align_articles(event, articles, ()), load_lexicon(), seed)
    passages = sum(len(voiced.passages) for voiced in comparison.voiced)
    return passages, render_event(comparison, outlets).html


def _article(number: int) -> Article:
    sentences = [_sentence(number, thing) for thing in range(THINGS)]
    text = "\n\n".join(" ".join(sentences[at : at + 5]) for at in range(0, THINGS, 5))
    return plain_article(f"outlet-{number}", f"outlet-{number}", text, f"Harbour {number} cleared")


def _sentence(number: int, thing: int) -> str:
    who, did = _WHO[(number + thing) % len(_WHO)], _DID[number % len(_DID)]
    where = _WHERE[thing % len(_WHERE)]
    return f"On Friday {who} {did} {where} {thing + 100} of the Valdor harbour, witnesses said."
