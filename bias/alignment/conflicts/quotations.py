"""One speaker, two wordings: what stands between quotation marks in other words elsewhere.

Two quotations are of one utterance where most of their words are the same in the same order. What
differs between these words is a conflict; what stands before the first or behind the last of them
is only where an outlet began and ended.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from difflib import Match, SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

from bias.alignment.conflicts.texts import ReadText, pairs
from bias.alignment.terms.terms import read_terms, stem_word
from bias.records import Conflict, ConflictKind, PassageRef
from bias.text import fold

SURE = 0.9
"""Share of such conflicts that held where people checked them."""
_LEAST_SAME = 5
"""Words that must be the same, or two quotations may be of two occasions."""
_LEAST_JOINED = 3
"""Words of content that must be the same where the passages were joined: a few quoted words."""
_LEAST_OF_SHORTER = 1 / 3
"""Share of the shorter quotation that must be the same, or a phrase is all that two have."""
_SURELY_SAME = 9
"""From so many shared words on, the speakers found for two quotations need not agree."""
_LEAST_SHARE = 0.62
"""Share of the words between the first and the last shared one that must be the same."""
_FLANK = 1
_WORD = re.compile(
    r"\[[^\]]{0,80}\]|\([^)]{0,80}\)|[^\W_]+(?:[.'’*\-‐‑][^\W_*]*)*%?|\*+|…|\.\s?\.\s?\."
)
_EDITED = re.compile(r"[\[(…*]|\.\s?\.\s?\.")
"""Brackets, round or square, omissions and masked letters are the outlet's open changes."""
_SAME = {
    "gen": "general", "sen": "senator", "rep": "representative", "gov": "governor",
    "mr": "mister", "dr": "doctor", "percent": "%", "per": "%", "ok": "okay", "n't": "not",
}  # fmt: skip
_FILLERS = frozenset(
    {
        "uh", "um", "er", "ah", "cent", "and", "but", "so", "well", "the", "a", "that", "then",
        "or", "my", "your", "his", "her", "our", "their", "its",
    }
)  # fmt: skip
"""Words that a reporter leaves out, puts in or turns without changing what was said."""
_FORMS = {
    **dict.fromkeys(("say", "says", "said", "saying"), "say"),
    **dict.fromkeys(("memorandum", "memorandums", "memoranda"), "memorandum"),
}
"""Forms of one word that do not share a stem."""
_MOST_WORDS = 400
_NAME_WORD = re.compile(r"[\w’'-]+$")


class _Piece(NamedTuple):
    """The words of one quotation, comparable, and where each stands."""

    text: ReadText
    words: list[str]
    spans: list[tuple[int, int]]


class _Match(NamedTuple):
    """Two quotations of one utterance."""

    ours: int
    theirs: int
    share: float
    """Of the words between the first and the last shared run, how many are the same."""
    same: int
    runs: list[Match]


def quotation_conflicts(
    texts: Sequence[ReadText], joined: Collection[tuple[PassageRef, PassageRef]] = ()
) -> Iterator[Conflict]:
    """Yield where two outlets quote one utterance in different words, the surest first.

    A speaker says a thing more than once: each quotation is set against the one of the other
    outlet that is nearest to it, and no quotation twice. In passages that were ``joined`` a few
    quoted words are enough.
    """
    pieces = {id(text): list(_pieces(text)) for text in texts}
    for a, b in pairs(texts):
        yield from _between(pieces[id(a)], pieces[id(b)], joined)


def _between(
    ours: Sequence[_Piece],
    theirs: Sequence[_Piece],
    joined: Collection[tuple[PassageRef, PassageRef]],
) -> Iterator[Conflict]:
    found = [
        match
        for i, a in enumerate(ours)
        for j, b in enumerate(theirs)
        if (match := _match(i, a, j, b) or _short_match(i, a, j, b, joined)) is not None
    ]
    found.sort(key=lambda match: (-match.share, -match.same, match.ours, match.theirs))
    taken: list[_Match] = []
    for match in found:
        if not any(_overlap(match, other) for other in taken):
            conflict = next(_differences(ours[match.ours], theirs[match.theirs], match.runs), None)
            if conflict is not None:
                yield conflict
            taken.append(match)


def _overlap(one: _Match, other: _Match) -> bool:
    """Tell whether two matches are of the same words of either side."""
    (a, b), (c, d) = _ranges(one.runs), _ranges(other.runs)
    ours = one.ours == other.ours and a[0] < c[1] and c[0] < a[1]
    return ours or (one.theirs == other.theirs and b[0] < d[1] and d[0] < b[1])


