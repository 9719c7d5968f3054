"""Finds the noun phrases, names and pronouns of a document that may mean somebody or something."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import NamedTuple

from bias.language.document import Document
from bias.language.token import Token
from bias.language.word_classes import word_class
from bias.people.lexis import (
    SKIPPED,
    countries,
    given_names,
    head_kinds,
    is_title,
    noun_kind,
    squeeze,
    title_kind,
)
from bias.records import EntityKind, MentionKind

PRONOUNS = {
    "he": "he", "him": "he", "his": "he", "himself": "he",
    "she": "she", "her": "she", "hers": "she", "herself": "she",
    "they": "they", "them": "they", "their": "they", "theirs": "they", "themselves": "they",
    "it": "it", "its": "it", "itself": "it",
}  # fmt: skip
PARTICLES = frozenset(
    [
        "de",
        "del",
        "della",
        "da",
        "dos",
        "du",
        "van",
        "von",
        "der",
        "den",
        "bin",
        "ibn",
        "al",
        "el",
        "la",
        "le",
        "di",
        "st",
        "ten",
        "ter",
        "y",
        "of",
        "the",
    ]
)
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_OPENERS = frozenset({"DT", "PDT", "PRP$", "WDT", "WP$", "POS"})
_NAMES = {
    "PERSON": EntityKind.PERSON, "ORG": EntityKind.ORGANISATION, "NORP": EntityKind.GROUP,
    "GPE": EntityKind.PLACE, "LOC": EntityKind.PLACE, "FAC": EntityKind.PLACE,
    "EVENT": EntityKind.HAPPENING, "LAW": EntityKind.OBJECT, "PRODUCT": EntityKind.OBJECT,
    "WORK_OF_ART": EntityKind.OBJECT,
}  # fmt: skip
_HYPHENS = ("-", "‑")
_PIECES = 5
"""Tokens of a name of three hyphened pieces."""
_NUMBERS = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL"})


Labelled = tuple[int, int, str]
"""First token, one behind the last, and what the model takes these tokens for."""
_NOTHING: Labelled = (-1, -1, "")
_LONGEST_TAIL = 8
_DATELINE = 30
"""Characters behind a place in which the dash of a dateline stands."""
_MOST_JOINED = 3
"""Words behind the head that the model may take for part of the name."""


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
        words = [squeeze(t.text) for t in tokens if t.text not in ("-", "‑")]
        return tuple(w for w in words if w)


def find_candidates(document: Document) -> list[Candidate]:
    """Return the mentions of a document in reading order; none but names stands in another."""
    if not document.parsed:
        return []
    labels = _labels(document)
    found: list[Candidate] = []
    for token in document.tokens:
        made = _candidate(document, token, labels)
        if made is not None:
            found.append(made)
    behind = {i for c in found if c.name >= 0 for i in range(c.head + 1, c.last)}
    found = [c for c in found if c.head not in behind]
    return sorted([*found, *_inner(document, found)], key=lambda c: (c.first, c.last))


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
        if not (head_kinds().get(squeeze(t.text)) == "time" and _is_date(document.tokens, t))
    ]


def _is_date(tokens: Sequence[Token], token: Token) -> bool:
    """Tell whether a month is one: "in May", "May 3", "last May"."""
    before = tokens[max(0, token.index - 1)].lower
    after = tokens[min(len(tokens) - 1, token.index + 1)].text
    return after[0].isdigit() or before[0].isdigit() or before in word_class("before_month")


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
        if _is_beside(document.tokens, t) and not _is_piece(document.tokens, t)
    ]


def _labels(document: Document) -> dict[int, Labelled]:
    return {
        i: (e.first, e.last, e.label) for e in document.entities for i in range(e.first, e.last)
    }


def _candidate(document: Document, token: Token, labels: dict[int, Labelled]) -> Candidate | None:
    if token.lower in PRONOUNS and token.pos in ("PRON", "DET"):
        i = token.index
        return Candidate(document, i, i, -1, i + 1, MentionKind.PRONOUN, "")
    if not _is_noun(document.tokens, token) or _is_skipped(token, labels):
        return None
    return _phrase(document, token, labels.get(token.index, _NOTHING))


def _is_noun(tokens: Sequence[Token], token: Token) -> bool:
    if token.pos not in ("NOUN", "PROPN") and not _is_tail(tokens, token):
        return False
    if token.text[0].isupper() and token.lower in word_class("headline_word"):
        return False
    parts = (_is_beside, _is_piece, _is_of_office)
    return token.text[0].isalnum() and not any(is_part(tokens, token) for is_part in parts)


def _is_of_office(tokens: Sequence[Token], token: Token) -> bool:
    """Tell whether a noun only says of what somebody is secretary: "secretary of state"."""
    of = tokens[token.head]
    if token.dep != "pobj" or of.lower != "of" or of.index + 1 != token.index:
        return False
    return tokens[of.head].lower == "secretary"


def _is_piece(tokens: Sequence[Token], token: Token) -> bool:
    """Tell whether a noun is the beginning of a hyphened word: "self-proclaimed"."""
    i = token.index
    if i + 2 >= len(tokens) or token.end != tokens[i + 1].start:
        return False
    if token.pos == "PROPN":
        return _is_chained(tokens, i + 2)
    return tokens[i + 1].text in _HYPHENS


def _is_beside(tokens: Sequence[Token], token: Token) -> bool:
    """Tell whether a noun stands before another noun that is the head of its phrase."""
    if token.dep not in ("compound", "nmod", "amod") or token.head <= token.index:
        return False
    after = tokens[token.index + 1]
    ends = after.text[0].isupper() and after.lower in word_class("headline_word")
    return not (ends or is_called(tokens, token))


def is_called(tokens: Sequence[Token], token: Token) -> bool:
    """Tell whether a noun is the one whom a verb calls the noun behind it: "the men traitors"."""
    head = tokens[token.head]
    calls = tokens[head.head].lemma in word_class("calls_object") and head.dep == "dobj"
    return calls and token.tag == head.tag == "NNS" and token.index + 1 == head.index


def _is_tail(tokens: Sequence[Token], token: Token) -> bool:
    """Tell whether a word ends a hyphened name: "Jong-un"."""
    before, hyphen = tokens[max(0, token.index - 2)], tokens[max(0, token.index - 1)]
    if hyphen.text not in ("-", "‑") or (before.end, hyphen.end) != (hyphen.start, token.start):
        return False
    named = before.pos == "PROPN" and before.text[0].isupper()
    return named and len(token.text) <= _LONGEST_TAIL


def _is_common_tail(tokens: Sequence[Token], token: Token) -> bool:
    """Tell whether a word ends a hyphened word that is no name: the "ed" of "op-ed"."""
    before, hyphen = tokens[max(0, token.index - 2)], tokens[max(0, token.index - 1)]
    joined = hyphen.text in _HYPHENS and (before.end, hyphen.end) == (hyphen.start, token.start)
    return joined and before.text[0].islower() and token.text[0].islower()


def _is_skipped(token: Token, labels: dict[int, Labelled]) -> bool:
    label = labels.get(token.index, _NOTHING)[2]
    if label in _NUMBERS and token.pos == "PROPN":
        return True
    if label in ("DATE", "TIME", "PERCENT", "MONEY"):
        return True
    word = squeeze(token.lemma)
    if token.pos == "PROPN" and label in _NAMES:
        return head_kinds().get(word) == "time" and label != "PERSON"
    return noun_kind(word) in SKIPPED or not any(c.isalpha() for c in token.text)


def _phrase(document: Document, head: Token, labelled: Labelled) -> Candidate | None:
    first, last = _first(document, head), _last(document.tokens, head, labelled)
    name = _name_start(document.tokens, first, head, labelled)
    kind = MentionKind.NOMINAL if name < 0 else MentionKind.PROPER
    label = "GPE" if name >= 0 and _is_dateline(document, first, last) else labelled[2]
    return Candidate(document, first, head.index, name, last, kind, label)


def _is_dateline(document: Document, first: int, last: int) -> bool:
    """Tell whether a name opens a paragraph as the place it was written at: "ORLO, May 3 —"."""
    start, end = document.tokens[first].start, document.tokens[last - 1].end
    opens = start == 0 or document.text[:start].endswith("\n")
    behind = document.text[end : end + _DATELINE]
    shown = any(mark in behind for mark in ("—", "–", " - ", " -- ", "(AP", "(Reuters"))
    return opens and shown and document.text[start:end].isupper()


def _last(tokens: Sequence[Token], head: Token, labelled: Labelled) -> int:
    """Return one behind the last token: a name may go on behind what the parse takes for it."""
    if head.pos == "PROPN" and head_kinds().get(squeeze(head.lemma)) == "organisation":
        return _behind_body(tokens, head)
    end = labelled[1]
    while end > head.index + 1 and tokens[end - 1].lower in word_class("headline_word"):
        end -= 1
    if labelled[2] not in _NAMES or not head.index < end - 1 <= head.index + _MOST_JOINED:
        return head.index + 1
    tail = tokens[head.index + 1 : end]
    goes_on = all(t.text in ("-", "‑") or t.text[0].isupper() or t.pos == "PROPN" for t in tail)
    return end if goes_on else head.index + 1


def _behind_body(tokens: Sequence[Token], head: Token) -> int:
    """Return one behind the last token of a body's name: "Federal Bureau of Ferries"."""
    end = head.index + 1
    if end + 1 >= len(tokens) or tokens[end].lower not in ("of", "for"):
        return end
    while end < len(tokens) and (
        tokens[end].pos == "PROPN" or tokens[end].lower in ("of", "for", "and", "the")
    ):
        end += 1
    while tokens[end - 1].lower in ("of", "for", "and", "the"):
        end -= 1
    return end


