"""The reports in Airflow's menu, served by its own server to people who are signed in there.

Whether they lie in a folder or an object store makes no difference.
"""

from typing import Any
from urllib.parse import quote, urlsplit

from airflow.configuration import conf
from airflow.plugins_manager import AirflowPlugin
from fastapi import Depends, FastAPI, HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from bias.airflow_runs import edition_of
from bias.archive import is_edition, open_archive
from bias.archive.report_files import HEADERS, read_report
from bias.config import read_settings
from bias.errors import StorageError, UsageError

REPORTS_PREFIX = "/media-bias"
NIGHT = "nightly_coverage"


def _base() -> str:
    """Return the path below which Airflow itself is served, empty where it has a host alone."""
    return urlsplit(conf.get("api", "base_url", fallback="")).path.rstrip("/")


async def _may_read(request: Request) -> None:
    """Lead whoever is not signed in to the login page; refuse who may not see the night's DAG.

    The reports are the DAG's results, so whoever may read it may read them: with the roles that
    Airflow brings, a viewer may, and a user who has been given no role may not.
    """
    # The server's own modules may be imported only once the server is running.
    from airflow.api_fastapi.app import get_auth_manager
    from airflow.api_fastapi.auth.managers.models.resource_details import DagDetails
    from airflow.api_fastapi.core_api.security import bearer_scheme, get_user

    try:
        user = await get_user(request, None, await bearer_scheme(request))
    except HTTPException as error:
        back = quote(f"{_base()}{REPORTS_PREFIX}/{request.path_params.get('path', '')}")
        login = {"Location": f"{_base()}/api/v2/auth/login?next={back}"}
        raise HTTPException(307, "Sign in to Airflow first.", headers=login) from error
    night = DagDetails(id=NIGHT)
    if not get_auth_manager().is_authorized_dag(method="GET", details=night, user=user):
        raise HTTPException(403, "You may not see the reports; ask for the role of a viewer.")


def _serve(path: str) -> Response:
    """Answer with one file below the reports."""
    try:
        file = read_report(open_archive(read_settings()), path)
    except (UsageError, StorageError) as error:
        raise HTTPException(404, str(error)) from error
    headers = HEADERS | {"Content-Security-Policy": f"{file.policy}; frame-ancestors 'self'"}
    return Response(file.content, media_type=file.media_type, headers=headers)


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
    return RedirectResponse(f"{_base()}{REPORTS_PREFIX}/{edition}/index.html", headers=HEADERS)


reports_app = FastAPI(
    title="Media bias comparison",
    dependencies=[Depends(_may_read)],
    docs_url=None,
    redoc_url=None,
    openapi_url=None,
)
reports_app.add_api_route("/runs/{dag_id}/{run_id}", _run_report, methods=["GET", "HEAD"])
reports_app.add_api_route("/{path:path}", _serve, methods=["GET", "HEAD"])


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
            "href": f"{_base()}{REPORTS_PREFIX}/index.html",
            "destination": "nav",
            "category": "browse",
        },
        {
            "name": "Report",
            "href": f"{_base()}{REPORTS_PREFIX}/runs/{{DAG_ID}}/{{RUN_ID}}",
            "destination": "dag_run",
            "url_route": "media-bias-report",
        },
    ]
