"""Records turned into rows: the figures, the order, and what is left out of a page."""

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import Any

import msgspec
import pytest

from bias.events.gaps import gap_of
from bias.records import (
    Alignment,
    Article,
    Comparison,
    Contrast,
    ContrastStep,
    Gap,
    GapReason,
    GroupKind,
    Naming,
    Opposition,
    OppositionKind,
    Outlet,
    Part,
    Passage,
    Voice,
    VoicedArticle,
)
from bias.report import plain
from bias.report.outlets import COLOURS, Outlets
from bias.report.reading import Reading
from bias.report.render import render_event
from bias.report.runs import Run
from bias.report.summaries import summarise_edition
from bias.report.views.articles import UNREAD_CHARS, WHOLE_SENTENCES, article_views
from bias.report.views.choice import LEAST_LOADED, LEAST_PLAIN, LEAST_STRENGTH, best_contrasts
from bias.report.views.contrasts import MOST_SHOWN, contrast_view, contrasts_view
from bias.report.views.edition import edition_view
from bias.report.views.event import event_view
from bias.report.views.gaps import event_gaps
from bias.report.views.groups import group_views, omission_views
from bias.report.views.matrix import Covered
from bias.report.views.namings import MOST_NAMES, namings_view
from bias.report.views.wording import wording_view

from .invented import CONTRASTS, HERALD, MINA, OUTLETS, TOLD, contrast
from .invented_articles import LANTERN, PANWIRE

replace: Any = msgspec.structs.replace


@pytest.fixture(scope="module")
def reading(comparison: Comparison) -> Reading:
    return Reading(comparison, OUTLETS)


def said(runs: Sequence[Run]) -> str:
    return "".join(run.text for run in runs)


@pytest.mark.parametrize(
    ("table", "kinds"),
    [(plain.GAPS, GapReason), (plain.VOICES, Voice), (plain.KINDS, GroupKind)],
)
def test_every_kind_has_plain_words(
    table: dict[object, plain.Wording], kinds: type[StrEnum]
) -> None:
    assert set(table) == set(kinds)
    assert all(words.label and words.meaning.endswith(".") for words in table.values())


def test_outlets_stand_as_declared_whatever_their_figures(reading: Reading) -> None:
    shown = [row.outlet.id for row in wording_view(reading).rows if row.outlet]
    declared = [outlet.id for outlet in OUTLETS]
    assert shown == [id_ for id_ in declared if id_ in shown]


def test_undeclared_outlets_come_last_under_their_id() -> None:
    looks = Outlets(OUTLETS[:1], ["zeta", "alpha"]).pick(["zeta", "herald", "alpha"])
    assert [look.name for look in looks] == ["The Valdor Herald", "alpha", "zeta"]


def test_style_sheet_has_the_colours_of_the_charts(comparison: Comparison) -> None:
    page = render_event(comparison, OUTLETS).html.decode()
    assert tuple(re.findall(r"\.o\d \{ --hue: (#[0-9a-f]{6}); \}", page)) == COLOURS


def test_too_little_text_gets_no_number(reading: Reading) -> None:
    wire = next(
        row for row in wording_view(reading).rows if row.outlet == reading.outlets["panwire"]
    )
    assert wire.own.known
    assert wire.own.per_1000 is None
    assert not wire.attributed.known


def test_word_pairs_hold_the_loaded_half_and_its_voice(reading: Reading) -> None:
    first = contrasts_view(reading).first[0]
    assert [(said(pair.a.runs), said(pair.b.runs)) for pair in first.pairs] == [
        ("Troops", "Uniformed thugs brutally"),
        ("President", "embattled tyrant"),
    ]
    assert {pair.b.voices for pair in first.pairs} == {("own voice",)}
    assert {pair.a.voices for pair in first.pairs} == {()}


def test_steps_read_like_the_two_passages(reading: Reading) -> None:
    for shown in contrasts_view(reading).first:
        texts = [" ".join(said(getattr(step, side)) for step in shown.steps) for side in "ab"]
        printed = [said(shown.a.runs), said(shown.b.runs)]
        assert [text.split() for text in texts] == [text.split() for text in printed]


