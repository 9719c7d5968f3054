"""The JSON file of an event, and the JSON Schema that describes it."""

from typing import Any

import msgspec

from bias import records
from bias.records import Comparison, Record
from bias.report.described import field_docs

SCHEMA_VERSION = 1
"""Raised when a field changes its meaning or goes; added optional fields do not raise it."""


class ComparisonDocument(Record, frozen=True, kw_only=True):
    """The JSON file of one event: everything its page shows."""

    schema_version: int = SCHEMA_VERSION
    """Raised when a field changes its meaning or goes."""
    comparison: Comparison
    """All that is known of the event."""


def comparison_schema() -> bytes:
    """Return the JSON Schema of the file, every field described by its docstring."""
    schema = msgspec.json.schema(ComparisonDocument)
    kinds = {kind.__name__: kind for kind in record_kinds()}
    for name, definition in schema["$defs"].items():
        documented = field_docs(kinds[name]) if name in kinds else {}
        for field, described in definition.get("properties", {}).items():
            if text := documented.get(field) or _TAGS.get((name, field)):
                described.setdefault("description", text)
    head: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Comparison of one event",
        "description": "What several outlets told of one event, in the file <event>.json. "
        "Spans are half-open [start, end) character offsets into the title or text of an article.",
    }
    data = msgspec.json.encode({**head, **schema})
    return msgspec.json.format(data, indent=2) + b"\n"


_TAGS = {(name, "type"): "Tells articles and gaps apart." for name in ("Article", "Gap")}
"""Fields that the encoder adds, which no record declares."""


def record_kinds() -> list[type[Record]]:
    """Return every kind of record, that of the file included."""
    exported = [getattr(records, name) for name in records.__all__]
    return [
        *(kind for kind in exported if isinstance(kind, type) and issubclass(kind, Record)),
        ComparisonDocument,
    ]
