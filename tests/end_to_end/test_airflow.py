"""One night through the real Airflow: a dead outlet is a gap, and comparisons by hand follow."""

import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import httpx
import pytest
from playwright.sync_api import Page

from bias.archive import Archive
from bias.demo.folder import EDITION
from bias.demo.newsroom import Newsroom
from bias.errors import BiasError
from bias.local_airflow import LocalAirflow
from bias.records import Event, Gap, GapReason
from tests.chromium import chromium

from .small import DEAD, dead_address, declare, environment, write_folder

pytestmark = [pytest.mark.airflow, pytest.mark.xdist_group("airflow")]


class Ran(NamedTuple):
    """An Airflow in which the small night has been run."""

    airflow: LocalAirflow
    archive: Archive
    newsroom: Newsroom
    tasks: list[str]
    settings: Mapping[str, str]

    def run(self, dag: str, **conf: object) -> None:
        self.airflow.run_dag(dag, conf, lambda _: None)

    def run_with(self, environment: Mapping[str, str], dag: str, **conf: object) -> None:
        home = self.airflow.home
        airflow = LocalAirflow(home, extra={**self.settings, **environment})
        airflow.run_dag(dag, conf, lambda _: None)

    def by_hand(self) -> list[Event]:
        return [e for e in self.archive.edition_events(EDITION) if e.id.startswith("by-hand")]


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ran]:
    base = tmp_path_factory.mktemp("airflow-night")
    with Newsroom(write_folder(base / "folder"), EDITION) as newsroom:
        outlets = declare(newsroom, base / "outlets.toml", the_silent_post=dead_address())
        settings = environment(base, outlets)
        airflow = LocalAirflow(base / "home", extra=settings)
        airflow.prepare()
        tasks: list[str] = []
        airflow.run_dag("nightly_coverage", {"edition": EDITION, "outlets": []}, tasks.append)
        yield Ran(airflow, _archive(settings), newsroom, tasks, settings)


def _archive(settings: Mapping[str, str]) -> Archive:
    return Archive(settings["BIAS_ARCHIVE"], settings["BIAS_REPORTS"])


def test_every_task_is_seen_and_one_fetches_all_outlets_side_by_side(ran: Ran) -> None:
    names = [task.split()[0] for task in ran.tasks]
    assert names.count("fetch") == 1
    assert list(dict.fromkeys(names)) == [
        *("list_outlets", "fetch", "list_fetched", "extract", "match_events"),
        *("align", "score", "report", "index", "all_made"),
    ]


def test_a_dead_outlet_is_a_gap_and_not_a_failed_night(ran: Ran) -> None:
    (gap,) = ran.archive.read_articles(EDITION, DEAD)
    assert isinstance(gap, Gap)
    assert gap.reason is GapReason.OUTLET_UNREACHABLE
    assert "127.0.0.1" in gap.detail
    front_page = ran.archive.edition_index_path(EDITION).read_text()
    assert "the_silent_post" in front_page


def test_the_event_of_the_night_is_reported(ran: Ran) -> None:
    (event,) = ran.archive.read_events(EDITION)
    assert event.outlets == ("the-harbour-herald", "vell-today")
    assert [(gap.outlet, gap.reason) for gap in event.gaps] == [
        (DEAD, GapReason.OUTLET_UNREACHABLE)
    ]
    for suffix in ("html", "json", "csv"):
        assert ran.archive.report_path(EDITION, event.id, suffix).exists()


def test_addresses_and_searches_are_compared_by_hand(ran: Ran) -> None:
    addresses = [ran.newsroom.url_of(1), ran.newsroom.url_of(2)]
    ran.run("compare_event", edition=EDITION, addresses=addresses)
    ran.run("compare_event", edition=EDITION, search="port strike")
    by_search, by_address = sorted(ran.by_hand(), key=lambda event: "addresses" in event.id)
    assert by_search.articles == by_address.articles
    for event in (by_search, by_address):
        assert ran.archive.report_path(EDITION, event.id, "html").exists()
    assert len(ran.archive.read_events(EDITION)) == 1


def test_a_stage_that_fails_fails_the_night_and_says_why(ran: Ran, tmp_path: Path) -> None:
    lexicon = tmp_path / "own.csv"
    lexicon.write_text("term,strength\nno such term,0\n", encoding="utf-8")
    with pytest.raises(BiasError, match="nightly_coverage failed"):
        ran.run_with({"BIAS_LEXICON": str(lexicon)}, "nightly_coverage", edition=EDITION)
    assert "own.csv:2: column 'term'" in ran.airflow.log.read_text()


