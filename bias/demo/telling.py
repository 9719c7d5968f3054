"""What a page shows of an article's paragraphs: all, or as much as its kind lets through."""

from collections.abc import Callable
from itertools import accumulate

from bias.demo.story import Served, Story

ELLIPSIS = "…"
_ENDINGS = " .!?…,;:'\"’”»)"
_STUB = 2
"""Paragraphs shown before a demand to subscribe, where there are enough to hold some back."""


def told(story: Story) -> tuple[str, ...]:
    """Return the paragraphs that the story's page shows."""
    cut = _CUTS.get(story.served, _whole)
    shown = cut(story.paragraphs or ())
    return shown if story.complete else _excerpt(shown)


def caption(story: Story) -> str:
    """Return the line under a video: the standfirst, else the first paragraph."""
    return story.subtitle or next(iter(story.paragraphs or ()), "")


def _whole(paragraphs: tuple[str, ...]) -> tuple[str, ...]:
    return paragraphs


def _nothing(_: tuple[str, ...]) -> tuple[str, ...]:
    return ()


def _stub(paragraphs: tuple[str, ...]) -> tuple[str, ...]:
    return paragraphs[: _STUB if len(paragraphs) > 2 * _STUB else 1]


def _cut_short(paragraphs: tuple[str, ...]) -> tuple[str, ...]:
    """Keep half the text, and break off in the middle of a paragraph."""
    half = sum(map(len, paragraphs)) / 2
    for place, end in enumerate(accumulate(map(len, paragraphs))):
        if end >= half:
            words = paragraphs[place].split()
            broken = " ".join(words[: max(len(words) // 2, 1)]).rstrip(_ENDINGS)
            return (*paragraphs[:place], broken)
    return ()


def _excerpt(paragraphs: tuple[str, ...]) -> tuple[str, ...]:
    if not paragraphs or paragraphs[-1].endswith(ELLIPSIS):
        return paragraphs
    return (*paragraphs[:-1], f"{paragraphs[-1].rstrip()} {ELLIPSIS}")


_CUTS: dict[Served, Callable[[tuple[str, ...]], tuple[str, ...]]] = {
    Served.PAYWALLED: _stub,
    Served.VIDEO: _nothing,
    Served.CUT_SHORT: _cut_short,
}
