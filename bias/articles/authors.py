"""The authors of an article, from what the page declares or what its byline looks like."""

import re
from collections.abc import Callable, Iterable, Iterator

from bias.articles.credit import is_agency
from bias.text import fold

MAX_AUTHORS = 10
MAX_NAME_WORDS = 6
MAX_NAME_CHARS = 60

_JOINED = re.compile(r"\s*(?:[,;|&•·]|\band\b|\bwith\b|\n|\s[–—-]\s)\s*")
_BY = re.compile(
    r"^(?:(?:words|written|story|reported|text|analysis|opinion) )?(?:by|from)\b:?(?:\s+|$)",
    re.IGNORECASE,
)
_SUFFIX = re.compile(r"(?:jr|sr|ii|iii|iv)\.?", re.IGNORECASE)
_DEGREE = re.compile(
    r"(?:ph\.?\s?d|m\.?\s?d|m\.?b\.?a|j\.?d|r\.?n|d\.?o|d\.?d\.?s|ll\.?[bm]|esq|c\.?p\.?a|r\.?d"
    r"|m\.?p\.?h|[mb]\.?s\.?c|m\.?a|b\.?a|cfa|cfp|obe|cbe|mbe|qc|kc|mp|rdn?|ms|cssd)\.?",
    re.IGNORECASE,
)
_ROLE_WORDS = (
    "reporter|correspondent|editor|writer|staff|columnist|contributor|bureau|desk|team|newsroom"
    "|producer|photographer|critic|analyst|journalist|intern|author|editors|reporters|writers"
    "|editorial|board|admin|administrator|meteorologist|freelancer|contributors|agencies|wires"
)
_ROLE = re.compile(
    rf"\s*(?:\b(?:the|a|an|our|chief|senior|deputy|political|business|foreign|sports?|science"
    rf"|health|technology|tech|news|national|world|local|managing|executive|associate|assistant"
    rf"|contributing|special|guest|web|digital|investigative|economics|education|entertainment"
    rf"|environment|diplomatic|crime|city|features?|culture|arts|video|in chief)\b\s*)*"
    rf"\b(?:{_ROLE_WORDS})\b.*$",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"[@\d<>]|://|www\.|\b(?:is|was|are|has|he|she|they|who|the author|sign|follow|posted|updated"
    r"|published|read|learn|more|about|view|see|all|contact|share|comments?|minutes?|hours?|ago)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"^(\S+ [^.!?]*[a-z]{2})[.!?]\s.*$", re.DOTALL)
_MIN_ROLE_NAME = 2
_NOT_LETTERS = re.compile(r"[\W_]+")


def find_authors(
    declared: Iterable[str], guess: Callable[[], Iterable[str]], site: str = ""
) -> tuple[str, ...]:
    """Return the authors as names, in the order of the byline, without roles and the outlet.

    Args:
        declared: What the page declares, each perhaps several names.
        guess: Asked for a byline only when no name is declared.
        site: What the outlet is called, or its host.

    >>> find_authors(["By Ada Ray and J. K. Ode Jr., political editor"], lambda: ())
    ('Ada Ray', 'J. K. Ode Jr.')
    """
    outlet = frozenset(_outlet_keys(site))
    return tuple(_names(declared, outlet)) or tuple(_names(guess(), outlet))


def _names(written: Iterable[str], outlet: frozenset[str]) -> Iterator[str]:
    """Yield what looks like a name; a biography that was taken for a byline yields nothing."""
    found: list[str] = []
    for text in written:
        for part in _JOINED.split(_BY.sub("", _SENTENCE.sub(r"\1", text.strip()))):
            if _SUFFIX.fullmatch(part) and found:
                found[-1] = f"{found[-1]} {part}"
            elif part and not _DEGREE.fullmatch(part):
                found.append(_without_role(_BY.sub("", part)))
    known = dict.fromkeys(name for name in found if _is_name(name) and _key(name) not in outlet)
    yield from list(known)[:MAX_AUTHORS]


def _without_role(part: str) -> str:
    """Return a name without the role behind it, nothing for a role alone."""
    if is_agency(part):
        return part
    bare = _ROLE.sub("", part).strip()
    return bare if bare == part or len(bare.split()) >= _MIN_ROLE_NAME else ""


def _is_name(text: str) -> bool:
    fits = len(text) <= MAX_NAME_CHARS and 0 < len(text.split()) <= MAX_NAME_WORDS
    return fits and text[0].isalpha() and not _NO_NAME.search(text)


def _outlet_keys(site: str) -> Iterator[str]:
    key = _key(site)
    yield from (key, key.removeprefix("the"), f"the{key}")
    yield from (_key(part) for part in site.split(".") if len(part) > 2)  # noqa: PLR2004


def _key(text: str) -> str:
    return _NOT_LETTERS.sub("", fold(text))
