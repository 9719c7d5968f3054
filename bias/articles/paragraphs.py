"""Paragraphs as printed, without what pages print around any telling (prompts, credits, rights).

The rules are general: whole paragraphs of a known make, biographies and credits at the end, and
lists of other articles below. A sentence of the telling that merely holds such words stays.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from bias.articles.blocks import TextBlock
from bias.articles.titles import repeats_title
from bias.records import BlockKind
from bias.text import count_words

END_PARAGRAPHS = 4
"""Paragraphs at the end in which biographies and credits are looked for."""
MAX_END_WORDS = 120
"""A biography or credit is not longer."""
MAX_FOOT_SHARE = 0.35
"""Share of the words that a list of other articles below may have."""
MAX_ABOVE_SHARE = 0.2
"""Share of the words that labels above the title may have."""

MAX_TEASERS = 0.15
"""Share of the words that links to other articles may have; where there are more, they are told."""

_STOPPED = re.compile(r"[.!?…:;][\"'”’)\]]*$")
# Whole paragraphs; every repetition is bounded, so that time grows with the text alone.
ANYWHERE: Mapping[str, str] = {
    "pointer to other articles": (
        r"\(?(?:related|read(?: more| also| next)?|more(?: on this)?|also read|see also|listen"
        r"|watch(?: below)?|don['’]t miss|you (?:may|might) (?:also )?like|recommended|most read"
        r"|trending|popular|tags|topics|share this(?: article| story)?|follow us)"
        r"\s?(?:[:\-–—>].{0,200}|\.{0,3})"
        r"|(?:read|learn|see|show|load) more\b[^.!?]{0,60}"
    ),
    "place where the page was split": (
        r"(?:continue reading|scroll to continue|(?:story|article) continues \w{1,10}).{0,60}"
        r"|advertisement|sponsored(?: content)?"
    ),
    "prompt to sign up": (
        r"(?:sign up|subscribe|register|get|want|join|receive|start)\b.{0,160}"
        r"\b(?:newsletters?|inbox|free trial|membership|push alerts|commenting forum)\b.{0,160}"
        r"|(?:download|install|get) (?:the|our) .{0,40}\bapp\b[^.!?]{0,60}"
    ),
    "prompt to follow": (
        r"(?:share|follow|like|find) (?:us|this|it)\b.{0,60}"
        r"\b(?:facebook|instagram|linkedin|tiktok|twitter|whatsapp|x|youtube)\b.{0,40}"
    ),
    "rights": r"(?:©|\(c\)|copyright)\s.{0,300}|.{0,120}\ball rights reserved\b.{0,200}",
    "picture credit": (
        r"(?:photo(?:graph)?|image|picture|video|gallery)?\s?credits?\s?:.{0,120}"
        r"|[\[(]?(?:photo(?:graph)?|image|picture|video)s?\s?"
        r"(?::\s.{0,120}|(?:by|via|courtesy of)\s[^.!?]{0,80})"
    ),
    "time of publication": (
        r"(?:published|(?:last )?updated|first published|posted)\b[^.!?]{0,60}\d[^.!?]{0,40}"
    ),
    "disclosure": (
        r".{0,200}\b(?:earn (?:an? )?(?:affiliate )?commissions?|affiliate links?)\b.{0,300}"
    ),
    "source of an embedded post": r"—\s?.{1,60}\(@\w{1,30}\).{0,40}",
    "principles of the outlet": r"our standards\s?:.{0,80}",
    "day and time of publication": (
        r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?\d{1,2} [A-Z][a-z]{2,8} \d{4},? "
        r"\d{1,2}[:.]\d\d.{0,12}"
    ),
    "nothing but signs": r"[\W_]*|\W{0,2}\d{1,3}\W{0,2}",
}
"""What is left out wherever it stands: its name, and the make of the whole paragraph."""

AT_THE_END: Mapping[str, str] = {
    "who reported": (
        r"^\W?(?:additional |with )?(?:reporting|editing|writing)(?: and \w{1,12})? by\b"
        r"|\bcontributed to this (?:report|story|article)\b"
    ),
    "label": (
        r"^(?:contributing|source|contact|e-?mail|filed under|more information)\s?:"
        r"|^editor['’]s note\s?:"
    ),
    "how to reach the author": (
        r"\bfollow (?:@\w|(?:him|her|them) (?:on|at)\b)"
        r"|\bfollow [\w .]{1,40} (?:on|at) "
        r"(?:bluesky|facebook|instagram|linkedin|mastodon|threads|twitter|x|@\w{1,30})\b"
        r"|\bcan be reached (?:at|on|by)\b"
    ),
    "biography": (
        r"\bis an? (?:[\w’'\-]{1,30},? ){0,6}(?:writer|reporter|editor|journalist|columnist|author"
        r"|correspondent|producer|contributor|freelancer|fellow|analyst)\b.{0,60}"
        r"\b(?:for|at|of|with|who|covering|based|where)\b"
    ),
    "first publication": r"\b(?:originally|first) (?:appeared|published) (?:in|on|at|by|as)\b",
    "prompt": r"\b(?:newsletter|free trial|your inbox)\b|\bour (?:terms of use|privacy policy)\b",
}
"""What is left out of the last paragraphs: its name, and what is found in them."""

FOOT_HEADINGS = (
    r"(?:more|latest|top stories|other news) (?:from|in|on|stories|news|coverage)\b.{0,60}"
    r"|(?:related|recommended|most (?:read|popular|viewed)|popular|trending|read next|comments"
    r"|you (?:may|might)(?: also)? like|what to read next|(?:our )?sources|newsletter"
    r"|people are also reading)\b.{0,40}"
)

_ANYWHERE = re.compile("|".join(ANYWHERE.values()), re.IGNORECASE)
_AT_THE_END = re.compile("|".join(AT_THE_END.values()), re.IGNORECASE)
_FOOT_HEADING = re.compile(FOOT_HEADINGS, re.IGNORECASE)


def clean_paragraphs(blocks: Sequence[TextBlock], title: str) -> tuple[str, ...]:
    """Return the texts of :func:`clean_blocks`."""
    return tuple(block.text for block in clean_blocks(blocks, title))


def clean_blocks(blocks: Sequence[TextBlock], title: str) -> tuple[TextBlock, ...]:
    """Return the paragraphs of the telling in reading order.

    Args:
        blocks: The paragraphs as an extractor found them.
        title: The article's title, which is not repeated as its first paragraph.
    """
    told = _after_title(_without_foot(_without_teasers(blocks)), title)
    kept = [block for block in told if not _is_furniture(block.text)]
    while kept and _is_end_matter(kept[-1].text):
        kept = kept[:-1]
    body, end = kept[:-END_PARAGRAPHS], kept[-END_PARAGRAPHS:]
    end = [block for block in end if not _is_end_matter(block.text)]
    return tuple(_without_idle_headings([*body, *end]))


def _is_furniture(text: str) -> bool:
    return bool(_ANYWHERE.fullmatch(text)) or _is_doubled(text)


def _is_doubled(text: str) -> bool:
    """Tell whether a text is the same words twice, as teasers are ("Rain ahead Rain ahead")."""
    half = len(text) // 2
    return half > 0 and text[half] == " " and text[:half] == text[half + 1 :]


def _is_end_matter(text: str) -> bool:
    return count_words(text) <= MAX_END_WORDS and bool(_AT_THE_END.search(text))


def _without_teasers(blocks: Sequence[TextBlock]) -> list[TextBlock]:
    """Leave out links that stand together or in a list and are no sentences."""
    kept = []
    for teasing, run in groupby(blocks, key=_is_teaser):
        members = list(run)
        listed = any(block.kind is BlockKind.LIST_ITEM for block in members)
        if not teasing or (len(members) == 1 and not listed):
            kept += members
    return kept if _size(kept) >= (1 - MAX_TEASERS) * _size(blocks) else list(blocks)


def _size(blocks: Sequence[TextBlock]) -> int:
    return sum(count_words(block.text) for block in blocks)


def _is_teaser(block: TextBlock) -> bool:
    return block.linked and not _STOPPED.search(block.text)


def _without_foot(blocks: Sequence[TextBlock]) -> Sequence[TextBlock]:
    """Leave out a list of other articles below: its heading and all that follows."""
    allowed = MAX_FOOT_SHARE * sum(count_words(block.text) for block in blocks)
    below, first = 0, len(blocks)
    for place in range(len(blocks) - 1, 0, -1):
        below += count_words(blocks[place].text)
        if below > allowed:
            break
        if _FOOT_HEADING.fullmatch(blocks[place].text):
            first = place
    return blocks[:first]


def _after_title(blocks: Sequence[TextBlock], title: str) -> Sequence[TextBlock]:
    """Leave out the title, where it stands near the top, and the labels above it."""
    allowed = MAX_ABOVE_SHARE * sum(count_words(block.text) for block in blocks)
    above, first = 0, 0
    for place, block in enumerate(blocks):
        if repeats_title(block.text, title):
            first = place + 1
        elif block.text.endswith(".") or above > allowed:
            break
        above += count_words(block.text)
    return blocks[first:]


def _without_idle_headings(blocks: Sequence[TextBlock]) -> Iterator[TextBlock]:
    """Leave out headings that nothing follows."""
    last = max((place for place, block in enumerate(blocks) if not block.heading), default=-1)
    return iter(blocks[: last + 1])
