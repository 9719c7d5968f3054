"""Noun phrases up to their heads, from the dependencies.

Source: the base noun phrases of spaCy's English syntax iterator, by the same labels.
"""

from collections.abc import Iterator, Sequence

from bias.language.token import Chunk, Token
from bias.language.trees import Tree

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_PHRASES = frozenset(
    {
        "nsubj", "nsubjpass", "dobj", "pobj", "dative", "attr", "appos", "oprd", "agent", "pcomp",
        "ROOT", "csubj", "npadvmod", "poss", "dep", "nmod",
    }
)  # fmt: skip


def noun_chunks(tokens: Sequence[Token], tree: Tree) -> tuple[Chunk, ...]:
    """Return the noun phrases of a text in reading order; none overlaps another."""
    found: list[Chunk] = []
    for chunk in _chunks(tokens, tree):
        while found and found[-1].last > chunk.first:
            found.pop()  # a noun within the longer phrase: the siege of an under-siege leader
        found.append(chunk)
    return tuple(found)


def _chunks(tokens: Sequence[Token], tree: Tree) -> Iterator[Chunk]:
    for token in tokens:
        if token.pos in _NOMINAL and _is_phrase(tokens, token):
            yield Chunk(first=_left_edge(tree, token.index), last=token.index + 1, head=token.index)


def _is_phrase(tokens: Sequence[Token], token: Token) -> bool:
    """Tell whether a nominal heads a phrase, or is coordinated with one that does."""
    seen = token
    while seen.dep == "conj" and tokens[seen.head].pos in _NOMINAL:
        seen = tokens[seen.head]
    return seen.dep in _PHRASES


def _left_edge(tree: Tree, head: int) -> int:
    """Return the first token of a phrase: the leftmost below its head without a gap."""
    inside = [token for token in tree.subtree(head) if token <= head]
    edge = head
    for token in reversed(inside):
        if token < edge - 1:
            break
        edge = token
    return edge
