"""What is kept of a night for the pages that show many: small, so that none of it is read again."""

from bias.records import BY_HAND, Record
from bias.report.views.edition import EditionView, EventCard

MOST_PAIR = 90
"""Characters of a wording that is kept; longer ones are no eye-catcher."""


class PairWords(Record, frozen=True, kw_only=True):
    """The words of one outlet in the pair of an event."""

    outlet: str
    words: str


class EventLine(Record, frozen=True, kw_only=True):
    """One event of a night."""

    id: str
    title: str
    """Made from what its outlets agree on."""
    outlets: tuple[str, ...]
    articles: int
    parts: int
    """How many differences were found."""
    names: tuple[str, ...] = ()
    """Whom and what two outlets at least name, the commonest first."""
    headlines: tuple[str, ...] = ()
    """As printed; for searching alone, since each is one outlet's."""
    pair: tuple[PairWords, ...] = ()
    """The strongest pair of wordings, empty where there is none or it is long."""
    before: str = ""
    """The edition of the last night that told it, empty where it is new."""

    @property
    def is_by_hand(self) -> bool:
        """Whether somebody put it together, so that it is no event of the night's."""
        return self.id.startswith(BY_HAND)


class EditionSummary(Record, frozen=True, kw_only=True):
    """One night: its counts, and its events with those that part most first."""

    edition: str
    events: int | None
    """``None`` where what is kept of them cannot be read."""
    outlets: int
    articles: int
    lines: tuple[EventLine, ...] = ()


def summarise_edition(night: EditionView) -> EditionSummary:
    """Return what is kept of a night, made from its front page."""
    return EditionSummary(
        edition=night.edition,
        events=len(night.events) + len(night.missing),
        outlets=len({look.id for card in night.events for look in card.outlets}),
        articles=sum(card.articles for card in night.events),
        lines=tuple(map(_line, night.events)),
    )


def _line(card: EventCard) -> EventLine:
    return EventLine(
        id=card.id,
        title=card.title,
        outlets=tuple(look.id for look in card.outlets),
        articles=card.articles,
        parts=card.parts,
        names=card.names,
        headlines=card.headlines,
        pair=_pair(card),
        before=card.before,
    )


def _pair(card: EventCard) -> tuple[PairWords, ...]:
    if card.lead is None:
        return ()
    sides = tuple(
        PairWords(outlet=side.outlet.id, words="".join(run.text for run in side.runs).strip())
        for side in card.lead.sides
    )
    return sides if all(len(side.words) <= MOST_PAIR for side in sides) else ()
