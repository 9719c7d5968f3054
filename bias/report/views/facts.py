"""What a night holds and by what it was made, as far as it is the same each time it is made."""

from collections import Counter
from collections.abc import Iterable, Sequence

from bias.records import Comparison, Facts, Gap


def night_facts(
    comparisons: Sequence[Comparison], gaps: Iterable[Gap], articles: int, events: int
) -> Facts:
    """Return the facts of a night.

    Args:
        comparisons: of all its events.
        gaps: all its coverage gaps.
        articles: as its front page counts them.
        events: those without a comparison among them.
    """
    counts = Counter(gap.reason for gap in gaps)
    used = [item.lexicon for item in comparisons]
    return Facts(
        articles=articles,
        events=events,
        gaps=tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0].value))),
        programs=tuple(sorted({c.making.version for c in comparisons} - {""})),
        lexicons=tuple(sorted({f"{u.language}, {u.rows} rows, {u.digest}" for u in used})),
        models=tuple(sorted({m for c in comparisons for m in c.making.language_models})),
    )
