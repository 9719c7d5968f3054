"""A night small enough to run again and again: three outlets, one event, one outlet dead."""

import json
import socket
from pathlib import Path

from bias import pipeline
from bias.config import Settings
from bias.demo.folder import EDITION
from bias.demo.newsroom import Newsroom

DEAD = "the-silent-post"
_OPENING = {
    "The Harbour Herald": "Dockers walked out at the port of Vell on Friday after talks failed.",
    "Vell Today": "Thugs shut the port of Vell on Friday after talks with the owners failed.",
}
_SHARED = (
    "The port of Vell stood still from six in the morning, and eleven ships waited in the bay.",
    "The dockers want the night shift to be paid at a rate and a half, as it is in other ports.",
    "“We have asked for this for four years,” said Tilda Brannock, who speaks for the dockers.",
    "The owners said that the port could not pay more while it was losing trade to its rivals.",
    "The mayor of Vell asked both sides to return to the table before the weekend was over.",
    "The last strike at the port, nine years ago, ended after sixteen days with a higher wage.",
)


def paragraphs(outlet: str) -> tuple[str, ...]:
    """Return the strike as one outlet tells it."""
    return (_OPENING.get(outlet, _SHARED[0]), *_SHARED)


def story(outlet: str, **fields: object) -> dict[str, object]:
    """Return a line of a coverage folder: the strike as one outlet tells it."""
    plain: dict[str, object] = {
        "outlet": outlet,
        "title": "Strike closes the port of Vell after wage talks fail",
        "paragraphs": paragraphs(outlet),
        "event": "strike",
        "published": "2026-03-13T18:00:00Z",
        "authors": ["Staff"],
    }
    return plain | fields


def write_folder(folder: Path, *lines: dict[str, object] | str) -> Path:
    """Write a coverage folder, of the two living outlets unless told otherwise."""
    rows = lines or tuple(story(outlet) for outlet in _OPENING)
    text = "".join((row if isinstance(row, str) else json.dumps(row)) + "\n" for row in rows)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "coverage.jsonl").write_text(text, encoding="utf-8")
    return folder


def declare(newsroom: Newsroom, path: Path, **addresses: str) -> Path:
    """Write ``outlets.toml``: the newsroom's outlets, and others by id with their feed."""
    others = (
        f'[[outlet]]\nid = "{name.replace("_", "-")}"\nname = "{name}"\n'
        f'homepage = "{feed}"\nfeeds = [{{ url = "{feed}" }}]\n'
        for name, feed in addresses.items()
    )
    path.write_text("\n".join([newsroom.outlets_toml(), *others]), encoding="utf-8")
    return path


def dead_address() -> str:
    """Return an address of this machine on which nothing answers."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{taken.getsockname()[1]}/feed.xml"


def environment(root: Path, outlets: Path, moment: str = f"{EDITION}T02:30:00Z") -> dict[str, str]:
    """Return the settings of a run with its own archive and reports, as environment variables."""
    return {
        "BIAS_ARCHIVE": str(root / "archive"),
        "BIAS_REPORTS": str(root / "reports"),
        "BIAS_OUTLETS": str(outlets),
        "BIAS_NOW": moment,
        "BIAS_TIMEZONE": "Europe/London",
        "BIAS_ALLOW_PRIVATE_HOSTS": "true",
        "BIAS_DELAY_SECONDS": "0",
        "BIAS_RETRIES": "1",
    }


def make_small_night(folder: Path) -> dict[str, str]:
    """Fetch, compare and report the invented night below a folder; returns its environment."""
    outlets = folder / "outlets.toml"
    values = environment(folder, outlets)
    settings = Settings.model_validate(
        {name.removeprefix("BIAS_").lower(): value for name, value in values.items()}
    )
    with Newsroom(write_folder(folder / "folder"), EDITION) as newsroom:
        outlets.write_text(newsroom.outlets_toml(), encoding="utf-8")
        pipeline.fetch_all(settings, EDITION, pipeline.outlets_to_fetch(settings, []))
    pipeline.make_night(settings, EDITION)
    return values
