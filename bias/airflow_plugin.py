"""The reports in Airflow's menu, served by its own server to people who are signed in there.

Whether they lie in a folder or an object store makes no difference.
"""

import re
from pathlib import PurePosixPath
from typing import Any

from airflow.plugins_manager import AirflowPlugin
from fastapi import Depends, FastAPI, HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from bias.airflow_runs import edition_of
from bias.archive import is_edition, open_archive
from bias.config import read_settings
from bias.errors import StorageError, UsageError
from bias.storage import read_bytes

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
        edition = edition_of(run.conf or {}, run) if run else ""
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
