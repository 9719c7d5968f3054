"""Joins figures by name: nicknames, initials, family name first, one word of a full name."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from bias.language.word_classes import word_class
from bias.people.figures import Figure, Figures, place_of
from bias.people.lexis import genders, states
from bias.people.names import (
    Words,
    bears,
    is_surname,
    same_body,
    same_person,
    shortens,
    suffix,
    without_suffix,
)
from bias.records import EntityKind, MentionKind, Part

Place = tuple[int, int]
"""Part and first character of a mention, for sorting."""
_BESIDE = 30
"""Characters from "wife" to her name."""
_DOUBT = 2


def join_names(figures: Figures) -> None:
    """Join all figures whose names can be those of one entity."""
    _join_equal(figures)
    _join_full(figures)
    _join_bodies(figures)
    _join_short(figures)


def _named(figures: Figures) -> list[Figure]:
    return [figure for figure in figures if figure.names]


def _join_equal(figures: Figures) -> None:
    """Join what has the same name; one word of a full name is looked at later."""
    by_name: dict[tuple[Words, frozenset[str]], Figure] = {}
    shared = _shared(figures)
    for figure in _named(figures):
        single = len(figure.fullest) == 1
        for words in sorted(figure.names):
            if len(words) == 1 and (not single or words[0] in shared):
                continue
            key = (words, _picked(figure))
            if key in by_name:
                figures.join(by_name[key], figure, sure=True)
            else:
                by_name[key] = figure


def _picked(figure: Figure) -> frozenset[str]:
    """Return the words that pick a part of a group: "moderate Unionists" are not all of them."""
    if not _is_group(figure):
        return frozenset()
    return frozenset(word for _, m in figure.mentions if m.name for word in m.modifiers)


def _is_group(figure: Figure) -> bool:
    """Tell whether a name is that of many, "Republicans", and not a body of them."""
    return figure.kind is EntityKind.GROUP and figure.fullest[-1].endswith("s")


def _shared(figures: Figures) -> set[str]:
    """Return the last names that several persons bear, who differ in their first names."""
    bearers: dict[str, set[Words]] = defaultdict(set)
    for figure in _named(figures):
        if _is_full_person(figure):
            for words in figure.names:
                if len(words) > 1:
                    bearers[words[-1]].add(words)
    return {
        name
        for name, full in bearers.items()
        if any(not same_person(a, b) for a in full for b in full)
    }


def _is_full_person(figure: Figure) -> bool:
    return figure.is_person and len(figure.fullest) > 1


def _join_full(figures: Figures) -> None:
    """Join the full names of persons that differ in nickname, initial or order."""
    by_word: dict[str, list[Figure]] = defaultdict(list)
    for figure in _named(figures):
        if _is_full_person(figure):
            whole = without_suffix(figure.fullest)
            for key in {whole[-1], whole[0], "".join(figure.fullest)}:
                by_word[key].append(figure)
    for rivals in by_word.values():
        for i, a in enumerate(rivals):
            for b in rivals[i + 1 :]:
                one, other = figures.at(a.number), figures.at(b.number)
                if one is not other and _agree(one, other):
                    figures.join(one, other)


def _agree(a: Figure, b: Figure) -> bool:
    if a.gender and b.gender and a.gender != b.gender:
        return False
    if _in_running_text(a) & _in_running_text(b) and _suffixes(a) != _suffixes(b):
        return False
    return all(same_person(x, y) for x in a.names for y in b.names if len(x) > 1 and len(y) > 1)


def _in_running_text(figure: Figure) -> set[str]:
    """Return the articles that print a full name below the headline, which leaves out "Jr"."""
    return {a for a, m in figure.mentions if " " in m.name and m.part is not Part.TITLE}


def _suffixes(figure: Figure) -> set[str]:
    return {suffix(words) for words in figure.names if len(words) > 1}


def _join_short(figures: Figures) -> None:
    """Give names of one word to the person who can be called so; the last name goes first."""
    full = [f for f in _named(figures) if _is_full_person(f)]
    begun = _first_bare(figures)
    for figure in _named(figures):
        if len(figure.fullest) != 1 or _is_place(figure):
            continue
        short = figure.fullest[0]
        for test in (is_surname, bears):
            bearers = [
                f for f in map(figures.at, (f.number for f in full)) if _bears(f, short, test)
            ]
            bearers = list({f.number: f for f in bearers}.values())
            chosen = _choose(figure, bearers, begun)
            if chosen is not None:
                figures.join(chosen, figure, sure=True)
                break


def _bears(figure: Figure, short: str, test: Callable[[Words, str], bool]) -> bool:
    return any(test(words, short) for words in figure.names if len(words) > 1)


def _is_place(figure: Figure) -> bool:
    """Tell whether a word is taken for a place far more often than for a person."""
    if " ".join(figure.fullest) in states():
        return figure.kinds[EntityKind.PERSON] <= figure.kinds[EntityKind.PLACE]
    return figure.kinds[EntityKind.PLACE] > _DOUBT + 2 * figure.kinds[EntityKind.PERSON]


def _first_bare(figures: Figures) -> dict[tuple[str, str], Place]:
    """Return article and name of one word → where its running text prints that first."""
    found: dict[tuple[str, str], Place] = {}
    for figure in _named(figures):
        for article, m in figure.mentions:
            if m.name and " " not in m.name and m.part is not Part.TITLE:
                key = (article, m.head)
                found[key] = min(place_of(m), found.get(key, place_of(m)))
    return found


def _choose(
    figure: Figure, bearers: Sequence[Figure], begun: Mapping[tuple[str, str], Place]
) -> Figure | None:
    """Return who is meant by a word: one of the gender, who was named first, last or most."""
    shown = _shown_gender(figure)
    key = (figure.mentions[0][0], figure.fullest[0])
    fitting = [
        f
        for f in bearers
        if not (f.gender and shown and f.gender != shown)
        and (not _is_son(f) or _is_introduced(f, key, begun))
    ]
    return max(
        fitting,
        key=lambda f: _likely(f, figure, not _goes_by_first_name(f, key, begun)),
        default=None,
    )


def _goes_by_first_name(
    bearer: Figure, key: tuple[str, str], begun: Mapping[tuple[str, str], Place]
) -> bool:
    """Tell whether somebody is named after the last name stood alone, and "Clara" for short."""
    called = (key[0], bearer.fullest[0]) in begun
    return called and not _is_introduced(bearer, key, begun)


def _is_introduced(
    bearer: Figure, key: tuple[str, str], begun: Mapping[tuple[str, str], Place]
) -> bool:
    """Tell whether an article names a person in full before it prints a word of the name alone.

    Whoever is named in full only later is called by more than that word: "Ben Ray", his brother.
    """
    first = begun.get(key)
    full = [place_of(m) for article, m in bearer.mentions if article == key[0] and " " in m.name]
    return first is None or not full or min(full) < first


def _shown_gender(figure: Figure) -> str:
    """Return the gender that a title shows; what a pronoun near it shows may be another's."""
    printed = (word.rstrip(".") for _, m in figure.mentions if m.name for word in m.modifiers)
    return next((genders()[word] for word in printed if word in genders()), "")


