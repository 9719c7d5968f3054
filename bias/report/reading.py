"""A comparison indexed for reading: which words stand where, in whose voice, marked by what."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import TypeVar

from bias.records import (
    Article,
    Comparison,
    Finding,
    Outlet,
    Part,
    Passage,
    PassageRef,
    Record,
    Voice,
    VoiceSpan,
)
from bias.report.catalogue import say
from bias.report.links import cue_anchor, sentence_anchor, sentence_href
from bias.report.outlets import OutletLook, Outlets
from bias.report.plain import LEFT_OUT, STRENGTHS, VOICES, category, weighed
from bias.report.runs import Mark, Run, SpanIndex, Spanned, cut
from bias.text import fold, words

S = TypeVar("S", bound=Spanned)
Place = tuple[str, Part]


class Note(Record, frozen=True, kw_only=True):
    """Why a word is marked: what a reader sees on touching it."""

    id: str
    term: str
    category: str
    strength: str
    voice: str
    speaker: str
    stance_of: str
    """Whose wish or judgement the outlet tells with it, empty for nobody's."""
    negated: bool
    contested: bool
    weighed: str
    """Why a mild word counts, empty where its strength alone lets it count."""
    left_out: str
    """Why it stays out of the headline rate, empty where it counts."""
    sense: str
    """Empty when the comparison, not the lexicon, made the finding."""
    alternative: str
    source: str
    cue: str
    """Anchor of the entry in the list of words, empty when it has none."""


class Sentence(Record, frozen=True, kw_only=True):
    """One passage as shown, with the anchor under which the page of its article prints it."""

    anchor: str
    href: str
    """The way to it from the page of the event."""
    label: str
    """``headline`` or ``sentence 12``."""
    short: str
    """``h`` or ``12``, as printed beside the sentence."""
    outlet: OutletLook
    language: str
    runs: tuple[Run, ...]


