"""Passage groups, omissions and wire copies: what the outlets tell alike, and what not."""

from collections import defaultdict
from collections.abc import Sequence

from bias.records import (
    GroupKind,
    Omission,
    PassageGroup,
    PassageRef,
    Record,
    WireCopy,
)
from bias.report.links import article_href
from bias.report.outlets import OutletLook
from bias.report.plain import KINDS, Wording
from bias.report.reading import Reading, Sentence
from bias.report.runs import Run
from bias.report.views.disagreements import ClashView, DenialView, clash_view, denial_view
from bias.report.views.sure import sure_enough


class Column(Record, frozen=True, kw_only=True):
    """What an outlet has in a passage group, once for all outlets that print the same words."""

    outlets: tuple[OutletLook, ...]
    sentences: tuple[Sentence, ...]
    """As the first of the outlets prints them."""
    places: tuple[Sentence, ...]
    """Every sentence of every one of the outlets, to be linked."""


class GroupView(Record, frozen=True, kw_only=True):
    """One passage group, a column for each wording of it."""

    id: str
    number: str
    kind: GroupKind
    wording: Wording
    columns: tuple[Column, ...]
    told_by: int
    missing: tuple[OutletLook, ...]
    unknown: tuple[OutletLook, ...]
    clashes: tuple[ClashView, ...]
    denials: tuple[DenialView, ...]
    similarity: float


class Missing(Record, frozen=True, kw_only=True):
    """An outlet that leaves a fact out, and the passage of it that comes nearest."""

    outlet: OutletLook
    nearest: Sentence | None
    similarity: float


class OmissionView(Record, frozen=True, kw_only=True):
    """A fact that most outlets tell and some do not, with its evidence."""

    group: str
    number: str
    told: tuple[Sentence, ...]
    """One sentence of each outlet that tells it."""
    missing: tuple[Missing, ...]


class CopyView(Record, frozen=True, kw_only=True):
    """Articles that are one telling."""

    agency: str
    articles: tuple[tuple[str, OutletLook], ...]
    """The way to each article's page, and its outlet."""
    similarity: float


def group_views(reading: Reading) -> tuple[GroupView, ...]:
    """Return all passage groups in reading order."""
    return tuple(_group(reading, group) for group in reading.comparison.alignment.groups)


def _group(reading: Reading, group: PassageGroup) -> GroupView:
    return GroupView(
        id=group.id,
        number=group.id.removeprefix("g"),
        kind=group.kind,
        wording=KINDS[group.kind],
        columns=_columns(reading, group.members),
        told_by=len(group.told_by),
        missing=reading.outlets.pick(group.not_told_by),
        unknown=reading.outlets.pick(group.unknown),
        clashes=tuple(clash_view(reading, clash) for clash in group.number_clashes),
        denials=tuple(denial_view(reading, denial) for denial in group.denials),
        similarity=group.similarity,
    )


def _columns(reading: Reading, members: tuple[PassageRef, ...]) -> tuple[Column, ...]:
    by_outlet: dict[str, list[Sentence]] = defaultdict(list)
    for ref in members:
        by_outlet[reading.articles[ref.article].outlet].append(reading.sentence(ref))
    alike: dict[tuple[tuple[Run, ...], ...], list[OutletLook]] = defaultdict(list)
    for look in reading.outlets.pick(by_outlet):
        alike[tuple(sentence.runs for sentence in by_outlet[look.id])].append(look)
    return tuple(
        Column(
            outlets=tuple(looks),
            sentences=tuple(by_outlet[looks[0].id]),
            places=tuple(place for look in looks for place in by_outlet[look.id]),
        )
        for looks in alike.values()
    )


def omission_views(reading: Reading) -> tuple[OmissionView, ...]:
    """Return each fact that some leave out, in reading order."""
    by_group: dict[str, list[Omission]] = defaultdict(list)
    for item in reading.comparison.alignment.omissions:
        if sure_enough(item.confidence):
            by_group[item.group].append(item)
    return tuple(
        _omission(reading, group, by_group[group.id])
        for group in reading.comparison.alignment.groups
        if group.id in by_group
    )


def _omission(reading: Reading, group: PassageGroup, omissions: Sequence[Omission]) -> OmissionView:
    first = {reading.articles[ref.article].outlet: ref for ref in reversed(group.members)}
    by_outlet = {item.outlet: item for item in omissions}
    return OmissionView(
        group=group.id,
        number=group.id.removeprefix("g"),
        told=tuple(reading.sentence(first[look.id]) for look in reading.outlets.pick(first)),
        missing=tuple(
            _missing(reading, look, by_outlet[look.id]) for look in reading.outlets.pick(by_outlet)
        ),
    )


def _missing(reading: Reading, look: OutletLook, omission: Omission) -> Missing:
    return Missing(
        outlet=look,
        nearest=reading.sentence(omission.nearest) if omission.nearest else None,
        similarity=omission.nearest_similarity,
    )


def copy_views(reading: Reading) -> tuple[CopyView, ...]:
    """Return the groups of near copies."""
    return tuple(_copy(reading, copy) for copy in reading.comparison.copies)


def _copy(reading: Reading, copy: WireCopy) -> CopyView:
    known = [id_ for id_ in copy.articles if id_ in reading.articles]
    return CopyView(
        agency=copy.agency,
        articles=tuple((article_href(reading.home, id_), reading.look(id_)) for id_ in known),
        similarity=copy.similarity,
    )
