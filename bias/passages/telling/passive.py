"""Tells passive verbs from active ones and finds who acts in them."""

from bias.language.word_classes import word_class
from bias.passages.telling.sources import phrase_after, verb_start
from bias.passages.tokens import Range, Tokens, is_quote, lower_at


def agent(tokens: Tokens, verb: int) -> Range | None:
    """Return who acts in ``was accused by Ada Ray of``; ``None`` where nobody is named."""
    by = _by_agent(tokens, verb)
    return phrase_after(tokens, by + 1) if by else None


def _by_agent(tokens: Tokens, verb: int) -> int:
    """Return where ``by`` stands in ``called a sham by`` and ``dubbed “a sham” by``, else 0."""
    behind = verb + 2 if is_quote(tokens, verb + 1) else verb + 1
    return behind if lower_at(tokens, behind) == "by" else 0


def is_passive(tokens: Tokens, verb: int) -> bool:
    """Tell ``was accused`` and ``accused by Ray`` from ``accused``."""
    begin = verb_start(tokens, verb)
    return bool(_by_agent(tokens, verb)) or any(
        token.lower in word_class("be") for token in tokens[begin:verb]
    )
