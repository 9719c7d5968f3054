"""What other packages add: each example works as it is installed, and a broken one is named."""

import os
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from bias.articles.added import AddedExtractor, ExtractorError, added_blocks
from bias.articles.document import Document, read_document
from bias.coverage.outlets import AddedOutlets, read_outlets
from bias.errors import InstallationError
from bias.languages import DEFAULT, Language, languages
from bias.plugins import GROUPS, plugins
from bias.wording.added import AddedRows, added_rows
from tests.articles.pages import make_page

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = sorted(path.parent for path in (ROOT / "examples").glob("*/pyproject.toml"))
INSTALL = """
import os, sys, zipfile
from setuptools import build_meta
target, *folders = sys.argv[1:]
for folder in folders:
    os.chdir(folder)
    with zipfile.ZipFile(os.path.join(target, build_meta.build_wheel(target))) as wheel:
        wheel.extractall(target)
"""
"""As an installer does that is given a wheel: what it holds lies beside its metadata."""
USE = """
import bias
from bias.articles.extract import extract_article
from bias.config import Settings
from bias.coverage.outlets import read_outlets
from bias.records import Voice
from bias.wording.check import check_lexicon
from tests.articles.pages import make_page

ids = [outlet.id for outlet in read_outlets()]
assert {"island-gazette", "island-tide"} <= set(ids), ids

told = bias.compare([
    bias.article("Wharf rats closed the port on Monday.", "A"),
    bias.article("Dockers closed the port on Monday.", "B"),
])
assert [(f.outlet, f.cue) for f in told.findings] == [("A", "person_labels/wharf-rat")]
assert told.lexicon.changes == ("added person_labels/wharf-rat (strength 3)",)

cells = "".join(f"<td>Rain fell on the {n} of March and the road to the port was closed.</td>"
                for n in ("first", "second", "third", "fourth"))
page = make_page(f"<html><body><table id='story'><tr>{cells}</tr></table></body></html>",
                 url="https://www.gazette.example/rain")
article = extract_article(page, Settings())
assert article.quality.extractor == "gazette", article
assert article.text.count("Rain fell") == 4

assert check_lexicon(bias.load_lexicon(language="pt")) == ()
one = (
    "O regime do prefeito João Reis fechou o porto na segunda-feira por três dias. «O porto é de "
    "todos», disse o prefeito João Reis. Segundo a polícia, doze grevistas foram detidos no porto. "
    "Ana Lopes afirma que a greve vai continuar até à noite de quinta-feira."
)
other = (
    "Bandidos obrigaram o governo do prefeito João Reis a fechar o porto na segunda-feira. Doze "
    "grevistas foram detidos no porto, disse a polícia. A greve escandalosa vai continuar até à "
    "noite de quinta-feira, anunciou Ana Lopes."
)
told = bias.compare([bias.article(one, "A"), bias.article(other, "B")])
assert told.lexicon.language == "pt"
marked = {(f.outlet, f.cue) for f in told.findings if f.voice is Voice.OWN}
assert marked == {("A", "group_labels/regime"), ("B", "person_labels/bandido")}, marked
said = {(s.rule, s.speaker) for v in told.voiced for s in v.voices}
assert said == {
    ("behind", "João Reis"), ("according", "polícia"), ("clause", "Ana Lopes"),
    ("behind", "polícia"), ("behind", "Ana Lopes"),
}, said
assert told.alignment.groups
assert "Read in Portuguese, without a parse" in bias.report(told)
"""


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda folder: folder.name)
def test_an_example_declares_one_entry_point(folder: Path) -> None:
    project = tomllib.loads((folder / "pyproject.toml").read_text("utf-8"))["project"]
    groups = project["entry-points"]
    assert set(groups) < set(GROUPS)
    assert project["license"] == "Apache-2.0"
    assert all(len(entries) == 1 for entries in groups.values())


def test_every_entry_point_has_an_example() -> None:
    files = [tomllib.loads((folder / "pyproject.toml").read_text("utf-8")) for folder in EXAMPLES]
    shown = {group for each in files for group in each["project"]["entry-points"]}
    assert shown == set(GROUPS)
    guide = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    assert all(f"`{group}`" in guide for group in GROUPS)