def _first(document: Document, head: Token) -> int:
    """Return the first token of a phrase, behind article, owner and anything not joined to it."""
    tokens = document.tokens
    inside = {t for t in document.tree.subtree(head.index) if t <= head.index}
    edge = head.index
    while edge - 1 in inside and not _cuts(tokens, tokens[edge - 1]):
        if _acts_on(tokens, tokens[edge - 1], head):
            break
        edge -= 1
    while edge < head.index and not tokens[edge].text[0].isalnum():
        edge += 1
    return edge


def _acts_on(tokens: Sequence[Token], token: Token, head: Token) -> bool:
    """Tell whether a word before a name is rather a verb of whom is named before it.

    In "the split with Ray concerned Senator Ben Ode" the parse takes all for one phrase.
    """
    before = tokens[max(0, token.index - 1)]
    named = head.pos == "PROPN" and before.pos in ("PROPN", "NOUN") and before is not token
    return named and token.tag in ("VBD", "VBN") and before.end < token.start


def _cuts(tokens: Sequence[Token], token: Token) -> bool:
    hyphened = token.end == tokens[token.index + 1].start
    if not hyphened and (token.tag in _OPENERS or token.lower in ("such", "both", "all")):
        return True
    if token.text[0].isupper() and token.lower in word_class("headline_word"):
        return True
    if token.tag == "NNS" and is_called(tokens, token):
        return True
    if token.text in (",", ";", ":", "(", ")", "–", "—", "/", "“", "”"):
        return True
    return token.dep in ("cc", "punct", "relcl", "advcl") and token.text not in ("-", "‑")


