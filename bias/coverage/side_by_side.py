"""Work on several hosts side by side, with the results in the order of the work."""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from threading import Condition, Thread
from typing import TypeVar, cast

T = TypeVar("T")
R = TypeVar("R")

MOST_AT_ONCE = 16
"""Most groups that are worked on at once."""
AHEAD = 32
"""Most results of one group that wait for those of another, so that few stand in memory."""


def side_by_side(
    items: Sequence[T],
    group: Callable[[T], Hashable],
    work: Callable[[T], R],
    *,
    in_order: bool = True,
) -> Iterator[R]:
    """Yield what ``work`` gives for each item; groups go on at the same time.

    Within a group one item follows the other. What ``work`` raises is raised here. Without
    ``in_order`` each comes as soon as it is there, so that none waits to be kept.
    """
    groups: dict[Hashable, list[int]] = {}
    for number, item in enumerate(items):
        groups.setdefault(group(item), []).append(number)
    if len(groups) <= 1:
        yield from map(work, items)
        return
    desk = _Desk(groups, lambda number: work(items[number]))
    try:
        desk.open()
        for number in range(len(items)):
            yield cast("R", desk.take(number if in_order else None))
    finally:
        desk.close()


class _Desk:
    """Where workers lay down results and one reader takes them up in order."""

    def __init__(
        self, groups: Mapping[Hashable, Sequence[int]], work: Callable[[int], object]
    ) -> None:
        self._work = work
        self._waiting = list(groups.values())
        self._home = {number: key for key, numbers in groups.items() for number in numbers}
        self._ahead = dict.fromkeys(groups, 0)
        self._done: dict[int, object] = {}
        self._error: BaseException | None = None
        self._closed = False
        self._news = Condition()

    def open(self) -> None:
        for _ in range(min(MOST_AT_ONCE, len(self._waiting))):
            # Daemons: an answer that is still out must not keep a stopped program alive.
            Thread(target=self._serve, daemon=True).start()

    def take(self, wanted: int | None) -> object:
        """Return one result, any when none is named."""
        with self._news:
            self._news.wait_for(
                lambda: self._error or (self._done if wanted is None else wanted in self._done)
            )
            if self._error:
                raise self._error
            number = next(iter(self._done)) if wanted is None else wanted
            self._ahead[self._home[number]] -= 1
            self._news.notify_all()
            return self._done.pop(number)

    def close(self) -> None:
        with self._news:
            self._closed = True
            self._news.notify_all()

    def _serve(self) -> None:
        try:
            while group := self._next_group():
                for number in group:
                    self._lay_down(number, self._work(number))
        except _ClosedError:
            pass
        except BaseException as error:  # raised again where the results are taken up
            with self._news:
                self._error = error
                self._news.notify_all()

    def _next_group(self) -> Sequence[int]:
        with self._news:
            return () if self._closed or not self._waiting else self._waiting.pop(0)

    def _lay_down(self, number: int, result: object) -> None:
        key = self._home[number]
        with self._news:
            self._done[number] = result
            self._ahead[key] += 1
            self._news.notify_all()
            self._news.wait_for(lambda: self._ahead[key] < AHEAD or self._closed)
            if self._closed:
                raise _ClosedError


class _ClosedError(Exception):
    """Nobody takes up results any more."""