def test_an_unknown_outlet_fails_the_run_and_leaves_the_edition_as_it_was(ran: Ran) -> None:
    before = ran.archive.edition_index_path(EDITION).read_bytes()
    with pytest.raises(BiasError, match="nightly_coverage failed"):
        ran.run("nightly_coverage", edition=EDITION, outlets=["the-gazette"])
    assert "no outlet 'the-gazette' is declared" in ran.airflow.log.read_text()
    assert ran.archive.edition_index_path(EDITION).read_bytes() == before


def test_a_misspelt_parameter_is_refused_before_anything_is_fetched(ran: Ran) -> None:
    with pytest.raises(BiasError, match="nightly_coverage failed"):
        ran.run("nightly_coverage", editon=EDITION)
    log = ran.airflow.log.read_text()
    assert "no parameter editon; there are edition, outlets" in log
    assert "starting task_id=fetch" not in log


def test_kept_editions_are_rebuilt_from_one_date_to_another(ran: Ran) -> None:
    page = ran.archive.edition_index_path(EDITION)
    before = page.read_bytes()
    page.unlink()
    ran.run("rebuild_reports", edition="2026-03-01", last_edition=EDITION)
    assert page.read_bytes() == before


def test_a_night_of_which_a_fetch_cannot_be_written_is_red_though_the_rest_is_reported(
    ran: Ran, tmp_path: Path
) -> None:
    archive = tmp_path / "archive"
    (archive / "pages" / EDITION / "vell-today.warc.gz").mkdir(parents=True)
    settings = {"BIAS_ARCHIVE": str(archive), "BIAS_REPORTS": str(tmp_path / "reports")}
    with pytest.raises(BiasError, match="nightly_coverage failed"):
        ran.run_with(settings, "nightly_coverage", edition=EDITION)
    page = (tmp_path / "reports" / EDITION / "index.html").read_text()
    assert "vell-today.warc.gz" in page
    assert "not among those asked" not in page


def test_a_night_without_an_article_is_red(ran: Ran, tmp_path: Path) -> None:
    outlets = declare(ran.newsroom, tmp_path / "outlets.toml", the_silent_post=dead_address())
    settings = environment(tmp_path, outlets)
    with pytest.raises(BiasError, match="nightly_coverage failed"):
        ran.run_with(settings, "nightly_coverage", edition=EDITION, outlets=[DEAD])
    assert "no outlet had an article in the window" in ran.airflow.log.read_text()
    assert (tmp_path / "reports" / EDITION / "index.html").exists()


# ---------------------------------------------------------------- in Airflow's own pages


def _up(address: str, server: "subprocess.Popen[bytes]") -> None:
    while server.poll() is None:
        try:
            if httpx.get(f"{address}/api/v2/monitor/health").is_success:
                return
        except httpx.TransportError:
            time.sleep(0.2)
    pytest.fail("Airflow's server ended")


@pytest.fixture(scope="module")
def page(ran: Ran) -> Iterator[Page]:
    """Airflow's own pages in a browser, as somebody who is signed in."""
    port = int(dead_address().rpartition(":")[2].partition("/")[0])
    everybody = {"AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_ALL_ADMINS": "True"}
    airflow = LocalAirflow(ran.airflow.home, port, {**ran.settings, **everybody})
    address = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "airflow", "api-server", "--workers", "1"]
    with (ran.airflow.home / "server.log").open("wb") as log:
        server = subprocess.Popen(
            command, env=airflow.environment, stdout=log, stderr=log, start_new_session=True
        )
    try:
        _up(address, server)
        with chromium() as browser:
            yield browser.new_context(base_url=address).new_page()
    finally:
        airflow.stop(server, seconds=5)


@pytest.mark.browser
def test_the_reports_are_a_click_away_in_the_menu(page: Page) -> None:
    page.goto("/")
    page.get_by_role("button", name="Browse").click()
    with page.context.expect_page() as opened:
        page.get_by_role("menuitem", name="Reports").click()
    report = opened.value
    report.wait_for_load_state()
    assert report.title() == "What several outlets told, night by night"
    report.get_by_role("link", name="Saturday, 14 March 2026", exact=True).click()
    assert "strike-closes-the-port-of-vell" in report.content()
    report.close()


@pytest.mark.browser
def test_a_run_shows_the_report_of_its_edition(page: Page) -> None:
    runs = page.request.get("/api/v2/dags/nightly_coverage/dagRuns").json()["dag_runs"]
    page.goto(f"/dags/nightly_coverage/runs/{runs[0]['dag_run_id']}")
    page.get_by_role("link", name="Report", exact=True).click()
    report = page.frame_locator("iframe[title=Report]")
    report.get_by_role("heading", name="14 March 2026").wait_for()
    assert report.locator("a[href^=strike-closes-the-port-of-vell]").count()