def _name_start(tokens: Sequence[Token], first: int, head: Token, labelled: Labelled) -> int:
    """Return where the name in a phrase begins, -1 where its head is no name."""
    if not _is_tail(tokens, head) and (
        not _is_name_word(head, labelled) or _is_common_tail(tokens, head)
    ):
        return -1
    start = head.index
    known = head_kinds().get(squeeze(head.lemma), "")
    body = labelled[2] != "PERSON" and known in ("organisation", "place", "happening", "group")
    while start > first and (
        _goes_on(tokens[start - 1], body=body) or _is_chained(tokens, start - 1)
    ):
        start -= 1
    if _is_of_title(tokens, start):
        start = min(head.index, start + 1)
    while start < head.index and (
        tokens[start].lower in PARTICLES
        and tokens[start].text.islower()
        or tokens[start].text in ("-", "‑")
    ):
        start += 1
    return start


def _is_of_title(tokens: Sequence[Token], start: int) -> bool:
    """Tell "Secretary of State Ada Ray" from "a supporter of Ada Ray"."""
    if start < 2 or tokens[start - 1].lower != "of":  # noqa: PLR2004 - a title and "of"
        return False
    office = title_kind(tokens[start - 2].lower) == "office"
    return office and squeeze(tokens[start].text) not in given_names()


def _is_name_word(head: Token, labelled: Labelled) -> bool:
    if head.lower in word_class("headline_word"):
        return False
    label, word = labelled[2], squeeze(head.lemma)
    if not head.text[0].isupper() and not head.text[0].isdigit():
        return label in _NAMES and head.pos == "PROPN"
    if title_kind(word) in ("office", "role") and label != "PERSON":
        return False
    if title_kind(word) and labelled[0] in (-1, head.index):
        return False
    common = head_kinds().get(word) in ("happening", "object") and not label
    return (head.pos == "PROPN" and not common) or label in _NAMES


def _goes_on(token: Token, *, body: bool) -> bool:
    """Tell whether a word belongs to the name that goes on behind it."""
    if token.text in ("-", "‑"):
        return True
    if token.lower in PARTICLES:
        return token.lower not in ("of", "the") or body
    if token.pos in ("VERB", "AUX") or token.lower in word_class("headline_word", "auxiliary"):
        return False
    if not token.text[0].isupper() and not token.text[0].isdigit():
        return False
    if token.pos in ("ADJ", "VERB", "ADV") and not body and token.tag != "NNP":
        return False
    return body or not is_title(squeeze(token.text))


def _is_chained(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether a word is a middle piece of a hyphened name: "Chick-fil-A"."""
    pieces = tokens[max(0, i - 2) : i + 3]
    solid = all(a.end == b.start for a, b in pairwise(pieces))
    return (
        len(pieces) == _PIECES
        and solid
        and pieces[0].text[0].isupper()
        and pieces[3].text in _HYPHENS
    )


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
        if entity.label not in _NAMES or entity.label == "NORP":
            continue
        if any(i in heads for i in range(entity.first, entity.last)):
            continue
        first, token = entity.first, document.tokens[last]
        while first < last and document.tokens[first].tag in _OPENERS:
            first += 1
        while token.tag == "POS" and last > first:
            last -= 1
            token = document.tokens[last]
        name = _name_start(document.tokens, first, token, (first, last + 1, entity.label))
        if _is_department(document.tokens, token):
            continue
        if name >= 0 and token.pos in ("PROPN", "NOUN"):
            yield Candidate(document, first, last, name, last + 1, MentionKind.PROPER, entity.label)
