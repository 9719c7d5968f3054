"""What a wheel and an sdist hold, and what the command does without the extras."""

import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = ("bias", "dags", "docs", "examples", "tests", "benchmarks", ".ci")
EXTRA = ("airflow", "s3fs", "sklearn", "syntok", "jupyterlab", "onnxruntime", "tokenizers")
BUILD = """
import os, sys, tarfile
from setuptools import build_meta
out = sys.argv[1]
sdist = os.path.join(out, build_meta.build_sdist(out))
with tarfile.open(sdist) as packed:
    packed.extractall("again", filter="data")
os.chdir(os.path.join("again", os.path.basename(sdist).removesuffix(".tar.gz")))
build_meta.build_wheel(out)
"""
"""The wheel is built from the sdist, so that both are whole."""
WITHOUT = f"""
import sys
from importlib.machinery import PathFinder

find = PathFinder.find_spec

def find_spec(name, path=None, target=None):
    return None if name.partition(".")[0] in {EXTRA!r} else find(name, path, target)

PathFinder.find_spec = find_spec
from bias.cli import main
sys.argv = ["bias", *sys.argv[1:]]
main()
"""


def files_of(folder: Path) -> set[str]:
    """Return what a checkout holds below a folder, without what tools leave there."""
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(ROOT).as_posix()
        for path in paths
        if "__pycache__" not in path.parts and path.suffix not in (".pyc", ".part")
    }


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    copy, out = tmp_path_factory.mktemp("checkout"), tmp_path_factory.mktemp("built")
    ignored = shutil.ignore_patterns("__pycache__")
    (copy / "reports").mkdir()
    shutil.copy(ROOT / "reports/README.md", copy / "reports")
    for name in FOLDERS:
        shutil.copytree(ROOT / name, copy / name, ignore=ignored)
    for path in ROOT.iterdir():
        if path.is_file() and path.name not in (".git", ".env"):
            shutil.copy(path, copy)
    subprocess.run(
        [sys.executable, "-c", BUILD, str(out)], cwd=copy, capture_output=True, check=True
    )
    return out


def test_the_dags_travel_in_the_wheel_and_are_those_of_the_checkout(built: Path) -> None:
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        for path in (ROOT / "dags").glob("*.py"):
            assert wheel.read(f"bias/dags/{path.name}") == path.read_bytes()
        tops = {name.partition("/")[0] for name in wheel.namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"bias"}


def test_the_wheel_holds_all_of_the_package(built: Path) -> None:
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        missing = files_of(ROOT / "bias") - set(wheel.namelist())
    assert missing <= {"bias/dags/__init__.py"}


def test_the_sdist_holds_all_that_a_checkout_holds(built: Path) -> None:
    with tarfile.open(next(built.glob("*.tar.gz"))) as sdist:
        names = {name.partition("/")[2] for name in sdist.getnames()}
    wanted = {name for folder in FOLDERS for name in files_of(ROOT / folder)}
    tops = ("README.md", "LICENSE", "Makefile", "constraints.txt", "docker-compose.yml")
    assert {*wanted, *tops, "CHANGELOG.md", "Dockerfile", "reports/README.md"} - names == set()


def test_what_an_extra_brings_is_asked_for_by_that_extra_alone(built: Path) -> None:
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        name = next(name for name in wheel.namelist() if name.endswith("/METADATA"))
        lines = wheel.read(name).decode().splitlines()
    needed = [
        line for line in lines if line.startswith("Requires-Dist: ") and "extra ==" not in line
    ]
    assert needed
    absent = ("apache-airflow", "s3fs", "scikit-learn", "syntok", "onnxruntime", "jupyterlab")
    assert [
        line for line in needed if line.removeprefix("Requires-Dist: ").startswith(absent)
    ] == []


def run_without_extras(
    arguments: Sequence[str], folder: Path
) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-c", WITHOUT, *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_texts_are_compared_without_any_extra(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Thugs ran the port of Vell on Monday.")
    (tmp_path / "b.txt").write_text("Dockers ran the port of Vell on Monday.")
    done = run_without_extras(["compare", "a.txt", "b.txt"], tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert list(tmp_path.glob("reports/*/by-hand-*.html"))


@pytest.mark.parametrize("command", [["up"], ["nightly", "--airflow"], ["demo", "--airflow"]])
def test_what_needs_airflow_says_how_to_get_it(tmp_path: Path, command: list[str]) -> None:
    done = run_without_extras(command, tmp_path)
    assert done.returncode == 1
    assert "pip install 'media-bias-comparison[airflow]'" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_folder_of_the_dags_is_printed(tmp_path: Path) -> None:
    done = run_without_extras(["dags"], tmp_path)
    assert (Path(done.stdout.strip()) / "nightly_coverage.py").is_file()