def test_words_added_on_both_sides_become_one_fork_and_none_is_lost(comparison: Comparison) -> None:
    a, b = CONTRASTS[1].steps[0].a[0], CONTRASTS[1].steps[0].b[0]
    steps = (
        ContrastStep(kind="only_a", a=(a, a + 3), b=(b, b)),
        ContrastStep(kind="only_b", a=(a + 3, a + 3), b=(b, b + 3)),
        ContrastStep(kind="only_b", a=(a + 3, a + 3), b=(b + 4, b + 14)),
    )
    view = contrast_view(
        Reading(comparison, OUTLETS), replace(CONTRASTS[1], steps=steps, oppositions=())
    )
    assert [(said(step.a), said(step.b)) for step in view.steps] == [
        ("The", "The"),
        ("", "government"),
    ]
    assert [step.spaced for step in view.steps] == [False, True]
    assert view.pairs == ()


def test_what_the_sentences_set_against_each_other_is_named_after_loaded_words(
    comparison: Comparison,
) -> None:
    spans = [next(s.a for s in CONTRASTS[1].steps if s.a[0] < s.a[1]), CONTRASTS[1].steps[0].b]
    opposed = Opposition(kind=OppositionKind.AGENCY, a=spans[0], b=spans[1])
    reading = Reading(comparison, OUTLETS)
    plain = replace(CONTRASTS[1], oppositions=(opposed,))
    view = contrast_view(reading, plain)
    texts = [reading.articles[ref.article].text for ref in (plain.a, plain.b)]
    words = [text[slice(*span)] for text, span in zip(texts, spans, strict=True)]
    assert words in [[said(pair.a.runs), said(pair.b.runs)] for pair in view.pairs]
    assert view.differs == ("who did it",)
    both = replace(CONTRASTS[0], oppositions=(opposed, *CONTRASTS[0].oppositions))
    loaded = contrast_view(reading, both)
    assert loaded.pairs[0] == contrast_view(reading, CONTRASTS[0]).pairs[0]


def test_words_that_only_stand_in_one_place_are_no_heading(comparison: Comparison) -> None:
    bare = Reading(replace(comparison, findings=()), OUTLETS)
    assert contrast_view(bare, CONTRASTS[0]).pairs == ()
    unlike = replace(CONTRASTS[0], oppositions=())
    assert contrast_view(Reading(comparison, OUTLETS), unlike).pairs == ()


def test_contrasts_are_bounded_and_weak_ones_are_counted_only(comparison: Comparison) -> None:
    weak = replace(CONTRASTS[1], strength=LEAST_STRENGTH / 2)
    strong = (replace(CONTRASTS[0], strength=0.9 - i / 1000) for i in range(MOST_SHOWN + 5))
    many = (*strong, weak)
    crowded = replace(comparison, alignment=replace(comparison.alignment, contrasts=many))
    view = contrasts_view(Reading(crowded, OUTLETS))
    assert len(view.first) + len(view.rest) == MOST_SHOWN
    assert (view.loaded, view.hidden) == (1, 6)
    assert len(view.first) == 1


def test_equal_sentences_share_a_column(reading: Reading) -> None:
    verbatim = next(group for group in group_views(reading) if group.kind is GroupKind.VERBATIM)
    assert [len(column.outlets) for column in verbatim.columns] == [4]
    assert len(verbatim.columns[0].places) == 4


def test_omissions_of_one_fact_stand_together_with_their_evidence(reading: Reading) -> None:
    first, second = omission_views(reading)
    assert [missing.outlet.id for missing in first.missing] == ["radio"]
    assert first.missing[0].nearest is not None
    assert len(first.told) == 4
    assert second.missing[0].nearest is None


def test_namings_show_what_differs_and_by_whom(reading: Reading) -> None:
    matrix = namings_view(reading)
    tasker = next(entity for entity in matrix.entities if entity.name == "Oren Tasker")
    by_outlet = dict(zip((look.id for look in matrix.outlets), tasker.cells, strict=True))
    lantern = {said(name.runs): name for name in by_outlet["lantern"].names}
    assert lantern["embattled tyrant Oren Tasker"].only
    assert [place.short for place in lantern["tyrant Tasker"].places] == ["h"]
    herald = {said(name.runs): name for name in by_outlet["herald"].names}
    assert not herald["President Oren Tasker"].only


def test_not_named_is_said_only_where_no_word_of_a_name_is_printed(
    comparison: Comparison,
) -> None:
    use = next(use for use in comparison.namings if use.entity == "Oren Tasker")
    outlets = {use.outlet for use in comparison.namings}
    for head, unclear in (("tasker", True), ("qwv", False)):
        told = [replace(use, entity="Zyx Qwv", head=h) for h in (head, f"zyx {head}")]
        others = [replace(use, entity="Else", outlet=outlet) for outlet in outlets]
        view = namings_view(Reading(replace(comparison, namings=(*told, *others)), OUTLETS))
        row = next(entity for entity in view.entities if entity.name == "Zyx Qwv")
        assert any(cell.unclear for cell in row.cells if not cell.names) is unclear


