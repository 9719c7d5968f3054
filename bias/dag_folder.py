"""Where the DAGs lie: inside the installed package, or at the top of a checkout."""

from pathlib import Path

from bias.errors import InstallationError

_PACKAGE = Path(__file__).resolve().parent
_ONE = "nightly_coverage.py"


def dag_folder() -> Path:
    """Return the folder to point Airflow at (``AIRFLOW__CORE__DAGS_FOLDER``).

    Raises:
        InstallationError: there are no DAGs.
    """
    for folder in (_PACKAGE / "dags", _PACKAGE.parent / "dags"):
        if (folder / _ONE).is_file():
            return folder
    message = f"no DAGs beside {_PACKAGE}; install the package again"
    raise InstallationError(message)
