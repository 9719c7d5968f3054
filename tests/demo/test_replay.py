"""Results of another coverage are the demo's own and make room; those of the same are kept."""

import gzip
from pathlib import Path

from bias.demo.folder import EDITION
from bias.demo.newsroom import Newsroom
from bias.demo.replay import prepare_replay

from .conftest import MakeFolder, row

PAGE = "<html><body><p>The ferry sails again.</p></body></html>"


def prepared(base: Path, folder: Path, port: int = 0) -> tuple[Path, int]:
    """Return a file among the results of a replay, which need not exist, and the port used."""
    with Newsroom(folder, EDITION, port, "Europe/London") as newsroom:
        settings = prepare_replay(base, folder, EDITION, newsroom).settings
        return Path(settings.archive) / "kept", int(newsroom.address.rpartition(":")[2])


def test_results_of_the_same_folder_are_kept_until_a_saved_page_changes(
    make_folder: MakeFolder, tmp_path: Path
) -> None:
    page = tmp_path / "page.html.gz"
    page.write_bytes(gzip.compress(PAGE.encode(), mtime=0))
    folder = make_folder(row(paragraphs=None, html="page.html.gz", url="https://a.example/1"))
    base = tmp_path / "checkout"
    kept, port = prepared(base, folder)
    kept.write_text("results")
    assert prepared(base, folder, port)[0].exists()
    page.write_bytes(gzip.compress(PAGE.replace("sails", "sank").encode(), mtime=0))
    assert not prepared(base, folder, port)[0].exists()
