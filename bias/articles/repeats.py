"""One text at the addresses of several articles of an outlet: a wall, whatever it says."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from bias.records import Article, Gap, GapReason
from bias.text import fold, words

SAME_TITLE_SHARE = 0.5
"""Share of the shorter title's words that two announcements of one article have in common."""
MAX_ADDRESSES = 2
"""Of so many addresses of one text at most it may be that a feed named one article twice."""


def distrust_repeats(rows: Sequence[Article | Gap]) -> list[Article | Gap]:
    """Return the rows of one outlet, none trusted whose text stands at other articles' addresses.

    An article that is announced twice, under titles that share words or under one alone, stays
    trusted; three are one too many.
    """
    by_text: dict[str, list[Article]] = defaultdict(list)
    for row in rows:
        if isinstance(row, Article) and row.text:
            by_text[row.text].append(row)
    repeated = {text: same for text, same in by_text.items() if _is_wall(same)}
    return [
        _distrusted(row, len(repeated[row.text]))
        if isinstance(row, Article) and row.text in repeated
        else row
        for row in rows
    ]


def _is_wall(same: Sequence[Article]) -> bool:
    return len(same) > MAX_ADDRESSES or not _share_words(each.announced_title for each in same)


def _share_words(titles: Iterable[str]) -> bool:
    named = [frozenset(words(fold(title))) for title in titles if title]
    return all(
        len(one & other) >= SAME_TITLE_SHARE * min(len(one), len(other))
        for number, one in enumerate(named)
        for other in named[:number]
    )


def _distrusted(article: Article, addresses: int) -> Article:
    if not article.quality.trusted:
        return article
    detail = f"The same text stands at the addresses of {addresses} articles of this outlet."
    quality = replace(article.quality, trusted=False, reason=GapReason.OTHER_PAGE, detail=detail)
    return replace(article, quality=quality)
