"""Finding the cues of the lexicon in an article, each at its span and in its voice."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

import msgspec

from bias.attribution.voices import stance_at, voice_span_at
from bias.language.document import Document
from bias.language.read import documents, read
from bias.records import Article, Cue, Finding, Part, Passage, Reading, Voice, VoicedArticle
from bias.wording.context import choose_cue, is_headline, is_name, is_negated, is_whole
from bias.wording.grammar import is_in_name
from bias.wording.lexicon import Lexicon
from bias.wording.matcher import Guarded, Hit, pad
from bias.wording.place import names_of, place_weight
from bias.wording.weights import keep_weighty


class _Reading(NamedTuple):
    """One part of an article made ready to be searched."""

    article: Article
    voiced: VoicedArticle
    part: Part
    text: str
    padded: str
    passages: tuple[Passage, ...]
    """Of this part, in their order."""
    document: Document


def find(
    article: Article, voiced: VoicedArticle, lexicon: Lexicon, reading: Reading | None = None
) -> tuple[Finding, ...]:
    """Return the findings that count in an article, by part and start, not overlapping.

    An article in another language than the lexicon's has none. ``reading`` is its annotated text,
    made here where it is not given.
    """
    return keep_weighty(find_all(article, voiced, lexicon, reading))


def find_all(
    article: Article, voiced: VoicedArticle, lexicon: Lexicon, reading: Reading | None = None
) -> tuple[Finding, ...]:
    """Return the mild findings too, which count only where the outlets of an event differ."""
    if article.language != lexicon.language:
        return ()
    parts = documents(article, reading or read(article))
    readings = (_read(article, voiced, parts[part]) for part in Part if part in parts)
    return tuple(finding for reading in readings for finding in _find_in(reading, lexicon))


def _read(article: Article, voiced: VoicedArticle, document: Document) -> _Reading:
    part, text = document.part, document.text
    passages = tuple(passage for passage in voiced.passages if passage.part is part)
    return _Reading(article, voiced, part, text, pad(text), passages, document)


def _find_in(reading: _Reading, lexicon: Lexicon) -> Iterator[Finding]:
    hits = lexicon.matcher.hits(reading.padded)
    whole = [hit for hit in hits if is_whole(reading.text, hit)]
    for passage, within, place in _by_passage(whole, reading):
        for hit, guarded in _longest(_judge(reading, passage, within)):
            finding = _weighed(_finding(reading, passage, hit, guarded.cue), place, lexicon)
            if guarded.cue.in_quotes or finding.voice is not Voice.QUOTED:
                yield finding


def _by_passage(hits: Sequence[Hit], reading: _Reading) -> Iterator[tuple[Passage, list[Hit], int]]:
    """Group hits by the passage they lie in, those that begin first and are longest first.

    With each passage goes what its place adds to the weight of what is found in it.
    """
    passages = reading.passages
    starts = [passage.start for passage in passages]
    ordered = sorted(hits, key=lambda hit: (hit.start, -hit.end))
    places = _places(reading) if ordered else []
    for index, group in groupby(ordered, key=lambda hit: bisect_right(starts, hit.start) - 1):
        if index >= 0:
            inside = [hit for hit in group if hit.end <= passages[index].end]
            yield passages[index], inside, places[index]


def _places(reading: _Reading) -> list[int]:
    """Return for each passage what its place adds; only the body has places."""
    article, text, passages = reading.article, reading.text, reading.passages
    if reading.part is not Part.BODY:
        return [0] * len(passages)
    names = names_of(article.title, text, reading.padded, passages, article.language)
    sentences = [text[passage.start : passage.end] for passage in passages]
    return [place_weight(n, len(sentences), each, names) for n, each in enumerate(sentences)]


def _judge(
    reading: _Reading, passage: Passage, hits: Sequence[Hit]
) -> Iterator[tuple[Hit, Guarded]]:
    """Yield the hits that neighbours, domains and proper names leave standing.

    A phrase that its neighbours cancel takes with it what lies inside: where "fool's gold" is the
    mineral, "fool" is nobody.
    """
    domains = frozenset(name for hit in hits for name in hit.entry.domains)
    cancelled = -1  # where the cancelled phrases so far end; what lies inside begins after them
    for hit in hits:
        guarded = choose_cue(reading.padded, reading.document, hit, domains)
        if guarded is None:
            cancelled = max(cancelled, hit.end) if hit.entry.cues else cancelled
        elif hit.end > cancelled and (guarded.is_name or not _is_name(reading, hit, passage)):
            yield hit, guarded


def _is_name(reading: _Reading, hit: Hit, passage: Passage) -> bool:
    """Tell whether a hit is a proper name or a part of one; a headline's capitals say nothing."""
    if is_name(reading.text, hit.start, hit.end, passage):
        return True
    if reading.part is Part.TITLE or not reading.text[hit.start].isupper():
        return False
    inside = is_in_name(reading.document, hit.start, hit.end)
    return inside and not is_headline(reading.text, passage)


def _longest(hits: Iterable[tuple[Hit, Guarded]]) -> Iterator[tuple[Hit, Guarded]]:
    """Yield the leftmost hits, the longest of those that begin together, without overlap."""
    end = -1
    for hit, guarded in hits:
        if hit.start >= end:
            yield hit, guarded
            end = hit.end


def _finding(reading: _Reading, passage: Passage, hit: Hit, cue: Cue) -> Finding:
    span = voice_span_at(reading.voiced, reading.part, hit.start)
    stance = None if span else stance_at(reading.voiced, reading.part, hit.start)
    return Finding(
        article=reading.article.id,
        outlet=reading.article.outlet,
        part=reading.part,
        start=hit.start,
        end=hit.end,
        passage=passage.index,
        cue=cue.id,
        category=cue.category,
        strength=cue.strength,
        weight=cue.strength,
        voice=span.voice if span else Voice.OWN,
        speaker=span.speaker if span else "",
        negated=is_negated(reading.padded, hit.start, reading.article.language),
        stance_of=stance.speaker if stance else "",
    )


def _weighed(finding: Finding, place: int, lexicon: Lexicon) -> Finding:
    """Return the finding with its place in its weight.

    The place says nothing of what others are quoted with, and a name is chosen anew wherever it
    stands. What somebody wants or judges is told where it is news: an opening adds nothing to it.
    """
    late_name = place < 0 and finding.category in lexicon.naming
    told_of = place > 0 and finding.stance_of
    if not place or late_name or told_of or finding.voice is not Voice.OWN:
        return finding
    return msgspec.structs.replace(finding, weight=finding.weight + place)


def explain(finding: Finding, cue: Cue, rule: str = "") -> str:
    """Return one line on why a finding is listed, for ``bias score --explain``."""
    whose = {Voice.OWN: "the outlet's own words", Voice.SCARE: "in scare quotes"}
    others = f"{finding.voice.value}, {finding.speaker or 'speaker unknown'}"
    notes = [cue.category, f"strength {finding.strength}", whose.get(finding.voice, others)]
    notes += ["in the opening, about a name of the headline"] * (finding.weight > finding.strength)
    notes += ["late in the article"] * (finding.weight < finding.strength)
    notes += [f"attributed by the rule {rule!r}"] if rule else []
    notes += [f"in what {finding.stance_of} wants or judges"] * bool(finding.stance_of)
    notes += ["negated"] * finding.negated + ["the outlets differ about it"] * finding.contested
    return (
        f"{cue.term} ({', '.join(notes)}): {cue.sense}; neutral: {cue.alternative} [{cue.source}]"
    )
