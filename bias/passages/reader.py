"""Reads one part of an article unit by unit and keeps in mind who spoke last."""

from collections.abc import Sequence

from bias.passages.assign import paint, runs
from bias.passages.attribution import Attribution
from bias.passages.quotes import Quotation
from bias.passages.reported import find_attributions
from bias.passages.scare import is_scare
from bias.passages.speakers import Speakers
from bias.passages.tokens import Range, Tokens, tokenize, units
from bias.records import Part, Record, Voice, VoiceSpan

_SUBJECT_WORDS = 8
_FEW_SPACES = 4


class Citation(Record, frozen=True, kw_only=True):
    """Who is cited, and by which words; spans of characters."""

    speaker: str
    source: tuple[int, int] | None
    cue: tuple[int, int] | None


_NOBODY = Citation(speaker="", source=None, cue=None)


class PartReader:
    """Reads title or body once, from beginning to end."""

    def __init__(self, text: str, part: Part, speakers: Speakers) -> None:
        """Take the text of the part and whoever its speakers can be linked to."""
        self._text = text
        self._part = part
        self._speakers = speakers
        self._last: Citation = _NOBODY
        self._last_end = 0
        self._cited: dict[int, Citation] = {}
        self._index: dict[int, int] = {}
        self._found: list[VoiceSpan] = []

    def read(
        self, sentences: Sequence[tuple[int, int]], quotations: Sequence[Quotation]
    ) -> list[VoiceSpan]:
        """Return the voice spans of the part, sorted and not overlapping."""
        for start, end, quoted in units(sentences, quotations):
            self._read_unit(start, end, quoted)
        self._index = {span.start: i for i, span in enumerate(self._found)}
        self._join_chains(quotations)
        return self._found

    def _join_chains(self, quotations: Sequence[Quotation]) -> None:
        """Give a quotation over several paragraphs the one speaker who is cited in any of them."""
        chain: list[Quotation] = []
        for quotation in quotations:
            chain.append(quotation)
            if not quotation.continues:
                if len(chain) > 1:
                    self._share_speaker([part.start for part in chain])
                chain = []

    def _share_speaker(self, starts: list[int]) -> None:
        cited = next((self._cited[start] for start in starts if start in self._cited), None)
        for start in starts:
            if cited is not None and start in self._index:
                i = self._index[start]
                self._found[i] = self._span(start, self._found[i].end, Voice.QUOTED, cited)

    def _read_unit(self, start: int, end: int, quoted: tuple[Quotation, ...]) -> None:
        tokens = tokenize(self._text, start, end, quoted)
        attributions = find_attributions(tokens)
        citations = [self._cite(tokens, attribution) for attribution in attributions]
        owners = paint(tokens, attributions)
        spans = [self._attributed(tokens, citations[i], run) for i, run in runs(tokens, owners)]
        places = [i for i, token in enumerate(tokens) if token.kind == "quote"]
        for quotation, place in zip(quoted, places, strict=True):
            owner = owners[place]
            citation = citations[owner] if owner is not None else self._inherited(tokens, place)
            if owner is not None:
                self._cited[quotation.start] = citations[owner]
            spans.append(self._quoted(quotation, citation, tokens))
        self._last_end = end
        self._found += sorted(spans, key=lambda span: span.start)
        if not attributions:
            self._speakers.notice([t.text for t in tokens[:_SUBJECT_WORDS] if t.kind == "word"])

    def _cite(self, tokens: Tokens, attribution: Attribution) -> Citation:
        source = _span(tokens, attribution.source)
        speaker = self._speakers.resolve(self._text[slice(*source)]) if source else ""
        citation = Citation(speaker=speaker, source=source, cue=_span(tokens, attribution.cue))
        if attribution.speech and source:
            self._last = citation
        return citation

    def _inherited(self, tokens: Tokens, place: int) -> Citation | None:
        """Return who goes on speaking in a unit that is nothing but quotation."""
        if any(token.kind == "word" for token in tokens):
            return None
        token = tokens[place]
        gap = self._text[self._last_end : token.start]
        words = self._text[token.start : token.end]
        if "\n" in gap and (words.count(" ") < _FEW_SPACES or words.isupper()):
            return None
        return self._last if self._last is not _NOBODY else None

    def _attributed(self, tokens: Tokens, citation: Citation, run: Range) -> VoiceSpan:
        start, end = tokens[run[0]].start, tokens[run[1] - 1].end
        return self._span(start, end, Voice.ATTRIBUTED, citation)

    def _quoted(self, quotation: Quotation, citation: Citation | None, tokens: Tokens) -> VoiceSpan:
        if citation is None and is_scare(self._text, quotation):
            return self._span(quotation.start, quotation.end, Voice.SCARE, _NOBODY)
        return self._span(quotation.start, quotation.end, Voice.QUOTED, citation or _NOBODY)

    def _span(self, start: int, end: int, voice: Voice, citation: Citation) -> VoiceSpan:
        return VoiceSpan(
            part=self._part,
            start=start,
            end=end,
            voice=voice,
            speaker=citation.speaker,
            source=citation.source,
            cue=citation.cue,
        )


def _span(tokens: Tokens, place: Range | None) -> tuple[int, int] | None:
    return (tokens[place[0]].start, tokens[place[1] - 1].end) if place else None
