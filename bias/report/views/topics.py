"""What an event is about, in noun phrases that at least two thirds of its outlets print.

A phrase is a noun with the words before it ("background checks bill") and, where they print that
too, one thing behind a preposition ("mosque near ground zero"). Numbers and endings may differ.
Quotations are not counted, and two outlets must use the noun in their own voice; what stands in
headlines and first sentences weighs most.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from bias.alignment.terms.terms import word_terms
from bias.language.lexis import speech_nouns
from bias.language.word_classes import word_class
from bias.people.lexis import noun_kind
from bias.records import Article, EntityKind, Part, PassageRef, Record, Voice
from bias.report.reading import Reading
from bias.report.views.agreed import marked_stems, telling_stems
from bias.report.views.denied import is_denied
from bias.text import word_spans

MOST_TOPICS = 2
MOST_BEFORE = 3
"""Words before a noun that may belong to it: "same-sex marriage law"."""
LONGEST_WORD = 24
OPENING = 6
"""Passages of an article, headline included, in which it says what it is about."""
HEADLINE, FIRST, OPENED = 4, 3, 1
"""Weights of a phrase in a headline, in a first sentence, and in the opening."""
NOUN_SHARE = 0.35
"""Of the uses of a word, those as a name for something: below, it is rather a verb."""
CLOSE = 0.6
"""Of the weight of the weightiest, what a phrase must have to be chosen for its length."""
BEFORE_SHARE = 0.15
"""Of the uses of a word, those before a noun: below, it rather is a verb."""
_JOINS = frozenset({"at", "in", "near", "of", "on", "over"})
_COUNTED = (Voice.OWN, Voice.ATTRIBUTED)
_NO_TOPIC = ("date", "time", "measure_of_time")

_WHO = frozenset({EntityKind.PERSON, EntityKind.GROUP})
"""Who acts is no topic: a title names them, or says nothing of them."""

Key = tuple[str, ...]


class Topic(Record, frozen=True, kw_only=True):
    """A phrase as a title would print it."""

    text: str
    head: str
    """Stem of its noun."""
    compound: bool
    """Whether it is more than its noun."""
    joined: bool
    """Whether a preposition stands in it."""


class _Word(Record, frozen=True, kw_only=True):
    """A word of an article."""

    printed: str
    stem: str
    """Empty for a word that tells nothing."""
    joined: bool
    """Only a space or a hyphen stands before it."""
    hyphen: bool
    owner: bool
    start: int


class _Use(Record, frozen=True, kw_only=True):
    """A phrase at one place."""

    key: Key
    head: str
    """Stem of its noun."""
    noun: str
    """Its noun as printed, in lower case."""
    printed: str
    outlet: str
    weight: int
    title: bool
    own: bool


def topics(reading: Reading, outlets: set[str], names: Sequence[str]) -> list[Topic]:
    """Return the phrases an event is about, the weightiest first, without words of the names."""
    nouns = _Nouns(reading, names)
    by_key: dict[Key, list[_Use]] = defaultdict(list)
    for article in reading.articles.values():
        if article.outlet in outlets:
            for use in _uses(reading, article, nouns):
                by_key[use.key].append(use)
    shared = _affirmed(
        reading, outlets, {key: uses for key, uses in by_key.items() if _is_shared(uses, outlets)}
    )
    heads = [key for key in shared if len(key) == 1 and _is_opened(shared[key], outlets)]
    # A noun of several headlines is what the event is about; where there is one, no other counts.
    headed = [key for key in heads if _headlines(shared[key]) > 1]
    best = [_best(shared, key) for key in headed or heads]
    best.sort(key=lambda key: (_is_body(shared[key]), -_weight(shared, key), key))
    # A noun alone says so little that any phrase of about the same weight says more.
    close = [key for key in best if _weight(shared, key) >= CLOSE * _weight(shared, best[0])]
    phrases = [_whole(key, best) for key in close if len(key) > 1] or close
    return _apart(_topic(key, shared[key]) for key in phrases)[:MOST_TOPICS]


def _whole(key: Key, best: Sequence[Key]) -> Key:
    """Return the first phrase that begins with another: "sex bias" is of the "sex bias lawsuit"."""
    return next((each for each in best if each != key and each[: len(key)] == key), key)


def _is_shared(uses: Sequence[_Use], outlets: set[str]) -> bool:
    tellers = {use.outlet for use in uses}
    return len(tellers) > 1 and 3 * len(tellers) >= 2 * len(outlets)


def _affirmed(
    reading: Reading, outlets: set[str], shared: dict[Key, list[_Use]]
) -> dict[Key, list[_Use]]:
    """Leave out what it is not, and a noun of which nothing else is said than that."""
    denied = {
        key
        for key, uses in shared.items()
        if is_denied(reading, {use.printed for use in uses}, outlets)
    }
    kept = {key: uses for key, uses in shared.items() if key not in denied}
    told = {uses[0].head for key, uses in kept.items() if len(key) > 1}
    doubtful = {shared[key][0].head for key in denied} - told
    return {key: uses for key, uses in kept.items() if uses[0].head not in doubtful}


def _is_opened(uses: Sequence[_Use], outlets: set[str]) -> bool:
    """Tell whether most outlets open with a word, one at once, and two use it themselves."""
    opened = {use.outlet for use in uses if use.weight}
    own = {use.outlet for use in uses if use.own}
    first = any(use.weight >= FIRST for use in uses)
    return 2 * len(opened) > len(outlets) and len(own) > 1 and first


def _headlines(uses: Iterable[_Use]) -> int:
    """Count the outlets whose headline holds a phrase."""
    return len({use.outlet for use in uses if use.title})


def _best(shared: dict[Key, list[_Use]], noun: Key) -> Key:
    """Return the longest of the weighty phrases around a noun, the noun where there is none."""
    found = [key for key, uses in shared.items() if len(key) > 1 and uses[0].head == noun[0]]
    most = max((_weight(shared, key) for key in found), default=0)
    weighty = [key for key in found if _weight(shared, key) >= CLOSE * most]
    return max(weighty, key=lambda key: _fit(key, shared), default=noun)


def _fit(key: Key, shared: dict[Key, list[_Use]]) -> tuple[int, int, int, Key]:
    """Rank the phrases around one noun: the longest, then the one most outlets print."""
    tellers = {use.outlet for use in shared[key]}
    telling = len([stem for stem in key if stem not in _JOINS])
    return telling, len(tellers), len(shared[key]), key


def _weight(shared: dict[Key, list[_Use]], key: Key) -> int:
    """Return how much stands on a phrase and on its noun, over the outlets."""
    head = (shared[key][0].head,)
    return sum(sum(_by_outlet(shared[each]).values()) for each in (key, head))


def _by_outlet(uses: Iterable[_Use]) -> dict[str, int]:
    weights: dict[str, int] = {}
    for use in uses:
        weights[use.outlet] = max(use.weight, weights.get(use.outlet, 0))
    return weights


def _apart(found: Iterable[Topic]) -> list[Topic]:
    """Return topics of which none repeats a word of one before it."""
    kept: list[Topic] = []
    used: set[str] = set()
    for topic in found:
        stems = set(telling_stems(topic.text))
        if used.isdisjoint(stems):
            kept.append(topic)
            used |= stems
    return kept


def _topic(key: Key, uses: Sequence[_Use]) -> Topic:
    """Return a phrase as most print it in running text."""
    forms = Counter(use.printed for use in uses if not use.title)
    forms = forms or Counter(use.printed.lower() for use in uses)
    text = min(forms, key=lambda form: (-forms[form], form))
    return Topic(
        text=text, head=uses[0].head, compound=len(key) > 1, joined=not _JOINS.isdisjoint(key)
    )


# ---------------------------------------------------------------- the phrases of an article


class _Nouns:
    """Knows which words of an event name something, and which may stand before them."""

    def __init__(self, reading: Reading, names: Sequence[str]) -> None:
        namings = reading.comparison.namings
        # Beside a name it would say that somebody did wrong, or what may have befallen another.
        harm = word_class("fate", "wrong") if names else frozenset()
        self._kept_out = marked_stems(reading) | {s for name in names for s in telling_stems(name)}
        actors = {n.entity for n in namings if n.kind == "actor" and len(n.entity.split()) > 1}
        speakers = {span.speaker for v in reading.comparison.voiced for span in v.voices}
        self._in_names = {
            word for name in actors | speakers for word in name.split() if word[:1].isupper()
        }
        named = Counter(n.head for n in namings if n.text.endswith(n.head))
        used = Counter(
            text[start:end].lower()
            for article in reading.articles.values()
            for text in (article.title, article.standfirst, article.text)
            for start, end in word_spans(text)
        )
        heads = {word for word in named if named[word] >= NOUN_SHARE * used[word]}
        self._heads = heads - harm - _generic()
        before = Counter(word for naming in namings for word in naming.modifiers)
        known = {word for word in before if before[word] >= BEFORE_SHARE * used[word]}
        self._before = known - word_class("tells_no_kind", "date", "fate")

    def is_head(self, word: _Word) -> bool:
        """Tell whether a word names what a title may be about."""
        printed = word.printed.lower()
        noun = not word.owner and printed in self._heads
        telling = telling_stems(printed) and _WHO.isdisjoint(_kinds(printed))
        return noun and bool(telling) and self._may_stand(word)

    def is_before(self, word: _Word) -> bool:
        """Tell whether a word may stand before a noun in a title."""
        known = word.printed.lower() in self._before
        return known and not word.owner and self._may_stand(word)

    def _may_stand(self, word: _Word) -> bool:
        printed = word.printed
        shown = printed.isprintable() and printed[:2].isalpha() and len(printed) <= LONGEST_WORD
        kept = word.stem not in self._kept_out and printed not in self._in_names
        return shown and kept and bool(word.stem)


def _kinds(noun: str) -> set[str]:
    """Return what kind of thing a noun means, in the singular and as printed."""
    return {noun_kind(noun), noun_kind(noun.removesuffix("s"))}


def _is_body(uses: Sequence[_Use]) -> bool:
    """Tell whether a phrase means a body: what it is about comes before who deals with it."""
    return EntityKind.ORGANISATION in _kinds(uses[0].noun)


def _generic() -> frozenset[str]:
    return word_class(*_NO_TOPIC) | speech_nouns()


def _uses(reading: Reading, article: Article, nouns: _Nouns) -> Iterator[_Use]:
    """Yield the phrases that an article prints in its own voice."""
    places = {
        part: _weights(reading, article, part) for part in (Part.TITLE, Part.STANDFIRST, Part.BODY)
    }
    for part, weights in places.items():
        line = list(_words(article.part_text(part)))
        for at, word in enumerate(line):
            voice = reading.voice_at(article.id, part, word.start)
            plain = part is Part.TITLE or word.printed.islower()
            if plain and voice in _COUNTED and nouns.is_head(word):
                weight = next((w for end, w in weights if word.start < end), 0)
                for first, last in _bounds(line, at, nouns):
                    yield _Use(
                        key=tuple(w.stem or w.printed.lower() for w in line[first:last]
                                  if w.stem or w.printed.lower() in _JOINS),
                        head=word.stem,
                        noun=word.printed.lower(),
                        printed=_printed(line[first:last]),
                        outlet=article.outlet,
                        weight=weight,
                        title=part is Part.TITLE,
                        own=voice is Voice.OWN,
                    )  # fmt: skip


def _weights(reading: Reading, article: Article, part: Part) -> list[tuple[int, int]]:
    """Return the ends of the first passages of a part with what stands in them weighs."""
    refs = (PassageRef(article=article.id, index=index) for index in range(OPENING))
    found = [reading.passages[ref] for ref in refs if ref in reading.passages]
    here = [passage.end for passage in found if passage.part is part]
    first = HEADLINE if part is Part.TITLE else FIRST
    return [(end, OPENED if place else first) for place, end in enumerate(here)]


def _bounds(line: Sequence[_Word], at: int, nouns: _Nouns) -> Iterator[tuple[int, int]]:
    """Yield where phrases around a noun begin and end: with words before it, and behind it."""
    yield from product(_starts(line, at, nouns), (at + 1, *_ends(line, at, nouns)))


def _starts(line: Sequence[_Word], at: int, nouns: _Nouns) -> list[int]:
    starts = [at]
    while (
        len(starts) <= MOST_BEFORE
        and starts[-1] > 0
        and line[starts[-1]].joined
        and nouns.is_before(line[starts[-1] - 1])
    ):
        starts.append(starts[-1] - 1)
    return starts


def _ends(line: Sequence[_Word], at: int, nouns: _Nouns) -> Iterator[int]:
    """Yield the ends of a thing or a place that a preposition joins to a noun."""
    behind = at + 1
    if behind >= len(line) or not line[behind].joined or line[behind].printed not in _JOINS:
        return
    begin = behind + 1
    if begin < len(line) and line[begin].joined and line[begin].printed == "the":
        begin += 1
    for end in range(begin, min(len(line), begin + MOST_BEFORE)):
        if not (line[end].joined and (nouns.is_before(line[end]) or nouns.is_head(line[end]))):
            return
        if nouns.is_head(line[end]):
            yield end + 1


def _words(text: str) -> Iterator[_Word]:
    right = 0
    for start, end in word_spans(text):
        printed, between = text[start:end], text[right:start]
        terms = word_terms(printed, concepts=False)
        yield _Word(
            printed=printed,
            stem="-".join(term.key for term in terms if term.weight),
            joined=between in (" ", "-"),
            hyphen=between == "-",
            owner=printed.endswith(("’s", "'s")),
            start=start,
        )
        right = end


def _printed(words: Sequence[_Word]) -> str:
    rest = ((("-" if word.hyphen else " ") + word.printed) for word in words[1:])
    return words[0].printed + "".join(rest)
