"""How outlets appear: their names, their order and their colours, the same on every page."""

from collections.abc import Iterable, Sequence

from bias.records import Outlet, Record

COLOURS = ("#0072b2", "#b8541a", "#007a5e", "#8f5fa8", "#8a6d00", "#2b7f9e", "#a8456b", "#5f6b73")
"""Told apart by readers with any common colour blindness, on white and on black (after Okabe
and Ito 2008, darkened to 4.5:1 on white); a colour never stands without the outlet's name."""


class OutletLook(Record, frozen=True, kw_only=True):
    """An outlet as shown: colour is ``COLOURS[slot]``, CSS class ``o<slot>``."""

    id: str
    name: str
    slot: int
    agency: bool = False


class Outlets:
    """The outlets in the order of ``outlets.toml``, then unknown ones by id.

    Order and colour follow the declaration and never a figure, so that nothing reads as a ranking.
    """

    def __init__(self, declared: Sequence[Outlet], seen: Iterable[str] = ()) -> None:
        """Give each declared outlet its place, then each other one that was seen."""
        known = {outlet.id: outlet for outlet in declared}
        ids = [*known, *sorted(set(seen) - set(known))]
        self._looks = {
            id_: OutletLook(
                id=id_,
                name=known[id_].name if id_ in known else id_,
                slot=place % len(COLOURS),
                agency=id_ in known and known[id_].agency,
            )
            for place, id_ in enumerate(ids)
        }

    def __getitem__(self, outlet: str) -> OutletLook:
        """Return the look of one outlet, declared or seen."""
        return self._looks[outlet]

    def pick(self, ids: Iterable[str]) -> tuple[OutletLook, ...]:
        """Return some of the outlets, each once, in the order of all pages."""
        wanted = set(ids)
        return tuple(look for id_, look in self._looks.items() if id_ in wanted)
