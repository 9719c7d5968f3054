"""Who is told of a night, and what; sent to a web hook of the test's own."""

import json
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

from bias.archive import open_archive
from bias.config import Settings
from bias.errors import BiasError, UsageError
from bias.notices import (
    Notice,
    notice_of_failure,
    notice_of_night,
    send,
    tell,
    told_of_failure,
)
from bias.records import Event, Gap, GapReason, NightEvents
from bias.storage import write_lines

NIGHT = "2026-03-14"
NOTICE = Notice(title="Thin", body="3 articles")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(
        archive=str(tmp_path / "archive"),
        reports=str(tmp_path / "reports"),
        reports_address="https://desk.example/media-bias/",
        now=datetime(2026, 3, 14, 9, 30, tzinfo=UTC),
        _env_file=None,
    )


@pytest.fixture
def hook() -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """A web hook: its address as Apprise takes it, and what it was told."""
    told: list[dict[str, Any]] = []

    class Hook(BaseHTTPRequestHandler):
        def do_POST(self) -> None:  # noqa: N802 - named by the library
            told.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(500 if self.path == "/broken" else 200)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Hook) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        yield f"json://127.0.0.1:{server.server_port}", told
        server.shutdown()
        thread.join()


def keep_night(settings: Settings, edition: str, articles: int) -> None:
    """Keep a night with one event of so many articles."""
    ids = tuple(f"a-{number}" for number in range(articles))
    event = Event(id="e-1", edition=edition, title="Rain", articles=ids, outlets=("a", "b"))
    open_archive(settings).write_night_events(edition, NightEvents(events=(event,)))


def test_a_night_as_usual_is_told_to_nobody(settings: Settings) -> None:
    for night in ("2026-03-11", "2026-03-12", "2026-03-13", NIGHT):
        keep_night(settings, night, 20)
    due = datetime(2026, 3, 14, 4, 0, tzinfo=UTC)
    assert notice_of_night(settings, NIGHT, due) is None


def test_a_night_with_few_articles_is_thin_only_beside_others(settings: Settings) -> None:
    keep_night(settings, NIGHT, 4)
    for night in ("2026-03-12", "2026-03-13"):
        keep_night(settings, night, 20)
    assert notice_of_night(settings, NIGHT) is None
    keep_night(settings, "2026-03-11", 20)
    notice = notice_of_night(settings, NIGHT)
    assert notice is not None
    assert notice.title == "Media bias: the night of 2026-03-14: thin"
    assert "4 articles; the 3 nights before had 20 as a rule." in notice.body
    assert notice.body.endswith("Open https://desk.example/media-bias/2026-03-14/index.html")
    keep_night(settings, NIGHT, 10)
    assert notice_of_night(settings, NIGHT) is None


def test_a_late_night_and_missed_ones_are_named(settings: Settings) -> None:
    keep_night(settings, "2026-03-11", 5)
    keep_night(settings, NIGHT, 5)
    notice = notice_of_night(settings, NIGHT, datetime(2026, 3, 14, 2, 30, tzinfo=UTC))
    assert notice is not None
    assert notice.title.endswith(": late, nights before it missed")
    assert "finished 7 hours after its time" in notice.body
    assert "No night was made of 2026-03-12, 2026-03-13;" in notice.body


def test_a_failed_night_says_what_is_missing(settings: Settings) -> None:
    rows = [Gap(outlet="herald", reason=GapReason.OUTLET_UNREACHABLE, detail="No answer.")]
    write_lines(open_archive(settings).articles_path(NIGHT, "herald"), rows)
    notice = notice_of_failure(settings, NIGHT, "task_failure")
    assert notice.title == "Media bias: the night of 2026-03-14 failed"
    assert "failed: task_failure" in notice.body
    assert "Missing or not whole: outlet unreachable 1." in notice.body
    assert "Not reached or not read: herald." in notice.body


def test_a_run_whose_edition_is_not_known_is_told_all_the_same(settings: Settings) -> None:
    assert "night of manual__1 failed" in notice_of_failure(settings, "manual__1", "stopped").title


def test_a_notice_reaches_every_address(
    settings: Settings, hook: tuple[str, list[dict[str, Any]]]
) -> None:
    address, told = hook
    send(settings.model_copy(update={"notify": f"{address}/one {address}/two"}), NOTICE)
    assert [(each["title"], each["message"]) for each in told] == [("Thin", "3 articles")] * 2


def test_who_cannot_be_told_is_named_without_secrets_and_stops_nothing(
    settings: Settings, hook: tuple[str, list[dict[str, Any]]], caplog: pytest.LogCaptureFixture
) -> None:
    address, told = hook
    secret = address.replace("json://", "json://me:secret@")
    wanted = settings.model_copy(update={"notify": f"{secret}/broken {address}/one"})
    with pytest.raises(BiasError, match=r"could not be told: no\. 1 \(json\)") as raised:
        send(wanted, NOTICE)
    assert "secret" not in str(raised.value)
    assert len(told) == 2
    tell(wanted, NOTICE)
    assert "could not be told" in caplog.text
    assert "secret" not in caplog.text


def test_what_is_no_address_is_refused(settings: Settings) -> None:
    with pytest.raises(UsageError, match=r"no\. 1 is no address that Apprise knows"):
        send(settings.model_copy(update={"notify": "nonsense"}), NOTICE)


def test_a_failure_is_told_and_goes_on_up(
    settings: Settings, hook: tuple[str, list[dict[str, Any]]]
) -> None:
    address, told = hook
    with (
        pytest.raises(ValueError, match="disk"),
        told_of_failure(settings.model_copy(update={"notify": address}), NIGHT),
    ):
        raise ValueError("the disk is full")
    assert "ValueError: the disk is full" in told[0]["message"]
