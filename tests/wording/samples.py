"""Invented articles for the tests of wording."""

import msgspec

from bias.language.read import documents, read
from bias.people.cast import find_cast
from bias.people.merge import merge_casts
from bias.records import (
    AlignedEvent,
    Alignment,
    Article,
    Cue,
    Event,
    Finding,
    PassageGroup,
    Quality,
)
from bias.wording.findings import find
from bias.wording.lexicon import Lexicon
from bias.wording.rows import cue_id
from tests.voiced import read_article


def cue(term: str, strength: int = 2, category: str = "mockery", **changes: object) -> Cue:
    """Return an invented row, so that a test does not hang on what a bundled one says."""
    row = Cue(
        id=cue_id(category, term), term=term, category=category, strength=strength,
        sense="invented", not_sense="", alternative="plain", in_quotes=True, source="invented",
        match=f"They saw a {term} there.", no_match="They saw a table there.",
    )  # fmt: skip
    return msgspec.structs.replace(row, **changes)


def only(lexicon: Lexicon, *cues: Cue) -> Lexicon:
    """Return the lexicon with these rows alone."""
    return msgspec.structs.replace(lexicon, cues=tuple(sorted(cues, key=lambda row: row.id)))


def article(text: str, title: str = "", name: str = "a1", outlet: str = "courier") -> Article:
    return Article(
        id=name, outlet=outlet, url="", title=title, text=text, quality=Quality(trusted=True)
    )


def findings(lexicon: Lexicon, text: str, title: str = "") -> tuple[Finding, ...]:
    piece = article(text, title)
    return find(piece, read_article(piece), lexicon)


def found_words(lexicon: Lexicon, text: str, title: str = "") -> list[str]:
    piece = article(text, title)
    return [
        piece.part_text(finding.part)[finding.start : finding.end]
        for finding in findings(lexicon, text, title)
    ]


def event(*articles: Article, groups: tuple[PassageGroup, ...] = ()) -> AlignedEvent:
    ids = tuple(sorted(piece.id for piece in articles))
    outlets = tuple(sorted({piece.outlet for piece in articles}))
    trusted = sorted((p for p in articles if p.quality.trusted), key=lambda piece: piece.id)
    readings = tuple(read(piece) for piece in trusted)
    casts = tuple(
        find_cast(piece, documents(piece, reading))
        for piece, reading in zip(trusted, readings, strict=True)
    )
    return AlignedEvent(
        event=Event(id="e1", edition="2024-03-01", title="", articles=ids, outlets=outlets),
        articles=tuple(sorted(articles, key=lambda piece: piece.id)),
        voiced=tuple(read_article(piece) for piece in trusted),
        readings=readings,
        casts=casts,
        people=merge_casts(casts),
        copies=(),
        alignment=Alignment(event="e1", groups=groups, contrasts=(), omissions=()),
    )