def named(comparison: Comparison, passage: int, entity: str, *outlets: str) -> list[Naming]:
    """Return what some outlets call the president in a passage, as names of something else."""
    return [
        replace(use, entity=entity, head=f"qwv{place}")
        for place, use in enumerate(comparison.namings)
        if use.entity == "Oren Tasker" and use.passage == passage and use.outlet in outlets
    ]


def test_what_has_no_name_of_its_own_is_not_said_to_be_not_named(comparison: Comparison) -> None:
    outlets = {use.outlet for use in comparison.namings}
    for name, wordless in (("qwvs", True), ("Qwv", False)):
        told = named(comparison, 1, name, "herald", "lantern")
        others = [replace(told[0], entity="Else", outlet=outlet) for outlet in outlets]
        view = namings_view(Reading(replace(comparison, namings=(*told, *others)), OUTLETS))
        row = next(entity for entity in view.entities if entity.name == name)
        assert {cell.wordless for cell in row.cells if not cell.names} == {wordless}


def test_a_noun_is_one_thing_only_in_joined_passages_and_other_words_for_it(
    comparison: Comparison,
) -> None:
    in_one = named(comparison, 1, "qwvs", "herald", "lantern")
    elsewhere = [replace(in_one[0], passage=7, text="another qwv")]
    loaded = replace(in_one[1], passage=7, text="tyrant")
    apart = [replace(use, passage=place) for place, use in enumerate(in_one, 7)]
    same = [replace(use, text="qwv", head="qwv") for use in in_one]
    for uses, shown in (
        ([*in_one, *elsewhere], 2),
        ([*in_one, loaded], 3),
        (apart, 0),
        (same, 0),
        ([*in_one[:1], replace(in_one[1], text="another qwv", passage=7)], 0),
        ([in_one[0], replace(in_one[0], text="another qwv", passage=7)], 2),
    ):
        made = namings_view(Reading(replace(comparison, namings=tuple(uses)), OUTLETS))
        assert sum(entity.mentions for entity in made.entities) == shown


@pytest.mark.parametrize(
    ("text", "unclear"), [("Vera Tasker", False), ("Tasker", True), ("young Tasker", True)]
)
def test_a_last_name_that_is_another_persons_names_nobody_else(
    comparison: Comparison, text: str, unclear: bool
) -> None:
    use = next(use for use in comparison.namings if use.entity == "Oren Tasker")
    outlet = next(a.outlet for a in comparison.articles if a.outlet != use.outlet)
    articles = tuple(
        replace(a, text=f"{text} spoke.", title="A talk") if a.outlet == outlet else a
        for a in comparison.articles
    )
    told = [replace(use, entity="Zyx Tasker", head=head) for head in ("tasker", "zyx tasker")]
    other = replace(use, entity=text, outlet=outlet, text=text, head=text.lower())
    view = namings_view(
        Reading(replace(comparison, articles=articles, namings=(*told, other)), OUTLETS)
    )
    row = next(entity for entity in view.entities if entity.name == "Zyx Tasker")
    looks = dict(zip((look.id for look in view.outlets), row.cells, strict=True))
    assert looks[outlet].unclear is unclear


def test_a_plural_may_name_what_is_named_in_the_singular(comparison: Comparison) -> None:
    use = next(use for use in comparison.namings if use.entity == "Oren Tasker")
    outlets = {use.outlet for use in comparison.namings}
    told = [replace(use, entity="Taskers", head=head) for head in ("taskers", "old taskers")]
    others = [replace(use, entity="Else", outlet=outlet) for outlet in outlets]
    view = namings_view(Reading(replace(comparison, namings=(*told, *others)), OUTLETS))
    row = next(entity for entity in view.entities if entity.name == "Taskers")
    assert any(cell.unclear for cell in row.cells if not cell.names)


def test_a_loaded_name_is_never_the_one_left_out(comparison: Comparison) -> None:
    tyrant = next(use for use in comparison.namings if use.text == "tyrant Tasker")
    others = [
        replace(
            tyrant, part=Part.BODY, start=place, end=place + 1, text=f"n {place}", head=str(place)
        )
        for place in range(MOST_NAMES + 3)
    ]
    crowded = replace(comparison, namings=(*others, tyrant))
    cell = namings_view(Reading(crowded, OUTLETS)).entities[0].cells
    names = [said(name.runs) for column in cell for name in column.names]
    assert "tyrant Tasker" in names
    assert len(names) == MOST_NAMES


