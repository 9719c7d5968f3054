"""Whether two names can be those of one person, one body or one place."""

from bias.language.word_classes import word_class
from bias.people.lexis import SUFFIXES, head_kinds, same_given_names, states

Words = tuple[str, ...]
_OWN_NAMES = {("house",), ("senate",), ("congress",), ("state",), ("city",), ("street",)}
"""Words that are names by themselves, not the end of a longer one: the House, the White House."""
_LEAST_PREFIX = 3


def same_person(a: Words, b: Words) -> bool:
    """Tell whether two full names of persons can be one person's.

    >>> same_person(("mike", "pompeo"), ("michael", "r", "pompeo"))
    True
    >>> same_person(("ann", "gray"), ("tom", "gray"))
    False
    """
    if a == b:
        return True
    (a, first), (b, second) = _without_suffix(a), _without_suffix(b)
    if first and second and first != second:
        return False
    if len(a) < 2 or len(b) < 2:  # noqa: PLR2004 - a first and a last name
        return False
    if a[-1] != b[-1]:
        return _squeezed(a) == _squeezed(b) or sorted(a) == sorted(b) or _is_within(a, b)
    return _same_given(a[0], b[0]) and _same_middle(a[1:-1], b[1:-1]) or _is_inner(a, b)


def _without_suffix(words: Words) -> tuple[Words, str]:
    """Return a name without "Jr" or "III", and that."""
    cut = len(words) > 1 and words[-1] in SUFFIXES
    return (words[:-1], words[-1]) if cut else (words, "")


def without_suffix(words: Words) -> Words:
    """Return a name without "Jr" or "III"."""
    return _without_suffix(words)[0]


def suffix(words: Words) -> str:
    """Return what tells a son from his father, folded; empty for nothing."""
    return _without_suffix(words)[1]


def _squeezed(words: Words) -> str:
    return "".join(words).replace("-", "")


def _is_within(a: Words, b: Words) -> bool:
    """Tell whether a name of at least two words begins the other one: "Kim Jong", "Abu Omar"."""
    short, long = sorted((a, b), key=len)
    return long[: len(short)] == short


def _is_inner(a: Words, b: Words) -> bool:
    """Tell whether the shorter name goes by a middle name of the longer one."""
    short, long = sorted((a, b), key=len)
    return len(long) > len(short) and any(_same_given(short[0], word) for word in long[1:-1])


def _same_given(a: str, b: str) -> bool:
    if a == b or b in same_given_names(a):
        return True
    short, long = sorted((a, b), key=len)
    return long.startswith(short) and len(short) in (1, *range(_LEAST_PREFIX, len(long)))


def _same_middle(a: Words, b: Words) -> bool:
    """Tell whether middle names or initials do not contradict each other."""
    return all(x.startswith(y) or y.startswith(x) for x, y in zip(a, b, strict=False))


def bears(full: Words, short: str) -> bool:
    """Tell whether a person with a full name can be called by one word of it.

    >>> bears(("kim", "jong", "un"), "kim"), bears(("ada", "ray"), "ray")
    (True, True)
    """
    full = _without_suffix(full)[0]
    return short in (full[-1], full[0]) or short == "".join(_last_name(full))


def is_surname(full: Words, short: str) -> bool:
    """Tell whether a word is the last word of a full name."""
    return _without_suffix(full)[0][-1] == short


def _last_name(full: Words) -> Words:
    for i in range(1, len(full)):
        if full[i] in word_class("name_particle"):
            return full[i:]
    return full[-1:]


def same_body(a: Words, b: Words) -> bool:
    """Tell whether two names mean one organisation, place or thing.

    >>> same_body(("department", "of", "justice"), ("justice", "department"))
    True
    >>> same_body(("fbi",), ("federal", "bureau", "of", "investigation"))
    True
    """
    first, second = states().get(" ".join(a)), states().get(" ".join(b))
    if first or second:
        return first == second
    if a == b or _content(a) == _content(b):
        return True
    short, long = sorted((a, b), key=len)
    return len(short) == 1 and short[0] in (_initials(long), _initials(long, small=True))


def _content(words: Words) -> frozenset[str]:
    return frozenset(words) - word_class("name_particle") - {"and", "for", "'s"}


def _initials(words: Words, *, small: bool = False) -> str:
    kept = [w for w in words if small or w not in word_class("name_particle") | {"and", "for"}]
    return "".join(w[0] for w in kept) if len(kept) > 1 else " "


def shortens(short: Words, long: Words) -> bool:
    """Tell whether a name is the end of a longer one, or all of it but what kind of body it is.

    >>> shortens(("times",), ("new", "york", "times")), shortens(("acme",), ("acme", "corp"))
    (True, True)
    """
    if len(short) >= len(long) or " ".join(short) in states() or " ".join(long) in states():
        return False
    rest = long[len(short) :]
    if short == long[: len(short)]:
        return " ".join(rest) in states() or all(
            head_kinds().get(word) == "organisation" and word not in word_class("body_branch")
            for word in rest
        )
    return long[-len(short) :] == short and short not in _OWN_NAMES
