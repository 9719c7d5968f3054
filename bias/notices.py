"""Who is told of a night that failed, is thin, comes late or was missed, and what they are told.

The ways are addresses as the library Apprise reads them, which knows mail, Slack, webhooks and a
hundred more: ``mailto://user:password@host``, ``slack://…``, ``jsons://host/path``.
"""

import logging
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from statistics import median

from bias.archive import Archive, open_archive
from bias.config import Settings
from bias.encoding import whole_text
from bias.errors import BiasError, DataError, InstallationError, UsageError
from bias.failures import brief
from bias.records import Gap, GapReason, Record
from bias.report.views.nights import missed_before
from bias.storage import ArticleOrGap
from bias.summary import is_shortfall

THIN = 0.5
"""Share of the articles of the nights before below which a night is thin."""
NIGHTS_BEFORE = 7
FEWEST_NIGHTS = 3
"""Nights before that are needed to call one thin."""
LATE = timedelta(hours=6)
"""After its time, from which a night is late."""
_MOST_NAMED = 12

_log = logging.getLogger("bias")


class Notice(Record, frozen=True, kw_only=True):
    """What somebody is told."""

    title: str
    body: str
    """Plain text, a line a thing."""


def notice_of_failure(settings: Settings, edition: str, reason: str) -> Notice:
    """Return what to tell of a night that failed; ``reason`` says where."""
    archive = open_archive(settings)
    lines = [f"The night of {edition} failed: {whole_text(reason)}", *_missing(archive, edition)]
    return Notice(title=f"Media bias: the night of {edition} failed", body=_body(lines))


def notice_of_night(settings: Settings, edition: str, due: datetime | None = None) -> Notice | None:
    """Return what to tell of a night that was made; ``None`` where all is as usual.

    Args:
        settings: where everything is.
        edition: ISO date.
        due: when it was to begin, if that is known.
    """
    archive = open_archive(settings)
    faults = [
        *_thin(archive, edition),
        *_late(settings, due),
        *_missed(archive, edition),
    ]
    if not faults:
        return None
    lines = [*(detail for _, detail in faults), *_missing(archive, edition)]
    what = ", ".join(name for name, _ in faults)
    title = f"Media bias: the night of {edition}: {what}"
    return Notice(title=title, body=_body([*lines, _page(archive, settings, edition)]))


def send(settings: Settings, notice: Notice) -> None:
    """Tell everyone whom ``BIAS_NOTIFY`` names; nobody where it is empty.

    Raises:
        InstallationError: Apprise is not installed.
        UsageError: an address is none that Apprise knows.
        BiasError: one could not be told; the others were.
    """
    addresses = settings.notify.split()
    if not addresses:
        return
    try:
        from apprise import Apprise, AppriseAsset
    except ImportError as error:
        message = "BIAS_NOTIFY needs Apprise; install it with: pip install apprise"
        raise InstallationError(message) from error
    asset = AppriseAsset(app_id="media-bias-comparison", secure_logging=True)
    failed = []
    for number, address in enumerate(addresses, start=1):
        way = Apprise(asset=asset)
        if not way.add(address):
            message = f"BIAS_NOTIFY: no. {number} is no address that Apprise knows; see its list"
            raise UsageError(message)
        if not way.notify(title=notice.title, body=notice.body):
            failed.append(f"no. {number} ({address.partition(':')[0]})")
    if failed:
        message = f"BIAS_NOTIFY: could not be told: {', '.join(failed)}"
        raise BiasError(message)


def tell(settings: Settings, notice: Notice | None) -> None:
    """Send a notice, if there is one; one that cannot be sent is logged and stops nothing."""
    if notice is None:
        return
    try:
        send(settings, notice)
    except BiasError as error:
        _log.error("%s", error)


@contextmanager
def told_of_failure(settings: Settings, edition: str) -> Iterator[None]:
    """Tell of a night that fails while the block runs; one that somebody stops is none."""
    try:
        yield
    except Exception as error:
        tell(settings, notice_of_failure(settings, edition, brief(error)))
        raise


# ---------------------------------------------------------------- what there is to tell


def _thin(archive: Archive, edition: str) -> Iterator[tuple[str, str]]:
    nights = [night for night in archive.editions() if night < edition][-NIGHTS_BEFORE:]
    before = [found for night in nights if (found := _articles(archive, night))]
    count, usual = _articles(archive, edition), median(before) if before else 0
    if len(before) >= FEWEST_NIGHTS and count < THIN * usual:
        yield "thin", f"{count} articles; the {len(before)} nights before had {usual:g} as a rule."


def _late(settings: Settings, due: datetime | None) -> Iterator[tuple[str, str]]:
    if due is None or settings.clock() - due <= LATE:
        return
    hours = (settings.clock() - due).total_seconds() / 3600
    yield "late", f"It was finished {hours:.0f} hours after its time."


def _missed(archive: Archive, edition: str) -> Iterator[tuple[str, str]]:
    """Yield the nights without an edition since the last one that there is."""
    missed = missed_before(archive.editions(), edition)
    if missed:
        dates = _named(missed)
        how = "bias import, or a run with its date, makes what can still be had"
        yield "nights before it missed", f"No night was made of {dates}; {how}."


def _missing(archive: Archive, edition: str) -> Iterator[str]:
    """Yield what is missing of a night, by its reason, and the outlets that are wholly silent."""
    rows = [row for row in _rows(archive, edition) if is_shortfall(row)]
    reasons = Counter(row.reason.value for row in rows if isinstance(row, Gap))
    if reasons:
        counts = ", ".join(f"{name.replace('_', ' ')} {n}" for name, n in reasons.most_common())
        yield f"Missing or not whole: {counts}."
    dead = (GapReason.OUTLET_UNREACHABLE, GapReason.NOT_READ)
    silent = sorted({r.outlet for r in rows if isinstance(r, Gap) and r.reason in dead})
    if silent:
        yield f"Not reached or not read: {_named(silent)}."


def _rows(archive: Archive, edition: str) -> Sequence[ArticleOrGap]:
    try:
        return archive.read_night(edition)
    except BiasError:
        return ()


def _articles(archive: Archive, edition: str) -> int:
    """Return how many articles the events of a night hold; 0 where they cannot be read."""
    try:
        return sum(len(event.articles) for event in archive.nightly_events(edition))
    except (DataError, UsageError):
        return 0


def _named(names: Sequence[str]) -> str:
    rest = len(names) - _MOST_NAMED
    return ", ".join(names[:_MOST_NAMED]) + (f" and {rest} more" if rest > 0 else "")


def _page(archive: Archive, settings: Settings, edition: str) -> str:
    path = str(archive.edition_index_path(edition))
    if settings.reports_address:
        path = f"{settings.reports_address.rstrip('/')}/{edition}/index.html"
    return f"Open {path}"


def _body(lines: Sequence[str]) -> str:
    return "\n".join(lines)