def test_a_long_article_keeps_every_sentence_that_a_claim_rests_on(comparison: Comparison) -> None:
    count = WHOLE_SENTENCES + 20
    text = "So it went. " * count
    article = replace(HERALD.article, text=text)
    passages = tuple(
        Passage(article=article.id, index=i, part=Part.BODY, start=12 * i, end=12 * i + 11,
                paragraph=i)
        for i in range(count)
    )  # fmt: skip
    voiced = VoicedArticle(article=article.id, passages=passages, voices=())
    long = replace(comparison, articles=(article,), voiced=(voiced,), findings=(), namings=())
    linked = f"{article.id}-s{count - 3}"
    view = article_views(Reading(long, OUTLETS), frozenset([linked]))[0]
    shown = [s.anchor for paragraph in view.paragraphs for s in paragraph.sentences]
    assert len(shown) == WHOLE_SENTENCES + 1
    assert shown[-1] == linked
    assert (view.paragraphs[-1].skipped, view.skipped) == (17, 2)


def test_an_untrusted_article_is_shown_as_such_and_in_part(comparison: Comparison) -> None:
    long = replace(MINA, text="كلمة " * 500)
    others = (article for article in comparison.articles if article.id != MINA.id)
    changed = replace(comparison, articles=(*others, long))
    articles = event_view(changed, OUTLETS).articles
    view = next(item for item in articles if item.headline.article == MINA.id)
    assert view.headline.untrusted == "Language not supported"
    assert view.paragraphs == ()
    assert len(view.beginning) <= UNREAD_CHARS + 2


def test_an_untrusted_article_is_one_gap_even_where_the_event_lists_it(
    comparison: Comparison,
) -> None:
    event = replace(comparison.event, gaps=(*comparison.event.gaps, gap_of(MINA)))
    assert len(event_gaps(replace(comparison, event=event))) == len(event_gaps(comparison)) == 3


def test_the_front_page_counts_what_one_outlet_tells_alone(comparison: Comparison) -> None:
    alone: list[Article] = [HERALD.article, replace(HERALD.article, id="herald-2")]
    night = edition_view("2026-03-14", [comparison], OUTLETS, unmatched=alone)
    assert [(single.outlet.id, single.articles) for single in night.singles] == [("herald", 2)]
    assert night.events[0].lead is not None


def test_the_event_with_most_differences_comes_first(comparison: Comparison) -> None:
    calm = Alignment(event="a", groups=(), contrasts=(), omissions=())
    quiet = replace(comparison, event=replace(comparison.event, id="a"), alignment=calm)
    night = edition_view("2026-03-14", [quiet, comparison], OUTLETS)
    assert [(card.id, card.parts > 0) for card in night.events] == [
        (comparison.event.id, True),
        ("a", False),
    ]
    assert summarise_edition(night).articles == 2 * (len(TOLD) + 1)


def test_who_told_what_keeps_unknown_apart_from_not_told(comparison: Comparison) -> None:
    known = edition_view("2026-03-14", [comparison], OUTLETS)
    states = {cell.outlet.id: cell.state for cell in known.events[0].covered}
    assert states["herald"] == "told"
    assert states["mina"] == "unread"
    assert "coast" not in states
    gaps = comparison.event.gaps
    assert {c.outlet.id: c.state for c in _covered(comparison, gaps)}["coast"] == "none"
    unsure = (*gaps, replace(gaps[0], reason=GapReason.FEED_INCOMPLETE))
    for changed in (unsure, ()):
        assert {c.outlet.id: c.state for c in _covered(comparison, changed)}["coast"] == "unknown"


def _covered(comparison: Comparison, gaps: tuple[Gap, ...]) -> Sequence[Covered]:
    made = replace(comparison, event=replace(comparison.event, gaps=gaps))
    return edition_view("2026-03-14", [made], OUTLETS, comparison.event.gaps).events[0].covered


def test_gaps_are_counted_by_outlet(comparison: Comparison) -> None:
    gaps = comparison.event.gaps
    night = edition_view("2026-03-14", [comparison], OUTLETS, (*gaps, gaps[1]))
    assert [(row.outlet.id, row.kinds) for row in night.gaps_by_outlet] == [
        ("radio", (("Paywalled", 2),)),
        ("coast", (("Nothing published", 1),)),
    ]


