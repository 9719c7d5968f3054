"""Claims on an event: what tells the same, how it differs, what is missing, what conflicts."""

from typing import Any

from bias.records import Contrast, PassageRef
from bias.report.tables.rows import Evidence, Row, SentenceKeys, listed


class GroupRow(SentenceKeys, frozen=True, kw_only=True):
    """One passage group; the sentence is its first member's."""

    group: str
    """Id of the group within the event."""
    kind: str
    """What it shares: ``verbatim``, ``shared_quotation`` or ``retelling``."""
    members: int
    """Its passages."""
    told_by: str
    """Ids of the outlets with a member, separated by spaces."""
    not_told_by: str
    """Ids of the outlets whose trusted article on the event has no member."""
    unknown: str
    """Ids of the outlets whose article on the event is missing or untrusted."""
    similarity: float
    """Lowest similarity of a member to its nearest other member, 0 to 1."""


class PassageRow(SentenceKeys, frozen=True, kw_only=True):
    """One passage of one group; a passage of two groups has two rows."""

    group: str
    """Id of the group within the event."""


class PairRow(Row, frozen=True, kw_only=True):
    """Two sentences of two outlets side by side."""

    a_outlet: str
    """Id of the outlet of the first sentence."""
    a_article: str
    """Id of its article."""
    a_url: str
    """Address of that article."""
    a_title: str
    """Headline of that article."""
    a_published: str | None
    """When that was published, ISO 8601 in UTC; missing when unknown."""
    a_passage: int
    """Position of the sentence in that article, from 0."""
    a_part: str
    """Where it stands: ``title``, ``standfirst`` or ``body``."""
    a_sentence: str
    """The sentence as printed."""
    a_anchor: str
    """Its anchor in the page of that article."""
    b_outlet: str
    """Id of the outlet of the second sentence."""
    b_article: str
    """Id of its article."""
    b_url: str
    """Address of that article."""
    b_title: str
    """Headline of that article."""
    b_published: str | None
    """When that was published, ISO 8601 in UTC; missing when unknown."""
    b_passage: int
    """Position of the sentence in that article, from 0."""
    b_part: str
    """Where it stands: ``title``, ``standfirst`` or ``body``."""
    b_sentence: str
    """The sentence as printed."""
    b_anchor: str
    """Its anchor in the page of that article."""


class ContrastRow(PairRow, frozen=True, kw_only=True):
    """Two passages that tell the same in other words, or two headlines."""

    group: str
    """Id of their passage group, empty for headlines that were not joined."""
    a_words: str
    """The words of the first that the second has not, stretches separated by `` | ``."""
    b_words: str
    """The words of the second that the first has not, stretches separated by `` | ``."""
    strength: float
    """How much the two say the same with different words, 0 to 1."""
    confidence: float
    """That both tell one thing, 0 to 1."""


class OmissionRow(SentenceKeys, frozen=True, kw_only=True):
    """A fact that most outlets tell; ``sentence`` and what goes with it are one of theirs."""

    group: str
    """Id of the passage group that tells it."""
    missing_in: str
    """Id of the outlet in which it is not found."""
    told_by: str
    """Ids of the outlets that tell it, separated by spaces."""
    nearest: str
    """The sentence of the outlet that comes nearest, empty when it has none."""
    nearest_article: str
    """Id of the article of that sentence, empty when there is none."""
    nearest_similarity: float
    """How near it comes, 0 to 1."""
    confidence: float
    """Share of such entries that held where people checked them, 0 to 1; 0: not known."""


class OnlyRow(SentenceKeys, frozen=True, kw_only=True):
    """What one outlet tells alone; the sentence is the first of those that tell it."""

    sentences: int
    """How many sentences of the outlet tell it."""
    nearest_outlet: str
    """Id of the outlet that comes nearest, empty where no other has a sentence."""
    nearest: str
    """The sentence of it that comes nearest."""
    nearest_similarity: float
    """How near it comes, 0 to 1."""
    weight: float
    """How much it concerns the event, 0 to 1."""
    confidence: float
    """Share of such entries that held where people checked them, 0 to 1."""


