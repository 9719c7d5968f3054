"""Which wire agency an article credits in its byline, its dateline or its foot."""

import re
from collections.abc import Sequence

AGENCIES: dict[str, str] = {
    "Reuters": r"Reuters",
    "AP": r"AP|Associated Press",
    "AFP": r"AFP|Agence France[- ]Presse",
    "dpa": r"dpa|DPA|Deutsche Presse[- ]Agentur",
    "PA": r"PA|Press Association|PA Media",
    "UPI": r"UPI|United Press International",
    "Xinhua": r"Xinhua",
    "TASS": r"TASS",
    "Interfax": r"Interfax",
    "EFE": r"EFE",
    "ANSA": r"ANSA",
    "ANI": r"ANI",
    "PTI": r"PTI|Press Trust of India",
    "IANS": r"IANS",
    "AAP": r"AAP|Australian Associated Press",
    "Kyodo": r"Kyodo(?: News)?",
    "Yonhap": r"Yonhap(?: News)?",
    "Anadolu": r"Anadolu(?: Agency)?",
    "Bloomberg": r"Bloomberg",
    "Canadian Press": r"(?:The )?Canadian Press",
    "Ukrinform": r"Ukrinform",
}
"""Agency by the name shown, with what it is called in print."""

DATELINE_CHARS = 160
FOOT_CHARS = 400

_ANY = "|".join(f"(?:{pattern})" for pattern in AGENCIES.values())
_DATELINE = re.compile(rf"\(({_ANY})(?: News)?\)\s*[-–—]|^\(({_ANY})\)\s")
_FOOT = re.compile(
    rf"(?:[Rr]eporting by|[Aa]dditional reporting|[Ss]ource:|[Ww]ith|[Cc]opyright|©|[Bb]y)\b[^\n]{{0,120}}?\b({_ANY})\b"
    rf"|\(({_ANY})\)\s*$|^({_ANY})\.?$",
    re.MULTILINE,
)
_BYLINE = re.compile(rf"(?:^|\b(?:by|from|with|of) |[,/(]\s?|\bThe )({_ANY})\b", re.IGNORECASE)


def find_credit(text: str, authors: Sequence[str]) -> str:
    """Return the name of the agency an article credits, empty when it credits none."""
    places = ((_BYLINE, "\n".join(authors)), (_DATELINE, text[:DATELINE_CHARS]))
    for pattern, place in (*places, (_FOOT, text[-FOOT_CHARS:])):
        found = pattern.search(place)
        if found:
            return _agency(next(group for group in found.groups() if group))
    return ""


def _agency(printed: str) -> str:
    for name, pattern in AGENCIES.items():
        if re.fullmatch(pattern, printed, re.IGNORECASE):
            return name
    return printed
