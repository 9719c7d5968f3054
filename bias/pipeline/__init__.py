"""The stages in order, one function each: settings, an edition and ids in, ids or a path out.

The command line and the DAGs both call these. Each function reads what the stage before wrote and
writes its own, so that any of them can be run again and leaves the same bytes:

    outlets_to_fetch → fetch → extract → match → align → score → report → index

``compare`` runs the last four on some events, ``make_night`` all from ``extract`` on, ``rebuild``
the same with what was put together by hand.
"""

from bias.archive import open_archive
from bias.pipeline.comparing import align, align_articles, report, score
from bias.pipeline.editions import (
    RunStage,
    compare,
    index,
    kept_editions,
    make_night,
    plainly,
    rebuild,
)
from bias.pipeline.fetching import (
    OUTLETS_AT_ONCE,
    fetch,
    fetch_all,
    hosts_apart,
    outlets_to_fetch,
)
from bias.pipeline.matching import extract, match, outlets_to_read
from bias.pipeline.upkeep import forget_pages, old_pages, prune

__all__ = [
    "OUTLETS_AT_ONCE",
    "RunStage",
    "align",
    "align_articles",
    "compare",
    "extract",
    "fetch",
    "fetch_all",
    "forget_pages",
    "index",
    "kept_editions",
    "make_night",
    "match",
    "old_pages",
    "open_archive",
    "hosts_apart",
    "outlets_to_fetch",
    "outlets_to_read",
    "plainly",
    "prune",
    "rebuild",
    "report",
    "score",
]
