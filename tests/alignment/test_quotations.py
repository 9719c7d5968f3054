"""One quotation in two passages, whatever stands around it."""

import pytest

from bias.alignment.candidates import Pair
from bias.alignment.event_passages import EventPassage, VoiceStretch
from bias.alignment.quotations import join_quotations, quoted_terms, same_quotation
from bias.alignment.similarity import CUTOFF
from bias.records import PassageRef, Voice

SAID = "the bridge groaned like an old door all night"


def passage(outlet: str, before: str, said: str = SAID, after: str = "") -> EventPassage:
    text = f'{before}"{said}"{after}'
    quoted = VoiceStretch(start=len(before), end=len(before) + len(said) + 2, voice=Voice.QUOTED)
    ref = PassageRef(article=f"{outlet}-1", index=0)
    return EventPassage(ref=ref, outlet=outlet, text=text, start=0, voices=(quoted,))


def joined(a: EventPassage, b: EventPassage, similarity: float) -> float:
    (pair,) = join_quotations([Pair(a=0, b=1, similarity=similarity)], [a, b])
    return pair.similarity


def test_only_what_is_quoted_counts() -> None:
    one = passage("a", "A baker on the corner said: ")
    assert "baker" not in quoted_terms(one)
    assert quoted_terms(one) == quoted_terms(passage("b", "", after=", said a neighbour."))


def test_one_quotation_joins_passages_that_look_unlike() -> None:
    a = passage("a", "A baker who has lived beside the river since 1980 said: ")
    b = passage("b", "", after=", according to a retired pilot.")
    assert joined(a, b, 0.4) == CUTOFF
    assert joined(a, b, 0.7) == 0.7


@pytest.mark.parametrize(
    "said", ["the bridge was closed at noon", "old door"], ids=["other words", "too short"]
)
def test_another_quotation_joins_nothing(said: str) -> None:
    assert joined(passage("a", "He said: "), passage("b", "She said: ", said), 0.4) == 0.4


def test_a_cut_quotation_is_the_same_one() -> None:
    whole = quoted_terms(passage("a", ""))
    assert same_quotation(whole, quoted_terms(passage("b", "", "groaned like an old door")))
    assert not same_quotation(whole, frozenset())
