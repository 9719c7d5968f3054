"""Everything claimed of an event beside its groups: conflicts, and what one outlet tells alone."""

from collections.abc import Sequence

import msgspec

from bias.alignment.conflicts.find import confirmed, find_conflicts
from bias.alignment.event_passages import event_passages
from bias.alignment.headlines import headline_contrasts, without_repeated_headlines
from bias.alignment.only import find_only
from bias.records import Alignment, Article, Reading, VoicedArticle


def add_claims(
    alignment: Alignment,
    articles: Sequence[Article],
    voiced: Sequence[VoicedArticle],
    readings: Sequence[Reading],
) -> Alignment:
    """Return the alignment with its conflicts, its headlines, and what each outlet tells alone.

    A denial stays in its group only where the clauses bear it out.
    """
    conflicts = find_conflicts(articles, voiced, readings, alignment.groups)
    language = articles[0].language if articles else ""
    passages = event_passages(articles, voiced)
    headlines = headline_contrasts(articles, passages, alignment.contrasts, language)
    return msgspec.structs.replace(
        alignment,
        groups=confirmed(alignment.groups, conflicts),
        contrasts=without_repeated_headlines((*alignment.contrasts, *headlines), passages),
        conflicts=conflicts,
        only=find_only(passages, alignment.groups, language),
    )
