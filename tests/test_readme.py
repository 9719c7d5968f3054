"""What the README says to type is typed here, as printed."""

import re
import subprocess
import sys
from pathlib import Path

README = Path(__file__).resolve().parents[1] / "README.md"


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
