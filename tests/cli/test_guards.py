"""Whatever one page, feed or event does to the program becomes a named gap; the rest is done."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from upath import UPath

from bias import pipeline
from bias.articles import guarded
from bias.config import Settings
from bias.coverage import announced
from bias.coverage.pages import PageFetcher
from bias.demo.folder import EDITION
from bias.demo.newsroom import Newsroom
from bias.encoding import encode, whole
from bias.pipeline import comparing
from bias.records import Article, Event, Gap, GapReason, Page
from bias.storage import read_lines, write_json, write_lines
from tests.end_to_end.small import declare, environment, story, write_folder

from .conftest import Bias

HERALD, TODAY = "the-harbour-herald", "vell-today"
DONE, FAILED, GAPS = 0, 1, 3
OTHER = [
    "A lorry with forty crates of plums tipped over on the ring road of Orveth on Friday.",
    "“Nobody was hurt, but the road was purple,” said Ivo Marn of the road office.",
    "The crates were on their way to a factory that makes jam for the whole valley of Orveth.",
    "It took nine hours to clean the road, and the plums were given to the farms for their pigs.",
    "The driver said that he had swerved to spare a hedgehog, which the office could not confirm.",
    "The road had been closed twice this month after a burst pipe flooded the tunnel under it.",
]


@pytest.fixture
def environ(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The settings of a night with two events, told by two outlets each."""
    lines = [story("The Harbour Herald"), story("Vell Today")]
    lines += [
        story(name, title="Lorry spills plums in Orveth", event="plums", paragraphs=[start, *OTHER])
        for name, start in (("The Harbour Herald", "Plums."), ("Vell Today", "A purple road."))
    ]
    with Newsroom(write_folder(tmp_path / "folder", *lines), EDITION) as newsroom:
        yield environment(tmp_path, declare(newsroom, tmp_path / "outlets.toml"))


@pytest.fixture
def settings(environ: dict[str, str]) -> Settings:
    values = {k.removeprefix("BIAS_").lower(): v for k, v in environ.items()}
    return Settings.model_validate(values)


def fetch(settings: Settings) -> None:
    pipeline.fetch_all(settings, EDITION, pipeline.outlets_to_fetch(settings))


def fail_for(
    monkeypatch: pytest.MonkeyPatch, owner: object, name: str, key: str, at: int = 0
) -> None:
    """Let a function of the program raise where its argument ``at`` holds ``key``."""
    whole_function = getattr(owner, name)

    def fail(*arguments: object, **more: object) -> object:
        if key in str(getattr(arguments[at], "url", arguments[at])):
            message = "nobody thought \ud83d of this"
            raise RuntimeError(message)
        return whole_function(*arguments, **more)

    monkeypatch.setattr(owner, name, fail)


