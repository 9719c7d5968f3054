"""Joins descriptions: by office, by head, by what stands before it and whose it is."""

from collections import defaultdict
from collections.abc import Iterable

from bias.people.figures import Figure, Figures, Office
from bias.people.lexis import countries, title_kind
from bias.records import Mention, MentionKind

_VAGUE = frozenset({"role"})
_OPPOSED = (
    {"first", "second", "third", "fourth", "fifth", "last", "next"},
    {"former", "current", "new", "future", "acting", "deputy", "vice", "ex"},
    {"north", "south", "east", "west", "northern", "southern", "eastern", "western"},
    {"male", "female"},
    {"local", "national", "federal", "international"},
    {"democratic", "republican"},
    {"left", "right"},
    {"young", "old", "older", "younger"},
    {"pro", "anti"},
)


def join_descriptions(figures: Figures) -> None:
    """Join descriptions with one head that nothing shows to mean two."""
    by_head: dict[tuple[str, bool], list[Figure]] = defaultdict(list)
    for figure in figures:
        for key in {(m.head, m.plural) for m in _descriptions(figure)}:
            by_head[key].append(figure)
    for (head, plural), rivals in sorted(by_head.items()):
        for i, a in enumerate(rivals):
            for b in rivals[:i]:
                one, other = figures.at(b.number), figures.at(a.number)
                if one is not other and _can_be_one(one, other, head, plural=plural):
                    figures.join(one, other)
                    break


def _descriptions(figure: Figure) -> Iterable[Mention]:
    return (m for _, m in figure.mentions if m.kind is MentionKind.NOMINAL)


def _can_be_one(a: Figure, b: Figure, head: str, *, plural: bool) -> bool:
    if a.names and b.names:
        return False
    if a.names or b.names:
        return False
    ones = [m for m in _descriptions(a) if (m.head, m.plural) == (head, plural)]
    others = [m for m in _descriptions(b) if (m.head, m.plural) == (head, plural)]
    return all(_agree(x, y) for x in ones[:8] for y in others[:8])


def _agree(a: Mention, b: Mention) -> bool:
    if a.owner and b.owner and a.owner != b.owner:
        return False
    first, second = described(a), described(b)
    if opposed(first, second):
        return False
    if title_kind(a.head) in _VAGUE:
        return first == second or (
            a.definite and b.definite and (first <= second or second <= first)
        )
    return True


def described(mention: Mention) -> frozenset[str]:
    """Return the words that describe the head, a country's people as the country."""
    return known_words(mention.modifiers)


def known_words(words: Iterable[str]) -> frozenset[str]:
    """Return words, those for a country's people and seat as its name."""
    text = " ".join(word.replace(".", "").replace("-", " ") for word in words)
    found = set(text.split())
    for name, country in countries().items():
        if f" {name} " in f" {text} ":
            found -= set(name.split())
            found |= set(country.split())
    return frozenset(found)


def opposed(a: frozenset[str], b: frozenset[str]) -> bool:
    """Tell whether two descriptions cannot both hold: "first" and "second", "five" and "six"."""
    for words in _OPPOSED:
        if a & words and b & words and not a & b & words:
            return True
    numbers = [{w for w in words if w.isdigit()} for words in (a, b)]
    return bool(numbers[0] and numbers[1] and numbers[0] != numbers[1])


def join_offices(figures: Figures) -> None:
    """Join "the North Korean leader" with whom the texts call so by title or apposition."""
    holders: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.names:
            for head, _ in figure.offices:
                if figure not in holders[head]:
                    holders[head].append(figure)
    for figure in list(figures):
        if figure.names:
            continue
        mentions = [m for m in _descriptions(figure) if m.definite and not m.plural]
        for mention in mentions[:1]:
            chosen = _holder(figures, figure, mention, holders.get(mention.head, []))
            if chosen is not None:
                figures.join(chosen, figure)


def _holder(
    figures: Figures, figure: Figure, mention: Mention, holders: Iterable[Figure]
) -> Figure | None:
    known = described(mention)
    fitting = []
    for holder in holders:
        now = figures.at(holder.number)
        score = max(_fit(known, office) for office in now.offices if office[0] == mention.head)
        if score >= 0 and not figures.are_apart(now, figure):
            fitting.append((score, len(now.mentions), -now.number, now))
    return max(fitting, key=lambda row: row[:3])[3] if fitting else None


def _fit(known: frozenset[str], office: Office) -> int:
    """Return how many words two descriptions share, -1 where they cannot be one."""
    words = known_words(office[1])
    if opposed(known, words):
        return -1
    if known and words and not known & words:
        return -1
    return len(known & words)