def _ranges(runs: Sequence[Match]) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return from where to where the matching words of either side reach."""
    first, last = runs[0], runs[-1]
    return (first.a, last.a + last.size), (first.b, last.b + last.size)


def _pieces(text: ReadText) -> Iterator[_Piece]:
    for quotation in text.document.quotations:
        inner = text.document.text[quotation.inner_start : quotation.inner_end]
        found = list(_WORD.finditer(inner))[:_MOST_WORDS]
        if len(found) >= _LEAST_JOINED:
            spans = [
                (quotation.inner_start + m.start(), quotation.inner_start + m.end()) for m in found
            ]
            yield _Piece(text, [_comparable(m.group()) for m in found], spans)


def _comparable(word: str) -> str:
    if _EDITED.search(word):
        return word
    folded = fold(word).replace("’", "'").rstrip("'").replace("-", "").replace(".", "")
    return _SAME.get(folded, folded)


def _match(i: int, a: _Piece, j: int, b: _Piece) -> _Match | None:
    if len(set(a.words) & set(b.words)) < _LEAST_SAME - 1:
        return None
    matcher = SequenceMatcher(None, a.words, b.words, autojunk=False)
    runs = [run for run in matcher.get_matching_blocks() if run.size > _FLANK]
    same = sum(run.size for run in runs)
    if same < _LEAST_SAME or (same < _SURELY_SAME and not _one_utterance(a, b, same)):
        return None
    return _close(i, j, same, runs)


def _close(i: int, j: int, same: int, runs: list[Match]) -> _Match | None:
    share = same / max(end - start for start, end in _ranges(runs))
    return _Match(i, j, share, same, runs) if share >= _LEAST_SHARE else None


def _short_match(
    i: int, a: _Piece, j: int, b: _Piece, joined: Collection[tuple[PassageRef, PassageRef]]
) -> _Match | None:
    """Return the match of a few quoted words in joined passages, ``None`` where there is none."""
    if min(len(a.words), len(b.words)) > _LEAST_SAME or not _are_joined(a, b, joined):
        return None
    matcher = SequenceMatcher(None, a.words, b.words, autojunk=False)
    runs = [run for run in matcher.get_matching_blocks() if run.size]
    shared = [word for run in runs for word in a.words[run.a : run.a + run.size]]
    telling = [word for word in shared if read_terms(word)]
    differ = len(runs) > 1 and len(telling) >= _LEAST_JOINED
    return _close(i, j, len(shared), runs) if differ else None


def _differences(a: _Piece, b: _Piece, runs: Sequence[Match]) -> Iterator[Conflict]:
    """Yield what differs between two shared runs of words, unless an edit is shown as one."""
    for left, right in pairwise(runs):
        gap_a = (left.a + left.size, right.a)
        gap_b = (left.b + left.size, right.b)
        if _is_real(a.words[slice(*gap_a)], b.words[slice(*gap_b)]):
            made = _made(a, b, gap_a, gap_b)
            if made is not None:
                yield made


def _is_real(a: Sequence[str], b: Sequence[str]) -> bool:
    if any(_EDITED.search(word) for word in (*a, *b)):
        return False
    left, right = ([word for word in side if word not in _FILLERS] for side in (a, b))
    if "".join(left) == "".join(right):
        return False
    return len(left) != len(right) or not all(map(_are_forms, left, right))


def _are_forms(one: str, other: str) -> bool:
    """Tell whether two words are one in other forms: a slip, or the style of a house."""
    forms = (_FORMS.get(word, stem_word(word)) for word in (one, other))
    return len(set(forms)) == 1


def _are_joined(a: _Piece, b: _Piece, joined: Collection[tuple[PassageRef, PassageRef]]) -> bool:
    one, other = (piece.text.passage_at(piece.spans[0][0]) for piece in (a, b))
    if one is None or other is None:
        return False
    return (min(one, other), max(one, other)) in joined


def _one_utterance(a: _Piece, b: _Piece, same: int) -> bool:
    """Tell whether two quotations with few words in common can be of one utterance."""
    shorter = min(len(a.words), len(b.words))
    return same >= _LEAST_OF_SHORTER * shorter and _one_speaker(a, b)


def _one_speaker(a: _Piece, b: _Piece) -> bool:
    """Tell whether nothing says that two quotations are two persons'."""
    names = [_surname(piece.text.speaker_at(piece.spans[0][0])) for piece in (a, b)]
    return not all(names) or names[0] == names[1]


def _surname(speaker: str) -> str:
    found = _NAME_WORD.search(fold(speaker))
    return found.group() if found else ""


def _made(a: _Piece, b: _Piece, gap_a: tuple[int, int], gap_b: tuple[int, int]) -> Conflict | None:
    spans = [_stretch(piece, gap) for piece, gap in ((a, gap_a), (b, gap_b))]
    refs = [piece.text.passage_at(span[0]) for piece, span in zip((a, b), spans, strict=True)]
    if refs[0] is None or refs[1] is None:
        return None
    first, second = sorted(zip((refs[0], refs[1]), spans, strict=True))
    return Conflict(
        kind=ConflictKind.QUOTATION,
        a=first[0],
        b=second[0],
        span_a=first[1],
        span_b=second[1],
        what="",
        confidence=SURE,
    )


def _stretch(piece: _Piece, gap: tuple[int, int]) -> tuple[int, int]:
    """Return the differing words with one shared word on either side, so that none is empty."""
    first, last = max(0, gap[0] - 1), min(len(piece.spans) - 1, gap[1])
    return piece.spans[first][0], piece.spans[last][1]