def test_a_comparison_with_nothing_in_it_is_a_page(comparison: Comparison) -> None:
    alignment = Alignment(event=comparison.event.id, groups=(), contrasts=(), omissions=())
    empty = replace(
        comparison, voiced=(), findings=(), scores=(), namings=(), copies=(), cues=(),
        articles=(MINA,), alignment=alignment,
    )  # fmt: skip
    page = render_event(empty, ()).html.decode()
    assert "Fewer than two articles could be read whole" in page
    assert 'role="img"' not in page


def test_an_outlet_declared_later_keeps_earlier_colours() -> None:
    more = Outlet(id="new", name="New", homepage="https://new.example/")
    before, after = Outlets(OUTLETS), Outlets((*OUTLETS, more))
    assert all(before[outlet.id] == after[outlet.id] for outlet in OUTLETS)


@pytest.mark.parametrize(
    ("strength", "weight", "said_of_it"),
    [
        (1, 2, plain.LIFTED),
        (1, 1, plain.ONLY_CONTESTED),
        (2, 1, f"{plain.LATE} {plain.ONLY_CONTESTED}"),
        (3, 2, plain.LATE),
    ],
)
def test_a_note_says_what_the_place_of_a_word_does(
    comparison: Comparison, strength: int, weight: int, said_of_it: str
) -> None:
    first = replace(comparison.findings[0], strength=strength, weight=weight)
    made = replace(comparison, findings=(first, *comparison.findings[1:]))
    assert Reading(made, OUTLETS).note_of(first).weighed == said_of_it
    assert said_of_it in render_event(made, OUTLETS).html.decode()


def test_a_word_that_counts_anywhere_needs_no_reason(comparison: Comparison) -> None:
    notes = Reading(comparison, OUTLETS).notes.values()
    assert {note.weighed for note in notes} == {""}


def test_of_a_passage_the_contrast_with_two_loaded_sides_is_shown_first(
    comparison: Comparison,
) -> None:
    two = CONTRASTS[0]
    one = replace(PLAIN, strength=0.9)
    near, far = (one, two), (replace(one, strength=1.0), replace(two, strength=0.2))
    best = [
        best_contrasts(Reading(_with_contrasts(comparison, both), OUTLETS))[0].strength
        for both in (near, far)
    ]
    assert best == [two.strength, 1.0]


def test_a_weak_contrast_of_plain_words_waits_behind_a_click(comparison: Comparison) -> None:
    weak = replace(PLAIN, strength=LEAST_PLAIN - 0.01)
    view = contrasts_view(Reading(_with_contrasts(comparison, (weak,)), OUTLETS))
    assert (len(view.first), len(view.rest), view.loaded) == (0, 1, 0)


def test_where_one_only_adds_to_the_other_no_word_stands_against_another(
    comparison: Comparison,
) -> None:
    for steps in (PLAIN.steps[1:2] + PLAIN.steps[3:4], PLAIN.steps[1:2]):
        adds = tuple(
            replace(step, kind="only_a", b=(step.b[0], step.b[0])) if step.kind != "same" else step
            for step in steps
        )
        added = replace(PLAIN, strength=0.9, steps=adds)
        none = contrasts_view(Reading(_with_contrasts(comparison, (added,)), OUTLETS))
        assert (none.first, none.rest) == ((), ())
    shown = contrasts_view(Reading(_with_contrasts(comparison, (PLAIN,)), OUTLETS))
    (view,) = (*shown.first, *shown.rest)
    assert view.shared == "cleared Harbour Square"
    halves = "“This is the night a tyrant lost his people,”|said/said opposition leader"
    quoted = contrast("g3", (LANTERN, 3), (HERALD, 3), halves)
    assert contrast_view(Reading(comparison, OUTLETS), quoted).shared.startswith("This is the")


def test_passages_that_differ_in_most_words_do_not_differ_by_a_loaded_one(
    comparison: Comparison,
) -> None:
    counted = [
        contrasts_view(Reading(_with_contrasts(comparison, (made,)), OUTLETS)).loaded
        for made in (
            replace(CONTRASTS[0], strength=LEAST_LOADED),
            replace(CONTRASTS[0], strength=LEAST_LOADED - 0.01),
        )
    ]
    assert counted == [1, 0]


PLAIN = contrast(
    "g1",
    (HERALD, 1),
    (PANWIRE, 1),
    "Troops/Security forces|cleared Harbour Square|on/in Valdor late on|Friday|"
    "night, ending three days of protest against President Oren Tasker/, witnesses said|.",
)
"""The same in other words, none of them loaded."""


def _with_contrasts(comparison: Comparison, contrasts: tuple[Contrast, ...]) -> Comparison:
    made: Comparison = replace(
        comparison, alignment=replace(comparison.alignment, contrasts=contrasts)
    )
    return made
