"""Names of three hyphened pieces and more, "Chick-fil-A", and party tags, which name nobody."""

import re
from collections.abc import Iterator, Sequence

from bias.language.document import Document
from bias.language.token import Token

HYPHENS = ("-", "‑")
_LEAST_PIECES = 3
_PARTY_TAG = re.compile(
    r"(?<=[,(])\s?(?:[RDI]|Rep|Dem|Ind|Con|Lab)\.?"
    r"(?:[-‑–][A-Z][\w.]*(?: [A-Z][\w.]*(?=[,)]))?(?=[,.;)]|\s|$)|(?=\)))"
)

Range = tuple[int, int]
"""A first token and one behind the last."""


def hyphened_names(tokens: Sequence[Token]) -> Iterator[Range]:
    """Yield the tokens of every hyphened name: "Stoke-on-Trent", in headlines "Chick-Fil-A".

    A small word stands inside or a letter at the end. "The Ada-Ben-Carl talks" has neither, and
    "up-to-date" no capitals: neither is one name.
    """
    for first, last in _chains(tokens):
        pieces = [tokens[i].text for i in range(first, last, 2)]
        outer = pieces[0][0].isupper() and (pieces[-1][0].isupper() or pieces[-1][0].isdigit())
        small = any(piece.islower() for piece in pieces[1:-1]) or len(pieces[-1]) == 1
        if outer and small:
            yield first, last


def hyphened_words(tokens: Sequence[Token]) -> Iterator[Range]:
    """Yield the tokens of every hyphened word of small letters: "brother-in-law"."""
    for first, last in _chains(tokens):
        if all(tokens[i].text.islower() for i in range(first, last, 2)):
            yield first, last


def _chains(tokens: Sequence[Token]) -> Iterator[Range]:
    first = 0
    while first < len(tokens):
        last = first + 1
        while _goes_on(tokens, last):
            last += 2
        if last - first >= 2 * _LEAST_PIECES - 1:
            yield first, last
        first = last


def _goes_on(tokens: Sequence[Token], last: int) -> bool:
    """Tell whether a hyphen and another piece stand behind a token without a space."""
    if last + 1 >= len(tokens) or tokens[last].text not in HYPHENS:
        return False
    before, hyphen, after = tokens[last - 1 : last + 2]
    solid = (before.end, hyphen.end) == (hyphen.start, after.start)
    return solid and before.text[0].isalnum() and after.text[0].isalnum()


def party_tags(document: Document) -> frozenset[int]:
    """Return the tokens of tags such as "(D-Calif.)" and ", R-Texas,", which are no names."""
    return frozenset(
        token.index
        for match in _PARTY_TAG.finditer(document.text)
        for token in document.tokens_in(match.start(), match.end())
        if _is_behind_name(document, match.start())
    )


def _is_behind_name(document: Document, start: int) -> bool:
    """Tell whether the mark before a tag stands right behind a name."""
    before = document.text[:start].rstrip(" ,(")
    token = document.token_at(len(before) - 1) if before else None
    return token is not None and token.text[0].isupper()
