"""Paragraphs as printed, without what is no part of the telling (captions, prompts, rights)."""

import re
from collections import Counter
from collections.abc import Sequence

from bias.articles.by_trafilatura import Block
from bias.articles.titles import starts_with_title
from bias.text import words

# Whole paragraphs that a page prints around any article. Each pattern is anchored at both ends or
# bounded in length, so that a sentence of the telling that merely holds the words stays.
_BOILERPLATE = re.compile(
    r"(?:"
    r"(?:read|see|watch|listen)(?: more| also| next| now)?\s?:.{0,200}"
    r"|(?:read|learn|see|show|load) more\b.{0,60}|continue reading.{0,60}|story continues below.{0,60}"
    r"|article continues (?:below|after).{0,60}|advertisement.{0,30}|scroll to continue.{0,30}"
    r"|(?:sign up|subscribe)\b.{0,200}\b(?:newsletters?|inbox|briefings?|alerts?|updates)\b.{0,120}"
    r"|(?:share|save|print|comments?|tweet|e-?mail|copy link|follow us|related(?: articles| stories)?)"
    r"|(?:share|follow)\b.{0,40}\b(?:facebook|twitter|whatsapp|instagram|linkedin|x)\b.{0,60}"
    r"|(?:©|\(c\)|copyright)\s.{0,300}|.{0,120}\ball rights reserved\b.{0,200}"
    r"|(?:photo(?:graph)?|image|picture|video|credit|photo credit|image credit)s?\s?(?:by|:|credit:).{0,120}"
    r"|(?:published|updated|last updated|posted|first published)\b[^.!?]{0,80}\d[^.!?]{0,40}"
    r")",
    re.IGNORECASE,
)


def clean_paragraphs(blocks: Sequence[Block], title: str) -> list[str]:
    """Return the paragraphs of the telling in reading order."""
    kept = [block.text for block in blocks if not _BOILERPLATE.fullmatch(block.text)]
    while starts_with_title(kept, title):
        kept = kept[1:]
    return kept


def overlap(a: str, b: str) -> float | None:
    """Return the share of word 4-grams that two texts have in common, ``None`` if one is empty."""
    if not a or not b:
        return None
    x, y = _shingles(a), _shingles(b)
    return sum((x & y).values()) / max(1, sum((x | y).values()))


def _shingles(text: str, size: int = 4) -> Counter[tuple[str, ...]]:
    tokens = [word.lower() for word in words(text)]
    return Counter(tuple(tokens[i : i + size]) for i in range(max(1, len(tokens) - size + 1)))
