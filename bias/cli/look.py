"""The commands that look into an archive from the terminal: ``show`` and ``search``."""

from typing import TYPE_CHECKING, Annotated

import typer

from bias.cli.night import Json, choose_edition, newest_edition, plural, settings_of
from bias.cli.show import notes, out, print_columns, print_json
from bias.records import Article, Comparison, Score, Voice

if TYPE_CHECKING:
    from bias.archive import Archive
    from bias.report.search import Entry

Days = Annotated[int, typer.Option(min=1, max=366, help="Days the search goes back.")]
_MOST = 20
"""Loaded words of an event that are listed."""


def show(
    what: Annotated[
        str | None,
        typer.Argument(metavar="EDITION|EVENT", help="Default: the newest edition kept."),
    ] = None,
    as_json: Json = False,
) -> None:
    """Show the events of an edition, or what was found in one event."""
    from bias.archive import is_edition, open_archive
    from bias.config import read_settings
    from bias.looking import find_event

    what = what or newest_edition(read_settings())
    if is_edition(what):
        _show_edition(open_archive(settings_of(what)), what, as_json)
        return
    comparison = find_event(open_archive(read_settings()), what)
    if as_json:
        print_json(comparison)
    else:
        _show_event(comparison)


def _show_edition(archive: "Archive", edition: str, as_json: bool) -> None:
    events = archive.edition_events(edition)
    if as_json:
        print_json({"edition": edition, "events": events})
        return
    for event in events:
        out.print(event.title)
        out.print(f"  {event.id}: {plural(len(event.articles), 'article')}", end=" of ")
        out.print(", ".join(event.outlets))
    out.print(f"{plural(len(events), 'event')}; one of them in full: bias show EVENT")


def _show_event(comparison: Comparison) -> None:
    out.print(comparison.event.title)
    for article in comparison.articles:
        doubt = "" if article.quality.trusted else f" (not counted: {article.quality.detail})"
        out.print(f"  {article.outlet}: {article.title or 'without a title'}{doubt}")
    out.print("Loaded words in the outlets' own voice:")
    print_columns(
        [_rate(score) for score in comparison.scores if _is_total(score)] or [("  none",)]
    )
    texts = {article.id: article for article in comparison.articles}
    own = [finding for finding in comparison.findings if finding.voice is Voice.OWN]
    for finding in own[:_MOST]:
        part = texts[finding.article].part_text(finding.part)
        word = " ".join(part[finding.start : finding.end].split())
        out.print(f"  {word}  ({finding.outlet}; {finding.cue})")
    if len(own) > _MOST:
        out.print(f"  and {len(own) - _MOST} more, in the report")
    for gap in comparison.event.gaps:
        notes.print(f"missing: {gap.outlet}: {gap.detail}")


def _is_total(score: Score) -> bool:
    whole = score.category == score.place == "all" and not score.strength
    return score.scope == "outlet" and score.voice is Voice.OWN and whole


def _rate(score: Score) -> tuple[str, ...]:
    rate = "too little text" if score.per_1000 is None else f"{score.per_1000:.1f} per 1,000"
    return (f"  {score.outlet}", f"{score.findings} in {score.words} words", rate)


def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS")],
    days: Days = 30,
    edition: Annotated[
        str | None,
        typer.Option("--edition", "-e", help="Last night to look in; default: the newest kept."),
    ] = None,
    as_json: Json = False,
) -> None:
    """List the events and the fetched articles in which all of some words stand."""
    from bias.archive import open_archive
    from bias.by_hand import Request, find_articles
    from bias.config import read_settings
    from bias.looking import find_events

    settings = read_settings()
    archive = open_archive(settings)
    last = edition or next(reversed(archive.editions()), None)
    request = Request(search=" ".join(words), days=days).checked()
    newest = choose_edition(settings, last)
    events = find_events(archive, request.search, newest, days)
    found = find_articles(archive, newest, request)
    if as_json:
        hits = [_event_hit(archive, entry) for entry in events]
        print_json({"events": hits, "articles": [_hit(article) for article in found]})
        return
    for entry in events:
        out.print(f"{entry.edition}  {entry.title}")
        out.print(f"    {archive.report_path(entry.edition, entry.id, 'html')}")
    out.print(f"{plural(len(events), 'event')} by title and names with {request.search!r}")
    for article in found:
        out.print(f"{(article.published or 'no date')[:10]}  {article.outlet}  {article.title}")
        out.print(f"    {article.url}")
    what = f"{plural(len(found), 'article')} with {request.search!r}"
    out.print(f"{what}; compare them: bias compare --search {request.search!r} --days {days}")


def _event_hit(archive: "Archive", entry: "Entry") -> dict[str, str | int]:
    return {
        "id": entry.id,
        "edition": entry.edition,
        "title": entry.title,
        "outlets": entry.outlets,
        "report": str(archive.report_path(entry.edition, entry.id, "html")),
    }


def _hit(article: Article) -> dict[str, str | None]:
    names = ("id", "outlet", "published", "title", "url")
    return {name: getattr(article, name) for name in names}
