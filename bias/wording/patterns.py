"""Token patterns: what a guard of a row asks of the words beside a hit, and of the hit itself.

A guard is a row of elements with a space between them, one for each token: a word as it stands
(``river``), any form of a word (``lemma:attack``), any word of a class (``#number``) or of a part
of speech (``pos:noun``). A guard of words alone is no pattern: it is compared as written.
"""

from collections.abc import Callable, Sequence
from functools import cache

from bias.language.document import Document
from bias.language.neighbours import CLASSES, class_words
from bias.language.token import Token
from bias.wording.normal import normal_term

Test = Callable[[Token], bool]
Pattern = tuple[Test, ...]

PARTS = {
    "noun": frozenset({"NOUN", "PROPN"}),
    "verb": frozenset({"VERB", "AUX"}),
    "adjective": frozenset({"ADJ"}),
    "adverb": frozenset({"ADV"}),
    "number": frozenset({"NUM"}),
    "name": frozenset({"PROPN"}),
}
"""Universal parts of speech by the names that rows use."""
_CLASS, _LEMMA, _PART = "#", "lemma:", "pos:"
ELEMENTS = (*(f"{_CLASS}{name}" for name in sorted(CLASSES)), *(f"{_PART}{name}" for name in PARTS))
"""Every class and part of speech that a guard can ask for."""
_HYPHENS = frozenset("-‐‑")


def is_pattern(guard: str) -> bool:
    """Return whether a guard holds more than words.

    >>> is_pattern("in the river"), is_pattern("in #determiner river")
    (False, True)
    """
    marked = _CLASS in guard or ":" in guard  # most guards are words, and there are many
    return marked and any(word.startswith((_CLASS, _LEMMA, _PART)) for word in guard.split())


def unknown_element(guard: str) -> str:
    """Return the first element of a guard that names no class or part of speech, else nothing.

    >>> unknown_element("#number lemma:dog"), unknown_element("#colour dog")
    ('', '#colour')
    """
    if not is_pattern(guard):
        return ""
    return next((word for word in guard.split() if not _is_known(word)), "")


def _is_known(word: str) -> bool:
    return word in ELEMENTS or not word.startswith((_CLASS, _PART))


@cache
def pattern(guard: str) -> Pattern:
    """Return the tests of a guard, one for each token."""
    return tuple(_test(word) for word in guard.split())


def _test(word: str) -> Test:
    if word.startswith(_CLASS):
        words = class_words(word.removeprefix(_CLASS))
        digits = word == "#number"
        return lambda token: _plain(token) in words or (digits and token.text[0].isdigit())
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
    return any(_holds(tests, document.tokens[last : last + 2 * len(tests)]) for tests in patterns)


def stands_after(patterns: Sequence[Pattern], document: Document, start: int) -> bool:
    """Return whether what one of the patterns asks for ends right before a place of the text."""
    if not patterns:
        return False
    first = document.token_range(start, start)[0]
    return any(
        _holds(tests[::-1], document.tokens[max(0, first - 2 * len(tests)) : first][::-1])
        for tests in patterns
    )


def _holds(tests: Pattern, tokens: Sequence[Token]) -> bool:
    """Return whether the first tokens pass the tests, one each; hyphens are passed over."""
    words = [token for token in tokens if token.text not in _HYPHENS][: len(tests)]
    return len(words) == len(tests) and all(
        test(token) for test, token in zip(tests, words, strict=True)
    )


def is_part(part: str, document: Document, start: int, end: int) -> bool:
    """Return whether the word that bears a hit's endings is tagged as a part of speech.

    A participle before a noun may be an adjective. True where nothing parsed the text, or where
    the hit begins inside a token.
    """
    first, last = document.token_range(start, end)
    if not document.parsed or first >= last:
        return True
    token = document.tokens[first if part == "verb" else last - 1]
    return token.pos in PARTS[part] or (part == "adjective" and token.dep == "amod")
