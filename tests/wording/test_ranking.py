"""What two outlets put differently themselves comes first, a loaded word before a plain one."""

import pytest

from bias.records import (
    Alignment,
    Contrast,
    ContrastStep,
    Finding,
    Opposition,
    OppositionKind,
    Part,
    Passage,
    PassageRef,
    Voice,
    VoicedArticle,
    VoiceSpan,
)
from bias.wording.ranking import rank_contrasts

A, B = PassageRef(article="a-1", index=0), PassageRef(article="b-1", index=0)


def contrast(group: str, strength: float, a: tuple[int, int], kind: str = "replaced") -> Contrast:
    b = (0, 0) if kind == "only_a" else (0, 9)
    step = ContrastStep(kind=kind, a=a, b=b)  # type: ignore[arg-type]
    return Contrast(group=group, a=A, b=B, steps=(step,), strength=strength)


def differing(group: str, words: int = 0, *kinds: OppositionKind) -> Contrast:
    opposed = tuple(Opposition(kind=kind, a=(0, 9), b=(0, 9)) for kind in kinds)
    return Contrast(
        group=group, a=A, b=B, steps=(), strength=0.2, own_words=words, oppositions=opposed
    )


def ranked(*contrasts: Contrast) -> list[str]:
    alignment = Alignment(event="e", groups=(), contrasts=contrasts, omissions=())
    return [each.group for each in rank_contrasts(alignment, voiced(), ()).contrasts]


def finding(start: int, end: int, voice: Voice = Voice.OWN, *, negated: bool = False) -> Finding:
    return Finding(
        article="a-1", outlet="a", part=Part.BODY, start=start, end=end, passage=0,
        cue="person_labels/tyrant", category="person_labels", strength=3, weight=3, voice=voice,
        negated=negated,
    )  # fmt: skip


def voiced(quoted: int = 0) -> list[VoicedArticle]:
    """Return the two articles, each a passage and a headline; so much of a passage is quoted."""
    span = VoiceSpan(part=Part.BODY, start=0, end=quoted, voice=Voice.QUOTED)
    return [
        VoicedArticle(
            article=ref.article,
            passages=tuple(
                Passage(article=ref.article, index=i, part=part, start=0, end=60, paragraph=0)
                for i, part in enumerate((Part.BODY, Part.TITLE))
            ),
            voices=(span,) if quoted else (),
        )
        for ref in (A, B)
    ]


def order(*findings: Finding) -> list[str]:
    contrasts = (contrast("plain", 0.5, (0, 9)), contrast("loaded", 0.3, (20, 30)))
    alignment = Alignment(event="e", groups=(), contrasts=contrasts, omissions=())
    return [each.group for each in rank_contrasts(alignment, voiced(), findings).contrasts]


def test_without_findings_the_strongest_comes_first() -> None:
    assert order() == ["plain", "loaded"]


def test_a_loaded_word_opposite_another_comes_first() -> None:
    assert order(finding(22, 28)) == ["loaded", "plain"]


@pytest.mark.parametrize(
    "without",
    [finding(22, 28, Voice.QUOTED), finding(22, 28, negated=True), finding(40, 46)],
    ids=["quoted", "negated", "where both say the same"],
)
def test_what_the_outlet_does_not_say_changes_nothing(without: Finding) -> None:
    assert order(without) == ["plain", "loaded"]


def test_a_replaced_word_counts_for_more_than_an_added_one() -> None:
    contrasts = (contrast("added", 0.3, (20, 30), "only_a"), contrast("replaced", 0.3, (20, 30)))
    alignment = Alignment(event="e", groups=(), contrasts=contrasts, omissions=())
    ranked = rank_contrasts(alignment, voiced(), [finding(22, 28)]).contrasts
    assert [each.group for each in ranked] == ["replaced", "added"]
    assert [each.strength for each in ranked] == [0.3, 0.3]


def test_what_shows_a_loaded_word_again_comes_after_all_that_is_new() -> None:
    contrasts = (
        contrast("best", 0.5, (20, 30)),
        contrast("again", 0.45, (20, 30)),
        contrast("plain", 0.2, (0, 9)),
        contrast("another", 0.1, (40, 50)),
    )
    alignment = Alignment(event="e", groups=(), contrasts=contrasts, omissions=())
    ranked = rank_contrasts(alignment, voiced(), [finding(22, 28), finding(42, 48)]).contrasts
    assert [each.group for each in ranked] == ["best", "another", "plain", "again"]


def test_the_more_words_of_their_own_the_earlier() -> None:
    assert ranked(differing("alike", 1), differing("apart", 4)) == ["apart", "alike"]


@pytest.mark.parametrize(
    "kind", [OppositionKind.AGENCY, OppositionKind.CERTAINTY, OppositionKind.NAMING]
)
def test_who_did_it_how_sure_it_is_and_what_it_is_called_come_first(kind: OppositionKind) -> None:
    assert ranked(differing("plain"), differing("telling", 0, kind)) == ["telling", "plain"]


def test_headlines_come_before_passages() -> None:
    refs = [PassageRef(article=ref.article, index=1) for ref in (A, B)]
    headlines = Contrast(group="", a=refs[0], b=refs[1], steps=(), strength=0.2)
    assert ranked(differing("passages", 4), headlines) == ["", "passages"]


@pytest.mark.parametrize(
    ("quoted", "first"), [(0, "apart"), (60, "headline")], ids=["own words", "quotation"]
)
def test_what_stands_in_a_quotation_comes_after_the_outlets_own_words(
    quoted: int, first: str
) -> None:
    titles = [PassageRef(article=ref.article, index=1) for ref in (A, B)]
    headline = Contrast(group="headline", a=titles[0], b=titles[1], steps=(), strength=0.2)
    contrasts = (headline, differing("apart", 8))
    alignment = Alignment(event="e", groups=(), contrasts=contrasts, omissions=())
    assert rank_contrasts(alignment, voiced(quoted), ()).contrasts[0].group == first


def test_the_next_fact_comes_before_another_contrast_of_the_same() -> None:
    found = ranked(differing("one", 5), differing("one", 4), differing("two", 3))
    assert found == ["one", "two", "one"]


def test_headlines_are_no_group_whose_first_pair_puts_back_the_others() -> None:
    assert ranked(differing("", 5), differing("", 4), differing("two", 3)) == ["", "", "two"]
