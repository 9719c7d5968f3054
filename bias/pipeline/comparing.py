"""The stages that work on one event at a time; an event that fails does not stop the others."""

from collections.abc import Mapping, Sequence
from functools import cache, partial

from upath import UPath

from bias.alignment.align import align_event
from bias.alignment.claims import add_claims
from bias.alignment.joins.sentence_model import load_model
from bias.archive import open_archive
from bias.articles.wire import find_copies
from bias.attribution.attribute import attribute
from bias.batches import Tick, each_event, silent
from bias.config import Settings
from bias.coverage.outlets import read_outlets
from bias.events.languages import language_of
from bias.front_pages import write_linked
from bias.language.read import documents, read
from bias.languages import DEFAULT, by_clauses
from bias.people.cast import find_cast
from bias.people.merge import merge_casts
from bias.pipeline.kept_pages import kept_pages
from bias.pipeline.side_by_side import DERIVED, in_processes
from bias.records import AlignedEvent, Article, Event
from bias.report.cards import event_cards
from bias.report.catalogue import speaking
from bias.report.links import kept_page_name
from bias.report.render import render_event
from bias.storage import write_bytes
from bias.wording.compare import compare_event
from bias.wording.lexicon import load_lexicon


@in_processes
def align(settings: Settings, edition: str, ids: Sequence[str], tick: Tick = silent) -> list[str]:
    """Align the passages of each event; returns the ids that worked.

    Raises:
        PartlyError: some events failed; the message names them, the others are done.
    """
    archive = open_archive(settings)
    agencies = [outlet.id for outlet in read_outlets(settings.outlets) if outlet.agency]
    events = {event.id: event for event in archive.edition_events(edition, ids)}

    def work(event_id: str) -> None:
        event = events[event_id]
        members = {article.id: article for article in archive.read_event_articles(event)}
        archive.write_alignment(align_articles(event, members, agencies))

    known = [event_id for event_id in ids if event_id in events]
    forget = partial(archive.forget_event, edition, kinds=DERIVED["align"])
    return each_event(known, work, tick, forget)


def align_articles(
    event: Event, articles: Mapping[str, Article], agencies: Sequence[str]
) -> AlignedEvent:
    """Read the articles of one event sentence by sentence and align their passages.

    An event is read in the language of most of its articles.
    """
    members = tuple(articles[article] for article in event.articles)
    language = language_of(members)
    readable = (article for article in members if article.quality.trusted)
    trusted = [article for article in readable if article.language == language]
    readings = tuple(read(article) for article in trusted)
    casts = tuple(
        find_cast(article, documents(article, reading))
        for article, reading in zip(trusted, readings, strict=True)
    )
    voiced = tuple(map(attribute, trusted, readings, casts))
    copies = find_copies(trusted, agencies)
    people = merge_casts(casts, language)
    parsed = readings if by_clauses(language) else ()
    alignment = align_event(event, trusted, voiced, copies, casts, parsed, load_model())
    return AlignedEvent(
        event=event,
        articles=members,
        voiced=voiced,
        readings=readings,
        casts=casts,
        people=people,
        copies=copies,
        alignment=add_claims(alignment, trusted, voiced, readings, casts, people),
    )


@in_processes
def score(settings: Settings, edition: str, ids: Sequence[str], tick: Tick = silent) -> list[str]:
    """Find and count the loaded words of each aligned event; returns the ids that worked.

    Raises:
        PartlyError: some events failed; the message names them, the others are done.
    """
    archive = open_archive(settings)
    lexicon = cache(partial(load_lexicon, extra=settings.lexicon))
    lexicon(DEFAULT)  # a fault in rows of one's own stops the stage, and costs no event

    def work(event_id: str) -> None:
        aligned = archive.read_alignment(edition, event_id)
        language = language_of(aligned.articles)
        archive.write_comparison(compare_event(aligned, lexicon(language), settings.seed))

    forget = partial(archive.forget_event, edition, kinds=DERIVED["score"])
    return each_event(ids, work, tick, forget)


@in_processes
def report(settings: Settings, edition: str, ids: Sequence[str], tick: Tick = silent) -> list[str]:
    """Write the HTML, JSON and CSV report of each event; returns the ids that worked.

    Raises:
        PartlyError: some events failed; the message names them, the others are done.
    """
    archive = open_archive(settings)
    outlets = read_outlets(settings.outlets)

    def work(event_id: str) -> None:
        comparison = archive.read_comparison(edition, event_id)
        folder = archive.article_pages_folder(edition, event_id)
        with speaking(settings.report_language):
            pages = dict(kept_pages(archive, comparison, outlets))
            kept = [a.id for a in comparison.articles if _is_kept(a.id, pages, folder)]
            files = render_event(comparison, outlets, kept)
            cards = dict(event_cards(comparison, outlets))
        write_linked(archive.report_path(edition, event_id, "html"), files.html)
        for suffix, content in (("json", files.json), ("csv", files.csv)):
            write_bytes(archive.report_path(edition, event_id, suffix), content)
        beside = {f"{article}.html": page for article, page in files.articles} | cards | pages
        for name, content in beside.items():
            write_bytes(folder / name, content)
        archive.forget_beside(edition, event_id, {*beside, *map(kept_page_name, kept)})

    forget = partial(archive.forget_event, edition, kinds=DERIVED["report"])
    return each_event(ids, work, tick, forget)


def _is_kept(article: str, pages: Mapping[str, bytes], folder: UPath) -> bool:
    """Return whether the page of an article lies beside the report, now or since an earlier run."""
    name = kept_page_name(article)
    return name in pages or (folder / name).exists()
