"""``bias import``: what people have becomes editions that can be compared, without the network."""

import json
import socket
from pathlib import Path

import pytest

from tests.imports.collection import SENTENCES, TEXT, Fetched, html, write_warc

from .conftest import Bias

DONE, FAILED, WRONG_USE, GAPS = 0, 1, 2, 3
TIMES = ("2026-03-13T20:00:00Z", "2026-03-14T06:00:00Z", "2026-03-14T07:00:00Z")


@pytest.fixture(autouse=True)
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def warc(tmp_path: Path) -> Path:
    answers = [
        Fetched(f"https://{host}.example/news/ferry-sails-again", html(date=time))
        for host, time in zip(("tide", "quay", "pier"), TIMES, strict=True)
    ]
    copies = [
        Fetched("https://quay.example/news/ferry-sails-again?CMP=share", html(date=TIMES[1])),
        Fetched("https://quay.example/news/ferry-sails-again/amp", html(date=TIMES[1])),
        Fetched("https://quay.example/news/undated-story-here", html()),
    ]
    return write_warc(tmp_path / "crawl.warc.gz", [*answers, *copies])


def kept(tmp_path: Path) -> dict[str, bytes]:
    files = sorted((tmp_path / "archive").rglob("*.warc.gz"))
    return {path.relative_to(tmp_path).as_posix(): path.read_bytes() for path in files}


def test_a_warc_becomes_editions(bias: Bias, tmp_path: Path) -> None:
    outcome = bias("import", str(warc(tmp_path)), "--json", BIAS_TIMEZONE="UTC")
    assert outcome.code == GAPS, outcome.err
    told = json.loads(outcome.out)
    assert [(e["edition"], e["outlets"], e["added"]) for e in told["editions"]] == [
        ("2026-03-13", 1, 1),
        ("2026-03-14", 2, 2),
    ]
    assert told["copies"] == 2
    assert [each["count"] for each in told["left_out"]] == [1]
    before = kept(tmp_path)
    assert len(before) == 3
    again = bias("import", str(warc(tmp_path)))
    assert "2026-03-14: 0 pages of 2 outlets added, 2 there before" in again.out
    assert kept(tmp_path) == before


def test_an_imported_edition_is_compared_and_its_silence_is_not_told_as_such(
    bias: Bias, tmp_path: Path
) -> None:
    rows = [
        {"outlet": name, "title": "Ferry sails again", "published": "2026-03-14", "text": text}
        for name, text in (
            ("Tide", TEXT),
            ("Quay", "\n".join(reversed(SENTENCES * 2))),
        )
    ]
    other = " ".join(f"Voters in district {n} chose a mayor." for n in range(30))
    rows.append({**rows[0], "outlet": "Pier", "title": "Mayors are chosen", "text": other})
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)))
    assert bias("import", str(path)).code == DONE
    outcome = bias("report", "2026-03-14", "--json")
    assert outcome.code in (DONE, GAPS), outcome.err
    summary = json.loads(outcome.out)
    assert (summary["articles"], summary["outlets"]) == (3, 3)
    events = (tmp_path / "archive" / "events" / "2026-03-14.json").read_text()
    assert "not_published" not in events


def test_pages_that_were_fetched_are_left_alone(bias: Bias, tmp_path: Path) -> None:
    folder = tmp_path / "archive" / "pages" / "2026-03-14"
    bias("import", str(warc(tmp_path)), BIAS_TIMEZONE="UTC")
    (folder / "quay-example.warc.gz").rename(folder / "pier-example.warc.gz")
    damaged = folder / "quay-example.warc.gz"
    damaged.write_bytes(b"kept by somebody")
    outcome = bias("import", str(warc(tmp_path)))
    assert outcome.code == GAPS
    assert damaged.read_bytes() == b"kept by somebody"
    assert "delete" not in outcome.err


def test_only_declared_outlets_where_that_is_wished(bias: Bias, tmp_path: Path) -> None:
    (tmp_path / "outlets.toml").write_text(
        '[[outlet]]\nid = "tide"\nname = "Tide"\nhomepage = "https://tide.example/"\n'
        'feeds = [{ url = "https://tide.example/rss" }]\n'
    )
    outcome = bias(
        "import", str(warc(tmp_path)), "--declared", BIAS_OUTLETS=str(tmp_path / "outlets.toml")
    )
    assert outcome.code == GAPS
    assert [Path(name).name for name in kept(tmp_path)] == ["tide.warc.gz"]
    assert "not declared" in outcome.err


def test_what_cannot_be_imported_is_told(bias: Bias, tmp_path: Path) -> None:
    (tmp_path / "notes.pdf").write_bytes(b"%PDF")
    outcome = bias("import", str(tmp_path / "notes.pdf"))
    assert outcome.code == FAILED
    assert "no kind of file that can be imported" in outcome.err
    assert bias("import", str(tmp_path / "nowhere")).code == WRONG_USE
    assert bias("import", str(tmp_path / "notes.pdf"), "-e", "someday").code == WRONG_USE
