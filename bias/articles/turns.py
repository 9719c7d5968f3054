"""Interviews and transcripts: whose turn each paragraph is, from the label printed before it."""

import re
from collections import Counter
from collections.abc import Sequence

from bias.records import Block, BlockKind

MIN_TURNS = 3
"""Paragraphs with a speaker's label from which a text is a transcript."""
MIN_QUESTIONS = 2
"""Questions from which a text is an interview."""

_ASKED = re.compile(r"(?:Q|QUESTION|Question)\s?[:.]\s+(?=\S)")
_ANSWERED = re.compile(r"(?:A|ANSWER|Answer)\s?[:.]\s+(?=\S)")
_SPEAKER = re.compile(
    r"((?:[A-Z][\w.'’\-]{0,20})(?: (?:[A-Z][\w.'’\-]{0,20}|de|van|von|der|la|al|bin)){0,4})"
    r"(?:,? ?\([^)\n]{1,60}\))?\s?:\s+(?=\S)"
)
_NO_SPEAKER = frozenset(
    {
        *("note", "correction", "update", "updated", "clarification", "source", "sources"),
        *("where", "when", "who", "what", "why", "how", "cost", "time", "date", "price", "place"),
        *("pros", "cons", "verdict", "rating", "location", "tickets", "director", "cast"),
        *("warning", "caption", "photo", "contact", "address", "phone", "website", "hours"),
    }
)


def find_blocks(texts: Sequence[str], kinds: Sequence[BlockKind]) -> tuple[Block, ...]:
    """Return what each paragraph is: its turn in an interview or transcript, else as it is set.

    >>> texts = ["Q: Who paid?", "A: We did.", "Q: When?", "A: In May."]
    >>> [block.kind.value for block in find_blocks(texts, [BlockKind.PARAGRAPH] * 4)]
    ['question', 'answer', 'question', 'answer']
    """
    plain = [Block(kind=kind) for kind in kinds]
    asked = [_ASKED.match(text) for text in texts]
    answered = [_ANSWERED.match(text) for text in texts]
    if sum(map(bool, asked)) >= MIN_QUESTIONS and any(answered):
        return tuple(_interview(texts, plain))
    speakers = [_speaker(text) for text in texts]
    named = Counter(name for name, _ in speakers if name)
    returns = sum(count - 1 for count in named.values())
    shouted = all(name.isupper() for name in named)
    if sum(named.values()) >= MIN_TURNS and len(named) > 1 and (returns or shouted):
        return tuple(_transcript(plain, speakers))
    return tuple(plain)


def _interview(texts: Sequence[str], plain: Sequence[Block]) -> list[Block]:
    """Give each answer the paragraphs up to the next question."""
    made: list[Block] = []
    answering = False
    for text, block in zip(texts, plain, strict=True):
        question, answer = _ASKED.match(text), _ANSWERED.match(text)
        label = question or answer
        answering = bool(answer) or (answering and not question and _is_plain(block))
        if label:
            kind = BlockKind.QUESTION if question else BlockKind.ANSWER
            made.append(Block(kind=kind, label=label.end()))
        else:
            made.append(Block(kind=BlockKind.ANSWER) if answering else block)
    return made


def _transcript(plain: Sequence[Block], speakers: Sequence[tuple[str, int]]) -> list[Block]:
    """Give each labelled turn its speaker; what has no label stays as it is."""
    return [
        Block(kind=BlockKind.SPEECH, speaker=name, label=label) if name else block
        for block, (name, label) in zip(plain, speakers, strict=True)
    ]


def _is_plain(block: Block) -> bool:
    return block.kind is BlockKind.PARAGRAPH


def _speaker(text: str) -> tuple[str, int]:
    """Return the name before a colon at the beginning of a paragraph, and where its words begin."""
    found = _SPEAKER.match(text)
    if not found or found.group(1).lower() in _NO_SPEAKER:
        return "", 0
    return found.group(1), found.end()
