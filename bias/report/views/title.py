"""The title of an event, made from what all its outlets name and say, never one outlet's headline.

Names come first: those that every outlet uses, the headlines' before others. Behind a colon stand
words that every outlet uses itself in headline or opening and that are marked in none. Where either
fails it is left out; where both fail the title says only how many outlets tell the event.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from bias.alignment.terms.terms import word_terms
from bias.records import Part, Record, Voice
from bias.report.reading import Reading
from bias.report.views.places import marked_word
from bias.text import fold, word_spans, words

OPENING = 6
"""Passages of an article, headline included, in which it says what it is about."""
MOST_NAMES = 2
MOST_WORDS = 2
TELLING = 0.9
"""Weight from which a word tells what an event is about: "said" and "people" do not."""
LONGEST = 60
"""Characters of a name; longer ones are no name a reader knows."""
LONGEST_WORD = 24


class _Word(Record, frozen=True, kw_only=True):
    """A word as an outlet prints it."""

    stem: str
    printed: str
    outlet: str
    title: bool
    before: str = ""
    """The word before it in the same sentence, as printed."""


def neutral_title(reading: Reading) -> str:
    """Return what all outlets of an event name and say, in words that none of them is marked for.

    An outlet whose article could not be read whole is not asked.
    """
    outlets = _outlets(reading)
    told = len({article.outlet for article in reading.articles.values()})
    if len(outlets) < 2:  # noqa: PLR2004 - one outlet agrees with nobody
        return f"An event told by {told} outlets"
    names = _names(reading, outlets)
    what = _shared_words(reading, outlets, names)
    if names and what:
        return f"{' and '.join(names)}: {', '.join(what)}"
    text = " and ".join(names) or ", ".join(what)
    return text[:1].upper() + text[1:] if text else f"An event told by {told} outlets"


def _outlets(reading: Reading) -> set[str]:
    voiced = (item.article for item in reading.comparison.voiced)
    return {reading.articles[article].outlet for article in voiced}


# ---------------------------------------------------------------- who


def _names(reading: Reading, outlets: set[str]) -> list[str]:
    """Return the names that every outlet uses and most headlines hold, the commonest first."""
    users: dict[str, set[str]] = defaultdict(set)
    count: Counter[str] = Counter()
    for naming in reading.comparison.namings:
        if naming.kind == "actor":
            count[naming.entity] += 1
            users[naming.entity].add(naming.outlet)
    shown: dict[str, str] = {name: _as_printed(reading, name) for name in sorted(count)}
    known = [
        name
        for name, printed in shown.items()
        if printed
        and users[name] | users.get(_last(name), set()) | _printing(reading, name) >= outlets
    ]
    headed = [name for name in known if 2 * _headed(reading, name) > len(outlets)]
    opened = [name for name in known if _opened(reading, name) >= len(outlets)]
    # Where headlines share no name, the one that every outlet brings first is what it is about.
    known = headed or sorted(opened, key=lambda name: -count[name])[:1]
    known.sort(key=lambda name: (-_headed(reading, name), -count[name]))
    return [shown[name] for name in _told_apart(known)[:MOST_NAMES]]


def _as_printed(reading: Reading, name: str) -> str:
    """Return a name, or its last word, as two outlets print it in running text, else nothing.

    Headlines are not asked: they capitalise all words, and so "Oklahoma Sue Colorado".
    """
    if not name[:1].isupper() or len(name) > LONGEST or not name.isprintable():
        return ""
    forms = (name, _last(name))
    printed = (form for form in forms if form[:1].isupper() and len(_printing(reading, form)) > 1)
    return next(printed, "")


def _last(name: str) -> str:
    return name.rsplit(maxsplit=1)[-1]


def _printing(reading: Reading, name: str) -> set[str]:
    whole = re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])")
    return {a.outlet for a in reading.articles.values() if whole.search(a.text)}


def _headed(reading: Reading, name: str) -> int:
    """Count the outlets whose headline holds the last word of a name."""
    last = fold(_last(name))
    articles = reading.articles.values()
    return len({a.outlet for a in articles if last in map(_bare, words(a.title))})


def _opened(reading: Reading, name: str) -> int:
    """Count the outlets whose first passages hold the last word of a name."""
    last = re.compile(rf"(?<![\w-]){re.escape(_last(name))}(?![\w-])")
    return len(
        {
            reading.look(ref.article).id
            for ref, passage in reading.passages.items()
            if passage.index < OPENING
            and last.search(
                reading.articles[ref.article].part_text(passage.part), passage.start, passage.end
            )
        }
    )


def _bare(word: str) -> str:
    return fold(word).removesuffix("’s").removesuffix("'s")


def _told_apart(names: Iterable[str]) -> list[str]:
    """Of names that share a word keep the longest of the first: the two may be one."""
    kept: list[str] = []
    for name in names:
        fuller = [other for other in kept if other == _last(name)]
        if fuller:
            kept[kept.index(fuller[0])] = name
        if not any(set(name.split()) & set(other.split()) for other in kept):
            kept.append(name)
    return kept


# ---------------------------------------------------------------- what


def _shared_words(reading: Reading, outlets: set[str], names: Iterable[str]) -> list[str]:
    """Return words that every outlet says itself at its beginning, each with what it stands in."""
    by_stem: dict[str, list[_Word]] = defaultdict(list)
    for word in _opening(reading):
        by_stem[word.stem].append(word)
    named = {stem for name in names for stem in _stems(name)} | _marked(reading)
    nouns = _nouns(reading) - named
    shared = {
        stem: found
        for stem, found in by_stem.items()
        if stem in nouns
        and {word.outlet for word in found} >= outlets
        and any(word.printed[0].islower() for word in found)
    }
    ranked = sorted(shared, key=lambda stem: _rank(stem, shared[stem]))
    phrases: list[str] = []
    used: set[str] = set()
    told = [_phrase(shared[stem], outlets, named) for stem in ranked]
    for phrase in told + _subjects(reading, outlets, named):
        if used.isdisjoint(_stems(phrase)):
            phrases.append(phrase)
            used.update(_stems(phrase))
    return phrases[:MOST_WORDS]


def _subjects(reading: Reading, outlets: set[str], named: set[str]) -> list[str]:
    """Return the things and happenings that every outlet names more than once, unmarked."""
    uses: dict[str, Counter[str]] = defaultdict(Counter)
    for naming in reading.comparison.namings:
        if naming.kind != "actor":
            uses[naming.entity][naming.outlet] += 1
    kept = [
        name
        for name, by_outlet in uses.items()
        if set(by_outlet) >= outlets
        and min(by_outlet.values()) > 1
        and name.isprintable()
        and name[:3].isalpha()
        and name[:1].islower()
        and _stems(name)
        and named.isdisjoint(_stems(name))
        and len(name) <= LONGEST_WORD
    ]
    return sorted(kept, key=lambda name: (-uses[name].total(), name))


def _marked(reading: Reading) -> set[str]:
    """Return the stems of all that is marked anywhere: a word marked once is never in a title."""
    return {
        stem
        for finding in reading.comparison.findings
        for stem in _stems(marked_word(reading, finding)[0])
    }


def _nouns(reading: Reading) -> set[str]:
    """Return the stems of what two outlets name: "bill" is a subject, "religious" none."""
    users: dict[str, set[str]] = defaultdict(set)
    for naming in reading.comparison.namings:
        for stem in _stems(naming.head):
            users[stem].add(naming.outlet)
    return {stem for stem, outlets in users.items() if len(outlets) > 1}


def _rank(stem: str, found: Sequence[_Word]) -> tuple[int, int, str]:
    headed = {word.outlet for word in found if word.title}
    return -len(headed), -len(found), stem


def _phrase(found: Sequence[_Word], outlets: set[str], named: set[str]) -> str:
    """Return a word with the one before it where every outlet prints the two together."""
    pairs: dict[tuple[str, ...], list[_Word]] = defaultdict(list)
    for word in found:
        before = tuple(_stems(word.before))
        if before and named.isdisjoint(before):
            pairs[before].append(word)
    for together in pairs.values():
        if {word.outlet for word in together} >= outlets:
            return _commonest(f"{word.before} {word.printed}" for word in together)
    return _commonest(word.printed for word in found if not word.title) or found[0].printed


def _commonest(printed: Iterable[str]) -> str:
    """Return the form printed most, lower case before capitals: a sentence begins with one."""
    counts = Counter(printed)
    forms = sorted(counts, key=lambda form: (form[:1].isupper(), -counts[form], form))
    return forms[0] if forms else ""


def _opening(reading: Reading) -> Iterator[_Word]:
    """Yield the telling words at the beginning of every article, in own voice and unmarked."""
    for ref, passage in reading.passages.items():
        if passage.index >= OPENING:
            continue
        runs = reading.runs(ref.article, passage.part, passage.start, passage.end)
        own = [run.text for run in runs if run.voice is Voice.OWN and not run.note]
        for text in own:
            yield from _words(text, reading.articles[ref.article].outlet, passage.part)


def _words(text: str, outlet: str, part: Part) -> Iterator[_Word]:
    spans = [(0, 0), *word_spans(text)]
    for (left, right), (start, end) in pairwise(spans):
        printed = text[start:end]
        stems = _stems(printed)
        if len(stems) == 1 and printed[:2].isalpha() and len(printed) <= LONGEST_WORD:
            beside = text[right:start] in (" ", "-") and part is not Part.TITLE
            yield _Word(
                stem=stems[0],
                printed=printed.removesuffix("’s").removesuffix("'s"),
                outlet=outlet,
                title=part is Part.TITLE,
                before=text[left:right] if beside else "",
            )


def _stems(text: str) -> list[str]:
    """Return the stems of the telling words of a text."""
    terms = (
        term for printed in text.split() for term in word_terms(printed.strip(".,"), concepts=False)
    )
    return [term.key for term in terms if term.key and term.weight >= TELLING]
