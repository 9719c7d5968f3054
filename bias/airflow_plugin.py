"""What Airflow sees of this project beside the DAGs: the reports in its menu, and run helpers.

The only module of ``bias`` that imports Airflow. The reports are served by Airflow's own server to
people who are signed in there, whether they lie in a folder or an object store.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import PurePosixPath
from typing import Any, TypeVar

from airflow.plugins_manager import AirflowPlugin
from airflow.sdk import get_current_context
from airflow.sdk.exceptions import AirflowFailException
from fastapi import Depends, FastAPI, HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from bias.archive import is_edition, open_archive
from bias.config import read_settings
from bias.errors import DataError, StorageError, UsageError
from bias.storage import read_bytes

T = TypeVar("T")

REPORTS_PREFIX = "/media-bias"
MEDIA_TYPES = {".html": "text/html", ".json": "application/json", ".csv": "text/csv"}
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'self'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "private, no-cache",
}
"""What every report is sent with; the page itself names the one style it may use."""

_NAME = re.compile(r"[a-z0-9][a-z0-9._-]*")

NETWORK_RETRIES: dict[str, Any] = {
    "retries": 2,
    "retry_delay": timedelta(minutes=2),
    "retry_exponential_backoff": 2,
    "max_retry_delay": timedelta(minutes=15),
}
"""How a task that reaches out to outlets is tried again."""

DAGS_TEST_USER = "dag_test"
"""In whose name ``airflow dags test`` runs a DAG."""


def run_edition() -> str:
    """Return the edition that the current run makes.

    The parameter ``edition`` if it was given, else the date of the run in the configured time
    zone. A manual run has no logical date, so the moment the run was due counts.
    """
    context = get_current_context()
    return _edition(context["params"], context["dag_run"].run_after)


def _edition(params: Mapping[str, Any], due: datetime) -> str:
    given = params.get("edition")
    return str(given) if given else read_settings().edition_at(due)


def is_last_try() -> bool:
    """Return whether the current task will not, or should not, be run again if it fails now.

    ``airflow dags test`` waits out every delay while somebody watches, so there one try is all.
    """
    context = get_current_context()
    by_test = context["dag_run"].triggering_user_name == DAGS_TEST_USER
    return by_test or context["ti"].try_number > context["ti"].max_tries


@contextmanager
def no_second_try() -> Iterator[None]:
    """Fail the current task for good where trying it again later cannot help."""
    try:
        yield
    except (UsageError, DataError, StorageError) as error:
        raise AirflowFailException(str(error)) from error


def require(result: T | None, message: str) -> T:
    """Return what a task before left; fail the current task for good where that is nothing.

    A task that runs whatever became of the tasks before it is handed ``None`` then.
    """
    if result is None:
        raise AirflowFailException(message)
    return result


def show_label(text: str) -> None:
    """Show ``text`` as the name of the current mapped task in the UI."""
    get_current_context()["label"] = text  # type: ignore[typeddict-unknown-key]


async def _signed_in(request: Request) -> None:
    """Refuse whoever is not signed in to Airflow."""
    # The server's own module may be imported only once the server is running.
    from airflow.api_fastapi.core_api.security import bearer_scheme, get_user

    await get_user(request, None, await bearer_scheme(request))


def _serve(path: str) -> Response:
    """Answer with one file below the reports."""
    parts = (path or "index.html").split("/")
    media_type = MEDIA_TYPES.get(PurePosixPath(parts[-1]).suffix)
    if media_type is None or not all(map(_NAME.fullmatch, parts)):
        raise HTTPException(404, "There is no such report.")
    file = open_archive(read_settings()).reports.joinpath(*parts)
    try:
        content = read_bytes(file, "There is no such report yet.")
    except (UsageError, StorageError) as error:
        raise HTTPException(404, "There is no such report yet.") from error
    return Response(content, media_type=media_type, headers=HEADERS)


def _run_report(dag_id: str, run_id: str) -> Response:
    """Lead to the front page of the edition that a run makes."""
    from airflow.models.dagrun import DagRun
    from airflow.utils.session import create_session
    from sqlalchemy import select

    with create_session() as session:
        asked = select(DagRun).where(DagRun.dag_id == dag_id, DagRun.run_id == run_id)
        run = session.scalar(asked)
        edition = _edition(run.conf or {}, run.run_after) if run else ""
    if not is_edition(edition):
        raise HTTPException(404, "There is no such run.")
    return RedirectResponse(f"{REPORTS_PREFIX}/{edition}/index.html", headers=HEADERS)


reports_app = FastAPI(title="Media bias comparison", dependencies=[Depends(_signed_in)])
reports_app.add_api_route(
    "/runs/{dag_id}/{run_id}", _run_report, methods=["GET"], include_in_schema=False
)
reports_app.add_api_route("/{path:path}", _serve, methods=["GET"], include_in_schema=False)


class BiasPlugin(AirflowPlugin):
    """Adds the reports to Airflow's server and menu."""

    name = "bias"
    fastapi_apps: list[Any] = [
        {"app": reports_app, "url_prefix": REPORTS_PREFIX, "name": "Media bias reports"}
    ]
    external_views: list[Any] = [
        {
            "name": "Reports",
            # Without a "url_route" it opens as a page of its own: in Airflow's frame, the links to
            # the outlets would lead nowhere. Outside the menus that Airflow itself has, it would be
            # a button without a link.
            "href": f"{REPORTS_PREFIX}/index.html",
            "destination": "nav",
            "category": "browse",
        },
        {
            "name": "Report",
            "href": f"{REPORTS_PREFIX}/runs/{{DAG_ID}}/{{RUN_ID}}",
            "destination": "dag_run",
            "url_route": "media-bias-report",
        },
    ]
