"""The standfirst of an article stands in the report, sentence by sentence."""

from typing import Any

import msgspec

from bias.records import Alignment, Comparison
from bias.report.render import render_event
from tests.voiced import read_article

from .invented import OUTLETS

replace: Any = msgspec.structs.replace


def test_the_standfirst_is_shown_between_title_and_body(comparison: Comparison) -> None:
    made, *others = comparison.articles
    made = replace(made, standfirst="Hundreds <stood> there. Nobody spoke.")
    voiced = [v for v in comparison.voiced if v.article != made.id]
    changed = replace(
        comparison,
        articles=(made, *others),
        voiced=(read_article(made), *voiced),
        alignment=Alignment(event=comparison.event.id, groups=(), contrasts=(), omissions=()),
        findings=(),
        namings=(),
    )
    html = dict(render_event(changed, OUTLETS).articles)[made.id].decode()
    (shown,) = [line for line in html.splitlines() if 'class="dek"' in line]
    assert "Hundreds &lt;stood&gt; there." in shown
    assert "standfirst, sentence" in shown
    assert shown.index("Nobody spoke.") < shown.index("Security forces cleared")
