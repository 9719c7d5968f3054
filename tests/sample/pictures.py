"""``python -m tests.sample.pictures`` takes the pictures of the README from ``docs/sample``."""

import io
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser

from bias.demo.folder import EDITION
from bias.records import Record
from tests.chromium import chromium

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "docs" / "sample"
FOLDER = ROOT / "docs" / "pictures"


class Shot(Record, frozen=True, kw_only=True):
    """One picture: what is opened, how large the window is, how wide the picture."""

    name: str
    page: str
    """A pattern below ``docs/sample``."""
    width: int
    height: int
    shown: int
    """Width of the picture in pixels."""
    scheme: str = "light"


SHOTS = (
    Shot(name="event", page=f"{EDITION}/twelve-*.html", width=1280, height=1000, shown=960),
    Shot(name="phone", page=f"{EDITION}/twelve-*.html", width=390, height=844, shown=390),
    Shot(name="night", page=f"{EDITION}/index.html", width=1280, height=900, shown=960),
    Shot(
        name="article",
        page=f"{EDITION}/twelve-*/krt-*.html",
        width=1280,
        height=900,
        shown=960,
        scheme="dark",
    ),
)


def take(browser: Browser, shot: Shot) -> bytes:
    """Return one picture as PNG of few colours."""
    size = {"width": shot.width, "height": shot.height}
    page = browser.new_page(viewport=size, color_scheme=shot.scheme)  # type: ignore[arg-type]
    page.goto(next(SAMPLE.glob(shot.page)).as_uri())
    taken = page.screenshot(animations="disabled")
    page.close()
    out = io.BytesIO()
    with Image.open(io.BytesIO(taken)) as picture:
        height = round(shot.height * shot.shown / shot.width)
        small = picture.convert("RGB").resize((shot.shown, height), Image.Resampling.LANCZOS)
        small.quantize(256, kmeans=1, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    with chromium() as running:
        for each in SHOTS:
            (FOLDER / f"{each.name}.png").write_bytes(take(running, each))
