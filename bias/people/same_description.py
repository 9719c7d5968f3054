"""Joins descriptions: by office, by head, by what stands before it and whose it is."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from itertools import islice

from bias.language.word_classes import word_class
from bias.people.figures import Figure, Figures, Office, place_of
from bias.people.lexis import countries, noun_kind, title_kind
from bias.records import Mention, MentionKind

_COUNTRY = "country:"
_VAGUE = frozenset({"role"})
_FELLOW = frozenset({"co", "fellow"})
"""Words for who is somebody else's like: the workers may be anybody, their co-workers not."""
_SEEN = 8
"""Mentions of either side that are held against each other."""
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
    several = _several(figures)
    for (head, plural), rivals in sorted(by_head.items()):
        for i, a in enumerate(rivals):
            for b in rivals[:i]:
                one, other = figures.at(b.number), figures.at(a.number)
                if one is other or _is_new(one, other, several):
                    continue
                if _can_be_one(one, other, head, plural=plural):
                    figures.join(one, other)
                    break


def _is_new(earlier: Figure, later: Figure, several: AbstractSet[str]) -> bool:
    """Tell whether a description brings up another one: "a judge", where one was named before.

    Where an event has several judges, "the judge" of one article is not that of the next one,
    unless both are described alike.
    """
    (before, _), (after, mention) = earlier.mentions[-1], later.mentions[0]
    if before == after:
        return mention.indefinite
    if not any(m.head in several for m in _descriptions(later)):
        return False
    return not _known_by(earlier) & _known_by(later)


def _several(figures: Figures) -> set[str]:
    """Return the heads of which an article has two, or that two persons with names are called."""
    here: dict[tuple[str, str], set[int]] = defaultdict(set)
    named: dict[str, set[int]] = defaultdict(set)
    for figure in figures:
        heads = {head for head, _ in figure.offices} if figure.names else set()
        for head in heads:
            named[head].add(figure.number)
        for article, mention in figure.mentions:
            for head in {mention.head} if mention.kind is MentionKind.NOMINAL else heads:
                here[head, article].add(figure.number)
    found = {head for (head, _), numbers in here.items() if len(numbers) > 1}
    found |= {head for head, numbers in named.items() if len(numbers) > 1}
    return found & word_class("many_of")


def _known_by(figure: Figure) -> frozenset[str]:
    """Return all words that tell of which one a figure is spoken."""
    owners = {_owner(m) for m in _descriptions(figure) if m.owner}
    return frozenset(owners).union(*map(described, _descriptions(figure)))


def _descriptions(figure: Figure) -> Iterable[Mention]:
    return (m for _, m in figure.mentions if m.kind is MentionKind.NOMINAL)


def _can_be_one(a: Figure, b: Figure, head: str, *, plural: bool) -> bool:
    if a.names or b.names:
        return False
    ones, others = (
        list(islice((m for m in _descriptions(f) if (m.head, m.plural) == (head, plural)), _SEEN))
        for f in (a, b)
    )
    return all(_agree(x, y) for x in ones for y in others)


def _agree(a: Mention, b: Mention) -> bool:
    if a.owner and b.owner and _owner(a) != _owner(b):
        return False
    if a.head in word_class("relative_of") and not (a.owner and b.owner):
        return False
    first, second = described(a), described(b)
    if opposed(first, second) or (first ^ second) & _FELLOW:
        return False
    kind = title_kind(a.head)
    if kind == "office":
        return not (first ^ second) & word_class("not_in_office")
    return not (kind in _VAGUE or _picks(a)) or first <= second or second <= first


def _picks(mention: Mention) -> bool:
    """Tell whether words before a head pick some of many: "gay couples", "the Senate race"."""
    some = mention.plural and noun_kind(mention.head) in ("person", "group")
    return some or mention.head in word_class("many_of")


def _owner(mention: Mention) -> str:
    return countries().get(mention.owner, mention.owner)


