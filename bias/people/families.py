"""Joins descriptions whose heads are words for one kind of thing: "government" and "regime".

A family is a hint, no more: what stands apart in the text, differs in number or contradicts the
other in what stands before it is left as it is.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from bias.language.registry import rows
from bias.languages import DEFAULT
from bias.people.figures import Figure, Figures
from bias.people.same_description import described, opposed
from bias.records import Mention, MentionKind


@cache
def families() -> Mapping[str, str]:
    """Return head, or head with the word before it → family."""
    return {row["word"]: row["family"] for row in rows(DEFAULT, "families.csv")}


def join_families(figures: Figures) -> None:
    """Join the descriptions of one family that nothing shows to be two."""
    found: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        family = "" if figure.names else family_of(figure)
        if family:
            found[family].append(figure)
    for members in found.values():
        members.sort(key=lambda f: (-len(f.mentions), f.number))
        for i, figure in enumerate(members):
            _join_first(figures, figure, members[:i])


def family_of(figure: Figure) -> str:
    """Return the family of most of its heads, empty for none."""
    for _, mention in figure.mentions:
        if mention.kind is MentionKind.NOMINAL:
            return _family(mention)
    return ""


def _family(mention: Mention) -> str:
    known = families()
    phrase = " ".join([*mention.modifiers[-1:], mention.head])
    return known.get(phrase) or known.get(mention.head) or known.get(f"{mention.head}s", "")


def _join_first(figures: Figures, figure: Figure, others: Sequence[Figure]) -> None:
    for other in others:
        one = figures.at(other.number)
        apart = one is figures.at(figure.number) or not _can_be_one(one, figure)
        if not apart and figures.join(one, figure):
            return


def _can_be_one(a: Figure, b: Figure) -> bool:
    if a.names or b.names or _is_one_person(a) != _is_one_person(b):
        return False
    owners = [{m.owner for _, m in figure.mentions if m.owner} for figure in (a, b)]
    if owners[0] and owners[1] and not owners[0] & owners[1]:
        return False
    ones, others = (_described(figure) for figure in (a, b))
    return all(not opposed(x, y) for x in ones for y in others)


def _is_one_person(figure: Figure) -> bool:
    return figure.is_person and not all(mention.plural for _, mention in figure.mentions)


def _described(figure: Figure) -> list[frozenset[str]]:
    nominal = [m for _, m in figure.mentions if m.kind is MentionKind.NOMINAL]
    return [described(mention) for mention in nominal[:8]]
