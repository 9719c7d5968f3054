import msgspec

from bias.records import Finding, GroupKind, Part, PassageGroup, PassageRef
from bias.wording.compare import compare_event
from bias.wording.contested_words import contested_cue, families
from bias.wording.lexicon import Lexicon
from tests.wording.samples import article, event


def _pair(kind: GroupKind = GroupKind.RETELLING) -> PassageGroup:
    return PassageGroup(
        id="g1",
        kind=kind,
        members=(PassageRef(article="a", index=0), PassageRef(article="b", index=0)),
        similarity=0.7,
        told_by=("gazette", "herald"),
        not_told_by=(),
        unknown=(),
    )


def _compare(
    lexicon: Lexicon, first: str, second: str, *, kind: GroupKind = GroupKind.RETELLING
) -> list[tuple[str, str, bool]]:
    pieces = (
        article(first, name="a", outlet="gazette"),
        article(second, name="b", outlet="herald"),
    )
    found = compare_event(event(*pieces, groups=(_pair(kind),)), lexicon, seed=1).findings
    return [(f.outlet, f.cue.partition("/")[2], f.contested) for f in found]


def test_outlets_that_differ_make_both_words_contested(lexicon: Lexicon) -> None:
    found = _compare(lexicon, "The uprising began at dawn.", "The rebellion began at dawn.")
    assert found == [("gazette", "uprising", True), ("herald", "rebellion", True)]


def test_outlets_that_agree_make_none(lexicon: Lexicon) -> None:
    both = "The uprising began at dawn."
    assert _compare(lexicon, both, both) == []


def test_the_plain_word_shows_the_difference_but_is_not_marked(lexicon: Lexicon) -> None:
    found = _compare(lexicon, "The regime left.", "The government left.")
    assert found == [("gazette", "regime", True)]


def test_a_word_that_the_list_lacks_is_found_by_the_comparison(lexicon: Lexicon) -> None:
    assert lexicon.describe("insurgents") == ()
    found = _compare(lexicon, "The insurgents left.", "The fighters left.")
    assert found == [("gazette", "insurgent", True)]


def test_words_of_others_are_no_difference_between_outlets(lexicon: Lexicon) -> None:
    found = _compare(
        lexicon, "“The uprising began,” Ana Lopes said.", "“The rebellion began,” Ana Lopes said."
    )
    assert found == []


def test_a_shared_quotation_is_no_difference(lexicon: Lexicon) -> None:
    found = _compare(
        lexicon,
        "The uprising began at dawn.",
        "The rebellion began at dawn.",
        kind=GroupKind.SHARED_QUOTATION,
    )
    assert found == []


def test_passages_that_are_not_aligned_make_none(lexicon: Lexicon) -> None:
    pieces = (
        article("The uprising began.", name="a", outlet="gazette"),
        article("The rebellion began.", name="b", outlet="herald"),
    )
    assert compare_event(event(*pieces), lexicon, seed=1).findings == ()


def test_the_made_cue_names_its_family_source(lexicon: Lexicon) -> None:
    cue = contested_cue("contested/insurgent", "en")
    assert cue.source
    assert cue.alternative == "fighter or soldier"


def test_no_word_is_loaded_and_plain_in_one_family() -> None:
    for family in families("en"):
        assert not set(family.loaded) & set(family.plain)
        assert family.source


def test_findings_name_their_groups(lexicon: Lexicon) -> None:
    pieces = (
        article("The regime left.", name="a", outlet="gazette"),
        article("The government left.", name="b", outlet="herald"),
    )
    comparison = compare_event(event(*pieces, groups=(_pair(),)), lexicon, seed=1)
    found: Finding = comparison.findings[0]
    assert found.groups == ("g1",)
    assert [cue.id for cue in comparison.cues] == ["group_labels/regime"]


def test_both_words_in_dispute_are_marked_wherever_they_stand(lexicon: Lexicon) -> None:
    pieces = (
        article(
            "The uprising began at dawn.\n\nBy noon the uprising was over.",
            "Uprising ends in Tolmar",
            name="a",
            outlet="gazette",
        ),
        article("The coup began at dawn.", "Coup ends in Tolmar", name="b", outlet="herald"),
    )
    # A title is the first passage of an article, so the sentences that tell the same are the next.
    tell = msgspec.structs.replace(
        _pair(), members=(PassageRef(article="a", index=1), PassageRef(article="b", index=1))
    )
    found = compare_event(event(*pieces, groups=(tell,)), lexicon, seed=1).findings
    marked = [(f.outlet, f.part, f.cue.partition("/")[2]) for f in found if f.contested]
    assert marked == [
        ("gazette", Part.TITLE, "uprising"),
        ("gazette", Part.BODY, "uprising"),
        ("gazette", Part.BODY, "uprising"),
        ("herald", Part.TITLE, "coup"),
        ("herald", Part.BODY, "coup"),
    ]
    agreed = compare_event(event(*pieces), lexicon, seed=1).findings
    assert not [f for f in agreed if f.contested]
