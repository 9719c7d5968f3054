"""Invented articles for the tests of wording."""

from bias.passages.voice import read_article
from bias.records import (
    AlignedEvent,
    Alignment,
    Article,
    Event,
    Finding,
    PassageGroup,
    Quality,
)
from bias.wording.findings import find
from bias.wording.lexicon import Lexicon


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
    return AlignedEvent(
        event=Event(id="e1", edition="2024-03-01", title="", articles=ids, outlets=outlets),
        articles=tuple(sorted(articles, key=lambda piece: piece.id)),
        voiced=tuple(
            read_article(piece)
            for piece in sorted(articles, key=lambda piece: piece.id)
            if piece.quality.trusted
        ),
        copies=(),
        alignment=Alignment(event="e1", groups=groups, contrasts=(), omissions=()),
    )
