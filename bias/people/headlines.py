"""Tells names in a headline from the words around them, by what the text below prints.

A headline capitalises every word, so a parse takes "Ray Accuses Harbour Board" for one name. What
running text prints as a name is one, and what it prints in lower case is none.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from bias.language.word_classes import word_class
from bias.people.candidates import Candidate
from bias.people.lexis import (
    given_names,
    head_kinds,
    is_title,
    same_given_names,
    squeeze,
    title_kind,
)
from bias.people.names import Words
from bias.records import MentionKind, Part

_VERB_ENDINGS = ("s", "ed")
_PEOPLES = ("NORP", "GPE", "LOC")
_LONG = 4
_LEAST = 3
"""So many words of four letters, all with a capital, make a headline of a sentence."""


class Running(NamedTuple):
    """What the running text of an article prints."""

    names: AbstractSet[Words]
    """Names, and the last names of persons among them."""
    persons: AbstractSet[Words]
    """Those of them that are persons'."""
    common: AbstractSet[str]
    """Words in lower case."""


def split_headlines(found: Mapping[Part, Sequence[Candidate]]) -> dict[Part, list[Candidate]]:
    """Return the mentions of an article, names in headlines as running text prints them."""
    headings = {part: _headings(row) for part, row in found.items()}
    below = [
        c for part, row in found.items() for c in row if c.token.sentence not in headings[part]
    ]
    running = _read(below)
    return {
        part: [
            piece
            for c in row
            for piece in (
                _split(c, running)
                if c.token.sentence in headings[part]
                else [_without_common(c, running)]
            )
        ]
        for part, row in found.items()
    }


def _headings(row: Sequence[Candidate]) -> set[int]:
    """Return the sentences of a part that are headlines: the title, and those written like one."""
    if not row:
        return set()
    document = row[0].document
    words: dict[int, list[str]] = defaultdict(list)
    for token in document.tokens:
        if len(token.text) >= _LONG and token.text.isalpha():
            words[token.sentence].append(token.text)
    if document.part is Part.TITLE:
        return set(range(len(document.sentences)))
    return {
        sentence
        for sentence, printed in words.items()
        if len(printed) >= _LEAST and all(word[0].isupper() for word in printed)
    }


def _read(below: Sequence[Candidate]) -> Running:
    names = {c.words for c in below if c.name >= 0 and c.words}
    full = {c.words for c in below if c.label == "PERSON" and len(c.words) > 1}
    persons = full | {words[-1:] for words in full}
    documents = {c.document.part: c.document for c in below}
    tokens = (token for document in documents.values() for token in document.tokens)
    common = {token.text for token in tokens if token.text.islower()}
    return Running(names | persons, persons, common)


def _without_common(candidate: Candidate, running: Running) -> Candidate:
    """Return the name of a person without words that are none: "News of Ray", "Tuesday Ray"."""
    if candidate.label != "PERSON":
        return candidate
    for first in range(candidate.name + 1, candidate.last):
        part = candidate._replace(first=first, name=first)
        before = candidate._replace(last=first).words
        known = part.words in running.persons or (
            len(part.words) > 1 and part.words[0] in given_names()
        )
        if known and all(_is_common(word, running) for word in before):
            return candidate if _is_first_name(before, candidate) else part
    return candidate


def _is_first_name(before: Words, candidate: Candidate) -> bool:
    """Tell whether a common word is a first name: "Senator Bill Ray", but not "Will Ray go?"."""
    tokens, name = candidate.document.tokens, candidate.name
    opens = name == 0 or tokens[name - 1].sentence != tokens[name].sentence
    return len(before) == 1 and before[0] in given_names() and not opens


def _is_common(word: str, running: Running) -> bool:
    return word in running.common or is_title(word) or head_kinds().get(word) == "time"


def _split(candidate: Candidate, running: Running) -> Iterator[Candidate]:
    """Yield what a name of a headline consists of: the name itself where running text prints it."""
    if candidate.name < 0 or candidate.words in running.names:
        yield candidate
        return
    if len(candidate.words) == 1:
        yield from _without_verb(candidate)
        return
    begun = _beginning(candidate, running)
    rest = _end(candidate, running, begun.last if begun else candidate.name + 1)
    if rest is not None:
        yield from (part for part in (begun, rest) if part is not None)
    elif begun is None:
        yield _person_in(candidate, running) or candidate
    elif _is_verb(candidate, begun.last):
        yield begun
    else:
        yield _described(candidate, begun.last, running)


def _without_verb(candidate: Candidate) -> Iterator[Candidate]:
    """Yield a name of one word; of a verb, "Mayor Apologizes", only the title before it."""
    name = candidate.name
    if candidate.label in _PEOPLES or not _is_verb(candidate, name):
        yield candidate
    elif candidate.first < name and is_title(squeeze(candidate.document.tokens[name - 1].text)):
        yield candidate._replace(name=-1, kind=MentionKind.NOMINAL, head=name - 1, last=name)


def _beginning(candidate: Candidate, running: Running) -> Candidate | None:
    """Return the longest known name that a name of a headline begins with."""
    for last in range(candidate.last - 1, candidate.name, -1):
        part = candidate._replace(last=last, head=last - 1)
        if part.words in running.names and not is_title(part.words[-1]):
            return part
    return None


def _end(candidate: Candidate, running: Running, begin: int) -> Candidate | None:
    """Return the longest known name that a name of a headline ends with.

    A single word is one only behind common words: "Fill Ray", but not "Tom Ray".
    """
    for first in range(begin, candidate.last):
        part = candidate._replace(first=first, name=first)
        before = candidate._replace(last=first).words
        if part.words in running.names and (
            len(part.words) > 1 or all(_is_common(word, running) for word in before)
        ):
            return part
    return None


def _person_in(candidate: Candidate, running: Running) -> Candidate | None:
    """Return the last name of a known person behind words that are no given name: "Chide Ray"."""
    last = candidate._replace(first=candidate.last - 1, name=candidate.last - 1)
    opened = candidate.words[0]
    given = opened in given_names() or same_given_names(opened) or len(opened) == 1
    return last if last.words in running.persons and not given else None


def _described(candidate: Candidate, head: int, running: Running) -> Candidate:
    """Return the description that begins with a name, "Ray Aide"; else the name as it is."""
    word = squeeze(candidate.document.tokens[head].text)
    if title_kind(word) not in ("office", "role") and word not in running.common:
        return candidate
    return candidate._replace(name=-1, kind=MentionKind.NOMINAL, head=head, last=head + 1)


def _is_verb(candidate: Candidate, token: int) -> bool:
    word = squeeze(candidate.document.tokens[token].text)
    return word.endswith(_VERB_ENDINGS) or word in word_class("headline_word")
