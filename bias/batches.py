"""Work on many events one after another, in batches, so that none stops the others."""

from collections.abc import Callable, Sequence

from bias.errors import PartlyError, StorageError
from bias.failures import told
from bias.log_fields import about

Tick = Callable[[int, int, str], None]
"""Told after each item: how many are done, of how many, and which it was."""


def silent(_done: int, _total: int, _label: str) -> None:
    """Tell nobody."""


def batches(ids: Sequence[str], size: int) -> list[list[str]]:
    """Return the ids cut into lists of at most ``size``, in order.

    >>> batches(["a", "b", "c"], 2)
    [['a', 'b'], ['c']]
    """
    return [list(ids[start : start + size]) for start in range(0, len(ids), size)]


MOST_BATCHES = 1_000
"""Airflow makes no more than 1,024 tasks of one list."""


def mapped(ids: Sequence[str], size: int) -> list[list[str]]:
    """Return the ids in batches of ``size``, or larger ones where they would be too many.

    >>> [len(batch) for batch in mapped(["a"] * 2_500, 1)][-2:]
    [3, 1]
    """
    return batches(ids, max(size, -(-len(ids) // MOST_BATCHES)))


def mapped_groups(groups: Sequence[Sequence[str]]) -> list[list[str]]:
    """Return the groups, some of them put together where they would be too many.

    >>> mapped_groups([["a"], ["b", "c"]])
    [['a'], ['b', 'c']]
    """
    size = max(1, -(-len(groups) // MOST_BATCHES))
    parts = (groups[start : start + size] for start in range(0, len(groups), size))
    return [[each for group in part for each in group] for part in parts]


def batch_label(ids: Sequence[str]) -> str:
    """Return a short name for a batch of events.

    >>> batch_label(["strike-1a2b3c", "flood-4d5e6f"])
    'strike-1a2b3c and 1 more'
    """
    return ids[0] + (f" and {len(ids) - 1} more" if len(ids) > 1 else "")


def each_event(
    ids: Sequence[str],
    work: Callable[[str], None],
    tick: Tick = silent,
    forget: Callable[[str], None] | None = None,
) -> list[str]:
    """Do the work for every event and return the ids; one that fails does not stop the others.

    ``forget`` is called with each event that failed, to remove what an earlier run left of it.

    Raises:
        PartlyError: some failed; the message names them and why.
        StorageError: nothing can be written, so going on would be in vain.
    """
    failures: list[str] = []
    done: list[str] = []
    for count, event_id in enumerate(ids, start=1):
        with about(event_id=event_id):
            try:
                work(event_id)
                done.append(event_id)
            except StorageError:
                raise
            except Exception as error:  # whatever one does, the others are owed their report
                failures.append(f"{event_id} ({told(f'the event {event_id}', error)})")
                if forget:
                    forget(event_id)
        tick(count, len(ids), event_id)
    return all_or_partly(failures, ids, done)


def all_or_partly(failures: Sequence[str], ids: Sequence[str], done: list[str]) -> list[str]:
    """Return the events that are done.

    Raises:
        PartlyError: some failed.
    """
    if failures:
        message = f"{len(failures)} of {len(ids)} events failed: {'; '.join(failures)}"
        raise PartlyError(message, done, tuple(failures))
    return done
