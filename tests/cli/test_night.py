"""``bias nightly``, ``report`` and ``compare``: exit codes, JSON, and what is left behind."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from bias import by_hand
from bias.demo.folder import EDITION
from bias.demo.newsroom import Newsroom
from bias.demo.replay import prepare_replay
from tests.end_to_end.night import Night
from tests.end_to_end.small import dead_address, declare, environment, story, write_folder

from .conftest import Bias

DONE, FAILED, WRONG_USE, GAPS = 0, 1, 2, 3


@pytest.fixture
def newsroom(tmp_path: Path) -> Iterator[Newsroom]:
    with Newsroom(write_folder(tmp_path / "folder"), EDITION) as sites:
        yield sites


def files(root: Path) -> dict[str, bytes]:
    """Return all files below a folder but measures and the queues at hosts."""
    found = {path.relative_to(root): path for path in root.rglob("*") if path.is_file()}
    apart = {"measured", ".hosts"}
    return {
        k.as_posix(): path.read_bytes() for k, path in found.items() if not apart & set(k.parts)
    }


def test_a_night_without_gaps_ends_with_0(bias: Bias, newsroom: Newsroom, tmp_path: Path) -> None:
    settings = environment(tmp_path, declare(newsroom, tmp_path / "outlets.toml"))
    outcome = bias("nightly", **settings)
    assert outcome.code == DONE, outcome.err
    assert outcome.out.startswith("1 event found in 2 articles of 2 outlets; 0 expected")
    assert (tmp_path / "reports" / EDITION / "index.html").exists()


def test_a_night_with_a_dead_outlet_ends_with_3(
    bias: Bias, newsroom: Newsroom, tmp_path: Path
) -> None:
    outlets = declare(newsroom, tmp_path / "outlets.toml", the_silent_post=dead_address())
    outcome = bias("nightly", "--edition", EDITION, "--json", **environment(tmp_path, outlets))
    assert outcome.code == GAPS
    summary = json.loads(outcome.out)
    assert (summary["events"], summary["outlets"], summary["gaps"]) == (1, 2, 1)
    assert Path(summary["report"]).exists()


def test_one_outlet_alone_may_be_fetched(bias: Bias, newsroom: Newsroom, tmp_path: Path) -> None:
    settings = environment(tmp_path, declare(newsroom, tmp_path / "outlets.toml"))
    outcome = bias("nightly", "--outlet", "vell-today", "--json", **settings)
    assert outcome.code == DONE, outcome.err
    assert json.loads(outcome.out)["articles"] == 1
    page = (tmp_path / "reports" / EDITION / "index.html").read_text()
    assert "not among those asked" in page
    assert "not reachable" not in page


def test_a_night_in_which_nobody_answers_fails(bias: Bias, tmp_path: Path) -> None:
    outlets = tmp_path / "outlets.toml"
    with Newsroom(write_folder(tmp_path / "folder"), EDITION) as closed:
        declare(closed, outlets)
    outcome = bias("nightly", **environment(tmp_path, outlets))
    assert outcome.code == FAILED
    assert outcome.err.startswith(f"bias: edition {EDITION}: no outlet had an article")
    assert (tmp_path / "reports" / EDITION / "index.html").exists()


def test_an_archive_that_cannot_be_written_fails_and_is_named(
    bias: Bias, newsroom: Newsroom, tmp_path: Path
) -> None:
    (tmp_path / "archive").write_text("a file where the folder should be")
    settings = environment(tmp_path, declare(newsroom, tmp_path / "outlets.toml"))
    outcome = bias("nightly", **settings)
    assert outcome.code == FAILED
    assert outcome.err.startswith(f"bias: cannot write {tmp_path / 'archive'}")
    assert outcome.err.count("\n") == 1
    assert not (tmp_path / "reports").exists()


def test_outlets_that_are_declared_wrong_fail_and_are_named(bias: Bias, tmp_path: Path) -> None:
    outlets = tmp_path / "outlets.toml"
    outlets.write_text('[[outlet]]\nid = "herald"\n')
    outcome = bias("nightly", **environment(tmp_path, outlets))
    assert outcome.code == FAILED
    assert outcome.err.startswith(f"bias: {outlets}, outlet 1 (herald): name is missing")


def test_a_report_is_built_again_without_the_network(bias: Bias, tmp_path: Path) -> None:
    outlets = tmp_path / "outlets.toml"
    with Newsroom(write_folder(tmp_path / "folder"), EDITION) as open_newsroom:
        declare(open_newsroom, outlets)
        settings = environment(tmp_path, outlets)
        assert bias("nightly", **settings).code == DONE
    archive, reports = files(tmp_path / "archive"), files(tmp_path / "reports")
    shutil.rmtree(tmp_path / "reports")
    for folder in ("articles", "events", "alignments", "comparisons", "tables"):
        shutil.rmtree(tmp_path / "archive" / folder)
    outcome = bias("report", EDITION, "--json", **settings)
    assert outcome.code == DONE, outcome.err
    assert json.loads(outcome.out)["edition"] == EDITION
    assert files(tmp_path / "archive") == archive
    assert files(tmp_path / "reports") == reports


# ---------------------------------------------------------------- compare


@pytest.fixture
def kept(night: Night, tmp_path: Path) -> dict[str, str]:
    """The settings of a copy of the bundled night, which the test may add to."""
    for root in ("archive", "reports"):
        shutil.copytree(getattr(night.settings, root), tmp_path / root)
    return night.environment | {
        "BIAS_ARCHIVE": str(tmp_path / "archive"),
        "BIAS_REPORTS": str(tmp_path / "reports"),
    }


@pytest.mark.xdist_group("newsroom")
def test_two_addresses_are_compared(bias: Bias, night: Night, kept: dict[str, str]) -> None:
    addresses = [night.newsroom.url_of(line) for line in (13, 21)]
    outcome = bias("compare", *addresses, "--edition", EDITION, "--json", **kept)
    assert outcome.code == DONE, outcome.err
    summary = json.loads(outcome.out)
    assert (summary["articles"], summary["outlets"]) == (2, 2)
    assert summary["event"].startswith("by-hand-addresses-")
    assert Path(summary["report"]).exists()


@pytest.mark.xdist_group("newsroom")
def test_an_address_that_gives_no_article_is_a_gap(
    bias: Bias, night: Night, kept: dict[str, str]
) -> None:
    addresses = [night.newsroom.url_of(line) for line in (13, 21, 26)]
    outcome = bias("compare", *addresses, "--json", **kept)
    assert outcome.code == GAPS
    summary = json.loads(outcome.out)
    assert (summary["articles"], summary["gaps"]) == (2, 1)


@pytest.mark.xdist_group("newsroom")
def test_addresses_that_give_too_few_articles_say_what_each_answered(
    bias: Bias, night: Night, kept: dict[str, str]
) -> None:
    addresses = [night.newsroom.url_of(line) for line in (24, 26)]
    outcome = bias("compare", *addresses, **kept)
    assert outcome.code == WRONG_USE
    assert all(address in outcome.err for address in addresses)
    assert not list(Path(kept["BIAS_ARCHIVE"]).glob("by_hand/*/*/*"))


@pytest.mark.xdist_group("newsroom")
def test_words_are_searched_in_what_was_fetched(bias: Bias, kept: dict[str, str]) -> None:
    outcome = bias("compare", "--search", "lake ORVETH ferry", "--edition", EDITION, **kept)
    assert outcome.code == DONE, outcome.err
    (report,) = Path(kept["BIAS_REPORTS"], EDITION).glob("by-hand-lake-orveth-ferry-*.html")
    assert "Orveth" in report.read_text()
    front_page = Path(kept["BIAS_REPORTS"], EDITION, "index.html").read_text()
    assert report.name in front_page


@pytest.mark.xdist_group("newsroom")
def test_the_nightly_events_are_left_as_they_were(
    bias: Bias, night: Night, kept: dict[str, str]
) -> None:
    assert bias("compare", "--search", "lake orveth ferry", **kept).code == DONE
    for event in night.events:
        path = night.archive.report_path(EDITION, event.id, "html")
        assert Path(kept["BIAS_REPORTS"], EDITION, path.name).read_bytes() == path.read_bytes()


def test_a_line_of_the_folder_that_is_broken_is_named_and_the_rest_is_told(
    bias: Bias, tmp_path: Path
) -> None:
    folder = write_folder(
        tmp_path / "folder", story("The Harbour Herald"), "{broken", story("Vell Today")
    )
    with Newsroom(folder, EDITION) as sites:
        (problem,) = sites.problems
        assert "coverage.jsonl" in str(problem)
        assert "line 2" in str(problem)
        settings = environment(tmp_path, declare(sites, tmp_path / "outlets.toml"))
        outcome = bias("nightly", "--json", **settings)
    assert json.loads(outcome.out)["articles"] == 2


def test_the_edition_of_the_demo_is_found_by_its_date(
    bias: Bias, newsroom: Newsroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replay = prepare_replay(tmp_path, tmp_path / "folder", EDITION, newsroom)
    assert bias("nightly", "--edition", EDITION, **replay.environment).code == DONE
    for name in replay.environment:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    outcome = bias("report", EDITION)
    assert outcome.code == DONE, outcome.err
    assert (
        outcome.err == f"bias: {EDITION} is an edition of the demo, in {replay.settings.archive}\n"
    )
    assert replay.settings.reports in outcome.out
    assert bias("report", "2026-03-15").code == WRONG_USE


# ---------------------------------------------------------------- what is there is not lost


def test_an_edition_whose_pages_were_pruned_is_left_alone_and_said_to_be(
    bias: Bias, newsroom: Newsroom, tmp_path: Path
) -> None:
    settings = environment(tmp_path, declare(newsroom, tmp_path / "outlets.toml"))
    assert bias("nightly", "--edition", EDITION, **settings).code == DONE
    shutil.rmtree(tmp_path / "archive" / "pages")
    archive, reports = files(tmp_path / "archive"), files(tmp_path / "reports")
    for command in (("nightly", "--edition", EDITION), ("report", EDITION)):
        outcome = bias(*command, **settings)
        assert outcome.code == WRONG_USE
        assert f"the pages of edition {EDITION} are no longer kept" in outcome.err
        assert "left as they are" in outcome.err
    assert files(tmp_path / "archive") == archive
    assert files(tmp_path / "reports") == reports


@pytest.mark.parametrize("damage", ["gone", "cut"])
def test_articles_whose_pages_are_gone_or_damaged_stay(
    bias: Bias, newsroom: Newsroom, tmp_path: Path, damage: str
) -> None:
    settings = environment(tmp_path, declare(newsroom, tmp_path / "outlets.toml"))
    assert bias("nightly", "--edition", EDITION, **settings).code == DONE
    reports = files(tmp_path / "reports")
    pages = tmp_path / "archive" / "pages" / EDITION / "vell-today.warc.gz"
    pages.write_bytes(pages.read_bytes()[:100]) if damage == "cut" else pages.unlink()
    outcome = bias("report", EDITION, "--json", **settings)
    assert (json.loads(outcome.out)["articles"], json.loads(outcome.out)["events"]) == (2, 1)
    assert files(tmp_path / "reports") == reports


@pytest.mark.xdist_group("newsroom")
def test_a_comparison_by_hand_that_stopped_early_is_no_matter_of_other_runs(
    bias: Bias, night: Night, kept: dict[str, str]
) -> None:
    stopped = Path(kept["BIAS_ARCHIVE"], "by_hand", EDITION, "by-hand-addresses-0a1b2c")
    other = by_hand.gather(
        night.settings.model_copy(update={"archive": kept["BIAS_ARCHIVE"]}),
        EDITION,
        by_hand.Request(search="lake orveth ferry"),
    )
    event = stopped.parent / other / "event.json"
    stopped.mkdir()
    (stopped / "event.json").write_text(event.read_text().replace(other, stopped.name))
    outcome = bias("compare", "--search", "lake orveth ferry", "--edition", EDITION, **kept)
    assert outcome.code == DONE, outcome.err
    page = Path(kept["BIAS_REPORTS"], EDITION, "index.html").read_text()
    assert "The program failed" not in page
    outcome = bias("nightly", "--edition", EDITION, **kept)
    assert outcome.code == GAPS, outcome.err
    assert "have no report" not in outcome.err
