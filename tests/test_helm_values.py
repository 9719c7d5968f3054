"""The Helm values fit what the chart documents, and say what docker-compose.yml says.

The chart's own schema is not here, so the names and types below are those that this file uses.
"""

import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from bias import __version__
from bias.airflow_command import PROGRAMS
from bias.config import Settings

ROOT = Path(__file__).resolve().parents[1]
FILE = ROOT / "docs" / "deploy" / "helm-values.yaml"
TEXT, FLAG, WHOLE = {"type": "string", "minLength": 1}, {"type": "boolean"}, {"type": "integer"}


def only(**properties: object) -> dict[str, object]:
    """Return the schema of a mapping with these keys and no others."""
    return {"type": "object", "properties": properties, "additionalProperties": False}


def rows(**properties: object) -> dict[str, object]:
    """Return the schema of a list of mappings, each with all these keys and no others."""
    return {"type": "array", "items": only(**properties) | {"required": list(properties)}}


AMOUNT = {"type": "string", "pattern": r"^\d+(m|Mi|Gi)?$"}
AMOUNTS = only(cpu=AMOUNT, memory=AMOUNT)
RESOURCES = only(requests=AMOUNTS, limits=AMOUNTS)
COMPONENT = only(enabled=FLAG, persistence=only(enabled=FLAG), resources=RESOURCES)
CONFIG = {"type": "object", "additionalProperties": {"additionalProperties": {"type": "string"}}}
SCHEMA = only(
    executor={"const": "KubernetesExecutor"},
    airflowVersion=TEXT,
    images=only(airflow=only(repository=TEXT, tag=TEXT)),
    uid=WHOLE,
    gid=WHOLE,
    securityContexts=only(
        pod=only(runAsUser=WHOLE, runAsGroup=WHOLE, fsGroup=WHOLE, runAsNonRoot=FLAG),
        containers=only(allowPrivilegeEscalation=FLAG, capabilities=only(drop={"const": ["ALL"]})),
    ),
    postgresql=only(enabled=FLAG),
    redis=only(enabled=FLAG),
    data=only(metadataSecretName=TEXT),
    fernetKeySecretName=TEXT,
    apiSecretKeySecretName=TEXT,
    jwtSecretName=TEXT,
    config=CONFIG,
    logs=only(persistence=only(enabled=FLAG)),
    env=rows(name=TEXT, value=TEXT),
    secret=rows(envName=TEXT, secretName=TEXT, secretKey=TEXT),
    workers=COMPONENT,
    scheduler=COMPONENT,
    apiServer=COMPONENT,
    dagProcessor=COMPONENT,
    triggerer=COMPONENT,
    createUserJob=only(defaultUser=only(enabled=FLAG)),
)


@pytest.fixture(scope="module")
def values() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return read


def test_every_name_and_type_is_one_that_the_chart_documents(values: dict[str, Any]) -> None:
    jsonschema.validate(values, SCHEMA)
    with pytest.raises(jsonschema.ValidationError, match="webserver"):
        jsonschema.validate(values | {"webserver": {}}, SCHEMA)


def test_it_runs_the_versions_that_this_project_pins(values: dict[str, Any]) -> None:
    pins = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert f"apache-airflow=={values['airflowVersion']}" in pins
    assert values["images"]["airflow"]["tag"] == __version__


def test_what_the_tasks_are_told_is_a_setting_and_lies_in_a_store(values: dict[str, Any]) -> None:
    told = {row["name"]: row["value"] for row in values["env"]}
    ours = {name.removeprefix("BIAS_").lower() for name in told if name.startswith("BIAS_")}
    assert ours <= set(Settings.model_fields)
    assert all(told[name].startswith("s3://") for name in ("BIAS_ARCHIVE", "BIAS_REPORTS"))


def test_its_airflow_is_set_as_in_the_compose_file(values: dict[str, Any]) -> None:
    compose = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
    theirs = compose["x-airflow"]["environment"]
    core = values["config"]["core"]
    assert core["auth_manager"] == theirs["AIRFLOW__CORE__AUTH_MANAGER"]
    paused = theirs["AIRFLOW__CORE__DAGS_ARE_PAUSED_AT_CREATION"]
    assert core["dags_are_paused_at_creation"].lower() == paused
    dockerfile = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    assert f"AIRFLOW__CORE__DAGS_FOLDER={core['dags_folder']}" in dockerfile
    assert f"--uid {values['uid']} " in dockerfile
    # The chart calls "bash -c …" in the image, behind its entry point.
    assert ["bash"] in PROGRAMS


def test_it_holds_no_password(values: dict[str, Any]) -> None:
    assert not re.search(r"password:|:\s*[A-Za-z0-9_-]{32,}", FILE.read_text(encoding="utf-8"))
    secret = {row["envName"] for row in values["secret"]}
    assert {"AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"} <= secret
