"""Finds the noun phrases, names and pronouns of a document that may mean somebody or something."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from bias.language.document import Document
from bias.language.token import Token
from bias.people.edges import OPENERS, first_of, last_of, name_start
from bias.people.heads import (
    NAMES,
    Labelled,
    is_beside,
    is_date,
    is_dateline,
    is_noun,
    is_piece,
    is_skipped,
)
from bias.people.hyphened import HYPHENS, Range, hyphened_names, hyphened_words, party_tags
from bias.people.lexis import SUFFIXES, countries, head_kinds, is_title, noun_kind, squeeze
from bias.records import MentionKind

PRONOUNS = {
    "he": "he", "him": "he", "his": "he", "himself": "he",
    "she": "she", "her": "she", "hers": "she", "herself": "she",
    "they": "they", "them": "they", "their": "they", "theirs": "they", "themselves": "they",
    "it": "it", "its": "it", "itself": "it",
}  # fmt: skip
_NOTHING: Labelled = (-1, -1, "")
_PLACES = frozenset({"GPE", "LOC", "FAC"})


class Candidate(NamedTuple):
    """A phrase of a document by its tokens."""

    document: Document
    first: int
    head: int
    name: int
    """First token of the name, -1 where it is none."""
    last: int
    """One behind its last token."""
    kind: MentionKind
    label: str
    """What the model takes the name for, empty for nothing."""

    @property
    def token(self) -> Token:
        """Return its head."""
        return self.document.tokens[self.head]

    @property
    def start(self) -> int:
        """Return its first character."""
        return self.document.tokens[self.first].start

    @property
    def end(self) -> int:
        """Return the character behind its last."""
        return self.document.tokens[self.last - 1].end

    @property
    def words(self) -> tuple[str, ...]:
        """Return the words of the name as they are compared, points left out."""
        tokens = self.document.tokens[self.name : self.last] if self.name >= 0 else ()
        words = [squeeze(t.text) for t in tokens if t.text not in HYPHENS]
        return tuple(w for w in words if w)


def find_candidates(document: Document) -> list[Candidate]:
    """Return the mentions of a document in reading order; none but names stands in another."""
    if not document.parsed:
        return []
    labels = _labels(document)
    chains = list(hyphened_names(document.tokens))
    words = list(hyphened_words(document.tokens))
    passed = party_tags(document) | {i for chain in (*chains, *words) for i in range(*chain)}
    made = (_candidate(document, t, labels) for t in document.tokens if t.index not in passed)
    found = [c for c in made if c is not None]
    found += [_chained(document, chain, labels) for chain in chains]
    found += [_worded(document, *word) for word in words if _is_person(document, word[0])]
    behind = {i for c in found if c.name >= 0 for i in range(c.head + 1, c.last)}
    found = [c for c in found if c.head not in behind and not _is_suffix(c)]
    inner = [c for c in _inner(document, found) if c.head not in passed]
    return sorted([*found, *inner], key=lambda c: (c.first, c.last))


def find_again(
    document: Document, found: Sequence[Candidate], surnames: AbstractSet[str]
) -> list[Candidate]:
    """Return the words that are the last name of a known person and were taken for another word.

    "May" is a month and a modal verb, and in capitals every name looks like a noun.
    """
    taken = {i for c in found if c.name >= 0 for i in range(c.name, c.last)}
    return [
        Candidate(document, t.index, t.index, t.index, t.index + 1, MentionKind.PROPER, "PERSON")
        for t in document.tokens
        if t.text[0].isupper() and t.index not in taken and squeeze(t.text) in surnames
        if not (head_kinds().get(squeeze(t.text)) == "time" and is_date(document.tokens, t))
    ]


def shortened(candidate: Candidate, known: AbstractSet[tuple[str, ...]]) -> Candidate:
    """Return a name without what a headline prints behind it: "Ada Ray Closes Her Pier"."""
    if candidate.name < 0 or candidate.label not in ("PERSON", ""):
        return candidate
    tokens = candidate.document.tokens
    for end in range(candidate.name + 2, candidate.last):
        words = candidate._replace(last=end).words
        if words in known and squeeze(tokens[end].text) not in SUFFIXES:
            return candidate._replace(last=end, head=end - 1)
    return candidate


def find_modifiers(document: Document, heads: AbstractSet[str]) -> list[Candidate]:
    """Return the nouns before a head that are heads elsewhere: "the piracy suspects"."""
    return [
        Candidate(document, t.index, t.index, -1, t.index + 1, MentionKind.NOMINAL, "")
        for t in document.tokens
        if t.pos == "NOUN" and t.dep == "compound" and squeeze(t.lemma) in heads
        if is_beside(document.tokens, t) and not is_piece(document.tokens, t)
    ]


def _labels(document: Document) -> dict[int, Labelled]:
    return {
        i: (e.first, e.last, e.label) for e in document.entities for i in range(e.first, e.last)
    }


def _candidate(document: Document, token: Token, labels: dict[int, Labelled]) -> Candidate | None:
    if token.lower in PRONOUNS and token.pos in ("PRON", "DET"):
        i = token.index
        return Candidate(document, i, i, -1, i + 1, MentionKind.PRONOUN, "")
    if not is_noun(document.tokens, token) or is_skipped(token, labels):
        return None
    return _phrase(document, token, labels.get(token.index, _NOTHING))


def _phrase(document: Document, head: Token, labelled: Labelled) -> Candidate | None:
    first, last = first_of(document, head), last_of(document.tokens, head, labelled)
    name = name_start(document.tokens, first, head, labelled)
    kind = MentionKind.NOMINAL if name < 0 else MentionKind.PROPER
    label = "GPE" if name >= 0 and is_dateline(document, first, last) else labelled[2]
    return Candidate(document, first, head.index, name, last, kind, label)


def _chained(document: Document, chain: Range, labels: dict[int, Labelled]) -> Candidate:
    """Return the mention of a hyphened name; the model takes most for a person, and few are one."""
    first, last = chain
    head = next(
        (i for i in range(first, last) if not first <= document.tokens[i].head < last), first
    )
    place = any(labels.get(i, _NOTHING)[2] in _PLACES for i in range(first, last))
    label = "GPE" if place else "ORG"
    return Candidate(document, first, head, first, last, MentionKind.PROPER, label)


def _is_suffix(candidate: Candidate) -> bool:
    """Tell whether all there is of a name is "Jr.", cut off by a comma."""
    return bool(candidate.words) and SUFFIXES.issuperset(candidate.words)


def _worded(document: Document, first: int, last: int) -> Candidate:
    return Candidate(document, first, first, -1, last, MentionKind.NOMINAL, "")


def _is_person(document: Document, token: int) -> bool:
    return noun_kind(squeeze(document.tokens[token].lemma)) == "person"


def _is_department(tokens: Sequence[Token], token: Token) -> bool:
    """Tell whether a name is only part of a title: "Defense Secretary", not "CIA director"."""
    after = tokens[min(len(tokens) - 1, token.index + 1)].lower
    short = token.text.isupper() or "." in token.text
    return is_title(after) and not short and squeeze(token.text) not in countries()


def _inner(document: Document, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the names that stand before the head of a phrase: "Comey memos", "FBI director"."""
    heads = {i for c in found for i in range(c.name if c.name >= 0 else c.head, c.last)}
    for entity in document.entities:
        last = entity.last - 1
        if entity.label not in NAMES or entity.label == "NORP":
            continue
        if any(i in heads for i in range(entity.first, entity.last)):
            continue
        first, token = entity.first, document.tokens[last]
        while first < last and document.tokens[first].tag in OPENERS:
            first += 1
        while token.tag == "POS" and last > first:
            last -= 1
            token = document.tokens[last]
        name = name_start(document.tokens, first, token, (first, last + 1, entity.label))
        if _is_department(document.tokens, token):
            continue
        if name >= 0 and token.pos in ("PROPN", "NOUN"):
            yield Candidate(document, first, last, name, last + 1, MentionKind.PROPER, entity.label)
