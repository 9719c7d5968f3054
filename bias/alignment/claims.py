"""What is claimed of an event over its groups: conflicts, headlines, and how contrasts oppose."""

from collections.abc import Sequence

import msgspec

from bias.alignment.conflicts.find import confirmed, find_conflicts
from bias.alignment.event_passages import event_passages
from bias.alignment.headlines import headline_contrasts, without_repeated_headlines
from bias.alignment.oppositions.find import with_oppositions
from bias.alignment.told import Event
from bias.languages import by_clauses
from bias.records import Alignment, Article, Cast, Entity, Reading, VoicedArticle


def add_claims(
    alignment: Alignment,
    articles: Sequence[Article],
    voiced: Sequence[VoicedArticle],
    readings: Sequence[Reading],
    casts: Sequence[Cast] = (),
    people: Sequence[Entity] = (),
) -> Alignment:
    """Return the alignment with its conflicts, its headlines, and what contrasts put opposite.

    A denial stays in its group only where the clauses bear it out. Of a language that is read
    without clauses nothing is said to conflict or to be set against another.

    Args:
        alignment: what tells the same.
        articles: the trusted articles of the event.
        voiced: whose words they are.
        readings: their annotated texts.
        casts: who and what each of them names.
        people: the entities of the event that these are.
    """
    event = Event(articles, voiced, readings, casts, people)
    language = articles[0].language if articles else ""
    parsed = readings if by_clauses(language) else ()
    conflicts = find_conflicts(articles, voiced, parsed, alignment.groups, event)
    passages = event_passages(articles, voiced)
    headlines = headline_contrasts(articles, passages, alignment.contrasts, language)
    contrasts = without_repeated_headlines((*alignment.contrasts, *headlines), passages)
    return msgspec.structs.replace(
        alignment,
        groups=confirmed(alignment.groups, conflicts),
        contrasts=tuple(with_oppositions(contrasts, event)) if parsed else contrasts,
        conflicts=conflicts,
    )
