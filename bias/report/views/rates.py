"""Scores looked up by what was counted: a count, its words, its rate and its interval."""

from collections.abc import Sequence

from bias.records import Record, Score, Voice


class Rate(Record, frozen=True, kw_only=True):
    """A count, what it was counted in, and the rate with its interval."""

    known: bool
    """False when nothing was counted here; all figures are then 0 or ``None``."""
    findings: int = 0
    words: int = 0
    per_1000: float | None = None
    """``None`` means too little text."""
    low: float | None = None
    high: float | None = None


Key = tuple[str, str, Voice, str, str, int]


class Scores:
    """Looks up the scores of a comparison by what was counted."""

    def __init__(self, scores: Sequence[Score]) -> None:
        """Index the scores."""
        self._rows: dict[Key, Score] = {
            (row.scope, row.id, row.voice, row.category, row.place, row.strength): row
            for row in scores
        }

    def rate(
        self,
        scope: str,
        id_: str,
        voice: Voice = Voice.OWN,
        *,
        category: str = "all",
        place: str = "all",
        strength: int = 0,
    ) -> Rate:
        """Return one figure; ``known`` is false when the stage before did not count it."""
        row = self._rows.get((scope, id_, voice, category, place, strength))
        if row is None:
            return Rate(known=False)
        return Rate(
            known=True,
            findings=row.findings,
            words=row.words,
            per_1000=row.per_1000,
            low=row.low,
            high=row.high,
        )
