"""Reads one part of an article unit by unit and keeps in mind who spoke last."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from bias.language.quotation.chains import by_speaker, chains
from bias.language.quotation.scare import is_scare
from bias.language.word_classes import word_class
from bias.passages.citation import NOBODY, Citation, char_span
from bias.passages.persons.speakers import Speakers
from bias.passages.telling.assign import paint, runs
from bias.passages.telling.attribution import Attribution
from bias.passages.telling.reported import find_attributions
from bias.passages.tokens import Range, Tokens, is_quote, lower_at, tokenize, units
from bias.records import Doubt, Part, Quotation, Voice, VoiceSpan

_SUBJECT_WORDS = 10
_GENDER_WORDS = 30
_MAX_UNIT_TOKENS = 600
"""A unit with more tokens is no sentence; it bounds the time that hostile text can take."""
_TOO_LONG = "this sentence is too long to look for reported speech in it"
_NOT_CLOSED = "a quotation mark opens here and somebody else is quoted before any closes it"
_FEW_SPACES = 4


class PartReader:
    """Reads title or body once, from beginning to end."""

    def __init__(self, text: str, part: Part, speakers: Speakers) -> None:
        """Take the text of the part and those its speakers can be linked to."""
        self.voices: list[VoiceSpan] = []
        self.doubts: list[Doubt] = []
        self._text = text
        self._part = part
        self._speakers = speakers
        self._last = NOBODY
        self._last_end = 0
        self._cited: dict[int, Citation] = {}

    def read(self, sentences: Sequence[tuple[int, int]], quotations: Sequence[Quotation]) -> None:
        """Fill ``voices`` and ``doubts``, both sorted, from the sentences and quotations."""
        for start, end, quoted in units(sentences, quotations):
            self._read_unit(start, end, quoted)
        self._join_chains(quotations)
        self.doubts.sort(key=lambda doubt: doubt.start)

    def _read_unit(self, start: int, end: int, quoted: tuple[Quotation, ...]) -> None:
        tokens = tokenize(self._text, start, end, quoted)
        attributions = self._attributions(tokens)
        self._notice_subject(tokens, attributions)
        citations = [self._cite(tokens, attribution) for attribution in attributions]
        owners = paint(tokens, attributions)
        spans = [self._attributed(tokens, citations[i], run) for i, run in runs(tokens, owners)]
        places = (i for i, token in enumerate(tokens) if token.kind == "quote")
        cited: Citation | None = None
        for quotation, place in zip(quoted, places, strict=True):
            owner = owners[place]
            resumed = cited if lower_at(tokens, place - 1) in word_class("aside_mark") else None
            cited = citations[owner] if owner is not None else resumed
            if cited is not None:
                self._cited[quotation.start] = cited
            spans.append(self._quoted(quotation, tokens))
        self.voices += sorted(spans, key=lambda span: span.start)
        self._last_end = end

    def _notice_subject(self, tokens: Tokens, attributions: Sequence[Attribution]) -> None:
        end = min([_SUBJECT_WORDS, *(attribution.cue[0] for attribution in attributions)])
        person = self._speakers.notice(self._printed(tokens[:end]))
        self._speakers.learn_gender(self._printed(tokens[:_GENDER_WORDS]))
        if person and not attributions and all(token.kind != "quote" for token in tokens):
            self._last = self._acting(person, tokens[:end])

    def _printed(self, tokens: Tokens) -> str:
        """Return the text of some tokens up to the first quotation among them."""
        plain = list(takewhile(lambda token: token.kind != "quote", tokens))
        return self._text[plain[0].start : plain[-1].end] if plain else ""

    def _acting(self, person: str, tokens: Tokens) -> Citation:
        """Return who acts in a sentence, as a quotation alone in the next paragraph may need."""
        last = person.rsplit(maxsplit=1)[-1]
        spans = [(token.start, token.end) for token in tokens if token.text.startswith(last)]
        return Citation(speaker=person, source=spans[0] if spans else None)

    def _attributions(self, tokens: Tokens) -> list[Attribution]:
        if len(tokens) <= _MAX_UNIT_TOKENS:
            return find_attributions(tokens)
        start, end = tokens[0].start, tokens[-1].end
        self._doubt(start, end, _TOO_LONG)
        return []

    def _cite(self, tokens: Tokens, attribution: Attribution) -> Citation:
        source = char_span(tokens, attribution.source)
        said = " ".join(self._quotations_in(tokens, attribution))
        speaker = self._speakers.resolve(self._text[slice(*source)], said) if source else ""
        citation = Citation(speaker=speaker, source=source, cue=char_span(tokens, attribution.cue))
        if attribution.speech and source:
            self._last = citation
        return citation

    def _quotations_in(self, tokens: Tokens, attribution: Attribution) -> Iterator[str]:
        places = (i for start, end in attribution.contents for i in range(start, end))
        return (self._text[tokens[i].start : tokens[i].end] for i in places if is_quote(tokens, i))

    def _quoted(self, quotation: Quotation, tokens: Tokens) -> VoiceSpan:
        citation = self._cited.get(quotation.start) or self._inherited(quotation, tokens)
        if citation is None and is_scare(self._text, quotation):
            return self._span(quotation.start, quotation.end, Voice.SCARE, NOBODY)
        return self._span(quotation.start, quotation.end, Voice.QUOTED, citation or NOBODY)

    def _inherited(self, quotation: Quotation, tokens: Tokens) -> Citation | None:
        """Return who goes on speaking in a unit that is nothing but quotation."""
        if self._last is NOBODY or any(token.kind == "word" for token in tokens):
            return None
        printed = self._text[quotation.start : quotation.end]
        if "\n" in self._text[self._last_end : quotation.start] and (
            printed.isupper() or printed.count(" ") < _FEW_SPACES
        ):
            return None  # a heading, not speech that goes on
        return self._last

    def _join_chains(self, quotations: Sequence[Quotation]) -> None:
        """Give a quotation over several paragraphs the one speaker who is cited in any of them.

        A piece that cites somebody else is another's; the mark before it was forgotten.
        """
        places = {span.start: i for i, span in enumerate(self.voices)}
        speakers = {at: citation.speaker for at, citation in self._cited.items()}
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
        self.doubts.append(Doubt(part=self._part, start=start, end=end, reason=reason))

    def _attributed(self, tokens: Tokens, citation: Citation, run: Range) -> VoiceSpan:
        start, end = tokens[run[0]].start, tokens[run[1] - 1].end
        return self._span(start, end, Voice.ATTRIBUTED, citation)

    def _span(self, start: int, end: int, voice: Voice, citation: Citation) -> VoiceSpan:
        return citation.voice_span(self._part, start, end, voice)
