"""Words that are plain fact in one event and loaded in another: the outlets' difference decides.

"Coup" alone proves nothing. Where two outlets tell the same in their own voice and one writes
"coup", the other "uprising", the comparison makes the finding, wherever the two words stand.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from bias.attribution.voices import voice_at
from bias.records import (
    AlignedEvent,
    Article,
    Finding,
    GroupKind,
    Passage,
    PassageRef,
    Voice,
    VoicedArticle,
)
from bias.wording.contested_words import CATEGORY, Family, forms_of
from bias.wording.context import is_name, is_negated
from bias.wording.matcher import pad


class _Use(NamedTuple):
    """One word of a family at its span."""

    family: Family
    term: str
    article: Article
    passage: Passage
    start: int
    end: int
    negated: bool


def mark_contested(
    aligned: AlignedEvent, findings: Sequence[Finding], language: str
) -> tuple[Finding, ...]:
    """Return the findings with the contested ones marked and those the list lacks added."""
    by_passage: dict[tuple[str, int], list[Finding]] = defaultdict(list)
    for finding in findings:
        by_passage[finding.article, finding.passage].append(finding)
    for use in _contested_uses(aligned, language):
        beside = by_passage[use.article.id, use.passage.index]
        covering = [f for f in beside if f.start < use.end and use.start < f.end]
        for found in covering:
            beside[beside.index(found)] = msgspec.structs.replace(found, contested=True)
        if not covering:
            beside.append(_finding(use))
    return tuple(finding for beside in by_passage.values() for finding in beside)


def _contested_uses(aligned: AlignedEvent, language: str) -> Iterator[_Use]:
    """Yield every own-voice use, in the whole event, of the words about which its outlets differ.

    Where one wrote "coup" and the other "uprising" for the same, both words are in dispute, in
    headlines and wherever else they stand: to mark one of them alone would be to take a side.
    """
    articles = {article.id: article for article in aligned.articles}
    uses = {
        PassageRef(article=voiced.article, index=passage.index): list(
            _uses(articles[voiced.article], voiced, passage, forms_of(language))
        )
        for voiced in aligned.voiced
        for passage in voiced.passages
    }
    disputed = {
        (use.family.name, use.term)
        for group in aligned.alignment.groups
        if group.kind is not GroupKind.SHARED_QUOTATION
        for use in _where_outlets_differ(u for ref in group.members for u in uses.get(ref, ()))
    }
    for each in uses.values():
        yield from (use for use in each if (use.family.name, use.term) in disputed)


def _uses(
    article: Article,
    voiced: VoicedArticle,
    passage: Passage,
    forms: Mapping[str, tuple[tuple[Family, str], ...]],
) -> Iterator[_Use]:
    """Yield the own-voice words of the families in one passage, longest first."""
    text = article.part_text(passage.part)
    padded = pad(text[passage.start : passage.end])
    end_of_last = 0
    for start, end, form in _spans(padded, forms):
        begin = passage.start + start
        if start < end_of_last or is_name(text, begin, passage.start + end, passage):
            continue
        if voice_at(voiced, passage.part, begin) not in (Voice.OWN, Voice.SCARE):
            continue
        end_of_last = end
        negated = is_negated(padded, start)
        for family, term in forms[form]:
            yield _Use(family, term, article, passage, begin, passage.start + end, negated)


def _spans(padded: str, forms: Mapping[str, object]) -> list[tuple[int, int, str]]:
    found = []
    for form in forms:
        at = padded.find(f" {form} ")
        while at >= 0:
            found.append((at, at + len(form), form))
            at = padded.find(f" {form} ", at + 1)
    return sorted(found, key=lambda span: (span[0], -span[1]))


def _where_outlets_differ(uses: Iterable[_Use]) -> Iterator[_Use]:
    """Yield the loaded uses of a family in which two outlets share no word."""
    by_family: dict[str, list[_Use]] = defaultdict(list)
    for use in uses:
        by_family[use.family.name].append(use)
    for members in by_family.values():
        terms: dict[str, set[str]] = defaultdict(set)
        for use in members:
            terms[use.article.outlet].add(use.term)
        for use in members:
            others = [words for outlet, words in terms.items() if outlet != use.article.outlet]
            if use.term in use.family.loaded and any(use.term not in words for words in others):
                yield use


def _finding(use: _Use) -> Finding:
    return Finding(
        article=use.article.id,
        outlet=use.article.outlet,
        part=use.passage.part,
        start=use.start,
        end=use.end,
        passage=use.passage.index,
        cue=f"{CATEGORY}/{use.term.replace(' ', '-')}",
        category=CATEGORY,
        strength=1,
        weight=1,
        voice=Voice.OWN,
        negated=use.negated,
        contested=True,
    )