def described(mention: Mention) -> frozenset[str]:
    """Return the words that describe the head, a country's people as the country."""
    return known_words([*mention.modifiers, *mention.behind])


def known_words(words: Iterable[str]) -> frozenset[str]:
    """Return words, those for a country's people and seat as its name."""
    text = " ".join(word.replace(".", "").replace("-", " ") for word in words)
    found = set(text.split())
    for name, country in countries().items():
        if f" {name} " in f" {text} ":
            found -= set(name.split())
            found.add(f"{_COUNTRY}{country}")
    return frozenset(found)


def opposed(a: frozenset[str], b: frozenset[str]) -> bool:
    """Tell whether two descriptions cannot both hold: "first" and "second", "five" and "six"."""
    for words in _OPPOSED:
        if a & words and b & words and not a & b & words:
            return True
    places = [{w for w in words if w.startswith(_COUNTRY)} for words in (a, b)]
    if places[0] and places[1] and not places[0] & places[1]:
        return True
    numbers = [{w for w in words if _is_number(w)} for words in (a, b)]
    return bool(numbers[0] and numbers[1] and numbers[0] != numbers[1])


def _is_number(word: str) -> bool:
    return word[0].isdigit() or word in word_class("small_number")


def join_offices(figures: Figures) -> None:
    """Join "the North Korean leader" with whom the texts call so by title or apposition."""
    holders: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.names:
            for head in sorted({head for head, _ in figure.offices}):
                holders[head].append(figure)
    for figure in list(figures):
        single = [m for m in _descriptions(figure) if not m.plural]
        mention = next((m for m in single if m.definite), single[0] if single else None)
        if figure.names or mention is None or mention.head in word_class("relative_of"):
            continue
        if mention.indefinite and title_kind(mention.head) == "office":
            continue
        chosen = _holder(figures, figure, mention, holders.get(mention.head, []))
        if chosen is not None:
            figures.join(chosen, figure)


def _holder(
    figures: Figures, figure: Figure, mention: Mention, holders: Sequence[Figure]
) -> Figure | None:
    """Return who is meant: whose description fits best; of several rulers, who was named last."""
    now = list({f.number: f for f in (figures.at(h.number) for h in holders)}.values())
    scores = {
        f.number: max(_fit(mention, office) for office in f.offices if office[0] == mention.head)
        for f in now
        if not figures.are_apart(f, figure)
    }
    best = max(scores.values(), default=-1)
    best = best if mention.definite or best > 0 else -1
    fitting = [f for f in now if scores.get(f.number, -1) == best]
    if best < 0:
        return None
    if len(fitting) > 1 and mention.head not in word_class("ruler"):
        return None
    return max(fitting, key=lambda f: (_last_before(f, figure), len(f.mentions), -f.number))


def _last_before(holder: Figure, figure: Figure) -> tuple[int, int]:
    """Return the place of the last mention of a holder before a figure in its article."""
    article, first = figure.mentions[0]
    places = [place_of(m) for name, m in holder.mentions if name == article]
    return max((place for place in places if place < place_of(first)), default=(-1, -1))


def _fit(mention: Mention, office: Office) -> int:
    """Return how many words two descriptions share, -1 where they cannot be one."""
    known, words = described(mention), known_words(office[1])
    if opposed(known, words) or (known ^ words) & word_class("not_in_office"):
        return -1
    known, words = known - _loose(known), words - _loose(words)
    if not mention.definite and not known <= words:
        return -1
    elsewhere = mention.behind and mention.head not in word_class("ruler")
    if known and not known & words and (words or elsewhere):
        return -1
    return len(known & words)


def _loose(words: frozenset[str]) -> frozenset[str]:
    """Return the words that tell nothing of which office it is: "embattled", "the 44th"."""
    return frozenset(w for w in words if w.endswith(("ed", "ing")) or w[0].isdigit())
