"""The quality gate: may the text of an article be trusted, and if not, why.

Better to leave out a sound text than to let a broken one speak for an outlet: what is not whole
would make an outlet seem silent about what it told.
"""

import re
from collections.abc import Callable, Iterator
from functools import cached_property

import msgspec

from bias.articles.announced import (
    MAX_MOVED_WORDS,
    asks_for_scripts,
    is_other_page,
    refresh_target,
)
from bias.articles.by_metadata import Metadata
from bias.articles.document import Document
from bias.articles.walls import find_wall
from bias.config import Settings
from bias.languages import is_supported
from bias.records import GapReason, Quality
from bias.text import count_words

"""Languages there is a lexicon for."""
MAX_STUB_WORDS = 250
"""A longer text is no mere beginning, whatever the page asks for: many sites ask on every page."""
MAX_UNMARKED_STUB_WORDS = 160
"""The same where the page does not declare that it is not free."""
MAX_CLOSED_WORDS = 120
"""A text marked as not free with no more words may be a beginning, though nothing is asked."""
MIN_LIVE_ENTRIES = 5
LIVE_SHARE = 0.2
"""Share of the paragraphs that are times or begin with one, from which a page is a live blog."""
DECLARED_SHARE = 0.5
"""Share of the words the page declares, below which its text is not whole."""
LINKED_SHARE = 0.5
"""Share of the paragraphs that are links, from which a page is a list of articles."""
MIN_TEASERS = 4
LABEL_SHARE = 0.5
"""Share of the paragraphs that are labels, from which a text is a list or table."""
MIN_AGREEMENT = 0.6
"""Share of the text on which the best second opinion must agree."""
MIN_BROKEN_WORDS = 8
"""A last paragraph of fewer words without a full stop may be a heading, name or signature."""
STOPPED_SHARE = 0.8
"""Share of longer paragraphs that end with a full stop, from which one without is broken off."""
MAX_SEEN_CHARS = 300_000

_BREAK = "\n\n"
_DEMAND = re.compile(
    r"\b(?:subscribe|subscription|sign in|log in|register|sign up|become an? (?:member|subscriber))"
    r"\b[^.\n]{0,60}\bto (?:continue|keep|read|unlock|access|view)\b"
    r"|\bto (?:continue|keep) reading\b"
    r"|\bfor (?:our )?(?:subscribers|members)(?: only\b| of\b|\.)"
    r"|\b(?:subscribers?|members?)[- ]only\b|\balready a (?:subscriber|member)\?"
    r"|\bthe rest of this (?:article|story)\b",
    re.IGNORECASE,
)
_VIDEO = re.compile(r"video", re.IGNORECASE)
_CLOCK = re.compile(r"\W{0,3}(?:[01]?\d|2[0-3])[:.h][0-5]\d(?:\s?[ap]\.?m\b)?", re.IGNORECASE)
_TRAILS_OFF = re.compile(r"(?:…|\.\.\.)[\s\"'”’)\]]*$|\[\+\d+ chars\]$")
_STOPPED = re.compile(r"[.!?:;…][\s\"'”’)\]»♦*]*$")
_LAST_WORD = re.compile(r"(?:^|\s)[^\W\d_][\w'’\-]*[,\-–—]?$")
_ARTICLE = re.compile(r"(?:Article|Posting|Report|Review)$")
_LIST = re.compile(r"(?:CollectionPage|ItemList|SearchResultsPage|ProfilePage)$")
_UNSEEN_TAGS = frozenset({"script", "noscript", "title"})


