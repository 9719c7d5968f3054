"""Reads one part of an article unit by unit and keeps in mind who spoke last."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

import msgspec

from bias.attribution.behind import from_cue
from bias.attribution.blocks import Turn, signature
from bias.attribution.colons import by_colon, by_dash, subject_before
from bias.attribution.found import Attribution, Source
from bias.attribution.headline import without_verb
from bias.attribution.paint import paint, runs
from bias.attribution.patterns import by_pattern, how_put
from bias.attribution.scope import DASHES
from bias.attribution.sources import apposed_name, source_of, subject_of
from bias.attribution.speakers import NOBODY as NO_SPEAKER
from bias.attribution.speakers import Speaker, Speakers
from bias.attribution.stance import by_stance
from bias.attribution.unit import Range, Unit, units
from bias.attribution.verbs import by_verb, is_denied, withholds_name
from bias.language.document import Document
from bias.language.lexis import frames
from bias.language.quotation.chains import by_speaker, chains
from bias.language.quotation.scare import is_scare
from bias.language.word_classes import word_class
from bias.records import Doubt, Quotation, Record, Voice, VoiceSpan

_SUBJECT_WORDS = 10
_MAX_UNIT_ITEMS = 600
"""A unit with more items is no sentence; it bounds the time that hostile text can take."""
_TOO_LONG = "this sentence is too long to look for reported speech in it"
_NOT_CLOSED = "a quotation mark opens here and somebody else is quoted before any closes it"
_FEW_ITEMS = 6
_FEW_SPACES = 4


class Citation(Record, frozen=True, kw_only=True):
    """Who is cited, by which words and by which rule; spans of characters."""

    rule: str = ""
    speaker: Speaker = NO_SPEAKER
    source: tuple[int, int] | None = None
    cue: tuple[int, int] | None = None


NOBODY = Citation()


def find_attributions(unit: Unit) -> list[Attribution]:
    """Return the attributions of one unit in order of their cues."""
    found: list[Attribution] = []
    for i, item in enumerate(unit.items):
        if item.lower == ":":
            attribution = by_colon(unit, i, found)
        elif item.lower in DASHES:
            attribution = by_dash(unit, i)
        elif item.kind == "word":
            attribution = how_put(unit, i) or by_verb(unit, i) or by_pattern(unit, i)
        else:
            attribution = None
        if attribution is not None and attribution.contents and not _by_author(unit, attribution):
            found.append(without_verb(unit, from_cue(unit, attribution, found)))
        told = item.kind == "word" and not (is_denied(unit, i) or withholds_name(unit, i))
        stance = by_stance(unit, i) if told else None
        if stance is not None:
            found.append(without_verb(unit, stance))
    return found


def _by_author(unit: Unit, attribution: Attribution) -> bool:
    """Tell ``I think``, outside quotation marks, from what somebody else thinks."""
    heads = attribution.source.heads if attribution.source else ()
    own = bool(heads) and all(unit.doc.tokens[head].lower == "i" for head in heads)
    return own and not any(_quotations_in(unit, attribution))


def stands_alone(unit: Unit) -> Attribution | None:
    """Read ``Ray said.`` where the full stop within a quotation ended the sentence before it."""
    if len(unit) > _FEW_ITEMS or any(unit.is_quote(i) for i in range(len(unit))):
        return None
    for i in range(len(unit)):
        frame = frames().get(unit.token(i).lemma.lower()) if unit.is_word(i) else None
        if frame is not None and "behind" in frame.frames and unit.token(i).pos == "VERB":
            source = source_of(unit, subject_of(unit, unit.items[i].token))
            bare = source is not None and not source.place[0] and unit.lower(i + 1) in ("", ".")
            return (
                Attribution(rule="alone", cue=(i, i + 1), source=source, contents=())
                if bare
                else None
            )
    return None


class Rules(Protocol):
    """How the attributions of a unit are found in a language."""

    def attributions(self, unit: Unit) -> list[Attribution]:
        """Return the attributions in order of their cues."""

    def alone(self, unit: Unit) -> Attribution | None:
        """Return who is cited in a short sentence that holds nothing else."""

    def subject_before(self, unit: Unit, i: int) -> Source | None:
        """Return who acts in the clause before a place."""


class ByClauses:
    """The rules that ask a parse for clauses."""

    def attributions(self, unit: Unit) -> list[Attribution]:
        """Return the attributions in order of their cues."""
        return find_attributions(unit)

    def alone(self, unit: Unit) -> Attribution | None:
        """Return who is cited in a short sentence that holds nothing else."""
        return stands_alone(unit)

    def subject_before(self, unit: Unit, i: int) -> Source | None:
        """Return who acts in the clause before a place."""
        return subject_before(unit, i)


class PartReader:
    """Reads one part once, from beginning to end."""

    def __init__(
        self, doc: Document, speakers: Speakers, theirs: Mapping[int, Turn], rules: Rules
    ) -> None:
        """Take the document, whom its speakers can be linked to, and paragraphs all theirs."""
        self._rules = rules
        self._turns = theirs
        self._taken: set[int] = set()
        self.voices: list[VoiceSpan] = []
        self.stances: list[VoiceSpan] = []
        self.doubts: list[Doubt] = []
        self._doc = doc
        self._speakers = speakers
        self._last = NOBODY
        self._last_end = 0
        self._cited: dict[int, Citation] = {}

    def read(self) -> None:
        """Fill ``voices``, ``stances`` and ``doubts``, all sorted."""
        for start, end, quoted in units(self._doc.sentences, self._doc.quotations):
            turn = self._turns.get(self._doc.paragraph_at(start))
            if turn is not None and end > turn.start:
                self._take_turn(turn)
                continue
            unit = Unit(self._doc, start, end, quoted)
            if len(unit):
                self._read_unit(unit, quoted)
                self._last_end = end
        self._join_chains(self._doc.quotations)
        self.doubts.sort(key=lambda doubt: doubt.start)

    def _take_turn(self, turn: Turn) -> None:
        """Give a whole paragraph to its speaker; without one, to who was announced before it."""
        if turn.start in self._taken:
            return
        self._taken.add(turn.start)
        if turn.speaker:
            name = self._speakers.labelled(turn.speaker)
            self._last = Citation(rule=turn.rule, speaker=name, source=turn.source)
        announced = turn.rule == "block" and not turn.speaker
        last = self._last if turn.speaker or announced else NOBODY
        cited = msgspec.structs.replace(last, rule=turn.rule)
        self.voices.append(self._span(turn.start, turn.end, Voice.QUOTED, cited))
        self._last_end = turn.end

    def _read_unit(self, unit: Unit, quoted: Sequence[Quotation]) -> None:
        attributions = self._attributions(unit)
        speech = [attribution for attribution in attributions if not attribution.own_words]
        self._notice_subject(unit, speech)
        citations = [self._cite(unit, attribution) for attribution in attributions]
        owners = paint(unit, attributions)
        spans: list[VoiceSpan] = []
        for i, run in runs(unit, owners):
            if attributions[i].own_words:
                self.stances.append(self._told(unit, citations[i], run, Voice.OWN))
            else:
                spans.append(self._told(unit, citations[i], run, Voice.ATTRIBUTED))
        places = (i for i in range(len(unit)) if unit.is_quote(i))
        cited: Citation | None = None
        for quotation, place in zip(quoted, places, strict=True):
            owner = owners[place]
            resumed = cited if unit.lower(place - 1) in word_class("aside_mark") else None
            cited = citations[owner] if owner is not None else resumed
            if cited is not None:
                self._cited[quotation.start] = cited
            signed = signature(self._doc.text, quotation.end, unit.items[-1].end)
            if signed is not None:
                self._cited[quotation.start] = self._signed(signed)
            spans.append(self._quoted(quotation, unit))
        self._look_back(unit, speech)
        self.voices += sorted(spans, key=lambda span: span.start)
        if unit.lower(len(unit) - 1) == ":":
            self._announce(unit)

    def _signed(self, name: tuple[int, int]) -> Citation:
        speaker = self._speakers.labelled(self._doc.text[slice(*name)])
        return Citation(rule="signature", speaker=speaker, source=name)

    def _look_back(self, unit: Unit, attributions: Sequence[Attribution]) -> None:
        """Give a quotation to who is cited behind its full stop, in the same paragraph."""
        before = self.voices[-1] if self.voices else None
        start, end = unit.items[0].start, unit.items[-1].end
        name = signature(self._doc.text, start, end)
        if name is not None and before is not None and before.end == self._last_end:
            citation = self._signed(name)
            self._cited[before.start] = citation
            self.voices[-1] = self._span(before.start, before.end, Voice.QUOTED, citation)
            return
        alone = None if attributions else self._rules.alone(unit)
        if alone is None or before is None or before.end != self._last_end:
            return
        if (
            before.voice is Voice.ATTRIBUTED
            or "\n" in self._doc.text[before.end : unit.items[0].start]
        ):
            return
        citation = self._cite(unit, alone)
        self._cited[before.start] = citation
        self.voices[-1] = self._span(before.start, before.end, Voice.QUOTED, citation)

    def _announce(self, unit: Unit) -> None:
        """Remember who ``issued the following statement:`` for the words in the next paragraph."""
        source = self._rules.subject_before(unit, len(unit) - 1)
        if source is not None:
            colon = (len(unit) - 1, len(unit))
            self._cite(unit, Attribution(rule="colon", cue=colon, source=source, contents=()))

    def _attributions(self, unit: Unit) -> list[Attribution]:
        if len(unit) <= _MAX_UNIT_ITEMS:
            return self._rules.attributions(unit)
        self._doubt(unit.items[0].start, unit.items[-1].end, _TOO_LONG)
        return []

    def _notice_subject(self, unit: Unit, attributions: Sequence[Attribution]) -> None:
        """Remember who acts in a sentence: a quotation alone behind it may be theirs."""
        for token in unit.doc.tokens_in(unit.items[0].start, unit.items[-1].end):
            if token.dep in ("nsubj", "nsubjpass") and token.pos == "NOUN":
                name = unit.doc.tokens[apposed_name(unit, token.index)]
                self._speakers.join(token.start, name.start)
        if attributions or any(unit.is_quote(i) for i in range(len(unit))):
            return
        source = self._rules.subject_before(unit, min(len(unit), _SUBJECT_WORDS))
        if source is None:
            return
        speaker = self._speakers.acting(unit.doc.tokens[source.heads[0]].start)
        if speaker.name:
            span = unit.chars(source.place)
            self._last = Citation(rule="acts", speaker=speaker, source=span)

    def _cite(self, unit: Unit, attribution: Attribution) -> Citation:
        source = attribution.source
        said = " ".join(_quotations_in(unit, attribution))
        speaker = self._speakers.speaker(unit, source, said) if source else NO_SPEAKER
        citation = Citation(
            rule=attribution.rule,
            speaker=speaker,
            source=unit.chars(source.place) if source else None,
            cue=unit.chars(attribution.cue),
        )
        if attribution.tells and source:
            self._last = citation
        return citation

    def _quoted(self, quotation: Quotation, unit: Unit) -> VoiceSpan:
        citation = self._cited.get(quotation.start) or self._inherited(quotation, unit)
        if citation is None and is_scare(self._doc.text, quotation):
            return self._span(quotation.start, quotation.end, Voice.SCARE, NOBODY)
        return self._span(quotation.start, quotation.end, Voice.QUOTED, citation or NOBODY)

    def _inherited(self, quotation: Quotation, unit: Unit) -> Citation | None:
        """Return who goes on speaking in a unit that is nothing but quotation."""
        if self._last is NOBODY or any(item.kind == "word" for item in unit.items):
            return None
        printed = self._doc.text[quotation.start : quotation.end]
        if "\n" in self._doc.text[self._last_end : quotation.start] and (
            printed.isupper() or printed.count(" ") < _FEW_SPACES
        ):
            return None  # a heading, not speech that goes on
        return Citation(
            rule="goes-on",
            speaker=self._last.speaker,
            source=self._last.source,
            cue=self._last.cue,
        )

    def _join_chains(self, quotations: Sequence[Quotation]) -> None:
        """Give a quotation over several paragraphs the one speaker who is cited in any of them.

        A piece that cites somebody else is another's; the mark before it was forgotten.
        """
        places = {span.start: i for i, span in enumerate(self.voices)}
        speakers = {at: citation.speaker.name for at, citation in self._cited.items()}
        for chain in chains(quotations):
            for piece in by_speaker(chain, speakers):
                self._give_one_speaker(piece, places)
                if piece[-1] != chain[-1]:
                    self._doubt(piece[-1], piece[-1] + 1, _NOT_CLOSED)

    def _give_one_speaker(self, piece: Sequence[int], places: Mapping[int, int]) -> None:
        cited = next((self._cited[at] for at in piece if at in self._cited), None)
        for at in piece if cited is not None and len(piece) > 1 else ():
            end = self.voices[places[at]].end
            self.voices[places[at]] = self._span(at, end, Voice.QUOTED, cited or NOBODY)

    def _doubt(self, start: int, end: int, reason: str) -> None:
        self.doubts.append(Doubt(part=self._doc.part, start=start, end=end, reason=reason))

    def _told(self, unit: Unit, citation: Citation, run: Range, voice: Voice) -> VoiceSpan:
        start, end = unit.items[run[0]].start, unit.items[run[1] - 1].end
        return self._span(start, end, voice, citation)

    def _span(self, start: int, end: int, voice: Voice, citation: Citation) -> VoiceSpan:
        return VoiceSpan(
            part=self._doc.part,
            start=start,
            end=end,
            voice=voice,
            rule=citation.rule,
            speaker=citation.speaker.name,
            entity=citation.speaker.entity,
            source=citation.source,
            cue=citation.cue,
        )


def _quotations_in(unit: Unit, attribution: Attribution) -> Iterator[str]:
    places = (i for start, end in attribution.contents for i in range(start, end))
    return (
        unit.doc.text[unit.items[i].start : unit.items[i].end] for i in places if unit.is_quote(i)
    )
