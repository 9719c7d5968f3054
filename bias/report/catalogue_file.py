"""Keeps the catalogues whole: ``python -m bias.report.catalogue_file`` adds what is new to each.

A message that no page says any more is removed; a new one stands there empty until it is said in
that language, and a test fails as long as it is.
"""

import ast
import io
import re
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from bias.languages import languages
from bias.release import VERSION
from bias.report.phrases import phrases
from bias.wording.lexicon import load_lexicon
from bias.wording.proofs import LEAVE_OUT

HERE = Path(__file__).parent
FOLDER = HERE / "messages"
TEMPLATES = (HERE / "templates", HERE.parent / "serve" / "templates")
_SAYING = frozenset({"say", "named", "Said", "plural"})
"""Calls in whose arguments every string is a message."""
_COUNTED = re.compile(r"plural\(([^()]*)\)")
_NOUN = re.compile(r"\"([^\"]+)\"")
"""The nouns that templates count, which the filter says itself."""
_WORDS = re.compile(r"[^\W\d_]")
_WRITTEN = datetime(2026, 1, 1, tzinfo=UTC)
"""A catalogue bears no date, so that writing it again changes nothing."""


def spoken_templates() -> list[str]:
    """Return the names of all templates of pages and their parts, sorted."""
    found = (path.relative_to(folder) for folder in TEMPLATES for path in folder.rglob("*.html"))
    return sorted(path.as_posix() for path in found)


def source_of(name: str) -> str:
    """Return a template as it is written, in English."""
    paths = (folder / name for folder in TEMPLATES)
    return next(path for path in paths if path.is_file()).read_text("utf-8")


def wanted() -> list[str]:
    """Return every message of the pages: of templates, of views, of the records' names."""
    found: dict[str, None] = {}
    for name in spoken_templates():
        source = source_of(name)
        found.update(dict.fromkeys(phrases(source)))
        nouns = (noun for call in _COUNTED.findall(source) for noun in _NOUN.findall(call))
        found.update(dict.fromkeys(nouns))
    for path in sorted([*HERE.rglob("*.py"), *(HERE.parent / "serve").rglob("*.py")]):
        found.update(dict.fromkeys(_said(ast.parse(path.read_text("utf-8")))))
    found.update(dict.fromkeys(language.name for language in languages().values()))
    names = (category.name for category in load_lexicon().categories)
    found.update(dict.fromkeys(name.replace("_", " ") for name in names))
    return [*found, LEAVE_OUT]


def _said(tree: ast.Module) -> Iterator[str]:
    """Yield the strings that a module says: those of its calls, and of tables that it names."""
    tables = {
        target.id: node.value
        for node in tree.body
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in _SAYING:
            for argument in node.args:
                named = tables.get(getattr(argument, "id", ""), argument)
                yield from _strings(named)


def _strings(node: ast.AST) -> Iterator[str]:
    """Yield the strings in an argument, none that is empty."""
    said = node.values if isinstance(node, ast.Dict) else [node]
    for inner in (each for part in said for each in ast.walk(part)):
        words = inner.value if isinstance(inner, ast.Constant) else None
        if isinstance(words, str) and (words in (",", ".") or _WORDS.search(words)):
            yield words


def read(language: str) -> Catalog:
    """Return the catalogue of a language, an empty one where it has none."""
    path = FOLDER / f"{language}.po"
    if not path.is_file():
        return Catalog(locale=language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def untranslated(language: str) -> list[str]:
    """Return the messages that a language does not say yet."""
    catalogue = read(language)
    return [message for message in wanted() if not _string(catalogue, message)]


def _string(catalogue: Catalog, message: str) -> str:
    known = catalogue.get(message)
    return str(known.string) if known is not None and known.string else ""


def text_of(language: str, said: dict[str, str] | None = None) -> bytes:
    """Return the file of a catalogue with every message that is wanted, and no other."""
    old = read(language)
    new = Catalog(
        locale=language,
        project="media-bias-comparison",
        copyright_holder="",
        creation_date=_WRITTEN,
        revision_date=_WRITTEN,
        version=VERSION,
        msgid_bugs_address="the project's issues",
        last_translator="the maintainers",
        language_team="the maintainers",
        fuzzy=False,
        header_comment="# What the reports say in another language; see docs/languages.md.",
    )
    for message in wanted():
        new.add(message, (said or {}).get(message) or _string(old, message))
    made = io.BytesIO()
    write_po(made, new, width=100, no_location=True)
    return made.getvalue()


def main(arguments: Sequence[str]) -> None:
    """Write the catalogues that are named, or all there are, and say what they lack."""
    names = list(arguments) or sorted(path.stem for path in FOLDER.glob("*.po"))
    for name in names:
        FOLDER.mkdir(exist_ok=True)
        (FOLDER / f"{name}.po").write_bytes(text_of(name))
        for message in untranslated(name):
            print(f"{name}: {message}")


if __name__ == "__main__":
    main(sys.argv[1:])
