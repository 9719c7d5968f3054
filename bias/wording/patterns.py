"""Token patterns: what a guard of a row asks of the words beside a hit, and of the hit itself.

A guard is a row of elements with a space between them, one for each token: a word as it stands
(``river``), any form of a word (``lemma:attack``), any word of a class (``#number``, ``#animal``)
or of a part of speech (``pos:noun``). ``phrase:`` asks, behind a hit, for the noun phrase that
begins or goes on there, its first word or its head (``phrase:#vehicle`` is "cars" and "the old
town bus"), and of a passive for its subject ("the boat was ripped"). ``subject:`` asks, before a
hit, for the subject of a verb without an object ("the branch snapped"). ``pos:noun`` alone asks for
a noun that the hit makes one thing with ("the riot police", "a fitness fanatic"), not for one that
happens to be beside it ("called his rivals fanatics"). A guard of words alone is no pattern: it is
compared as written.
"""

from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from bias.language.document import Document
from bias.language.neighbours import class_words, classes, semantic_classes
from bias.language.token import Token
from bias.wording.normal import normal_term

Test = Callable[[Token], bool]


class Pattern(NamedTuple):
    """The tests of a guard, one for each token."""

    tests: tuple[Test, ...]
    of: str = ""
    """``phrase:``, ``subject:`` or ``pos:noun`` where it is one test, for these words."""


PARTS = {
    "noun": frozenset({"NOUN", "PROPN"}),
    "verb": frozenset({"VERB", "AUX"}),
    "adjective": frozenset({"ADJ"}),
    "adverb": frozenset({"ADV"}),
    "number": frozenset({"NUM"}),
    "name": frozenset({"PROPN"}),
    "pronoun": frozenset({"PRON"}),
    "conjunction": frozenset({"CCONJ", "SCONJ"}),
    "particle": frozenset({"ADP"}),
}
"""Universal parts of speech by the names that rows use."""
_CLASS, _LEMMA, _PART, _PHRASE, _SUBJECT = "#", "lemma:", "pos:", "phrase:", "subject:"
_COMPOUND = f"{_PART}noun"
_MARKS = (_CLASS, _LEMMA, _PART, _PHRASE, _SUBJECT)
ELEMENTS = (
    *(f"{_CLASS}{name}" for name in sorted(classes())),
    *(f"{_PART}{name}" for name in PARTS),
)
"""Every class and part of speech that a guard can ask for."""
_HYPHENS = frozenset("-‐‑")
_IN_PHRASE = frozenset({"DET", "ADJ", "NUM", "NOUN", "PROPN"})
_POSSESSIVES = frozenset({"PRP$", "POS"})
_OBJECTS = frozenset({"dobj", "ccomp", "xcomp", "acomp", "attr", "oprd"})
_MODIFIERS = frozenset({"compound", "nmod", "amod", "poss"})
_PASSIVE = frozenset({"nsubjpass"})
_SUBJECTS = _PASSIVE | {"nsubj"}
_LONGEST_PHRASE, _REACH = 6, 20
"""Tokens: of a phrase, and from a verb to what belongs to it."""


def is_pattern(guard: str) -> bool:
    """Return whether a guard holds more than words.

    >>> is_pattern("in the river"), is_pattern("in #determiner river")
    (False, True)
    """
    marked = _CLASS in guard or ":" in guard  # most guards are words, and there are many
    return marked and any(word.startswith(_MARKS) for word in guard.split())


def unknown_element(guard: str) -> str:
    """Return the first element of a guard that names no class or part of speech, else nothing.

    >>> unknown_element("#number lemma:dog"), unknown_element("#shadow dog")
    ('', '#shadow')
    """
    if not is_pattern(guard):
        return ""
    return next((word for word in guard.split() if not _is_known(word)), "")


def _is_known(word: str) -> bool:
    word = word.removeprefix(_PHRASE).removeprefix(_SUBJECT)
    return word in ELEMENTS or not word.startswith((_CLASS, _PART))


@cache
def pattern(guard: str) -> Pattern:
    """Return the tests of a guard."""
    for mark in (_PHRASE, _SUBJECT):
        if guard.startswith(mark):
            return Pattern((_test(guard.removeprefix(mark)),), of=mark)
    of = _COMPOUND if guard == _COMPOUND else ""
    return Pattern(tuple(_test(word) for word in guard.split()), of=of)


def _test(word: str) -> Test:
    if word.startswith(_CLASS):
        name = word.removeprefix(_CLASS)
        words, nouns = class_words(name), name in semantic_classes()
        digits = name == "number"
        return lambda token: (
            _plain(token) in words
            or (nouns and token.pos not in PARTS["verb"] and token.lemma.lower() in words)
            or (digits and token.text[0].isdigit())
        )
    if word.startswith(_LEMMA):
        lemma = word.removeprefix(_LEMMA)
        return lambda token: lemma in (token.lemma.lower(), _plain(token))
    if word.startswith(_PART):
        parts = PARTS[word.removeprefix(_PART)]
        return lambda token: token.pos in parts
    plain = normal_term(word)
    return lambda token: _plain(token) == plain


