"""The quality gate: may the text of an article be trusted, and if not, why."""

import re
from collections.abc import Callable

import msgspec

from bias.articles.by_metadata import Metadata
from bias.config import Settings
from bias.records import GapReason, Quality
from bias.text import count_words

SUPPORTED_LANGUAGES = ("en",)
"""Languages there is a lexicon for."""


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """What the gate judges by."""

    title: str
    text: str
    whole: bool
    """False when the text was longer than is read."""
    language: str
    metadata: Metadata
    extractor: str
    agreement: float | None
    page_text: str


Rule = tuple[GapReason, Callable[[Facts, int, Settings], str]]

_PAYWALL = re.compile(
    r"(?:subscribe|sign in|log in|register|sign up|become a (?:member|subscriber))[^.\n]{0,40}"
    r"\bto (?:continue|keep|read|unlock|access)\b"
    r"|\bto (?:continue|keep) reading\b[^.\n]{0,60}\b(?:subscri|sign|register|log|trial)"
    r"|\b(?:this (?:article|story|content) is (?:only )?(?:for|available to|exclusive to|reserved for)"
    r"[^.\n]{0,30} (?:subscribers|members))|already a subscriber\?",
    re.IGNORECASE,
)
_ELLIPSIS = re.compile(r"(?:…|\.\.\.|\[\+\d+ chars\]|\[(?:…|\.\.\.)\])[\"'”’)\]]*$")
_ENDED = re.compile(r"[.!?:;…][\"'”’)\]»]*$")
_CLOCK = re.compile(r"^\W{0,3}(?:[01]?\d|2[0-3])[:.][0-5]\d\b", re.MULTILINE)
_OPEN_ENDS = frozenset(
    "a an the and or but of to in on at by for from with that which who as is are was were has have "
    "had be been its his her their this than into over after before".split()
)


def judge(facts: Facts, settings: Settings) -> Quality:
    """Return whether the text can be trusted; the first rule that applies gives the reason."""
    count = count_words(facts.text)
    for reason, rule in RULES:
        detail = rule(facts, count, settings)
        if detail:
            break
    return Quality(
        trusted=not detail,
        reason=reason if detail else None,
        detail=detail,
        words=count,
        extractor=facts.extractor,
        agreement=facts.agreement,
    )


def _too_long(facts: Facts, count: int, settings: Settings) -> str:
    if facts.whole:
        return ""
    return (
        f"The text has more than {settings.max_article_chars:,} characters; it is not read further."
    )


def _live_blog(facts: Facts, count: int, settings: Settings) -> str:
    if "LiveBlogPosting" in facts.metadata.types:
        return "The page declares itself a live blog: many short entries, not one telling."
    entries = len(_CLOCK.findall(facts.text))
    return (
        f"The page is a list of {entries} entries with times, not one telling."
        if entries >= 6
        else ""
    )


def _paywalled(facts: Facts, count: int, settings: Settings) -> str:
    prompt = _PAYWALL.search(facts.page_text)
    if facts.metadata.free is False and (prompt or count < 2 * settings.min_article_words):
        return "The page is marked as not free and shows only a beginning."
    if prompt and count < 2 * settings.min_article_words:
        return f"The page shows {count} words and asks for a subscription."
    return ""


def _no_text(facts: Facts, count: int, settings: Settings) -> str:
    if count == 0:
        return "No article text was found on the page."
    video = any("VideoObject" in kind or kind.startswith("video") for kind in facts.metadata.types)
    if video and count < settings.min_article_words:
        return "The page shows a video with a caption, not an article."
    return ""


def _language(facts: Facts, count: int, settings: Settings) -> str:
    if facts.language in SUPPORTED_LANGUAGES:
        return ""
    return f"The text is in {facts.language!r}, for which there is no lexicon."


def _too_short(facts: Facts, count: int, settings: Settings) -> str:
    if count >= settings.min_article_words:
        return ""
    return (
        f"The text has {count} words, fewer than the {settings.min_article_words} a telling needs."
    )


def _cut_short(facts: Facts, count: int, settings: Settings) -> str:
    if _ELLIPSIS.search(facts.text):
        return "The text breaks off with an ellipsis."
    last = facts.text.rpartition("\n\n")[2]
    if not _ENDED.search(last) and count_words(last) > 7 and last.split()[-1].lower() in _OPEN_ENDS:
        return "The text breaks off in the middle of a sentence."
    return ""


RULES: tuple[Rule, ...] = (
    (GapReason.TOO_LONG, _too_long),
    (GapReason.NO_TEXT, _no_text),
    (GapReason.LIVE_BLOG, _live_blog),
    (GapReason.UNSUPPORTED_LANGUAGE, _language),
    (GapReason.PAYWALLED, _paywalled),
    (GapReason.TOO_SHORT, _too_short),
    (GapReason.CUT_SHORT, _cut_short),
)
"""Rules in the order they are asked."""