class ContradictionRow(PairRow, frozen=True, kw_only=True):
    """Two passages that cannot both be right, or that quote one speaker in two wordings."""

    kind: str
    """``number``, ``date``, ``who``, ``denial``, ``quotation`` or ``other``."""
    what: str
    """What they disagree about as printed ("dead"), empty where no word says so."""
    a_words: str
    """The words at issue in the first sentence."""
    b_words: str
    """The words at issue in the second sentence."""
    confidence: float
    """Share of such pairs that held where people checked them, 0 to 1; pages show them from 0.7."""


def group_rows(evidence: Evidence) -> list[GroupRow]:
    """Return one row for each passage group."""
    return [
        GroupRow(
            **evidence.sentence(group.members[0]),
            group=group.id,
            kind=group.kind.value,
            members=len(group.members),
            told_by=listed(group.told_by),
            not_told_by=listed(group.not_told_by),
            unknown=listed(group.unknown),
            similarity=group.similarity,
        )
        for group in evidence.comparison.alignment.groups
    ]


def passage_rows(evidence: Evidence) -> list[PassageRow]:
    """Return one row for each passage of each group."""
    return [
        PassageRow(**evidence.sentence(member), group=group.id)
        for group in evidence.comparison.alignment.groups
        for member in group.members
    ]


def contrast_rows(evidence: Evidence) -> list[ContrastRow]:
    """Return one row for each contrast, in the order of the comparison."""
    return [
        ContrastRow(
            **_pair(evidence, contrast.a, contrast.b),
            group=contrast.group,
            a_words=_differing(evidence, contrast, "a"),
            b_words=_differing(evidence, contrast, "b"),
            strength=contrast.strength,
            confidence=contrast.confidence,
        )
        for contrast in evidence.comparison.alignment.contrasts
    ]


def omission_rows(evidence: Evidence) -> list[OmissionRow]:
    """Return one row for each omission."""
    alignment = evidence.comparison.alignment
    first = {group.id: group.members[0] for group in alignment.groups}
    return [
        OmissionRow(
            **evidence.sentence(first[item.group]),
            group=item.group,
            missing_in=item.outlet,
            told_by=listed(item.told_by),
            nearest=evidence.text(item.nearest) if item.nearest else "",
            nearest_article=item.nearest.article if item.nearest else "",
            nearest_similarity=item.nearest_similarity,
            confidence=item.confidence,
        )
        for item in alignment.omissions
    ]


def only_rows(evidence: Evidence) -> list[OnlyRow]:
    """Return one row for each thing that one outlet tells alone."""
    rows = []
    for item in evidence.comparison.alignment.only:
        near = max(item.nearest, key=lambda each: each.similarity, default=None)
        found = near.passage if near else None
        rows.append(
            OnlyRow(
                **evidence.sentence(item.passages[0]),
                sentences=len(item.passages),
                nearest_outlet=near.outlet if near and found else "",
                nearest=evidence.text(found) if found else "",
                nearest_similarity=near.similarity if near and found else 0.0,
                weight=item.weight,
                confidence=item.confidence,
            )
        )
    return rows


def contradiction_rows(evidence: Evidence) -> list[ContradictionRow]:
    """Return one row for each conflict, those that no page shows for want of confidence too."""
    return [
        ContradictionRow(
            **_pair(evidence, item.a, item.b),
            kind=item.kind.value,
            what=item.what,
            a_words=evidence.words(item.a, *item.span_a),
            b_words=evidence.words(item.b, *item.span_b),
            confidence=item.confidence,
        )
        for item in evidence.comparison.alignment.conflicts
    ]


def _pair(evidence: Evidence, a: PassageRef, b: PassageRef) -> dict[str, Any]:
    sides = {
        f"{side}_{name}": value
        for side, ref in (("a", a), ("b", b))
        for name, value in evidence.sentence(ref).items()
        if name not in evidence.event
    }
    return {**evidence.event, **sides}


def _differing(evidence: Evidence, contrast: Contrast, side: str) -> str:
    spans = [getattr(step, side) for step in contrast.steps if step.kind != "same"]
    ref: PassageRef = getattr(contrast, side)
    stretches = (evidence.words(ref, *span).strip() for span in spans)
    return " | ".join(stretch for stretch in stretches if stretch)