def _likely(
    bearer: Figure, figure: Figure, by_last_name: bool
) -> tuple[bool, bool, bool, bool, Place, int, int]:
    """Sort who has the title first, no son, of the headline, by last name, named last, most."""
    held = {head for head, _ in bearer.offices}
    titled = bool(held & {head for head, _ in figure.offices})
    headed, last = _is_headed(bearer, figure), _last_named(bearer, figure)
    named = _proper(bearer)
    return titled, not _is_son(bearer), headed, by_last_name, last, named, -bearer.number


def _is_headed(bearer: Figure, figure: Figure) -> bool:
    """Tell whether the headline of a name's article gives a person's full name.

    Of two with one last name the other one is printed in full, or passes by.
    """
    article = figure.mentions[0][0]
    return any(
        name == article and m.part is Part.TITLE and " " in m.name for name, m in bearer.mentions
    )


def _is_son(figure: Figure) -> bool:
    """Tell whether a person is mostly printed with "Jr" or "III", and so not meant without."""
    full = [words for words in figure.names if len(words) > 1]
    return all(suffix(words) for words in full)


def _last_named(bearer: Figure, figure: Figure) -> tuple[int, int]:
    """Return where a person is named last before a name, not in passing as somebody's relative."""
    article, first = figure.mentions[0]
    kin = {m.start for _, m in bearer.mentions if m.head in word_class("relative_of")}
    named = [m for name, m in bearer.mentions if name == article and m.name and m is not first]
    places = [place_of(m) for m in named if not any(0 < m.start - at < _BESIDE for at in kin)]
    return max((place for place in places if place < place_of(first)), default=(-1, -1))


def _proper(figure: Figure) -> int:
    return sum(m.kind is MentionKind.PROPER for _, m in figure.mentions)


def _join_bodies(figures: Figures) -> None:
    """Join organisations, places and things: other orders, initials, beginnings and ends."""
    shared = _shared(figures)
    bodies = [
        f for f in _named(figures) if not _is_full_person(f) and " ".join(f.fullest) not in shared
    ]
    bodies.sort(key=lambda f: (-len(f.fullest), f.number))
    for i, a in enumerate(bodies):
        for b in bodies[i + 1 :]:
            one, other = figures.at(a.number), figures.at(b.number)
            if one is not other and _are_one_body(one, other):
                figures.join(one, other, sure=True)
    longer: dict[int, list[Figure]] = defaultdict(list)
    for i, long in enumerate(bodies):
        for short in bodies[i + 1 :]:
            one, other = figures.at(long.number), figures.at(short.number)
            if one is not other and _are_alike(one, other) and _shortens(other, one):
                longer[other.number].append(one)
    for number, found in longer.items():
        now = {figures.at(figure.number).number for figure in found}
        if len(now) == 1:
            figures.join(figures.at(found[0].number), figures.at(number))


def _are_one_body(a: Figure, b: Figure) -> bool:
    """Tell whether two bodies or things share a name, and not only a short one of two models."""
    if _picked(a) != _picked(b) or not any(same_body(x, y) for x in a.names for y in b.names):
        return False
    one, other = a.fullest, b.fullest
    longer = len(one) > 1 and len(other) > 1
    return not longer or same_body(one, other) or shortens(one, other) or shortens(other, one)


def _are_alike(a: Figure, b: Figure) -> bool:
    """Tell whether two names can be those of one body or thing; a place is only a place."""
    kinds = {a.kind, b.kind}
    return len(kinds) == 1 or not kinds & {EntityKind.PLACE, EntityKind.PERSON}


def _shortens(short: Figure, long: Figure) -> bool:
    if short.is_person or _is_group(short):
        return False
    return any(shortens(x, y) for x in short.names for y in long.names)
