"""What stands in ``docs/library.md``, from the docstrings of the library."""

import inspect
import re
import runpy
import textwrap
from collections.abc import Iterator
from types import FunctionType

import bias

_INTRODUCTION = """\
# The library

This page is written by `make docs` from the docstrings in `bias/__init__.py`; change those, not the
page. Every example is run by a test.

    import bias

The records that go in and come out are frozen; every field of each stands in
[data.md](data.md#the-records). Nothing heavy is loaded before a function is called.
"""
_SECTIONS = {"Args": "Arguments", "Returns": "Returns", "Raises": "Raises"}
_SECTION = re.compile(r"^(Args|Returns|Raises):$", re.M)
_ROLE = re.compile(r":(?:func|class|mod|attr):`~?([\w.]+)`")
_ITEM = re.compile(r"^(\w+(?: or \w+)*): ", re.M)


def reference() -> str:
    """Return the page: what each public function takes, gives and raises, with its examples."""
    # Run anew, since the package ``bias.report`` may stand in the place of the function by now.
    fresh = runpy.run_path(bias.__file__)
    public = [fresh[name] for name in sorted(bias.__all__)]
    parts = [_INTRODUCTION, *(_entry(each) for each in public if isinstance(each, FunctionType))]
    parts.append(f"## `bias.__version__`\n\nThe version as a string, now `{bias.__version__}`.\n")
    return "\n".join(parts)


def _entry(function: FunctionType) -> str:
    name, signature = function.__name__, _signature(function)
    text = inspect.getdoc(function) or ""
    blocks = [f"## `bias.{name}`", f"    {name}{signature}", *_blocks(text)]
    return "\n\n".join(blocks) + "\n"


def _signature(function: FunctionType) -> str:
    """Return it as one would write it, without the modules of its types."""
    plain = re.sub(r"(: |-> )'([^']+)'", r"\1\2", str(inspect.signature(function)))
    return re.sub(r"\b(?:[a-z_]+\.)+([A-Z])", r"\1", plain)


def _blocks(docstring: str) -> Iterator[str]:
    prose, *sections = _SECTION.split(docstring)
    yield from _prose(prose)
    for title, text in zip(sections[::2], sections[1::2], strict=True):
        items, _, after = text.lstrip("\n").partition("\n\n")
        yield f"**{_SECTIONS[title]}**"
        yield _items(textwrap.dedent(items))
        yield from _prose(after)


def _prose(text: str) -> Iterator[str]:
    """Yield paragraphs as Markdown; those that begin with a prompt as examples."""
    for each in filter(None, text.strip().split("\n\n")):
        yield f"```python\n{each}\n```" if each.startswith(">>>") else _marked(each)


def _items(text: str) -> str:
    return _ITEM.sub(r"- `\1`: ", _marked(text))


def _marked(text: str) -> str:
    """Return the roles and double back-ticks of a docstring as code of Markdown."""
    return _ROLE.sub(r"`\1`", text).replace("``", "`")
