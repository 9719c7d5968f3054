"""The reports as Airflow's server shows them, and how a run's tasks learn what they need."""

import os
import warnings
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import ModuleType, SimpleNamespace

import httpx
import pytest

from bias.demo.replay import EDITION
from bias.errors import RetryError, StorageError, UsageError

pytestmark = [pytest.mark.airflow, pytest.mark.xdist_group("airflow")]

EVENT = "strike-0a1b2c"


@pytest.fixture(scope="module")
def plugin(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    os.environ.setdefault("AIRFLOW_HOME", str(tmp_path_factory.mktemp("airflow")))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Airflow's own, while its modules load
        import airflow.api_fastapi.core_api.security  # noqa: F401  (loaded with the first visitor)

        from bias import airflow_plugin
    return airflow_plugin


# ---------------------------------------------------------------- the reports


@pytest.fixture
def reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of reports, with a file beside it that nobody may see."""
    monkeypatch.setenv("BIAS_ARCHIVE", str(tmp_path / "archive"))
    monkeypatch.setenv("BIAS_REPORTS", str(tmp_path / "reports"))
    files = {
        "reports/index.html": "<p>All editions</p>",
        f"reports/{EDITION}/index.html": "<p>One edition</p>",
        f"reports/{EDITION}/{EVENT}.html": "<p>One event</p>",
        f"reports/{EDITION}/{EVENT}.json": "{}",
        f"reports/{EDITION}/{EVENT}.csv": "word",
        "reports/notes.txt": "not for the web",
        "secret.html": "<p>Secret</p>",
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path / "reports"


Get = Callable[[str], httpx.Response]


@pytest.fixture
def get(plugin: ModuleType, reports: Path) -> Iterator[Get]:
    """Ask for a page as somebody who is signed in."""
    assert reports.exists()
    app = plugin.reports_app
    app.dependency_overrides[plugin._signed_in] = lambda: None
    yield lambda path: _get(app, path)
    app.dependency_overrides.clear()


def _get(app: object, path: str) -> httpx.Response:
    import asyncio

    async def ask() -> httpx.Response:
        transport = httpx.ASGITransport(app=app)  # type: ignore[arg-type]
        async with httpx.AsyncClient(transport=transport, base_url="http://airflow") as client:
            return await client.get(path)

    return asyncio.run(ask())


@pytest.mark.parametrize(
    ("path", "text", "kind"),
    [
        ("/", "All editions", "text/html"),
        ("/index.html", "All editions", "text/html"),
        (f"/{EDITION}/index.html", "One edition", "text/html"),
        (f"/{EDITION}/{EVENT}.html", "One event", "text/html"),
        (f"/{EDITION}/{EVENT}.json", "{}", "application/json"),
        (f"/{EDITION}/{EVENT}.csv", "word", "text/csv"),
    ],
)
def test_reports_are_served_as_what_they_are(get: Get, path: str, text: str, kind: str) -> None:
    answer = get(path)
    assert answer.status_code == 200
    assert text in answer.text
    assert answer.headers["content-type"].startswith(kind)


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.html",
        "/%2e%2e/secret.html",
        "/..%2fsecret.html",
        f"/{EDITION}/..%2f..%2fsecret.html",
        f"/{EDITION}/%2e%2e/%2e%2e/secret.html",
        "//etc/passwd.html",
        "/%2fetc%2fhostname.html",
        "/notes.txt",
        "/.env",
        "/index.html/",
        "/a%00b.html",
        f"/{EDITION}",
        f"/{EDITION}/missing.html",
    ],
)
def test_nothing_else_is_served(get: Get, path: str) -> None:
    answer = get(path)
    assert answer.status_code == 404
    assert "Secret" not in answer.text


def test_a_page_may_neither_run_scripts_nor_be_guessed_at(get: Get) -> None:
    headers = get(f"/{EDITION}/{EVENT}.html").headers
    assert headers["x-content-type-options"] == "nosniff"
    assert "script-src" not in headers["content-security-policy"]
    assert headers["content-security-policy"].startswith("default-src 'none'")
    assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize("path", ["/", "/index.html", f"/{EDITION}/{EVENT}.json", "/missing.html"])
def test_whoever_is_not_signed_in_is_refused(plugin: ModuleType, reports: Path, path: str) -> None:
    assert reports.exists()
    answer = _get(plugin.reports_app, path)
    assert answer.status_code in (401, 403)
    assert "edition" not in answer.text.lower()


# ---------------------------------------------------------------- what a task learns of its run


@pytest.fixture
def run(plugin: ModuleType, monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """The context of a scheduled run, which a test may change."""
    dag_run = SimpleNamespace(
        run_after=datetime(2026, 3, 14, 2, 30, tzinfo=UTC), triggering_user_name=None
    )
    context = {
        "params": {},
        "dag_run": dag_run,
        "ti": SimpleNamespace(try_number=1, max_tries=2),
    }
    monkeypatch.setattr(plugin, "get_current_context", lambda: context)
    return SimpleNamespace(**context, context=context)


def test_the_edition_is_the_parameter_that_was_given(
    plugin: ModuleType, run: SimpleNamespace
) -> None:
    run.params["edition"] = "2020-01-01"
    assert plugin.run_edition() == "2020-01-01"


@pytest.mark.parametrize(
    ("timezone", "edition"),
    [
        ("UTC", "2026-03-14"),
        ("America/Caracas", "2026-03-13"),
        ("Pacific/Auckland", "2026-03-14"),
    ],
)
def test_else_it_is_the_runs_own_date_in_the_time_zone(
    plugin: ModuleType,
    run: SimpleNamespace,
    monkeypatch: pytest.MonkeyPatch,
    timezone: str,
    edition: str,
) -> None:
    monkeypatch.setenv("BIAS_TIMEZONE", timezone)
    run.params["edition"] = None
    assert plugin.run_edition() == edition


@pytest.mark.parametrize(
    ("try_number", "user", "last"),
    [(1, None, False), (2, "admin", False), (3, None, True), (1, "dag_test", True)],
)
def test_a_dead_outlet_is_tried_again_unless_somebody_waits_for_the_run(
    plugin: ModuleType, run: SimpleNamespace, try_number: int, user: str | None, *, last: bool
) -> None:
    run.ti.try_number = try_number
    run.dag_run.triggering_user_name = user
    assert plugin.is_last_try() is last


def test_the_label_of_a_mapped_task_is_shown(plugin: ModuleType, run: SimpleNamespace) -> None:
    plugin.show_label("the-herald")
    assert run.context["label"] == "the-herald"


@pytest.mark.parametrize("kind", [UsageError, StorageError])
def test_what_cannot_heal_is_not_tried_again(plugin: ModuleType, kind: type[Exception]) -> None:
    from airflow.sdk.exceptions import AirflowFailException

    message = "no such outlet"
    with pytest.raises(AirflowFailException, match=message), plugin.no_second_try():
        raise kind(message)


def test_what_may_heal_is_tried_again(plugin: ModuleType) -> None:
    message = "dead"
    with pytest.raises(RetryError, match=message), plugin.no_second_try():
        raise RetryError(message)


def test_a_result_that_is_missing_fails_the_task(plugin: ModuleType) -> None:
    from airflow.sdk.exceptions import AirflowFailException

    plugin.require([], "an empty list is a result")
    with pytest.raises(AirflowFailException, match="no events"):
        plugin.require(None, "no events")


def test_retries_wait_longer_and_longer(plugin: ModuleType) -> None:
    assert plugin.NETWORK_RETRIES["retries"] == 2
    assert plugin.NETWORK_RETRIES["retry_delay"] >= timedelta(minutes=1)


def test_the_menu_and_every_run_have_the_reports(plugin: ModuleType) -> None:
    menu, run = plugin.BiasPlugin.external_views
    (app,) = plugin.BiasPlugin.fastapi_apps
    assert all(view["href"].startswith(f"{app['url_prefix']}/") for view in (menu, run))
    # What makes Airflow 3.3 draw a link: a menu of its own for the one, a route for the other.
    assert (menu["name"], menu["destination"], menu["category"]) == ("Reports", "nav", "browse")
    assert (run["name"], run["destination"]) == ("Report", "dag_run")
    assert run["url_route"]


@pytest.mark.parametrize(
    ("conf", "edition"),
    [({"edition": "2020-01-01"}, "2020-01-01"), ({"edition": None}, "2026-03-14"), ({}, EDITION)],
)
def test_a_run_leads_to_the_edition_that_it_makes(
    plugin: ModuleType, conf: dict[str, str | None], edition: str
) -> None:
    assert plugin._edition(conf, datetime(2026, 3, 14, 2, 30, tzinfo=UTC)) == edition
