"""The reports as Airflow's server shows them."""

import os
import warnings
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import httpx
import pytest

from bias.demo.folder import EDITION

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


Get = Callable[..., httpx.Response]


@pytest.fixture
def get(plugin: ModuleType, reports: Path) -> Iterator[Get]:
    """Ask for a page as somebody who is signed in."""
    assert reports.exists()
    app = plugin.reports_app
    app.dependency_overrides[plugin._may_read] = lambda: None
    yield lambda path, method="GET": _ask(app, path, method)
    app.dependency_overrides.clear()


def _ask(app: object, path: str, method: str = "GET") -> httpx.Response:
    import asyncio

    async def ask() -> httpx.Response:
        transport = httpx.ASGITransport(app=app)  # type: ignore[arg-type]
        async with httpx.AsyncClient(transport=transport, base_url="http://airflow") as client:
            return await client.request(method, path)

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


def test_a_report_is_there_for_who_asks_for_its_headers_alone(get: Get) -> None:
    answer = get(f"/{EDITION}/{EVENT}.html", "HEAD")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/html")


PATHS = ["/", "/index.html", f"/{EDITION}/{EVENT}.json", "/missing.html", "/runs/a/b"]
CLOSED = ["/docs", "/redoc", "/openapi.json"]


@pytest.mark.parametrize("path", PATHS + CLOSED)
def test_whoever_is_not_signed_in_is_led_to_the_login_page(
    plugin: ModuleType, reports: Path, path: str
) -> None:
    assert reports.exists()
    answer = _ask(plugin.reports_app, path)
    assert answer.status_code == 307
    assert answer.headers["location"].startswith("/api/v2/auth/login?next=/media-bias/")
    assert "edition" not in answer.text.lower()


@pytest.mark.parametrize("path", CLOSED)
def test_the_server_of_the_reports_does_not_describe_itself(get: Get, path: str) -> None:
    assert get(path).status_code == 404


@pytest.mark.parametrize(("reads_the_dag", "status"), [(True, 200), (False, 403)])
def test_who_may_read_the_dag_of_the_night_may_read_the_reports(
    plugin: ModuleType,
    reports: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    reads_the_dag: bool,
    status: int,
) -> None:
    assert reports.exists()
    asked: list[tuple[str, str]] = []

    def is_authorized_dag(*, method: str, details: Any, user: str) -> bool:
        asked.append((user, details.id))
        return reads_the_dag

    async def get_user(*_: object) -> str:
        return "ada"

    manager = SimpleNamespace(is_authorized_dag=is_authorized_dag)
    monkeypatch.setattr("airflow.api_fastapi.app.get_auth_manager", lambda: manager)
    monkeypatch.setattr("airflow.api_fastapi.core_api.security.get_user", get_user)
    assert _ask(plugin.reports_app, f"/{EDITION}/{EVENT}.html").status_code == status
    assert asked == [("ada", "nightly_coverage")]


def test_a_path_before_airflow_stands_before_every_link(
    plugin: ModuleType, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert reports.exists()
    monkeypatch.setenv("AIRFLOW__API__BASE_URL", "https://news.example/airflow/")
    answer = _ask(plugin.reports_app, "/index.html")
    assert answer.headers["location"] == (
        "/airflow/api/v2/auth/login?next=/airflow/media-bias/index.html"
    )
    assert plugin._base() == "/airflow"


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
    night = SimpleNamespace(logical_date=None, run_after=datetime(2026, 3, 14, 2, 30, tzinfo=UTC))
    assert plugin.edition_of(conf, night) == edition
