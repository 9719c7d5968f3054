"""Who did what, as the outlets tell it themselves at the beginning: what titles are made from.

A deed is a clause in an outlet's own voice, affirmed and without a modal verb, with its subject,
its verb and its object. Verbs that tell little by themselves ("be", "make") are none.
"""

from collections.abc import Iterator, Mapping

from bias.attribution.voices import voice_at
from bias.language.clause import Clause
from bias.language.document import Document
from bias.language.inflections import inflections
from bias.language.lexis import frames
from bias.language.read import documents
from bias.language.word_classes import word_class
from bias.records import AlignedEvent, Article, Cast, Deed, Entity, Part, Voice, VoicedArticle

OPENING = 6
"""Sentences of a body in which an article says what it is about."""
_KINDS = frozenset({"main", "coordinate", "adverbial"})
_DROPPED = frozenset({"DET", "PUNCT", "PRON"})
"""Parts of speech that a phrase may begin with and a title leaves out."""

_THINGS = frozenset({"NOUN", "PROPN", "ADJ"})

Owners = Mapping[tuple[str, str], Entity]


def find_deeds(aligned: AlignedEvent) -> tuple[Deed, ...]:
    """Return the deeds that the articles of an event open with, by article and place."""
    articles = {article.id: article for article in aligned.articles}
    casts = {cast.article: cast for cast in aligned.casts}
    voices = {voiced.article: voiced for voiced in aligned.voiced}
    owners = {member: entity for entity in aligned.people for member in entity.members}
    found: list[Deed] = []
    for reading in sorted(aligned.readings, key=lambda reading: reading.article):
        article = articles[reading.article]
        if article.id in casts and article.id in voices:
            look = _Look(article, casts[article.id], voices[article.id], owners)
            for part, document in documents(article, reading).items():
                found.extend(look.deeds(part, document))
    return tuple(found)


class _Look:
    """Reads the deeds of one article."""

    def __init__(self, article: Article, cast: Cast, voiced: VoicedArticle, owners: Owners) -> None:
        self._article = article
        self._cast = cast
        self._voiced = voiced
        self._owners = owners

    def deeds(self, part: Part, document: Document) -> Iterator[Deed]:
        """Yield the deeds of one part."""
        for clause in document.clauses if document.parsed else ():
            predicate = document.tokens[clause.predicate]
            if part is Part.BODY and predicate.sentence >= OPENING:
                return
            if self._is_deed(part, document, clause):
                yield self._deed(part, document, clause)

    def _is_deed(self, part: Part, document: Document, clause: Clause) -> bool:
        verb = document.tokens[clause.predicate]
        plain = clause.kind in _KINDS and not (clause.negated or clause.modal or clause.question)
        told = verb.pos == "VERB" and _tells(verb.lemma.lower())
        own = voice_at(self._voiced, part, verb.start) is Voice.OWN
        return plain and told and own and clause.subject >= 0

    def _deed(self, part: Part, document: Document, clause: Clause) -> Deed:
        verb, subject = document.tokens[clause.predicate], document.tokens[clause.subject]
        objects = [i for i in clause.objects if document.tokens[i].pos in _THINGS]
        thing = objects[-1] if objects else -1
        return Deed(
            article=self._article.id,
            outlet=self._article.outlet,
            sentence=verb.sentence if part is Part.BODY else 0,
            who=self._name(part, document, clause.subject),
            subject=self._phrase(document, clause.subject),
            plural=subject.tag in ("NNS", "NNPS") or subject.lower in word_class("plural"),
            verb=verb.lemma.lower(),
            does=inflections(verb.lemma.lower(), "verb")[1],
            whole=verb.lemma.lower() in word_class("tells_alone"),
            done=verb.lower if clause.passive else "",
            whom=self._name(part, document, thing),
            thing=self._phrase(document, thing),
        )

    def _name(self, part: Part, document: Document, token: int) -> str:
        """Return the name over the event of what a noun means, empty where none is known."""
        if token < 0:
            return ""
        word = document.tokens[token]
        mention = self._cast.at(part, word.start, word.end)
        owner = self._owners.get((self._article.id, mention.entity)) if mention else None
        return owner.name if owner else ""

    def _phrase(self, document: Document, token: int) -> str:
        """Return a noun with what stands before it, without articles and owners."""
        chunk = next((c for c in document.chunks if c.head == token), None)
        if token < 0 or chunk is None:
            return document.tokens[token].text if token >= 0 else ""
        words = list(document.tokens[chunk.first : chunk.last])
        starts = [i for i, w in enumerate(words) if w.pos in _DROPPED or w.tag == "POS"]
        kept = words[starts[-1] + 1 if starts else 0 :]
        return document.words(kept[0].index, kept[-1].index + 1) if kept else ""


def _tells(verb: str) -> bool:
    """Tell whether a verb says what happened; what somebody said tells little without the words."""
    acts = verb not in frames() or verb in word_class("tells_alone", "tells_object")
    return acts and verb not in word_class("tells_little")
