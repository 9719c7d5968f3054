"""``CITATION.cff`` says what the project says elsewhere, in the form that the format asks for."""

import tomllib
from pathlib import Path

import yaml

from bias.release import AUTHORS, NAME, VERSION

ROOT = Path(__file__).parents[1]
CITATION = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
KEYS = {
    "cff-version", "message", "type", "title", "abstract", "authors", "version", "license",
    "keywords",
}  # fmt: skip


def test_it_has_what_the_format_asks_for_and_nothing_it_does_not_know() -> None:
    assert CITATION["cff-version"] == "1.2.0"
    assert {"message", "title", "authors"} <= set(CITATION) <= KEYS
    assert CITATION["type"] == "software"


def test_it_agrees_with_the_program_and_the_package() -> None:
    assert CITATION["title"] == NAME
    assert CITATION["authors"] == [{"name": AUTHORS}]
    assert CITATION["version"] == VERSION == PROJECT["version"]
    assert CITATION["license"] == PROJECT["license"]
    assert CITATION["keywords"] == PROJECT["keywords"]
