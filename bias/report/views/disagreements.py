"""Where passages that tell the same thing disagree: in a number, or in whether it is so."""

from collections.abc import Iterable

from bias.records import Denial, NumberClash, PassageRef, Record
from bias.report.reading import Reading, Sentence


class ClashView(Record, frozen=True, kw_only=True):
    """Numbers that differ for the same thing."""

    what: str
    values: tuple[tuple[str, Sentence], ...]


class DenialView(Record, frozen=True, kw_only=True):
    """What some sentences say is so and others say is not so."""

    what: str
    """The word denied, as printed where it is denied."""
    denied: tuple[Sentence, ...]
    affirmed: tuple[Sentence, ...]


def clash_view(reading: Reading, clash: NumberClash) -> ClashView:
    """Return the numbers of a clash, each with the sentence that gives it."""
    printed = dict(clash.values)
    return ClashView(
        what=clash.what,
        values=tuple((printed[ref], reading.sentence(ref)) for ref in _by_outlet(reading, printed)),
    )


def denial_view(reading: Reading, denial: Denial) -> DenialView:
    """Return the sentences of both sides of a denial."""
    denied, affirmed = (
        tuple(reading.sentence(ref) for ref in _by_outlet(reading, refs))
        for refs in (denial.denied_by, denial.affirmed_by)
    )
    return DenialView(what=denial.what, denied=denied, affirmed=affirmed)


def _by_outlet(reading: Reading, refs: Iterable[PassageRef]) -> list[PassageRef]:
    """Return passages in the order of the page: by outlet, then as they stand in an article."""
    found = sorted(refs)
    ordered = reading.ordered(ref.article for ref in found)
    return [ref for article in ordered for ref in found if ref.article == article.id]
