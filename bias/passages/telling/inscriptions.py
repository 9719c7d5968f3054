"""Tells what bears words from who reads them: ``“…,” the statement read``, ``“…,” she read``."""

from collections.abc import Sequence

from bias.language.lexis import VerbForm
from bias.language.word_classes import word_class
from bias.passages.telling.sources import phrase_after, subject_before
from bias.passages.tokens import Range, Token, Tokens, is_quote, lower_at

READ = VerbForm(kind="utter", shape="past")
"""The verb of words that stand written somewhere."""
_FORMS = frozenset({"read", "reads"})


def is_inscription(tokens: Tokens, verb: int) -> bool:
    """Tell whether ``read`` stands between a quotation and what bears the words."""
    if tokens[verb].lower not in _FORMS:
        return False
    if is_quote(tokens, verb - 1):
        return _bears_words(tokens, phrase_after(tokens, verb + 1))
    subject = subject_before(tokens, verb)
    behind = verb + 1 + (lower_at(tokens, verb + 1) in (",", ":"))
    beside = is_quote(tokens, behind) or (subject and is_quote(tokens, subject[0] - 1))
    return bool(beside) and _bears_words(tokens, subject)


def _bears_words(tokens: Tokens, phrase: Range | None) -> bool:
    """Tell ``a statement from the palace`` from ``a clerk of the statement office``."""
    if phrase is None:
        return False
    head = _head(tokens[slice(*phrase)])
    return head in word_class("bears_words") or head.removesuffix("s") in word_class("bears_words")


def _head(words: Sequence[Token]) -> str:
    """Return the noun before the first preposition of a phrase."""
    stops = (i for i, word in enumerate(words) if word.lower in word_class("preposition"))
    end = next(stops, len(words))
    return words[end - 1].lower if end else ""
