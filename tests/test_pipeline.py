"""Each stage can be run again and alone; what fails is named, and the rest is done."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from bias import pipeline
from bias.batches import each_event
from bias.config import Settings
from bias.coverage.fetch import fetch_outlet
from bias.coverage.hosts import Hosts
from bias.demo.folder import EDITION
from bias.demo.newsroom import Newsroom
from bias.errors import BiasError, PartlyError, RetryError, StorageError, UsageError
from bias.front_pages import write_front_page, write_list_of_editions
from bias.pipeline import comparing, editions, fetching
from bias.records import Article, Gap, GapReason, Outlet, Page, Quality
from bias.report.summaries import EditionSummary
from bias.report.views.edition import EditionView
from bias.storage import write_json
from bias.wording.compare import compare_event
from bias.wording.lexicon import load_lexicon
from tests.end_to_end.small import DEAD, dead_address, declare, environment, write_folder

HERALD = "the-harbour-herald"


@pytest.fixture
def newsroom(tmp_path: Path) -> Iterator[Newsroom]:
    with Newsroom(write_folder(tmp_path / "folder"), EDITION) as sites:
        yield sites


@pytest.fixture
def settings(newsroom: Newsroom, tmp_path: Path) -> Settings:
    outlets = declare(newsroom, tmp_path / "outlets.toml", the_silent_post=dead_address())
    values = environment(tmp_path, outlets).items()
    return Settings.model_validate({k.removeprefix("BIAS_").lower(): v for k, v in values})


def fetch_all(settings: Settings) -> list[str]:
    ids = pipeline.outlets_to_fetch(settings)
    pipeline.fetch_all(settings, EDITION, ids)
    return ids


def path_of(settings: Settings, kind: str) -> Path:
    """Return the only file of a kind in the archive."""
    (path,) = Path(settings.archive, kind).rglob("*.json")
    return path


# ---------------------------------------------------------------- coverage


def test_all_outlets_are_fetched_unless_some_are_asked_for(settings: Settings) -> None:
    assert pipeline.outlets_to_fetch(settings) == [HERALD, "vell-today", DEAD]
    assert pipeline.outlets_to_fetch(settings, ["vell-today"]) == ["vell-today"]
    with pytest.raises(UsageError, match="did you mean vell-today"):
        pipeline.outlets_to_fetch(settings, ["vell-todai"])


def test_a_dead_outlet_is_tried_again_until_the_last_try_makes_it_a_gap(settings: Settings) -> None:
    with pytest.raises(RetryError, match=f"{DEAD}: None of its feeds could be read"):
        pipeline.fetch(settings, EDITION, DEAD, last_try=False)
    assert not list(Path(settings.archive, "pages").rglob("*"))
    pipeline.fetch(settings, EDITION, DEAD)
    pipeline.extract(settings, EDITION)
    (gap,) = pipeline.open_archive(settings).read_articles(EDITION, DEAD)
    assert isinstance(gap, Gap)
    assert gap.reason is GapReason.OUTLET_UNREACHABLE


def test_an_outlet_that_was_dead_is_asked_again_and_one_that_answered_is_not(
    settings: Settings, newsroom: Newsroom, tmp_path: Path
) -> None:
    fetch_all(settings)
    asked = newsroom.requests()
    declare(
        newsroom, tmp_path / "outlets.toml", the_silent_post=f"{newsroom.address}/{HERALD}/feed.xml"
    )
    fetch_all(settings)
    again = newsroom.requests() - asked
    assert again[f"/{HERALD}/feed.xml"] == 1
    pipeline.extract(settings, EDITION)
    assert all(
        isinstance(row, Article)
        for row in pipeline.open_archive(settings).read_articles(EDITION, DEAD)
    )


# ---------------------------------------------------------------- articles


def test_an_outlet_with_a_damaged_snapshot_is_a_gap_that_names_the_file(settings: Settings) -> None:
    fetch_all(settings)
    path = Path(str(pipeline.open_archive(settings).pages_path(EDITION, HERALD)))
    path.write_bytes(path.read_bytes()[:-40])
    pipeline.extract(settings, EDITION)
    (gap,) = pipeline.open_archive(settings).read_articles(EDITION, HERALD)
    assert isinstance(gap, Gap)
    assert gap.reason is GapReason.NOT_READ
    assert str(path) in gap.detail


def test_a_damaged_snapshot_is_kept_as_evidence_and_stops_no_night(settings: Settings) -> None:
    ids = fetch_all(settings)
    path = Path(settings.archive, "pages", EDITION, f"{HERALD}.warc.gz")
    path.write_bytes(path.read_bytes()[:200])
    pipeline.fetch_all(settings, EDITION, ids)
    assert path.stat().st_size == 200


def test_an_outlet_that_fails_unforeseen_is_a_gap_and_does_not_stop_the_others(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = fetch_outlet

    def fail_for_one(outlet: Outlet, *more: Any) -> Iterator[Page | Gap]:
        if outlet.id == HERALD:
            message = "nobody thought of this"
            raise RuntimeError(message)
        return whole(outlet, *more)

    monkeypatch.setattr(fetching, "fetch_outlet", fail_for_one)
    fetch_all(settings)
    pipeline.extract(settings, EDITION)
    (gap,) = pipeline.open_archive(settings).read_articles(EDITION, HERALD)
    assert isinstance(gap, Gap)
    assert gap.reason is GapReason.OUTLET_UNREACHABLE
    assert "RuntimeError: nobody thought of this" in gap.detail
    assert pipeline.open_archive(settings).read_articles(EDITION, "vell-today")
    with pytest.raises(RuntimeError):
        pipeline.fetch(settings, EDITION, HERALD, last_try=False)


def test_settings_at_fault_stop_the_fetching_and_are_named(settings: Settings) -> None:
    odd = settings.model_copy(update={"user_agent": "médias"})
    with pytest.raises(UsageError, match="BIAS_USER_AGENT"):
        pipeline.fetch_all(odd, EDITION, pipeline.outlets_to_fetch(odd))


def test_an_outlet_that_was_not_asked_is_not_called_unreachable(settings: Settings) -> None:
    pipeline.fetch(settings, EDITION, HERALD)
    assert pipeline.extract(settings, EDITION) == sorted([HERALD, "vell-today", DEAD])
    (gap,) = pipeline.open_archive(settings).read_articles(EDITION, "vell-today")
    assert isinstance(gap, Gap)
    assert gap.reason is GapReason.NOT_ASKED


def test_a_snapshot_that_cannot_be_opened_fails_its_fetch_and_is_a_gap(settings: Settings) -> None:
    path = Path(settings.archive, "pages", EDITION, f"{HERALD}.warc.gz")
    path.mkdir(parents=True)
    with pytest.raises(StorageError, match=f"cannot read {path}"):
        pipeline.fetch(settings, EDITION, HERALD)
    pipeline.fetch(settings, EDITION, "vell-today")
    pipeline.extract(settings, EDITION, asked=[HERALD, "vell-today"])
    (gap,) = pipeline.open_archive(settings).read_articles(EDITION, HERALD)
    assert isinstance(gap, Gap)
    assert (gap.reason, str(path) in gap.detail) == (GapReason.NOT_READ, True)


def test_an_outlet_that_was_asked_but_not_kept_is_not_called_one_that_was_not_asked(
    settings: Settings,
) -> None:
    pipeline.fetch(settings, EDITION, HERALD)
    pipeline.extract(settings, EDITION, asked=[HERALD, "vell-today"])
    archive = pipeline.open_archive(settings)
    rows = [*archive.read_articles(EDITION, "vell-today"), *archive.read_articles(EDITION, DEAD)]
    reasons = [row.reason for row in rows if isinstance(row, Gap)]
    assert reasons == [GapReason.NOT_READ, GapReason.NOT_ASKED]


@pytest.mark.parametrize("stage", [pipeline.extract, pipeline.rebuild])
def test_an_unknown_edition_is_refused_and_nothing_written(
    settings: Settings, stage: Callable[[Settings, str], object]
) -> None:
    with pytest.raises(UsageError, match="no edition 2020-01-01"):
        stage(settings, "2020-01-01")
    assert not list(Path(settings.archive).rglob("*"))


# ---------------------------------------------------------------- events that fail


def test_one_event_that_fails_does_not_stop_the_others() -> None:
    told: list[tuple[int, int, str]] = []

    def work(event: str) -> None:
        if event == "bad":
            message = "no such luck"
            raise ValueError(message)

    with pytest.raises(PartlyError, match=r"1 of 3 events failed: bad \(ValueError: no such"):
        each_event(["one", "bad", "two"], work, lambda *tick: told.append(tick))
    assert told == [(1, 3, "one"), (2, 3, "bad"), (3, 3, "two")]


def test_what_is_done_is_told_with_the_failure() -> None:
    def work(event: str) -> None:
        if event == "bad":
            raise ValueError

    with pytest.raises(PartlyError) as failed:
        each_event(["one", "bad", "two"], work)
    assert failed.value.done == ["one", "two"]


def test_an_archive_that_cannot_be_written_stops_at_once() -> None:
    tried: list[str] = []

    def work(event: str) -> None:
        tried.append(event)
        message = "cannot write"
        raise StorageError(message)

    with pytest.raises(StorageError):
        each_event(["one", "two"], work)
    assert tried == ["one"]


def test_an_event_whose_alignment_is_broken_is_named_with_its_file(settings: Settings) -> None:
    fetch_all(settings)
    pipeline.rebuild(settings, EDITION)
    path = path_of(settings, "alignments")
    path.write_text("{")
    with pytest.raises(PartlyError, match=f"{path}.*run the stage that writes it again"):
        pipeline.score(settings, EDITION, [path.stem])


def test_the_front_page_is_written_though_an_event_has_no_comparison(settings: Settings) -> None:
    fetch_all(settings)
    front_page = Path(pipeline.rebuild(settings, EDITION))
    path_of(settings, "comparisons").unlink()
    front_page.unlink()
    with pytest.raises(PartlyError, match="1 of 1 events have no report"):
        pipeline.index(settings, EDITION)
    assert front_page.exists()


def test_a_report_that_comes_while_the_front_page_is_written_is_not_lost(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    fetch_all(settings)
    front_page = Path(pipeline.rebuild(settings, EDITION))
    comparison = path_of(settings, "comparisons")
    late = comparison.rename(comparison.with_suffix(".late"))
    write = write_front_page

    def write_while_another_run_ends(*given: Any) -> EditionView:
        night = write(*given)
        if late.exists():
            late.rename(comparison)
        return night

    monkeypatch.setattr(editions, "write_front_page", write_while_another_run_ends)
    pipeline.index(settings, EDITION, [])
    assert f"{comparison.stem}.html" in front_page.read_text()


def test_a_damaged_edition_does_not_stop_the_others(settings: Settings) -> None:
    fetch_all(settings)
    pipeline.rebuild(settings, EDITION)
    archive = pipeline.open_archive(settings)
    Path(str(archive.summary_path("2026-03-13"))).write_text("{")
    pipeline.rebuild(settings, EDITION)
    page = Path(str(archive.index_path())).read_text()
    assert "What is kept of its events cannot be read." in page


def test_the_list_of_editions_reads_no_events_of_other_editions(settings: Settings) -> None:
    archive = pipeline.open_archive(settings)
    kept = EditionSummary(edition="2026-03-13", events=0, outlets=0, articles=0)
    write_json(archive.summary_path("2026-03-13"), kept)
    archive.write_events("2026-03-13", [])
    Path(str(archive.events_path("2026-03-13"))).write_text("{")
    write_list_of_editions(archive)
    page = Path(str(archive.index_path()))
    assert "cannot be read" not in page.read_text()
    assert "13 March 2026" in page.read_text()
    assert "No event was told" in page.read_text()


def test_an_event_that_cannot_be_aligned_is_reported_as_failed_at_the_end(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    fetch_all(settings)

    def fail(*_: object) -> None:
        message = "too odd"
        raise ValueError(message)

    monkeypatch.setattr(comparing, "align_articles", fail)
    with pytest.raises(BiasError, match=r"1 of 1 events failed: .*ValueError: too odd"):
        pipeline.rebuild(settings, EDITION)
    assert pipeline.open_archive(settings).edition_index_path(EDITION).exists()


@pytest.mark.parametrize(
    ("stage", "gone"),
    [
        ("align_articles", {"alignments", "comparisons", "reports"}),
        ("compare_event", {"comparisons", "reports"}),
        ("render_event", {"reports"}),
    ],
)
def test_nothing_old_stands_for_an_event_that_failed(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, stage: str, gone: set[str]
) -> None:
    fetch_all(settings)
    front_page = Path(pipeline.rebuild(settings, EDITION))
    name = path_of(settings, "comparisons").stem

    def fail(*_: object) -> None:
        raise ValueError

    monkeypatch.setattr(comparing, stage, fail)
    with pytest.raises(BiasError, match="1 of 1 events have no report"):
        pipeline.rebuild(settings, EDITION)
    folders = {
        kind: Path(settings.archive, kind, EDITION) for kind in ("alignments", "comparisons")
    }
    folders["reports"] = Path(settings.reports, EDITION)
    assert {kind for kind, folder in folders.items() if not list(folder.glob(f"{name}*"))} == gone
    assert f"{name}.html" not in front_page.read_text()


def test_what_cannot_be_trusted_is_neither_read_nor_counted(settings: Settings) -> None:
    fetch_all(settings)
    pipeline.rebuild(settings, EDITION)
    archive = pipeline.open_archive(settings)
    (event,) = archive.read_events(EDITION)
    members = {a.id: a for a in archive.read_night(EDITION) if isinstance(a, Article)}
    doubted = msgspec.structs.replace(
        members[event.articles[0]],
        quality=Quality(trusted=False, reason=GapReason.CUT_SHORT, detail="It breaks off."),
    )
    aligned = pipeline.align_articles(event, members | {doubted.id: doubted}, ())
    assert doubted.id in {article.id for article in aligned.articles}
    assert {voiced.article for voiced in aligned.voiced} == set(event.articles[1:])
    compared = compare_event(aligned, load_lexicon(), seed=1)
    assert doubted.id not in {finding.article for finding in compared.findings}
    assert doubted.id not in {score.id for score in compared.scores}


def test_an_event_that_is_no_longer_there_leaves_nothing(settings: Settings) -> None:
    fetch_all(settings)
    pipeline.rebuild(settings, EDITION)
    kept = [
        *Path(settings.archive, "comparisons", EDITION).iterdir(),
        *Path(settings.archive, "alignments", EDITION).iterdir(),
        *(p for p in Path(settings.reports, EDITION).iterdir() if p.stem != "index"),
    ]
    assert len(kept) == 6
    pipeline.open_archive(settings).write_events(EDITION, [])
    pipeline.index(settings, EDITION)
    assert not [path for path in kept if path.exists()]


def test_a_stage_that_is_run_twice_leaves_its_files_untouched(settings: Settings) -> None:
    fetch_all(settings)
    pipeline.rebuild(settings, EDITION)
    files = [path for path in Path(settings.archive).rglob("*") if path.is_file()]
    for path in files:
        os.utime(path, (1, 1))
    pipeline.rebuild(settings, EDITION)
    assert {path.stat().st_mtime for path in files} == {1}


@pytest.mark.parametrize(("keep_days", "gone"), [(1, ["2026-03-12"]), (3, [])])
def test_pages_are_kept_as_long_as_asked(tmp_path: Path, keep_days: int, gone: list[str]) -> None:
    settings = Settings(archive=str(tmp_path / "archive"), reports=str(tmp_path / "reports"))
    path = Path(settings.archive, "pages", "2026-03-12", f"{HERALD}.warc.gz")
    path.parent.mkdir(parents=True)
    path.write_bytes(b"warc")
    assert pipeline.prune(settings, EDITION, keep_days) == gone
    assert path.exists() is not bool(gone)


@pytest.mark.parametrize(
    ("first", "last", "chosen"),
    [
        ("2026-03-13", "2026-03-14", ["2026-03-13", "2026-03-14"]),
        ("2026-03-01", "2026-03-13", ["2026-03-12", "2026-03-13"]),
        ("2026-03-10", "2026-03-10", ["2026-03-10"]),
    ],
)
def test_the_kept_editions_of_a_range_of_dates_are_chosen(
    settings: Settings, first: str, last: str, chosen: list[str]
) -> None:
    for edition in ("2026-03-12", "2026-03-13", "2026-03-14"):
        pipeline.open_archive(settings).write_events(edition, [])
    assert pipeline.kept_editions(settings, first, last) == chosen


def test_a_range_in_which_nothing_is_kept_is_refused(settings: Settings) -> None:
    with pytest.raises(UsageError, match="from 2026-03-10 to 2026-03-11 there is no edition"):
        pipeline.kept_editions(settings, "2026-03-10", "2026-03-11")


def test_outlets_of_one_batch_do_not_stop_each_other(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fetch(_: Settings, _edition: str, outlet: str, *, last_try: bool, hosts: Hosts) -> str:
        assert hosts
        if outlet == "dead" and not last_try:
            message = "dead: no answer"
            raise RetryError(message)
        return outlet

    monkeypatch.setattr(fetching, "fetch", fetch)
    with pytest.raises(RetryError, match="dead: no answer"):
        pipeline.fetch_all(settings, EDITION, ["dead", "alive"], last_try=False)
    assert pipeline.fetch_all(settings, EDITION, ["dead", "alive"]) == ["dead", "alive"]


def test_not_everything_can_be_pruned(settings: Settings) -> None:
    with pytest.raises(UsageError, match="at least one day"):
        pipeline.prune(settings, EDITION, 0)


def test_outlets_that_share_a_host_go_together(tmp_path: Path) -> None:
    hosts = {"a": "one.example", "b": "two.example", "c": "one.example", "d": "four.example"}
    lines = (
        f'[[outlet]]\nid = "{outlet}"\nname = "{outlet}"\nhomepage = "https://{outlet}.example/"\n'
        f'feeds = [{{ url = "https://{host}/{outlet}.xml" }}]\n'
        for outlet, host in hosts.items()
    )
    path = tmp_path / "outlets.toml"
    path.write_text("\n".join(lines), encoding="utf-8")
    polite = Settings(outlets=path, delay_seconds=1.0, _env_file=None)
    assert pipeline.hosts_apart(polite, [*hosts]) == [["b"], ["a", "c"], ["d"]]
    assert pipeline.hosts_apart(polite, ["a", "b"]) == [["a"], ["b"]]
    hasty = polite.model_copy(update={"delay_seconds": 0.0})
    assert pipeline.hosts_apart(hasty, [*hosts]) == [["a"], ["b"], ["c"], ["d"]]
