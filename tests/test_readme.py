"""What the README says to type is typed here, as printed and in its order, and succeeds."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from bias.demo.folder import EDITION
from bias.demo.newsroom import Newsroom
from bias.imports.written import Written, write_page
from tests.end_to_end.small import environment, paragraphs, write_folder
from tests.given.files import HERALD, POST, page, text, write_warc

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
BLOCK = re.compile(r"^    (?:\.venv/bin/)?(bias .*)$", re.M)
MADE = re.compile(r"^    (make [a-z]+)", re.M)
COMMENT = re.compile(r"\s{2,}#.*")
PLACEHOLDERS = "URL URL …"


UNTIL_STOPPED = ("bias serve",)
"""Commands that end when they are stopped; tests/serve starts and stops them."""


def commands() -> list[str]:
    found = [COMMENT.sub("", line) for line in BLOCK.findall(README.read_text("utf-8"))]
    return [command for command in found if command not in UNTIL_STOPPED]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Mapping[str, str], str]]:
    """Yield a folder with the files that are named, settings, and two addresses to compare."""
    folder = tmp_path_factory.mktemp("desk")
    for name, telling in (("one", HERALD), ("other", POST), ("article", HERALD)):
        (folder / f"{name}.txt").write_text(text(telling), encoding="utf-8")
    (folder / "saved-page.html").write_bytes(page(HERALD, "https://herald.example/port"))
    url = "https://herald.example/harbour"
    written = Written(
        title="Port of Vell opens again",
        paragraphs=paragraphs("The Harbour Herald"),
        published="2026-03-10T18:00:00Z",
        url=url,
    )
    write_warc(folder / "crawl.warc.gz", {url: write_page(written)})
    outlets = folder / "outlets.toml"
    with Newsroom(write_folder(folder / "folder"), EDITION) as newsroom:
        outlets.write_text(newsroom.outlets_toml(), encoding="utf-8")
        settings = {**os.environ, **environment(folder, outlets)}
        program = folder / "bin" / "bias"
        program.parent.mkdir()
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m bias "$@"\n')
        program.chmod(0o755)
        settings["PATH"] = f"{program.parent}{os.pathsep}{os.environ['PATH']}"
        yield folder, settings, f"{newsroom.url_of(1)} {newsroom.url_of(2)}"


@pytest.mark.xdist_group("readme")
@pytest.mark.parametrize("command", commands())
def test_every_command_succeeds(desk: tuple[Path, Mapping[str, str], str], command: str) -> None:
    folder, settings, addresses = desk
    done = subprocess.run(  # noqa: S602 - the README's own words, with its quotes and pipes
        command.replace(PLACEHOLDERS, addresses),
        shell=True,
        cwd=folder,
        env=settings,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_what_is_to_be_made_can_be_made() -> None:
    made = MADE.findall(README.read_text("utf-8"))
    assert len(made) > 3
    for command in made:
        done = subprocess.run(
            [shutil.which("make") or "make", "--dry-run", *command.split()[1:]],
            cwd=ROOT,
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, command


def section(title: str) -> str:
    """Return the code of a section of the README, without its indent."""
    text = README.read_text("utf-8")
    found = re.search(rf"^## {re.escape(title)}\n(.*?)(?=^## )", text, re.M | re.S)
    assert found, title
    lines = found.group(1).splitlines()
    return "\n".join(line[4:] for line in lines if line.startswith("    ") or not line)


def test_the_lines_of_the_library_run(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", section("As a library")],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
    )
    assert done.stderr == ""
    assert done.stdout == "[('The Herald', 'group_labels/regime')]\n"
    assert "The Post" in (tmp_path / "comparison.html").read_text("utf-8")
