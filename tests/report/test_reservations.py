"""What a page asks of those who keep or mine it is shown beside its article."""

from msgspec.structs import replace

from bias.records import Comparison
from bias.report.render import render_event

from .invented import OUTLETS


def test_what_a_page_asks_for_stands_at_its_headline_and_above_its_text(
    comparison: Comparison,
) -> None:
    first, *others = comparison.articles
    asking = replace(first, reserved=("noarchive", "tdm-reservation"))
    report = render_event(replace(comparison, articles=(asking, *others)), OUTLETS)
    said = "asks not to be archived and reserves text and data mining"
    assert report.html.decode().count(said) == 1
    assert dict(report.articles)[asking.id].decode().count(said) == 1
    assert said not in render_event(comparison, OUTLETS).html.decode()
