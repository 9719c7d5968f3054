"""What must stand in the lexicon because its mirror image does: made from the rows themselves."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from bias.records import Cue
from bias.wording.lexicon import Lexicon
from bias.wording.normal import normal_term

# A word of one side and the same word of the other, in whatever term it stands.
SIDES = [
    ("left", "right"), ("leftist", "rightist"), ("leftism", "rightism"), ("lefty", "righty"),
    ("leftie", "rightie"), ("leftwing", "rightwing"), ("liberal", "conservative"),
    ("ultraliberal", "ultraconservative"), ("libtard", "conservatard"),
]  # fmt: skip
# Terms in which such a word names no side.
NO_SIDE = {
    "left out in the cold", "left handed compliment", "out of left field",
    "right side of history", "right minded", "right thinking", "right size",
}  # fmt: skip

_FAITHS = ("christian", "muslim", "jew")
_NATIONS = ("american", "british", "chinese", "russian")
_STATES = ("america", "britain", "china", "russia")
# Where one of a group is aimed at, the others are too.
AIMED: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "anti-{}": (
        ("christian", "muslim", "jewish", "hindu", "sikh", "catholic"), _NATIONS,
        ("israel", "palestinian"), ("black", "white"), ("man", "men", "woman", "women"),
        ("male", "female"), ("business", "worker"), ("cop", "protester"), ("police", "protester"),
        ("car", "cyclist"), ("motorist", "cyclist"), ("parent", "teacher"),
    ),
    "un-{}": (("christian", "islamic"), ("american", "british", "australian")),
    "{}-bashing": (_FAITHS, _STATES, ("israel", "palestinian"), ("business", "union")),
    "{}-hating": (_FAITHS, _STATES, ("man", "woman"), ("business", "worker")),
    "{}-baiting": (_FAITHS,),
    "{}omics": (("biden", "trumpon", "reagan"),),
    "{}-lite": (("labour", "tory"),),
    "ultra-{}": (("woke", "maga"),),
}  # fmt: skip

# Fixed expressions, and what the other side says in their place.
OPPOSED = [
    ("pro-life", "pro-choice"), ("pro-lifer", "pro-choicer"), ("anti-choice", "anti-life"),
    ("anti-abortion", "pro-abortion"), ("remoaner", "brextremist"), ("gun grabber", "gun nut"),
    ("climate denier", "climate alarmist"), ("wingnut", "moonbat"), ("coastal elite", "redneck"), 
    ("latte liberal", "gammon"), ("limousine liberal", "country-club Republican"),
    ("caviar left", "blue-rinse brigade"), ("dirtbag left", "MAGA mob"),
    ("woke left", "MAGA right"), ("woke mob", "MAGA mob"), ("libturd", "trumptard"),
    ("woke brigade", "anti-woke brigade"), ("woke warrior", "anti-woke warrior"),
    ("Thatcherite", "Blairite"), ("Bidenite", "Reaganite"),
    ("woke", "MAGA"), ("deplorables", "snowflakes"), ("globalist", "populist"),
    ("regime", "Zionist entity"), ("Islamist", "Christian nationalist"), ("crusader", "jihadist"),
    ("partial-birth abortion", "reproductive freedom"),
    ("partial-birth abortion", "religious liberty"), ("voter suppression", "voter fraud"),
    ("special military operation", "invasion"), ("massacre", "genocide"),
]  # fmt: skip

_FIXED = {normal_term(term) for pair in OPPOSED for term in pair}
_MIRROR = {word: other for pair in SIDES for word, other in (pair, pair[::-1])}
_WORD = re.compile(r"\w+")


class Pair(NamedTuple):
    """A row, and the term that must be as strong and of the same category."""

    cue: Cue
    mirror: str


def mirrored(lexicon: Lexicon) -> Iterator[Pair]:
    """Yield every row that names a side, or is aimed at one, with each of its mirror images."""
    for cue in lexicon.cues:
        term = normal_term(cue.term)
        if term not in NO_SIDE | _FIXED:
            yield from (Pair(cue, other) for other in (*_other_side(term), *_peers(term)))


def _other_side(term: str) -> Iterator[str]:
    if any(word in _MIRROR for word in term.split()):
        yield _WORD.sub(lambda found: _MIRROR.get(found[0], found[0]), term)


def _peers(term: str) -> Iterator[str]:
    for frame, groups in AIMED.items():
        made = {word: normal_term(frame.format(word)) for group in groups for word in group}
        for group in groups:
            if term in (made[word] for word in group):
                yield from (made[word] for word in group if made[word] != term)


def fault(pair: Pair, lexicon: Lexicon) -> str:
    """Return what is unequal between a row and its mirror image; empty where they are alike."""
    cue, found = pair.cue, lexicon.describe(pair.mirror)
    wanted = f"{cue.id} (strength {cue.strength}): {pair.mirror!r}"
    if not found:
        return f"{wanted} is not in the lexicon"
    if any((cue.category, cue.strength) == (other.category, other.strength) for other in found):
        return ""
    return f"{wanted} is {found[0].id} (strength {found[0].strength})"
