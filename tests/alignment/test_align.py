from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from bias.alignment.align import align_event
from bias.records import Alignment, Article, Gap, GapReason, GroupKind
from tests.alignment.joins.toy_model import ToyModel
from tests.alignment.telling import article, coverage, event_of, ref, voiced

HARBOUR = {
    "gazette": [
        "A crane collapsed at the harbour of Orlo on Monday, killing twelve dockers.",
        "The harbour master blamed worn cables for the accident.",
        "Bread will cost more from next week, the bakers say.",
    ],
    "herald": [
        "Twelve dockers died when a crane fell over at Orlo harbour.",
        "Worn cables were to blame, according to the harbour master.",
        "The mayor of Orlo cancelled the regatta.",
    ],
    "mirror": [
        "Orlo's mayor called off the regatta.",
        "Fifteen dockers were killed when a crane collapsed in the harbour of Orlo.",
    ],
}


def align(articles: list[Article], gaps: tuple[Gap, ...] = ()) -> Alignment:
    readings = [voiced(each) for each in articles if each.quality.trusted]
    return align_event(event_of(articles, gaps), articles, readings, [])


def test_groups_hold_the_tellings_of_one_fact_over_all_outlets() -> None:
    found = align(coverage(HARBOUR))
    assert [group.members for group in found.groups] == [
        (ref("gazette", 0), ref("herald", 0), ref("mirror", 1)),
        (ref("herald", 2), ref("mirror", 0)),
        (ref("gazette", 1), ref("herald", 1)),
    ]
    assert {group.kind for group in found.groups} == {GroupKind.RETELLING}


def test_a_group_says_who_tells_it_who_does_not_and_who_is_unknown() -> None:
    articles = [*coverage(HARBOUR), article("post", ["A stub."], trusted=False)]
    gaps = (
        Gap(outlet="star", reason=GapReason.FORBIDDEN, detail="robots.txt"),
        Gap(outlet="echo", reason=GapReason.NOT_PUBLISHED, detail="nothing"),
    )
    regatta = align(articles, gaps).groups[1]
    assert regatta.told_by == ("herald", "mirror")
    assert regatta.not_told_by == ("gazette",)
    assert regatta.unknown == ("post", "star")


def test_what_two_thirds_surely_tell_is_missed_in_the_third() -> None:
    found = align(coverage(HARBOUR))
    missing = {(omission.group, omission.outlet) for omission in found.omissions}
    assert missing == {("g3", "mirror")}
    assert all(0 <= omission.nearest_similarity < 0.62 for omission in found.omissions)


def test_an_omission_shows_the_nearest_passage_of_the_outlet() -> None:
    told = "A crane collapsed at the harbour of Orlo on Monday, killing twelve dockers."
    others = ["Bread will cost more.", "A crane stood idle, they said.", "Rain fell."]
    retold = "Twelve dockers died on Monday when a crane collapsed at Orlo harbour."
    found = align(coverage({"gazette": [told], "herald": [retold], "mirror": others}))
    (omission,) = found.omissions
    assert omission.nearest == ref("mirror", 1)
    assert 0 < omission.nearest_similarity < 0.58


def test_every_telling_is_set_against_all_others_of_a_small_group() -> None:
    verbs = ("collapsed", "fell", "toppled", "buckled")
    lines = [f"The crane at the harbour of Orlo {verb} on Monday." for verb in verbs]
    found = align(coverage({f"outlet-{n}": [line] for n, line in enumerate(lines)}))
    pairs = {(contrast.a.article, contrast.b.article) for contrast in found.contrasts}
    assert len(pairs) == 6


def test_numbers_that_differ_are_flagged() -> None:
    clash = align(coverage(HARBOUR)).groups[0].number_clashes[0]
    assert clash.what == "dockers"
    assert [printed for _, printed in clash.values] == ["twelve", "Twelve", "Fifteen"]


def test_who_denies_what_others_tell_is_flagged_and_no_copy() -> None:
    told = "The harbour master of Orlo has resigned over the crane contract."
    denied = "The harbour master of Orlo has not resigned over the crane contract."
    found = align(coverage({"gazette": [told], "herald": [denied], "mirror": [told]}))
    (group,) = found.groups
    assert group.kind is GroupKind.RETELLING
    assert [(d.what, d.denied_by) for d in group.denials] == [("resigned", (ref("herald", 0),))]
    assert [contrast.strength for contrast in found.contrasts] == [0.5, 0.5, 0.0]


def test_the_order_of_the_input_changes_nothing() -> None:
    articles = coverage(HARBOUR)
    assert align(articles) == align(articles[::-1])


def test_empty_articles_and_single_sentences_are_no_trouble() -> None:
    assert align(coverage({"a": [], "b": []})).groups == ()
    assert align(coverage({"a": ["…"], "b": ["It rained."]})).groups == ()


def test_a_thousand_copies_of_a_sentence_stay_bounded() -> None:
    line = "The council of Orlo voted to close the old bridge."
    found = align(coverage({f"outlet-{n}": [line] * 50 for n in range(20)}))
    assert len(found.groups[0].told_by) == 20


WORDS = st.sampled_from(
    ["police", "arrested", "twelve", "in", "Orlo", "“the", "mayor”", "said", "15", "dead", "قالت"]
)
SENTENCES = st.lists(WORDS, min_size=1, max_size=9).map(" ".join)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(SENTENCES, max_size=4), min_size=2, max_size=4))
def test_no_group_lies_within_another_and_steps_tile_their_passages(
    tellings: list[list[str]],
) -> None:
    articles = coverage({f"outlet-{n}": lines for n, lines in enumerate(tellings)})
    texts = {each.id: each.text for each in articles}
    spans = {(p.article, p.index): (p.start, p.end) for a in articles for p in voiced(a).passages}
    found = align(articles)
    groups = [set(group.members) for group in found.groups]
    assert not any(a <= b for a, b in permutations(groups, 2))
    assert all(len(group.told_by) > 1 for group in found.groups)
    for contrast in found.contrasts:
        for passage, side in ((contrast.a, "a"), (contrast.b, "b")):
            start, end = spans[passage.article, passage.index]
            parts = [getattr(step, side) for step in contrast.steps]
            told = "".join(texts[passage.article][left:right] for left, right in parts)
            assert told == texts[passage.article][start:end]
            assert 0 <= contrast.strength <= 1


def test_every_pair_of_a_group_has_its_confidence() -> None:
    for group in align(coverage(HARBOUR)).groups:
        outlets = {member.article for member in group.members}
        assert len(group.joins) == len(outlets) * (len(outlets) - 1) / 2
        assert all(0.6 < join.confidence <= 1 for join in group.joins)


def test_an_alignment_says_which_model_took_part() -> None:
    articles = coverage(
        {
            "gazette": ["Orlo objected vehemently to the law.", "Bread costs more."],
            "herald": ["Orlo opposed the bill fiercely.", "Rain fell all night."],
        }
    )
    readings = [voiced(each) for each in articles]
    rules = align_event(event_of(articles), articles, readings)
    model = align_event(event_of(articles), articles, readings, model=ToyModel())
    assert (rules.model, model.model) == ("", "toy")
    assert [group.members for group in model.groups] == [(ref("gazette", 0), ref("herald", 0))]
    assert rules.groups == ()


def test_a_contrast_is_as_sure_as_the_join_it_rests_on() -> None:
    found = align(coverage(HARBOUR))
    sure = {(join.a, join.b): join.confidence for group in found.groups for join in group.joins}
    assert found.contrasts
    assert all(contrast.confidence == sure[contrast.a, contrast.b] for contrast in found.contrasts)
