"""The JSON file of an event, and the JSON Schema that describes it."""

import ast
import inspect
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import msgspec

from bias import records
from bias.records import Comparison, Record

SCHEMA_VERSION = 1
"""Raised when a field changes its meaning or goes; added optional fields do not raise it."""


class ComparisonDocument(Record, frozen=True, kw_only=True):
    """The JSON file of one event: everything its page shows."""

    schema_version: int = SCHEMA_VERSION
    comparison: Comparison


def comparison_schema() -> bytes:
    """Return the JSON Schema of the file, every field described by its docstring."""
    schema = msgspec.json.schema(ComparisonDocument)
    documented = _field_docs()
    for name, definition in schema["$defs"].items():
        for field, described in definition.get("properties", {}).items():
            if text := documented.get((name, field)):
                described.setdefault("description", text)
    head: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Comparison of one event",
        "description": "What several outlets told of one event, in the file <event>.json. "
        "Spans are half-open [start, end) character offsets into the title or text of an article.",
    }
    data = msgspec.json.encode({**head, **schema})
    return msgspec.json.format(data, indent=2) + b"\n"


def _field_docs() -> dict[tuple[str, str], str]:
    """Return the docstring below each field in the source of the records."""
    exported = [getattr(records, name) for name in records.__all__]
    return {
        (kind.__name__, field): text
        for kind in exported
        if issubclass(kind, Record)
        for field, text in _documented(kind)
    }


def _documented(kind: type[Record]) -> Iterator[tuple[str, str]]:
    """Yield the fields of one record that have a docstring below them, with that docstring."""
    (definition,) = ast.parse(inspect.getsource(kind)).body
    assert isinstance(definition, ast.ClassDef)  # noqa: S101 - the source of a class
    for field, text in pairwise(definition.body):
        if (
            isinstance(field, ast.AnnAssign)
            and isinstance(field.target, ast.Name)
            and isinstance(text, ast.Expr)
            and isinstance(text.value, ast.Constant)
        ):
            yield field.target.id, inspect.cleandoc(str(text.value.value))
