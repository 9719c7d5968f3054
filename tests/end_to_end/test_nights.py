"""Two nights on one event: it keeps its id, its pages lead to each other, and both are found."""

from pathlib import Path

import pytest
from lxml import html

from bias import pipeline
from bias.config import Settings
from bias.demo.newsroom import Newsroom

from .small import environment, paragraphs, story, write_folder
from .test_same_bytes import contents

FIRST, SECOND = "2026-03-14", "2026-03-15"
GOES_ON = (
    "The strike that closed the port of Vell on Friday went into its second day on Saturday.",
    "The owners of the port offered the dockers a rate and a quarter for the night shift.",
    "“We have asked for this for four years, and a quarter is no half,” said Tilda Brannock, who "
    "speaks for the dockers.",
    "Fourteen ships waited in the bay of Vell, three more than on the first day of the strike.",
    "The mayor of Vell asked both sides to meet again before the weekend was over.",
)
OTHER = (
    "A heron has settled on the roof of the town library of Ostmark, to the joy of its readers.",
    "The librarian, Ruud Amsel, counted more than ninety visitors on the lawn on Saturday alone.",
    "Children bring fish in buckets, which the heron takes without any sign of being grateful.",
    "The council will decide next week whether the scaffold on the roof can wait until autumn.",
    "Herons live for up to twenty years, and they come back to a place where they were left alone.",
)


def make(root: Path, edition: str, *lines: dict[str, object]) -> Settings:
    """Fetch and make one night from a newsroom of its own."""
    folder = write_folder(root / edition, *lines)
    outlets = root / f"{edition}.toml"
    values = environment(root, outlets, moment=f"{edition}T02:30:00Z")
    with Newsroom(folder, edition) as newsroom:
        outlets.write_text(newsroom.outlets_toml(), encoding="utf-8")
        settings = Settings.model_validate(
            {name.removeprefix("BIAS_").lower(): value for name, value in values.items()}
        )
        pipeline.fetch_all(settings, edition, pipeline.outlets_to_fetch(settings))
    pipeline.make_night(settings, edition)
    return settings


def make_first(root: Path) -> Settings:
    return make(
        root,
        FIRST,
        story("The Harbour Herald"),
        story("Vell Today", paragraphs=paragraphs("Vell Today")),
    )


def make_second(root: Path) -> Settings:
    title = "Strike at the port of Vell goes into its second day"
    heron = {"title": "A heron on the library of Ostmark", "paragraphs": OTHER, "event": "heron"}
    return make(
        root,
        SECOND,
        story("The Harbour Herald", title=title, paragraphs=GOES_ON),
        story("Vell Today", title="Port of Vell: dockers stay out", paragraphs=GOES_ON[::-1]),
        story("The Harbour Herald", **heron),
        story("Vell Today", **heron),
    )


@pytest.fixture(scope="module")
def nights(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    root = tmp_path_factory.mktemp("nights")
    make_first(root)
    return make_second(root)


def ids(settings: Settings, edition: str) -> dict[str, str]:
    """Return the events of a night with the night before on which each was told."""
    events = pipeline.open_archive(settings).read_events(edition)
    return {event.id: event.before for event in events}


def links(path: Path, where: str) -> list[str]:
    found = html.document_fromstring(path.read_text()).xpath(f"{where}//a/@href")
    return [str(link) for link in found]  # type: ignore[union-attr]


def test_the_event_keeps_its_id(nights: Settings) -> None:
    (strike,) = ids(nights, FIRST)
    assert ids(nights, SECOND).pop(strike) == FIRST
    assert len(ids(nights, SECOND)) == 2


def test_each_night_of_the_event_leads_to_the_other(nights: Settings) -> None:
    (strike,) = ids(nights, FIRST)
    reports = Path(nights.reports)
    for here, there in ((FIRST, SECOND), (SECOND, FIRST)):
        page = reports / here / f"{strike}.html"
        assert links(page, "//nav[@class='chain']") == [f"../{there}/{strike}.html"]
        assert (page.parent / f"../{there}/{strike}.html").exists()


def test_the_nights_lead_to_each_other_and_the_front_page_to_both(nights: Settings) -> None:
    reports = Path(nights.reports)
    assert f"../{SECOND}/index.html" in links(reports / FIRST / "index.html", "//main")
    assert f"../{FIRST}/index.html" in links(reports / SECOND / "index.html", "//main")
    wanted = {
        f"{edition}/{event}.html" for edition in (FIRST, SECOND) for event in ids(nights, edition)
    }
    assert wanted <= set(links(reports / "index.html", "//main"))
    assert len(wanted) == 3


def test_an_older_night_made_again_changes_nothing(nights: Settings) -> None:
    before = contents(Path(nights.reports)), contents(Path(nights.archive))
    pipeline.make_night(nights, FIRST)
    assert (contents(Path(nights.reports)), contents(Path(nights.archive))) == before


def test_links_to_an_event_that_is_gone_are_taken_out(tmp_path: Path) -> None:
    make_first(tmp_path)
    settings = make_second(tmp_path)
    (strike,) = ids(settings, FIRST)
    archive = pipeline.open_archive(settings)
    archive.write_events(SECOND, [e for e in archive.read_events(SECOND) if e.id != strike])
    pipeline.index(settings, SECOND)
    assert links(Path(settings.reports) / FIRST / f"{strike}.html", "//nav[@class='chain']") == []
