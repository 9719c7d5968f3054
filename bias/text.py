"""What counts as a word, the same for every stage and every figure."""

import re
import unicodedata
from collections.abc import Iterator

_WORD = re.compile(r"[^\W_]+(?:[.,'’\-‐‑][^\W_]+)*")
_WORD_OR_GAP = re.compile(_WORD.pattern + r"|[\W_]{2,}")
_PAGE_ENDING = re.compile(r"\.(?:s?html?|php|aspx?|jsp)$")
_SLUG_BREAK = re.compile(r"[-_+.,]|%20")
_SLUG_WORD = re.compile(r"[^\W\d_]{2,}")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


def word_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield the half-open span of every word.

    Letters and digits make a word; a point, comma, apostrophe or hyphen inside belongs to it.

    >>> text = "Maduro's 4,000 US-backed men."
    >>> [text[start:end] for start, end in word_spans(text)]
    ["Maduro's", '4,000', 'US-backed', 'men']
    """
    return (match.span() for match in _WORD.finditer(text))


def words(text: str) -> list[str]:
    """Return the words of a text as printed.

    >>> words("“Coup?” he said.")
    ['Coup', 'he', 'said']
    """
    return _WORD.findall(text)


def words_and_gaps(text: str) -> list[str]:
    """Return the words of a text, and what stands between them where it is more than one sign.

    >>> words_and_gaps("It rained. “Stay in!” he said.")
    ['It', 'rained', '. “', 'Stay', 'in', '!” ', 'he', 'said']
    """
    return _WORD_OR_GAP.findall(text)


def count_words(text: str) -> int:
    """Return how many words a text has.

    >>> count_words("The under-siege tyrant ordered troops.")
    5
    """
    return len(_WORD.findall(text))


def fold(text: str) -> str:
    """Return the text in lower case without accents, for comparing names; lengths may change.

    >>> fold("Juan Guaidó")
    'juan guaido'
    """
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def letters(text: str) -> str:
    """Return the letters and digits of a text, folded, for comparing what was printed.

    >>> letters("“Coup?” he said.")
    'couphesaid'
    """
    return "".join(char for char in fold(text) if char.isalnum())


def slug(text: str, limit: int = 50) -> str:
    """Return lower-case words joined by hyphens, at most ``limit`` characters, cut at a word.

    >>> slug("Guaidó faces test with call for ‘largest march’", 25)
    'guaido-faces-test-with'
    """
    whole = _NOT_SLUG.sub("-", fold(text)).strip("-")
    return whole if len(whole) <= limit else whole[: limit + 1].rpartition("-")[0] or whole[:limit]


def address_words(url: str) -> list[str]:
    """Return the words of the part of an address that has most of them, numbers and codes left out.

    >>> address_words("https://herald.example/world/2026/harbour-strike-ends-a1b2c3.html")
    ['harbour', 'strike', 'ends']
    """
    path = url.partition("://")[2].partition("/")[2].partition("?")[0].lower()
    segments = [_slug_words(segment) for segment in path.split("/")]
    return max(segments, key=len, default=[])


def _slug_words(segment: str) -> list[str]:
    name = _PAGE_ENDING.sub("", segment)
    return [part for part in _SLUG_BREAK.split(name) if _SLUG_WORD.fullmatch(part)]
