"""Where one sentence ends and the next begins.

Own rules rather than a library: syntok, the best maintained splitter at hand, reaches a boundary
F1 of 0.92 on news and makes an object of every word; the rules below go further in a fraction of
the time because they look only at the places where a sentence can end.

A sentence can end at a line break, or behind ``.``, ``!``, ``?`` or ``…`` (with whatever closing
quotation marks and brackets follow) before white space. Each such place is asked, in order, whether
it stands behind an abbreviation or initials, or before a word that only goes on. Inside a quotation
two short sentences stay one passage ("It's wrong. It's unfair."): apart they say too little to be
compared, and people who split news by hand tend to leave them together.
"""

import re
from collections.abc import Iterator
from functools import cache

from bias.language.quotation.quotes import Quotations, find_quotations
from bias.language.registry import rows
from bias.languages import DEFAULT
from bias.text import count_words

_OPENERS = "\"'“‘«»„‚`(\\[{*_–—-"
_CLOSERS = "\"'”’»«“)\\]}*_"
_STOPS = ".!?…。！？"
# Each run is taken whole by a look-ahead and a back-reference: possessive quantifiers, which say
# the same, go wrong in Python before 3.11.5.
_CANDIDATE = re.compile(
    rf"(?<![{_STOPS}])(?=(?P<stop>[{_STOPS}]+(?:[ \u00a0](?:…|\.(?!\w))+)*))(?P=stop)"
    rf"(?=(?P<close>(?:[{_CLOSERS}]|[ \u00a0\u202f][”’»](?!\w))*))(?P=close)"
    rf"(?=(?P<gap>\s+|$)(?P<open>(?:[{_OPENERS}]|(?<=[-–—])\s)*)"
    r"(?P<next>\w?)(?P<rest>\w{0,20}))"
)
_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_LAST_WORD = re.compile(r"[\w.&’']*$")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_REPORTING = re.compile(
    r"\s*(?:[A-Z][\w.’'-]{0,30}\s+){1,4}(?:said|says|asked|asks|wrote|writes|told|added|replied"
    r"|tweeted|shouted|exclaimed|wondered|continued)\b"
)
_DASHES = "-–—"
_LOOK_BACK = 40
_SHORT_PAIR_WORDS = 12
_SHORT_PAIR_CHARS = 120


@cache
def _sentence_words(language: str) -> dict[str, str]:
    return {row["word"]: row["kind"] for row in rows(language, "abbreviations.csv")}


def split_sentences(
    text: str, quotations: Quotations | None = None, language: str = DEFAULT
) -> tuple[tuple[int, int], ...]:
    """Return the half-open span of every sentence, in order, without white space at its ends.

    ``quotations`` are those of the text where they are known already.

    >>> text = "Mr. Ode left at 5 p.m. on Friday. “Why?” asked J. K. Ray."
    >>> [text[start:end] for start, end in split_sentences(text)]
    ['Mr. Ode left at 5 p.m. on Friday.', '“Why?” asked J. K. Ray.']
    """
    known = find_quotations(text) if quotations is None else quotations
    spans: list[tuple[int, int]] = []
    for line in _LINE.finditer(text):
        pieces = [_strip(text, start, end) for start, end in _pieces(text, *line.span(), language)]
        spans += _join_short(text, [piece for piece in pieces if piece[0] < piece[1]], known)
    return tuple(spans)


def _pieces(text: str, start: int, end: int, language: str) -> Iterator[tuple[int, int]]:
    for match in _CANDIDATE.finditer(text, start, end):
        if _ends_sentence(text, match, start, language):
            yield start, match.end()
            start = match.end()
    yield start, end


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    begin = start + len(piece) - len(piece.lstrip())
    return begin, max(begin, start + len(piece.rstrip()))


def _join_short(
    text: str, pieces: list[tuple[int, int]], quotations: Quotations
) -> Iterator[tuple[int, int]]:
    """Join neighbours inside one quotation that are short even together."""
    begin = None
    for i, piece in enumerate(pieces):
        begin = piece[0] if begin is None else begin
        if i + 1 < len(pieces) and _is_short_pair(
            text, (begin, piece[1]), pieces[i + 1], quotations
        ):
            continue
        yield begin, piece[1]
        begin = None


def _is_short_pair(
    text: str, first: tuple[int, int], second: tuple[int, int], quotations: Quotations
) -> bool:
    if second[1] - first[0] > _SHORT_PAIR_CHARS:
        return False
    quotation = quotations.at(first[1])
    if quotation is None or not quotation.start < first[1] < quotation.end:
        return False
    return count_words(text[first[0] : second[1]]) <= _SHORT_PAIR_WORDS


def _ends_sentence(text: str, match: re.Match[str], start: int, language: str) -> bool:
    """Tell whether the sentence that began at ``start`` ends at this candidate."""
    following = match["next"] + match["rest"]
    if not following:
        return bool(match["gap"])
    if following[0].islower():
        return False
    if match["stop"] == ".":
        return bool(match["close"]) or _full_stop_ends(text, match, start, language)
    return not (match["close"] and _REPORTING.match(text, match.end()))


def _full_stop_ends(text: str, match: re.Match[str], start: int, language: str) -> bool:
    """Tell whether a single full stop ends the sentence, by the words on its two sides."""
    word = _LAST_WORD.search(text[max(start, match.start() - _LOOK_BACK) : match.start()])
    before = word.group().strip("'’.").casefold() if word else ""
    following = match["next"] + match["rest"]
    known = _sentence_words(language)
    starts = known.get(following.casefold()) == "starter"
    kind = known.get(before)
    if kind == "title":
        return False
    if kind in ("number", "either") or (_INITIALS.fullmatch(before) and before != "i"):
        return starts and not match["open"].startswith(tuple(_DASHES))
    return True
