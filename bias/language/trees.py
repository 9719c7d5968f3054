"""Asks a dependency tree: what a token governs, what governs it, how far its words reach."""

from collections.abc import Callable, Iterator, Sequence


class Tree:
    """The dependencies of all sentences of a text; every question takes linear time at most."""

    def __init__(self, heads: Sequence[int]) -> None:
        """Take for each token the index of its head, its own for a root."""
        self._heads = heads
        self._children: list[list[int]] = [[] for _ in heads]
        for token, head in enumerate(heads):
            if head != token:
                self._children[head].append(token)

    def children(self, token: int) -> Sequence[int]:
        """Return the tokens that a token governs, in reading order."""
        return self._children[token]

    def subtree(
        self, token: int, leave_out: Callable[[int], bool] | None = None
    ) -> tuple[int, ...]:
        """Return a token and all below it in reading order, without the branches left out."""
        found: list[int] = []
        waiting = [token]
        while waiting:
            at = waiting.pop()
            found.append(at)
            waiting += [
                child for child in self._children[at] if leave_out is None or not leave_out(child)
            ]
        return tuple(sorted(found))

    def edges(self, token: int) -> tuple[int, int]:
        """Return the half-open range of tokens from the first to the last one below a token."""
        inside = self.subtree(token)
        return inside[0], inside[-1] + 1

    def ancestors(self, token: int) -> Iterator[int]:
        """Yield what governs a token, nearest first."""
        while self._heads[token] != token:
            token = self._heads[token]
            yield token

    def first_ancestor(
        self, token: int, holds: Callable[[int], bool], *, itself: bool = False
    ) -> int | None:
        """Return the nearest token above for which something holds, ``None`` where none does."""
        if itself and holds(token):
            return token
        return next((at for at in self.ancestors(token) if holds(at)), None)