def test_a_page_on_which_extraction_fails_is_a_gap_and_the_rest_is_read(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    fetch(settings)
    fail_for(monkeypatch, guarded, "extract_item", "plums")
    pipeline.make_night(settings, EDITION)
    rows = pipeline.open_archive(settings).read_articles(EDITION, HERALD)
    (gap,) = (row for row in rows if isinstance(row, Gap))
    assert gap.reason is GapReason.FAILED
    assert gap.title == "Lorry spills plums in Orveth"
    assert "RuntimeError: nobody thought \ufffd of this" in gap.detail
    assert sum(isinstance(row, Article) for row in rows) == 1
    assert "Traceback (most recent call last)" in caplog.text
    assert caplog.text.encode()
    assert len(pipeline.open_archive(settings).read_events(EDITION)) == 1


def test_a_journal_that_a_killed_run_left_beside_a_whole_warc_is_removed(
    settings: Settings,
) -> None:
    fetch(settings)
    folder = pipeline.open_archive(settings).pages_path(EDITION, HERALD).parent
    whole = sorted(path.name for path in folder.iterdir())
    (folder / f".{HERALD}.journal.part").write_bytes(b"all that stands in the WARC")
    fetch(settings)
    assert sorted(path.name for path in folder.iterdir()) == whole


def test_an_address_on_which_fetching_fails_is_a_gap_and_the_rest_is_fetched(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail_for(monkeypatch, PageFetcher, "_fetch_one", "plums", at=1)
    fetch(settings)
    pipeline.extract(settings, EDITION)
    rows = pipeline.open_archive(settings).read_articles(EDITION, TODAY)
    reasons = [row.reason for row in rows if isinstance(row, Gap)]
    assert reasons == [GapReason.FAILED]
    assert sum(isinstance(row, Article) for row in rows) == 1


def test_a_feed_on_which_reading_fails_is_named_and_the_others_are_read(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail_for(monkeypatch, announced, "read_guarded", HERALD, at=2)
    fetch(settings)
    pipeline.extract(settings, EDITION)
    archive = pipeline.open_archive(settings)
    (gap,) = archive.read_articles(EDITION, HERALD)
    assert isinstance(gap, Gap)
    assert gap.reason is GapReason.OUTLET_UNREACHABLE
    assert "nobody thought" in gap.detail
    assert len(archive.read_articles(EDITION, TODAY)) == 2


@pytest.mark.parametrize("stage", ["align_articles", "compare_event", "render_event"])
def test_an_event_that_fails_is_named_and_the_command_ends_with_3(
    bias: Bias,
    environ: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    stage: str,
) -> None:
    fail_for(monkeypatch, comparing, stage, "plums")
    outcome = bias("nightly", "--edition", EDITION, **environ)
    assert outcome.code == GAPS, outcome.err
    assert "1 of 2 events failed: lorry-spills-plums" in outcome.err
    assert str(tmp_path / "archive" / "failures.log") in outcome.err
    log = (tmp_path / "archive" / "failures.log").read_text()
    assert "Traceback" in log
    assert "nobody thought" in log
    page = (tmp_path / "reports" / EDITION / "index.html").read_text()
    assert "The program failed on 1 more event" in page
    assert 'href="strike-closes-the-port-of-vell' in page


def test_a_night_on_whose_every_event_the_program_fails_has_failed(
    bias: Bias, environ: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    fail_for(monkeypatch, comparing, "compare_event", "the-harbour-herald")
    assert bias("nightly", "--edition", EDITION, **environ).code == FAILED


def test_a_night_on_which_nothing_failed_leaves_no_log(
    bias: Bias, environ: dict[str, str], tmp_path: Path
) -> None:
    assert bias("nightly", "--edition", EDITION, **environ).code == DONE
    assert not (tmp_path / "archive" / "failures.log").exists()


# ---------------------------------------------------------------- halves of characters

HALF = "Strike \ud83d closes"


def test_half_a_character_is_replaced_one_for_one_wherever_it_stands() -> None:
    event = Event(id="e", edition=EDITION, title=HALF, articles=("a\udfff",), outlets=())
    mended = whole(event)
    assert (mended.title, mended.articles) == ("Strike \ufffd closes", ("a\ufffd",))
    written = msgspec.json.decode(encode({HALF: [event]}), type=dict[str, list[Event]])
    assert written == {"Strike \ufffd closes": [mended]}


def test_what_holds_no_half_is_the_very_same() -> None:
    event = Event(id="e", edition=EDITION, title="😀", articles=(), outlets=())
    assert whole(event) is event


def test_no_file_fails_for_half_a_character(tmp_path: Path) -> None:
    gap = Gap(outlet=HERALD, reason=GapReason.NO_TEXT, detail="None.", title=HALF)
    write_json(UPath(tmp_path / "one.json"), gap)
    write_lines(UPath(tmp_path / "lines.jsonl"), [gap])
    assert read_lines(UPath(tmp_path / "lines.jsonl"), "") == [whole(gap)]


def test_a_page_announced_with_half_a_character_becomes_an_article(settings: Settings) -> None:
    page = Page(
        outlet=HERALD, url="https://herald.example/\udc80", final_url="", status=200,
        content_type="text/html", fetched_at="", body=b"<h1>Strike</h1><p>It began.", title=HALF,
    )  # fmt: skip
    found = guarded.extract_safely(page, settings)
    assert isinstance(found, Article)
    assert encode(found)
