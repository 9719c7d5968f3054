"""Everything said about the wording of one event: findings, scores and namings."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

import msgspec

from bias.records import (
    AlignedEvent,
    Article,
    Comparison,
    Cue,
    Finding,
    Making,
    Part,
    PassageRef,
)
from bias.release import VERSION
from bias.wording.contested import mark_contested
from bias.wording.contested_words import CATEGORY, contested_cue
from bias.wording.deeds import find_deeds
from bias.wording.findings import find_all
from bias.wording.left_out import leave_out
from bias.wording.lexicon import Lexicon
from bias.wording.namings import find_namings
from bias.wording.ranking import rank_contrasts
from bias.wording.scores import score
from bias.wording.weights import keep_weighty

_PART_ORDER = {part: place for place, part in enumerate(Part)}


def compare_event(aligned: AlignedEvent, lexicon: Lexicon, seed: int) -> Comparison:
    """Return the comparison of one event.

    Only trusted articles in the lexicon's language are searched and counted; the others stay in
    the comparison as they are. The same event, lexicon and seed give the same comparison.
    """
    readable = _readable(aligned, lexicon.language)
    articles = {article.id: article for article in readable.articles}
    readings = {reading.article: reading for reading in aligned.readings}
    found = [
        finding
        for voiced in readable.voiced
        for finding in find_all(
            articles[voiced.article], voiced, lexicon, readings.get(voiced.article)
        )
    ]
    weighty = keep_weighty(mark_contested(readable, found, lexicon.language))
    findings = _in_order(leave_out(_with_groups(weighty, aligned), readable.voiced, lexicon.apart))
    return Comparison(
        event=aligned.event,
        articles=aligned.articles,
        voiced=aligned.voiced,
        copies=aligned.copies,
        alignment=rank_contrasts(aligned.alignment, aligned.voiced, findings),
        findings=findings,
        scores=score(readable, findings, seed),
        namings=find_namings(readable, findings),
        deeds=find_deeds(aligned),
        cues=_cues(findings, lexicon),
        lexicon=lexicon.use,
        making=_making(aligned, seed),
    )


def _making(aligned: AlignedEvent, seed: int) -> Making:
    models = sorted({reading.model for reading in aligned.readings if reading.model})
    return Making(version=VERSION, language_models=tuple(models), seed=seed)


def _readable(aligned: AlignedEvent, language: str) -> AlignedEvent:
    """Leave only what may be counted: trusted articles of one language, read by voice."""
    articles = tuple(a for a in aligned.articles if _is_readable(a, language))
    kept = {article.id for article in articles}
    voiced = tuple(v for v in aligned.voiced if v.article in kept)
    casts = tuple(cast for cast in aligned.casts if cast.article in kept)
    return msgspec.structs.replace(aligned, articles=articles, voiced=voiced, casts=casts)


def _is_readable(article: Article, language: str) -> bool:
    return article.quality.trusted and article.language == language


def _with_groups(findings: Iterable[Finding], aligned: AlignedEvent) -> Iterator[Finding]:
    """Name the passage groups in which each finding stands."""
    groups = defaultdict(list)
    for group in aligned.alignment.groups:
        for member in group.members:
            groups[member].append(group.id)
    for finding in findings:
        ref = PassageRef(article=finding.article, index=finding.passage)
        yield msgspec.structs.replace(finding, groups=tuple(groups.get(ref, ())))


def _in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda f: (f.article, _PART_ORDER[f.part], f.start)))


def _cues(findings: Iterable[Finding], lexicon: Lexicon) -> tuple[Cue, ...]:
    """Return the rows the findings rest on, those the comparison made included."""
    ids = sorted({finding.cue for finding in findings})
    return tuple(
        contested_cue(name, lexicon.language)
        if name.startswith(f"{CATEGORY}/")
        else lexicon.by_id[name]
        for name in ids
    )
