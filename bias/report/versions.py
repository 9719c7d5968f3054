"""What changed between two versions of one article, sentence by sentence."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from bias.records import Article, Comparison, Record

LEAST_KEPT = 0.5
"""Share of the shorter text's sentences that stand in both, from which they are two versions."""


class Change(Record, frozen=True, kw_only=True):
    """One sentence that was changed, added or taken out."""

    before: str
    """As printed in the first version; empty where it was added."""
    after: str
    """As printed in the second one; empty where it was taken out."""


def changes(comparison: Comparison, first: Article, second: Article) -> tuple[Change, ...]:
    """Return what changed from one article to another; nothing where they are no two versions.

    Args:
        comparison: of both, which knows their sentences.
        first: the earlier version.
        second: the later one.
    """
    before, after = _sentences(comparison, first), _sentences(comparison, second)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    kept = sum(block.size for block in matcher.get_matching_blocks())
    if not kept or kept < LEAST_KEPT * min(len(before), len(after)):
        return ()
    return tuple(
        change
        for kind, a, b, c, d in matcher.get_opcodes()
        if kind != "equal"
        for change in _set_against(before[a:b], after[c:d])
    )


def _sentences(comparison: Comparison, article: Article) -> list[str]:
    read = (voiced for voiced in comparison.voiced if voiced.article == article.id)
    return [
        " ".join(article.part_text(passage.part)[passage.start : passage.end].split())
        for voiced in read
        for passage in voiced.passages
    ]


def _set_against(before: Sequence[str], after: Sequence[str]) -> Iterator[Change]:
    """Yield the sentences of one place in pairs, where there are as many; else each alone."""
    if len(before) == len(after):
        yield from (Change(before=a, after=b) for a, b in zip(before, after, strict=True))
        return
    yield from (Change(before=sentence, after="") for sentence in before)
    yield from (Change(before="", after=sentence) for sentence in after)
