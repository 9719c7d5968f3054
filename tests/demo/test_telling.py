import pytest
from hypothesis import given
from hypothesis import strategies as st

from bias.demo.story import Served, Story
from bias.demo.telling import caption, told

SIX = tuple(f"Crossing number {n} was calm, said the crew." for n in range(1, 7))


def story(
    served: Served = Served.PAGE, paragraphs: tuple[str, ...] = SIX, *, complete: bool = True
) -> Story:
    return Story(
        outlet="A", title="T", paragraphs=paragraphs, served=served, complete=complete, subtitle=""
    )


@pytest.mark.parametrize(
    "served", [Served.PAGE, Served.FORBIDDEN, Served.HEALS, Served.SLOW, Served.LIVE_BLOG]
)
def test_whole_text(served: Served) -> None:
    assert told(story(served)) == SIX


def test_a_paywall_holds_most_of_it_back() -> None:
    assert told(story(Served.PAYWALLED)) == SIX[:2]
    assert told(story(Served.PAYWALLED, SIX[:3])) == SIX[:1]


def test_a_video_has_a_caption_and_no_text() -> None:
    assert told(story(Served.VIDEO)) == ()
    assert caption(story(Served.VIDEO)) == SIX[0]


def test_cut_short_breaks_off_inside_a_sentence() -> None:
    shown = told(story(Served.CUT_SHORT))
    assert shown[:-1] == SIX[:2]
    assert shown[-1] == "Crossing number 3 was"


def test_an_excerpt_ends_in_an_ellipsis_once() -> None:
    shown = told(story(complete=False))
    assert shown == (*SIX[:-1], SIX[-1] + " …")
    assert told(story(paragraphs=shown, complete=False)) == shown


@given(st.lists(st.text(max_size=30)).map(tuple), st.sampled_from(Served), st.booleans())
def test_nothing_is_told_that_was_not_there(
    paragraphs: tuple[str, ...], served: Served, complete: bool
) -> None:
    shown = told(story(served, paragraphs, complete=complete))
    assert len(shown) <= len(paragraphs)
    assert shown[:-1] == paragraphs[: max(len(shown) - 1, 0)]
    assert sum(map(len, shown)) <= sum(map(len, paragraphs)) + len(" …")
