"""What the records say of their fields: the docstring below each, as documents print it."""

import ast
import inspect
from collections.abc import Iterator
from itertools import pairwise

from bias.records import Record


def field_docs(kind: type[Record]) -> dict[str, str]:
    """Return the docstring of each field of a record that has one, inherited fields included."""
    lineage = [base for base in reversed(kind.__mro__) if issubclass(base, Record)]
    return {field: text for base in lineage for field, text in _documented(base)}


def _documented(kind: type[Record]) -> Iterator[tuple[str, str]]:
    """Yield the fields that a class declares with a docstring below them, with that docstring."""
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