class Reading:
    """Answers, for one comparison, what stands at a place; built once, never changed."""

    def __init__(
        self,
        comparison: Comparison,
        outlets: Sequence[Outlet],
        kept: Collection[str] = (),
        *,
        alone: bool = False,
    ) -> None:
        """Index the records of a comparison.

        Args:
            comparison: everything known about an event.
            outlets: as declared.
            kept: ids of articles beside which their pages lie as they were kept.
            alone: whether its articles are put on the event's page.
        """
        self.home = "" if alone else comparison.event.id
        self.kept = frozenset(kept)
        self.comparison = comparison
        self.articles = {article.id: article for article in comparison.articles}
        gaps = comparison.event.gaps
        seen = {a.outlet for a in comparison.articles} | {gap.outlet for gap in gaps}
        self.outlets = Outlets(outlets, seen | set(comparison.event.outlets))
        self.passages = {
            PassageRef(article=passage.article, index=passage.index): passage
            for voiced in comparison.voiced
            for passage in voiced.passages
        }
        self._words: dict[str, frozenset[str]] = {}
        self.cues = {cue.id: cue for cue in comparison.cues}
        self.notes = self._notes(comparison.findings)
        self._weak = {note.id for note in self.notes.values() if note.left_out}
        self._voices: dict[Place, SpanIndex[VoiceSpan]] = _index(
            ((voiced.article, span.part), span)
            for voiced in comparison.voiced
            for span in voiced.voices
        )
        self._marks: dict[Place, SpanIndex[Mark]] = _index(
            ((finding.article, finding.part), self._mark(finding))
            for finding in comparison.findings
        )

    # ------------------------------------------------------------ articles and sentences

    def look(self, article: str) -> OutletLook:
        """Return the outlet of an article, as shown."""
        return self.outlets[self.articles[article].outlet]

    def ordered(self, articles: Iterable[str]) -> list[Article]:
        """Return articles by id in the order of the page: by outlet, then by time and id."""
        wanted = {id_: self.articles[id_] for id_ in articles if id_ in self.articles}
        places = self.outlets.pick(article.outlet for article in wanted.values())
        rank = {look.id: place for place, look in enumerate(places)}
        return sorted(wanted.values(), key=lambda a: (rank[a.outlet], a.published or "", a.id))

    def runs(self, article: str, part: Part, start: int, end: int) -> tuple[Run, ...]:
        """Return a stretch of an article cut into runs of one voice and mark."""
        place = (article, part)
        voices = self._voices[place].touching(start, end) if place in self._voices else ()
        marks = self._marks[place].touching(start, end) if place in self._marks else ()
        return cut(self.articles[article].part_text(part), start, end, voices, marks)

    def sentence(self, ref: PassageRef) -> Sentence:
        """Return a passage as shown."""
        passage = self.passages[ref]
        return Sentence(
            anchor=sentence_anchor(ref),
            href=sentence_href(self.home, ref),
            label=place_label(passage),
            short=place_mark(passage),
            outlet=self.look(ref.article),
            language=self.articles[ref.article].language,
            runs=self.runs(ref.article, passage.part, passage.start, passage.end),
        )

    def voice_at(self, article: str, part: Part, position: int) -> Voice:
        """Return whose words stand at a position."""
        index = self._voices.get((article, part))
        spans = index.touching(position, position + 1) if index else ()
        return spans[0].voice if spans else Voice.OWN

    def words(self, outlet: str) -> frozenset[str]:
        """Return every word that the articles of an outlet print, folded and without 's."""
        if outlet not in self._words:
            texts = [
                article.part_text(part)
                for article in self.articles.values()
                if article.outlet == outlet
                for part in Part
            ]
            found = (word for text in texts for word in words(fold(text).replace("’", "'")))
            self._words[outlet] = frozenset(word.removesuffix("'s") for word in found)
        return self._words[outlet]

    def is_own_loaded(self, run: Run) -> bool:
        """Tell whether a run is a word of the outlet's own that counts in the headline rate."""
        return run.voice is Voice.OWN and bool(run.note) and run.note not in self._weak

    # ------------------------------------------------------------ notes

    def note_of(self, finding: Finding) -> Note:
        """Return the note that explains a finding; findings alike in all it says share one."""
        return self.notes[_note_key(finding)]

    def _notes(self, findings: Iterable[Finding]) -> dict[tuple[object, ...], Note]:
        notes: dict[tuple[object, ...], Note] = {}
        for finding in findings:
            key = _note_key(finding)
            if key not in notes:
                notes[key] = self._note(f"note-{len(notes) + 1}", finding)
        return notes

    def _note(self, id_: str, finding: Finding) -> Note:
        cue = self.cues.get(finding.cue)
        return Note(
            id=id_,
            term=cue.term if cue else finding.cue.rpartition("/")[2].replace("-", " "),
            category=category(finding.category),
            strength=STRENGTHS.get(finding.strength, ""),
            voice=VOICES[finding.voice].label,
            speaker=finding.speaker,
            stance_of=finding.stance_of,
            negated=finding.negated,
            contested=finding.contested,
            weighed=weighed(finding.strength, finding.weight),
            left_out=LEFT_OUT[finding.left_out],
            sense=cue.sense if cue else "",
            alternative=cue.alternative if cue else "",
            source=cue.source if cue else "",
            cue=cue_anchor(cue.id) if cue else "",
        )

    def _mark(self, finding: Finding) -> Mark:
        return Mark(start=finding.start, end=finding.end, note=self.note_of(finding).id)


def place_label(passage: Passage) -> str:
    """Return where a passage stands, in words."""
    if passage.part is Part.STANDFIRST:
        return say("standfirst, sentence {number}", number=passage.index)
    if passage.part is Part.TITLE:
        return say("headline")
    return say("sentence {number}", number=passage.index)


def place_mark(passage: Passage) -> str:
    """Return where a passage stands, as printed beside it."""
    return say("h") if passage.part is Part.TITLE else str(passage.index)


def _note_key(finding: Finding) -> tuple[object, ...]:
    return (
        finding.cue,
        finding.voice,
        finding.speaker,
        finding.stance_of,
        finding.negated,
        finding.contested,
        finding.left_out,
        weighed(finding.strength, finding.weight),
    )


def _index(items: Iterable[tuple[Place, S]]) -> dict[Place, SpanIndex[S]]:
    grouped: dict[Place, list[S]] = defaultdict(list)
    for place, span in items:
        grouped[place].append(span)
    return {place: SpanIndex(spans) for place, spans in grouped.items()}