def test_the_examples_work_as_installed(tmp_path: Path) -> None:
    """Install them from copies, without the network, and use each in a process of its own."""
    copies, target = tmp_path / "examples", tmp_path / "installed"
    shutil.copytree(ROOT / "examples", copies)
    folders = [str(copies / folder.name) for folder in EXAMPLES]
    _run(tmp_path, "-c", INSTALL, str(target), *folders)
    _run(tmp_path, "-c", USE, path=f"{target}{os.pathsep}{ROOT}")


def _run(folder: Path, *arguments: str, path: str = "") -> None:
    environment = {**os.environ, "PYTHONPATH": path}
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def _declare(monkeypatch: pytest.MonkeyPatch, group: str, name: str, value: str) -> None:
    """Let one entry point be found, as if a package had declared it."""
    entry = EntryPoint(name=name, value=value, group=group)
    monkeypatch.setattr("importlib.metadata.entry_points", lambda group: (entry,))


LATIN = Language(code="la", name="Latin", package="bias.language.es")
OTHER_NAME = Language(code="xx", name="Other", package="bias.language.es")
TAKEN = Language(code=DEFAULT, name="English again", package="bias.language.en")
AGAIN = AddedOutlets(package="tests", file="again.toml")
WRONG_ROWS = AddedRows(language="xx", package="tests", file="none.csv")


def fails(page: object) -> list[str]:
    raise ValueError("no table")


FAILING = AddedExtractor(hosts=("herald.example",), paragraphs=fails)


def test_a_language_of_another_package_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    _declare(monkeypatch, "bias.languages", "la", "tests.test_plugins:LATIN")
    found = languages.__wrapped__()
    assert found["la"].name == "Latin"
    assert list(found)[0] == DEFAULT


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("xx", "no_such_package:LANGUAGE", "'xx' .* cannot be loaded .*no_such_package"),
        ("xx", "tests.test_plugins:NONE", "'xx' .* cannot be loaded"),
        ("xx", "tests.test_plugins:AGAIN", "'xx' .* is AddedOutlets, not Language"),
        ("yy", "tests.test_plugins:OTHER_NAME", "'yy' .* is not the code 'xx'"),
        ("en", "tests.test_plugins:TAKEN", "'en' .* is taken"),
    ],
)
def test_a_broken_language_is_named(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, message: str
) -> None:
    _declare(monkeypatch, "bias.languages", name, value)
    with pytest.raises(InstallationError, match=message):
        languages.__wrapped__()


def test_a_broken_plugin_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    _declare(monkeypatch, "bias.lexicons", "rows", "no_such_package:ROWS")
    with pytest.raises(InstallationError, match="mend it or run: pip uninstall"):
        list(plugins("bias.lexicons", AddedRows))


def test_rows_are_for_their_language_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    _declare(monkeypatch, "bias.lexicons", "rows", "tests.test_plugins:WRONG_ROWS")
    assert list(added_rows(DEFAULT)) == []


def test_an_outlet_declared_anew_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    first = read_outlets()[0]
    again = tmp_path / "again.toml"
    again.write_text(
        f'[[outlet]]\nid = "{first.id}"\nname = "A"\nhomepage = "https://a.example"\n'
        'feeds = [{ url = "https://a.example/feed" }]\n'
    )
    _declare(monkeypatch, "bias.outlets", "again", "tests.test_plugins:AGAIN")
    monkeypatch.setattr("bias.coverage.outlets.resources.files", _here(tmp_path))
    with pytest.raises(InstallationError, match=f"'again' .* declares '{first.id}' anew"):
        read_outlets()


def _here(folder: Path) -> object:
    from importlib.resources import files

    return lambda package: folder if package == "tests" else files(package)


def test_an_extractor_that_fails_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bias.articles.added._known", lambda: (("table", FAILING),))
    page = read_document(make_page("<p>Rain fell.</p>"))
    assert isinstance(page, Document)
    with pytest.raises(ExtractorError, match=r"'table' .* failed \(ValueError: no table\)"):
        added_blocks(page)


def test_an_extractor_reads_its_own_hosts_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bias.articles.added._known", lambda: (("table", FAILING),))
    page = read_document(make_page("<p>Rain fell.</p>", url="https://notherald.example/story"))
    assert isinstance(page, Document)
    assert added_blocks(page) == ("", ())
