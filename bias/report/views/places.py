"""Places to follow: the sentences on which a claim rests."""

from bias.records import Finding, PassageRef, Record
from bias.report.links import sentence_anchor, sentence_href
from bias.report.reading import Reading, place_label, place_mark


class Place(Record, frozen=True, kw_only=True):
    """A sentence to follow: where a claim can be checked."""

    anchor: str
    href: str
    """The way to it from the page of the event."""
    label: str
    short: str


def place(reading: Reading, ref: PassageRef) -> Place:
    """Return a link to a passage, labelled with its outlet and place."""
    passage = reading.passages[ref]
    label = f"{reading.look(ref.article).name}, {place_label(passage)}"
    return Place(
        anchor=sentence_anchor(ref),
        href=sentence_href(reading.home, ref),
        label=label,
        short=place_mark(passage),
    )


def marked_word(reading: Reading, finding: Finding) -> tuple[str, Place]:
    """Return the words of a finding as printed, and the sentence they stand in."""
    text = reading.articles[finding.article].part_text(finding.part)
    where = place(reading, PassageRef(article=finding.article, index=finding.passage))
    return text[finding.start : finding.end], where
