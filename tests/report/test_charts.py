"""Charts: the same bytes, hostile names as text, and words for what is drawn."""

from xml.etree import ElementTree

from bias.report.charts import describe, rates_chart
from bias.report.outlets import OutletLook
from bias.report.views.rates import Rate
from bias.report.views.wording import WordingRow

UNKNOWN = Rate(known=False)
HOSTILE = "<b>$x^2$</b>\u202e\x00 & Söhne, صحيفة"


def row(name: str, own: Rate, quoted: Rate = UNKNOWN) -> WordingRow:
    return WordingRow(
        outlet=OutletLook(id="x", name=name, slot=0),
        own=own,
        title=UNKNOWN,
        lead=UNKNOWN,
        quoted=quoted,
        attributed=UNKNOWN,
        scare=UNKNOWN,
        strengths=(0, 0, 0),
    )


def parsed(chart: str) -> ElementTree.Element:
    """Return a chart as a tree."""
    return ElementTree.fromstring(chart)  # noqa: S314 - drawn by the test itself


FULL = Rate(known=True, findings=6, words=1000, per_1000=6.0, low=2.0, high=11.0)
SHORT = Rate(known=True, findings=1, words=30)


def test_equal_rows_give_equal_charts_with_ids_of_their_own() -> None:
    rows = [row("Herald", FULL, FULL), row("Lantern", SHORT)]
    assert rates_chart(rows, "Rates", "c1") == rates_chart(rows, "Rates", "c1")
    first, second = (parsed(rates_chart(rows, "R", key)) for key in ("c1", "c2"))
    ids = [{node.get("id") for node in root.iter() if node.get("id")} for root in (first, second)]
    assert ids[0]
    assert not ids[0] & ids[1]


def test_hostile_names_are_text_and_never_mathematics() -> None:
    chart = rates_chart([row(HOSTILE, FULL)], "Rates", "c1")
    assert "<b>" not in chart
    shown = " ".join(parsed(chart).itertext())
    assert "<b>$x^2$</b>" in shown
    assert "\u202e" not in shown


def test_a_page_without_inline_styles_can_hold_it() -> None:
    root = parsed(rates_chart([row("Herald", FULL)], "Rates", "c1"))
    assert not [node for node in root.iter() if node.get("style") or node.tag == "style"]
    assert {node.get("fill") for node in root.iter("text")} == {"currentColor"}


def test_it_says_in_words_what_it_draws() -> None:
    rows = [row("Herald", FULL), row("Lantern", SHORT), row("Post", UNKNOWN)]
    assert describe(rows) == "Herald: 6.0; Lantern: too little text; Post: not counted."
    root = parsed(rates_chart(rows, "Rates", "c1"))
    assert root.get("role") == "img"
    assert root.findtext("title") == "Rates"
    assert root.findtext("desc") == describe(rows)


def test_no_interval_and_no_rate_are_drawn_too() -> None:
    bare = Rate(known=True, findings=0, words=500, per_1000=0.0)
    assert "0.0" in rates_chart([row("Herald", bare)], "Rates", "c1", quoted=False)


def test_nothing_found_is_drawn_without_an_interval() -> None:
    none = Rate(known=True, findings=0, words=1000, per_1000=0.0, low=0.0, high=0.0)
    some = Rate(known=True, findings=1, words=1000, per_1000=1.0, low=0.0, high=3.0)
    drawn = [rates_chart([row("Herald", rate)], "R", "c1").count("<path") for rate in (none, some)]
    assert drawn[0] < drawn[1]
