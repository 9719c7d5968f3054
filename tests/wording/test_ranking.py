"""A loaded word opposite another one comes before a plain difference."""

import pytest

from bias.records import (
    Alignment,
    Contrast,
    ContrastStep,
    Finding,
    Part,
    Passage,
    PassageRef,
    Voice,
    VoicedArticle,
)
from bias.wording.ranking import rank_contrasts

A, B = PassageRef(article="a-1", index=0), PassageRef(article="b-1", index=0)


def contrast(group: str, strength: float, a: tuple[int, int], kind: str = "replaced") -> Contrast:
    b = (0, 0) if kind == "only_a" else (0, 9)
    step = ContrastStep(kind=kind, a=a, b=b)  # type: ignore[arg-type]
    return Contrast(group=group, a=A, b=B, steps=(step,), strength=strength)


def finding(start: int, end: int, voice: Voice = Voice.OWN, *, negated: bool = False) -> Finding:
    return Finding(
        article="a-1", outlet="a", part=Part.BODY, start=start, end=end, passage=0,
        cue="person_labels/tyrant", category="person_labels", strength=3, weight=3, voice=voice,
        negated=negated,
    )  # fmt: skip


def voiced() -> list[VoicedArticle]:
    passages = [
        Passage(article=ref.article, index=0, part=Part.BODY, start=0, end=60, paragraph=0)
        for ref in (A, B)
    ]
    return [VoicedArticle(article=p.article, passages=(p,), voices=()) for p in passages]


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
