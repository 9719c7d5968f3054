"""Which wire agency an article credits: in its byline, its dateline or its foot."""

import re
from collections.abc import Sequence

from bias.text import count_words

AGENCIES: dict[str, str] = {
    "AAP": r"AAP|Australian Associated Press",
    "AFP": r"AFP|Agence France[- ]Presse",
    "Anadolu": r"Anadolu(?: Agency)?",
    "ANI": r"ANI",
    "ANSA": r"ANSA",
    "AP": r"AP|(?:The )?Associated Press",
    "Bloomberg": r"Bloomberg(?: News)?",
    "Canadian Press": r"(?:The )?Canadian Press",
    "dpa": r"dpa|DPA|Deutsche Presse[- ]Agentur",
    "EFE": r"EFE",
    "IANS": r"IANS",
    "Interfax": r"Interfax",
    "Kyodo": r"Kyodo(?: News)?",
    "PA": r"PA(?: Media)?|Press Association",
    "PTI": r"PTI|Press Trust of India",
    "Reuters": r"(?:Thomson )?Reuters",
    "TASS": r"TASS|Tass",
    "Ukrinform": r"Ukrinform",
    "UPI": r"UPI|United Press International",
    "Xinhua": r"Xinhua",
    "Yonhap": r"Yonhap(?: News Agency)?",
}
"""Agencies by the name shown, with how they are printed; case tells PA from pa."""

END_PARAGRAPHS = 3
MAX_DATELINE_CHARS = 120
MAX_FOOT_WORDS = 60

_ANY = "|".join(AGENCIES.values())
_BYLINE = re.compile(
    rf"(?:^|\b(?:[Bb]y|[Ff]rom|[Ww]ith|[Oo]f) |[,/;(|]\s?)({_ANY})(?:$|[\s,/;)|])", re.MULTILINE
)
# A dateline names the place in capitals and then, in brackets, whoever sent the story; it need be
# none of the agencies above.
_DATELINE = re.compile(
    rf"[\w .,'’\-–—]{{0,70}}\(({_ANY})\)\s?[-–—:]"
    rf"|\(({_ANY})\)\s"
    r"|[^\Wa-z][^a-z()\n]{2,40}(?:,[\w .]{0,25})?\s\(([A-Z]{2,6})\)\s?[-–—]"
)
_FOOT = re.compile(
    r"(?:[Rr]eporting by|[Rr]eporting for|[Aa]dditional reporting|[Ss]ources?:|[Cc]opyright|©|"
    r"[Cc]ontributing:|[Ii]ncludes information from|[Ff]rom|[Ww]ith|[Bb]y)"
    rf"\s[^\n]{{0,80}}?\b({_ANY})\b"
    rf"|^\W{{0,3}}({_ANY})\W{{0,3}}$"
    rf"|\(({_ANY})\)\W{{0,2}}$"
    rf"|\b({_ANY})\b[^\n]{{0,40}}\bcontributed to this (?:report|story|article)"
    r"|\b[Rr]eporting by [^\n]{0,60}\(([A-Z]{2,6})\)"
)
_WHOLE = {name: re.compile(pattern) for name, pattern in AGENCIES.items()}


def find_credit(paragraphs: Sequence[str], authors: Sequence[str]) -> str:
    """Return the name of the agency an article credits, empty when it credits none.

    >>> find_credit(["LIMA, March 3 (Reuters) - Rain fell."], [])
    'Reuters'

    Args:
        paragraphs: The body with its dateline and foot.
        authors: The byline, name by name.
    """
    found = _BYLINE.search("\n".join(authors)) or _in_dateline(paragraphs) or _in_foot(paragraphs)
    return _name(next(group for group in found.groups() if group)) if found else ""


def is_agency(name: str) -> bool:
    """Tell whether a name is that of a wire agency, however it is written.

    >>> is_agency("The Associated Press"), is_agency("Ada Ray")
    (True, False)
    """
    return any(pattern.fullmatch(name) for pattern in _WHOLE.values())


def _in_dateline(paragraphs: Sequence[str]) -> re.Match[str] | None:
    return _DATELINE.match(paragraphs[0][:MAX_DATELINE_CHARS]) if paragraphs else None


def _in_foot(paragraphs: Sequence[str]) -> re.Match[str] | None:
    last = (text for text in paragraphs[-END_PARAGRAPHS:] if count_words(text) <= MAX_FOOT_WORDS)
    return next((found for text in last if (found := _FOOT.search(text))), None)


def _name(printed: str) -> str:
    known = (name for name, pattern in _WHOLE.items() if pattern.fullmatch(printed))
    return next(known, printed)
