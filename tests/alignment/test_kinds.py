import pytest

from bias.alignment.event_passages import event_passages
from bias.alignment.kinds import group_kind
from bias.records import GroupKind, WireCopy
from tests.alignment.telling import coverage, voiced


def kind(*texts: str, copied: bool = False) -> GroupKind:
    articles = coverage({f"outlet-{n}": [text] for n, text in enumerate(texts)})
    copies = [WireCopy(articles=tuple(a.id for a in articles), agency="wire", similarity=0.9)]
    members = event_passages(articles, [voiced(each) for each in articles])
    return group_kind(members, copies if copied else [])


def test_the_same_sentence_is_verbatim() -> None:
    text = "The council closed the old bridge on Monday."
    assert kind(text, text) is GroupKind.VERBATIM


LONG = "The {} of the Third Company crossed the bridge of Orlo at noon with {} lorries on Monday."


@pytest.mark.parametrize(
    "changed",
    [("troops", "twelve"), ("troops", "12"), ("Troops", "12")],
)
def test_forms_and_typing_leave_a_sentence_the_same(changed: tuple[str, str]) -> None:
    assert kind(LONG.format("troops", "12"), LONG.format(*changed)) is GroupKind.VERBATIM


@pytest.mark.parametrize(
    "changed",
    [("thugs", "12"), ("troops", "15"), ("mob", "12"), ("soldiers", "12"), ("troops", "no")],
)
def test_one_word_or_number_put_for_another_makes_a_retelling(changed: tuple[str, str]) -> None:
    a, b = LONG.format("troops", "12"), LONG.format(*changed)
    assert kind(a, b) is GroupKind.RETELLING
    assert kind(a, b, copied=True) is GroupKind.VERBATIM


def test_what_is_denied_is_never_the_same_sentence() -> None:
    text = "The council closed the old bridge on Monday."
    articles = coverage({"a": [text], "b": [text]})
    members = event_passages(articles, [voiced(each) for each in articles])
    assert group_kind(members, [], denied=True) is GroupKind.RETELLING


def test_a_few_changed_words_are_verbatim_only_between_copies() -> None:
    a = "The council of Orlo closed the old stone bridge on Monday."
    b = "The council of Orlo shut the old stone bridge Monday."
    assert kind(a, b) is GroupKind.RETELLING
    assert kind(a, b, copied=True) is GroupKind.VERBATIM


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "“We will not sell the bridge,” the mayor said.",
            "She told him: “We will not sell the bridge.”",
        ),
        ("“We will not sell the bridge,” he said.", "“We will not sell,” the mayor insisted."),
    ],
)
def test_the_same_quoted_words_are_a_shared_quotation(a: str, b: str) -> None:
    assert kind(a, b) is GroupKind.SHARED_QUOTATION


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The council closed the bridge.", "The old bridge was shut by councillors."),
        ("The mayor closed the bridge, calling it “unsafe”.", "The mayor shut the “old” bridge."),
    ],
)
def test_the_same_fact_in_own_words_is_a_retelling(a: str, b: str) -> None:
    assert kind(a, b) is GroupKind.RETELLING
