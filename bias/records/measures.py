"""What it took to make a night: the one record of which two runs do not leave the same bytes."""

from bias.records.base import Record
from bias.records.gaps import GapReason

STAGES = ("fetch", "extract", "match", "align", "score", "report", "index")
"""By the names under which they are measured, in their order."""


class Facts(Record, frozen=True, kw_only=True):
    """What a night holds, and by what it was made; the same pages give the same facts."""

    articles: int
    """Trusted or not, in events or not."""
    events: int
    """Those without a comparison among them."""
    gaps: tuple[tuple[GapReason, int], ...] = ()
    """How often each reason stands there, the commonest first."""
    programs: tuple[str, ...] = ()
    """Versions of this program that compared its events, sorted; one as a rule."""
    lexicons: tuple[str, ...] = ()
    """Language, rows and digest of each list of loaded words, sorted."""
    models: tuple[str, ...] = ()
    """Name, version and digest of each model that annotated an article, sorted."""


class Measure(Record, frozen=True, kw_only=True):
    """What one task of a stage took."""

    stage: str
    """One of :data:`STAGES`."""
    items: tuple[str, ...] = ()
    """Ids of the outlets or events it worked on; empty for all there were."""
    count: int = 0
    """Outlets or events that were done."""
    started: str
    """ISO 8601, UTC."""
    seconds: float
    """From its beginning to its end, by the clock on the wall."""


class StageTook(Record, frozen=True, kw_only=True):
    """What one stage of a night took, all its tasks together."""

    stage: str
    """One of :data:`STAGES`."""
    tasks: int
    """0 where nobody measured."""
    count: int
    """Outlets or events that were done."""
    seconds: float
    """Of all tasks, added up, also where they ran side by side."""
    span: float
    """Seconds from the beginning of the first task to the end of the last one."""
    bytes: int
    """What the stage left in the archive or the reports."""


class NightTable(Record, frozen=True, kw_only=True):
    """One night as an operator looks at it."""

    edition: str
    """ISO date."""
    facts: Facts
    """What is the same each time."""
    stages: tuple[StageTook, ...] = ()
    """What is not, in the order of the stages."""
