"""The sample report is what the program makes today, and the pictures of it are there."""

import io
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from .make import sample
from .pictures import FOLDER as PICTURES
from .pictures import SHOTS

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs" / "sample"
MOST_BYTES = 150_000


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    return sample()


def test_the_sample_is_current(made: dict[str, bytes]) -> None:
    kept = {
        path.relative_to(FOLDER).as_posix(): path.read_bytes()
        for path in FOLDER.rglob("*")
        if path.is_file()
    }
    advice = "docs/sample is old; look at it, then run: python -m tests.sample"
    assert set(kept) == set(made), advice
    changed = [name for name in made if not _same(name, kept[name], made[name])]
    assert changed == [], advice


def _same(name: str, kept: bytes, made: bytes) -> bool:
    """Compare bytes; of a PNG its picture, since libraries pack one in more than one way."""
    if not name.endswith(".png"):
        return kept == made
    with Image.open(io.BytesIO(kept)) as one, Image.open(io.BytesIO(made)) as other:
        apart = ImageChops.difference(one.convert("RGB"), other.convert("RGB"))
        return apart.getbbox() is None


def test_no_page_of_the_sample_names_this_machine(made: dict[str, bytes]) -> None:
    for name, data in made.items():
        for place in (b"127.0.0.1", b"localhost", b"/tmp", bytes(ROOT)):
            assert place not in data, name


def test_the_pictures_are_there_small_and_shown_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for shot in SHOTS:
        path = PICTURES / f"{shot.name}.png"
        assert f"docs/pictures/{shot.name}.png" in readme
        assert path.stat().st_size < MOST_BYTES
        with Image.open(path) as picture:
            assert picture.width == shot.shown
    assert {path.stem for path in PICTURES.iterdir()} == {shot.name for shot in SHOTS}
