"""Tokens of a language without a parser: words and marks, with nothing said of them."""

import re
from collections.abc import Sequence

from bias.records import Annotations, Sentence

_TOKEN = re.compile(r"[^\W_]+(?:[.'’&\-‐‑][^\W_]+)*|[^\w\s\"“”„«»‘‚‟]")


def plain_tokens(text: str, sentences: Sequence[Sentence]) -> Annotations:
    """Return the words and punctuation marks of each sentence, quotation marks left out.

    >>> sentence = Sentence(start=0, end=16, paragraph=0)
    >>> plain_tokens("« El golpe », no", [sentence]).lengths
    (2, 5, 1, 2)
    """
    spans = [m.span() for s in sentences for m in _TOKEN.finditer(text, s.start, s.end)]
    return Annotations(
        starts=tuple(start for start, _ in spans),
        lengths=tuple(end - start for start, end in spans),
    )
