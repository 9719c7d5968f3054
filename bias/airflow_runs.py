"""What the DAGs share: how their tasks are tried, and what a task learns of its run.

Nothing heavy is imported here, since Airflow reads the DAG files again and again.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from airflow.sdk import Asset, get_current_context
from airflow.sdk.exceptions import AirflowFailException
from pydantic import JsonValue
from structlog.contextvars import bind_contextvars

from bias.archive.paths import is_edition
from bias.config import read_settings
from bias.errors import BiasError, DataError, RetryError, StorageError, UsageError

if TYPE_CHECKING:
    from bias.measuring import Done

T = TypeVar("T")

TASKS: dict[str, Any] = {
    "retries": 1,
    "retry_delay": timedelta(seconds=30),
    "execution_timeout": timedelta(hours=2),
}
"""How every task is tried: once more if it was killed or failed in a way nobody foresaw, and no
longer than anything takes that is still alive."""
NETWORK_RETRIES: dict[str, Any] = {
    "retries": 2,
    "retry_delay": timedelta(minutes=2),
    "retry_exponential_backoff": 2,
    "max_retry_delay": timedelta(minutes=15),
}
"""How a task that reaches out to outlets is tried again."""
DEADLINE = timedelta(hours=12)
"""After which a run is stopped and red."""

ARTICLES = Asset("media_bias_articles", uri="media-bias://articles")
EVENTS = Asset("media_bias_events", uri="media-bias://events")
REPORTS = Asset("media_bias_reports", uri="media-bias://reports")
"""What a night makes; DAGs of others can start when one of them is made."""

MOST_TO_PICK = 400
"""Kept editions that a form offers, the newest; any other may be written."""

SCHEDULED = "scheduled"
"""The kind of run that was due at its time."""
DAGS_TEST_USER = "dag_test"
"""In whose name ``airflow dags test`` runs a DAG."""


class Run(Protocol):
    """When a run was to be."""

    logical_date: datetime | None
    run_after: datetime


def run_edition() -> str:
    """Return the edition that the current run makes.

    The parameter ``edition`` if it was given, else the date that was chosen for the run or that it
    was scheduled for, in the configured time zone; without one the moment the run was due counts.
    """
    context = get_current_context()
    return edition_of(context["params"], context["dag_run"])


def edition_of(params: Mapping[str, Any], run: Run) -> str:
    """Return the edition of a run with these parameters."""
    given = params.get("edition")
    return str(given) if given else read_settings().edition_at(run.logical_date or run.run_after)


def check_parameters() -> None:
    """Fail the current task for good where a parameter is not one of the DAG's.

    Airflow checks the values of a DAG's parameters itself, and lets unknown ones pass.
    """
    context = get_current_context()
    known = set(context["dag"].params)
    if unknown := sorted(set(context["dag_run"].conf or {}) - known):
        message = f"no parameter {', '.join(unknown)}; there are {', '.join(sorted(known))}"
        raise AirflowFailException(message)


def is_last_try() -> bool:
    """Return whether the current task will not, or should not, be run again if it fails now.

    ``airflow dags test`` waits out every delay while somebody watches, so there one try is all.
    """
    task = get_current_context()["ti"]
    return is_one_after_another() or task.try_number > task.max_tries


def is_one_after_another() -> bool:
    """Return whether the current run is one of ``airflow dags test``, which has no executor."""
    user: str | None = get_current_context()["dag_run"].triggering_user_name
    return user == DAGS_TEST_USER


@contextmanager
def no_second_try() -> Iterator[None]:
    """Fail the current task for good where trying it again later cannot help."""
    try:
        yield
    except RetryError:
        raise
    except StorageError as error:
        if not is_last_try():  # a store may answer again, and a disk have room
            raise
        raise AirflowFailException(str(error)) from error
    except BiasError as error:
        raise AirflowFailException(str(error)) from error


@contextmanager
def measured_task(stage: str, items: Sequence[str] = ()) -> Iterator["Done"]:
    """Take down what a task of a night took; ``items`` are all that it works on."""
    from bias.measuring import measured

    # Airflow's own lines of the task, and ours among them, then say what they are about.
    bind_contextvars(edition=run_edition(), stage=stage, items=" ".join(items))
    with measured(read_settings(), run_edition(), stage, items) as done:
        done.count = len(items)
        yield done


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


def made(asset: Asset, **numbers: JsonValue) -> None:
    """Tell whoever waits for an asset of which edition it is, and a few numbers of it."""
    told: dict[str, JsonValue] = {"edition": run_edition(), **numbers}
    get_current_context()["outlet_events"][asset].extra = told


def tell_of_failure(context: Mapping[str, Any]) -> None:
    """Tell whom the settings name that the run of a night has failed; a callback of the DAG."""
    from bias.notices import notice_of_failure, tell

    settings, run = read_settings(), context.get("dag_run")
    edition = edition_of(context.get("params") or {}, run) if run else str(context["run_id"])
    tell(settings, notice_of_failure(settings, edition, str(context.get("reason") or "")))


def tell_of_night() -> None:
    """Tell whom the settings name where the night of the current run is thin, late or missed."""
    from bias.notices import notice_of_night, tell

    run = get_current_context()["dag_run"]
    due = run.run_after if run.run_type == SCHEDULED else None
    tell(read_settings(), notice_of_night(read_settings(), run_edition(), due))


def kept_edition(**schema: Any) -> dict[str, Any]:
    """Return the schema of a parameter that is a kept edition, with those there are to pick from.

    One listing of one folder tells which; in an object store nobody is asked while Airflow reads
    the DAG files, and there is a calendar to pick from.
    """
    root = read_settings().archive
    editions: list[str] = []
    if "://" not in root:
        with suppress(OSError):
            names = [each.stem for each in Path(root, "summaries").iterdir()]
            editions = sorted(filter(is_edition, names), reverse=True)[:MOST_TO_PICK]
    if not editions:
        return {"format": "date", **schema}
    return {"pattern": r"^\d{4}-\d{2}-\d{2}$", "examples": editions, **schema}


def declared_outlets() -> list[str]:
    """Return the ids of the declared outlets, for a form; none where the file is at fault."""
    from bias.coverage.outlets import read_outlets

    with suppress(DataError, UsageError):
        return [outlet.id for outlet in read_outlets(read_settings().outlets)]
    return []
