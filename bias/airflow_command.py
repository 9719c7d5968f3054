"""Airflow's own command with what our settings switch on in it: the entry point of the image.

python -m bias.airflow_command scheduler
"""

import os
import sys

from bias.config import Settings, read_settings

PROGRAMS = (["airflow"], ["bash"], ["python"])
"""What is run as it is."""


def switched_on(settings: Settings) -> dict[str, str]:
    """Return the variables that switch on Airflow's own metrics and lines of JSON with ours."""
    switched: dict[str, str] = {}
    if settings.metrics:
        switched["AIRFLOW__METRICS__OTEL_ON"] = "True"
        switched["OTEL_EXPORTER_OTLP_ENDPOINT"] = settings.metrics
    if settings.json_logs:
        switched["AIRFLOW__LOGGING__JSON_LOGS"] = "True"
    return switched


def main() -> None:
    """Become Airflow's command with the arguments of this one, or the program that they name.

    Airflow's Helm chart calls ``bash`` in the image, which then calls ``airflow``.
    """
    os.environ.update(switched_on(read_settings()))
    words = sys.argv[1:]
    if words[:1] not in PROGRAMS:
        words = ["airflow", *words]
    os.execvp(words[0], words)  # noqa: S606 - of the image


if __name__ == "__main__":
    main()