class Evidence(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """What the gate judges by."""

    text: str
    whole: bool
    """False when the text was longer than is read."""
    language: str
    metadata: Metadata
    document: Document
    ended: bool = True
    """False when the answer breaks off before the end of its markup."""
    announced: str = ""
    """The title under which a feed announced the page, empty when none did."""
    linked: float = 0.0
    """Share of the paragraphs that are links, 0 to 1."""
    agreement: float | None = None
    """Share of the text on which the best second opinion agrees, ``None`` without any."""

    @property
    def titles(self) -> tuple[str, ...]:
        """What the page calls itself."""
        page = self.metadata
        return (page.page_title, page.first_heading, page.shared_title, page.headline)

    @cached_property
    def words(self) -> int:
        """How many words the text has."""
        return count_words(self.text)

    @cached_property
    def paragraphs(self) -> list[str]:
        """The paragraphs of the text."""
        return self.text.split(_BREAK) if self.text else []

    @cached_property
    def labels(self) -> float:
        """Share of the paragraphs that are labels, names or numbers and no sentences, 0 to 1."""
        labels = sum(
            1
            for text in self.paragraphs
            if not _STOPPED.search(text) and count_words(text) < MIN_BROKEN_WORDS
        )
        return labels / max(1, len(self.paragraphs))

    @cached_property
    def demands_subscription(self) -> bool:
        """Whether the page asks the reader to subscribe before reading on."""
        return bool(_DEMAND.search(" ".join(" ".join(_seen(self.document)).split())))


Rule = Callable[[Evidence, Settings], str]
"""Returns one sentence for the reader where it applies, else an empty string."""


def judge(evidence: Evidence, settings: Settings) -> Quality:
    """Return how far the text can be trusted; the first rule that applies gives the reason.

    A text is unusable where the page shows none, another or a mere beginning, and doubtful where
    it is not sure that what was found is the article, whole and alone.
    """
    wall = find_wall(evidence.titles, evidence.paragraphs)
    if wall:
        return _untrusted(evidence, *wall)
    for reason, rule in RULES:
        if detail := rule(evidence, settings):
            return _untrusted(evidence, reason, detail)
    for reason, rule in DOUBTS:
        if detail := rule(evidence, settings):
            return msgspec.structs.replace(_untrusted(evidence, reason, detail), doubtful=True)
    return Quality(trusted=True, words=evidence.words)


def _untrusted(evidence: Evidence, reason: GapReason, detail: str) -> Quality:
    return Quality(trusted=False, reason=reason, detail=detail, words=evidence.words)


def _seen(document: Document) -> Iterator[str]:
    """Yield what a reader may see of the page, up to a bounded length."""
    length = 0
    for element in document.tree.iter():
        own = element.text if element.tag not in _UNSEEN_TAGS else ""
        for text in (own, element.tail):
            if text:
                yield text
                length += len(text)
        if length > MAX_SEEN_CHARS:
            return


# ---------------------------------------------------------------- rules


def _too_long(evidence: Evidence, settings: Settings) -> str:
    if evidence.whole:
        return ""
    limit = settings.max_article_chars
    return f"The text has more than {limit:,} characters and is not read further."


def _no_text(evidence: Evidence, settings: Settings) -> str:
    video = any(_VIDEO.search(kind) for kind in evidence.metadata.types)
    if video and evidence.words < settings.min_article_words:
        return f"The page shows a video and {evidence.words} words of text."
    return "" if evidence.words else "No article text was found on the page."


def _refreshes(evidence: Evidence, _: Settings) -> str:
    target = refresh_target(evidence.document) if evidence.words < MAX_MOVED_WORDS else ""
    return f"The page sends a browser on to {target[:200]}." if target else ""


def _needs_script(evidence: Evidence, settings: Settings) -> str:
    video = any(_VIDEO.search(kind) for kind in evidence.metadata.types)
    if video or evidence.words >= settings.min_article_words:
        return ""
    if not asks_for_scripts(evidence.document):
        return ""
    return f"The page asks for JavaScript and shows {evidence.words} words without."


def _other_page(evidence: Evidence, _: Settings) -> str:
    if not is_other_page(
        evidence.announced, evidence.document.url, evidence.text, evidence.metadata
    ):
        return ""
    what = "title under which it was announced" if evidence.announced else "words of its address"
    return f"The page holds next to nothing of the {what}."


def _live_blog(evidence: Evidence, _: Settings) -> str:
    if "LiveBlogPosting" in evidence.metadata.types:
        return "The page declares itself a live blog: many short entries, not one telling."
    timed = sum(1 for paragraph in evidence.paragraphs if _CLOCK.match(paragraph))
    if timed < max(MIN_LIVE_ENTRIES, LIVE_SHARE * len(evidence.paragraphs)):
        return ""
    return f"The page is a list of {timed} entries with times, not one telling."


def _language(evidence: Evidence, _: Settings) -> str:
    if is_supported(evidence.language):
        return ""
    return f"The text is in the language {evidence.language!r}, for which there is no lexicon."


def _paywalled(evidence: Evidence, _: Settings) -> str:
    closed = evidence.metadata.free is False
    most = MAX_STUB_WORDS if closed else MAX_UNMARKED_STUB_WORDS
    if evidence.words > most or not evidence.demands_subscription:
        return ""
    marked = "is marked as not free, " if closed else ""
    return f"The page {marked}shows {evidence.words} words and asks for a subscription."


def _too_short(evidence: Evidence, settings: Settings) -> str:
    least = settings.min_article_words
    if evidence.words >= least:
        return ""
    return f"The text has {evidence.words} words, fewer than the {least} that a telling needs."


def _cut_short(evidence: Evidence, _: Settings) -> str:
    if not evidence.ended:
        return "The answer breaks off before the end of the page."
    last = evidence.paragraphs[-1]
    if count_words(last) >= MIN_BROKEN_WORDS:
        if _TRAILS_OFF.search(last):
            return "The text trails off with an ellipsis."
        if _LAST_WORD.search(last) and _mostly_stopped(evidence.paragraphs[:-1]):
            return "The text breaks off in the middle of a sentence."
    declared = evidence.metadata.declared_words
    if evidence.words < DECLARED_SHARE * declared:
        return f"The page declares {declared} words and shows {evidence.words}."
    return ""


def _mostly_stopped(paragraphs: list[str]) -> bool:
    """Tell whether the outlet ends its paragraphs with full stops, as far as can be seen."""
    longer = [text for text in paragraphs if count_words(text) >= MIN_BROKEN_WORDS]
    return sum(bool(_STOPPED.search(text)) for text in longer) >= STOPPED_SHARE * len(longer)


def _index(evidence: Evidence, _: Settings) -> str:
    kinds = evidence.metadata.types
    if any(_ARTICLE.search(kind) for kind in kinds):
        return ""
    listed = any(_LIST.search(kind) for kind in kinds)
    teasing = evidence.linked >= LINKED_SHARE and len(evidence.paragraphs) >= MIN_TEASERS
    if not listed and not teasing:
        return ""
    if evidence.linked < LINKED_SHARE and evidence.labels < LABEL_SHARE:
        return ""
    return "The page lists other articles and tells nothing itself."


def _beginning(evidence: Evidence, _: Settings) -> str:
    if evidence.metadata.free is not False or evidence.words > MAX_CLOSED_WORDS:
        return ""
    return f"The page is marked as not free and shows {evidence.words} words."


def _disagreement(evidence: Evidence, _: Settings) -> str:
    if evidence.agreement is None or evidence.agreement >= MIN_AGREEMENT:
        return ""
    share = f"{100 * evidence.agreement:.0f} %"
    return f"Ways to find the article on the page agree on {share} of the text only."


def _labels(evidence: Evidence, _: Settings) -> str:
    if evidence.labels < LABEL_SHARE:
        return ""
    return f"{100 * evidence.labels:.0f} % of the paragraphs are no sentences."


RULES: tuple[tuple[GapReason, Rule], ...] = (
    (GapReason.TOO_LONG, _too_long),
    (GapReason.REFRESHES, _refreshes),
    (GapReason.NEEDS_SCRIPT, _needs_script),
    (GapReason.NO_TEXT, _no_text),
    (GapReason.LIVE_BLOG, _live_blog),
    (GapReason.UNSUPPORTED_LANGUAGE, _language),
    (GapReason.OTHER_PAGE, _other_page),
    (GapReason.PAYWALLED, _paywalled),
    (GapReason.INDEX_PAGE, _index),
    (GapReason.TOO_SHORT, _too_short),
)
"""Rules in the order they are asked; those after ``NO_TEXT`` always see some text."""

DOUBTS: tuple[tuple[GapReason, Rule], ...] = (
    (GapReason.CUT_SHORT, _cut_short),
    (GapReason.PAYWALLED, _beginning),
    (GapReason.DOUBTFUL, _disagreement),
    (GapReason.DOUBTFUL, _labels),
)
"""Rules for texts that may be sound, asked after all others."""