def _plain(token: Token) -> str:
    return normal_term(token.text)


def stands_before(patterns: Sequence[Pattern], document: Document, end: int) -> bool:
    """Return whether what one of the patterns asks for begins right behind a place of the text."""
    if not patterns:
        return False
    last = document.token_range(end, end)[0]
    return any(_is_behind(found, document, last, end) for found in patterns)


def _is_behind(found: Pattern, document: Document, last: int, end: int) -> bool:
    if found.of == _COMPOUND:
        hit, behind = document.tokens[last - 1], _words(document.tokens[last : last + 2])[:1]
        return any(
            found.tests[0](token)
            and _touch(document, end, token.start)
            and (hit.head >= token.index or document.text[end] in _HYPHENS)
            for token in behind
        )
    if found.of:
        return any(found.tests[0](token) for token in _phrase_ends(document, last))
    return _holds(found.tests, document.tokens[last : last + 2 * len(found.tests)])


def _touch(document: Document, start: int, end: int) -> bool:
    """Return whether there is nothing but spaces and hyphens between two places of the text."""
    return not document.text[start:end].strip().strip("".join(_HYPHENS))


def _phrase_ends(document: Document, first: int) -> list[Token]:
    """Return what ``phrase:`` asks at a token behind a hit: first word, head, passive subject."""
    tokens: list[Token] = []
    for token in document.tokens[first : first + _LONGEST_PHRASE]:
        if token.text in _HYPHENS:
            continue
        inside = token.pos in _IN_PHRASE or token.tag in _POSSESSIVES
        if tokens and not inside:
            break
        tokens.append(token)
        if not inside:
            break
    nouns = [token for token in tokens if token.pos in PARTS["noun"]]
    return [*tokens[:1], *nouns[-1:], *_subjects(document, first - 1, _PASSIVE)]


def _subjects(document: Document, index: int, relations: frozenset[str]) -> list[Token]:
    """Return the heads of the subjects of a verb that has no object, else nothing."""
    tokens = document.tokens
    if not 0 <= index < len(tokens) or tokens[index].pos not in PARTS["verb"]:
        return []
    near = tokens[max(0, index - _REACH) : index + _REACH]
    below = [token for token in near if token.head == index and token.index != index]
    if any(token.dep in _OBJECTS for token in below):
        return []
    return [token for token in below if token.dep in relations]


def stands_after(patterns: Sequence[Pattern], document: Document, start: int) -> bool:
    """Return whether what one of the patterns asks for ends right before a place of the text."""
    if not patterns:
        return False
    first = document.token_range(start, start)[0]
    return any(_is_ahead(found, document, first, start) for found in patterns)


def _is_ahead(found: Pattern, document: Document, first: int, start: int) -> bool:
    if found.of == _SUBJECT:
        return any(found.tests[0](token) for token in _subjects(document, first, _SUBJECTS))
    if found.of == _COMPOUND:
        return any(
            found.tests[0](token)
            and _touch(document, token.end, start)
            and (token.dep in _MODIFIERS or document.text[start - 1] in _HYPHENS)
            for token in _words(_before(document, first, 2))[:1]
        )
    return _holds(found.tests[::-1], _before(document, first, 2 * len(found.tests)))


def _before(document: Document, first: int, count: int) -> Sequence[Token]:
    """Return so many tokens before one, the nearest first."""
    return document.tokens[max(0, first - count) : first][::-1]


def _holds(tests: Sequence[Test], tokens: Sequence[Token]) -> bool:
    """Return whether the first tokens pass the tests, one each; hyphens are passed over."""
    words = _words(tokens)[: len(tests)]
    return len(words) == len(tests) and all(
        test(token) for test, token in zip(tests, words, strict=True)
    )


def _words(tokens: Sequence[Token]) -> list[Token]:
    return [token for token in tokens if token.text not in _HYPHENS]


def is_part(part: str, document: Document, start: int, end: int) -> bool:
    """Return whether the word that bears a hit's endings can be of a part of speech.

    A participle before a noun may be an adjective, and an adverb made of one is one ("crudely").
    What is tagged as a name says nothing: headlines write their words as names. True where nothing
    parsed the text, or where the hit begins inside a token.
    """
    first, last = document.token_range(start, end)
    if not document.parsed or first >= last:
        return True
    token = document.tokens[first if part == "verb" else last - 1]
    made_of = part == "adjective" and (token.dep == "amod" or token.pos == "ADV")
    return made_of or token.pos in PARTS[part] | PARTS["name"]
