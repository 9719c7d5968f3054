"""The title of an event, made from what its outlets name and say, never one outlet's headline.

Where most outlets tell the same deed, the title is that clause, behind what it is about or where
(:mod:`bias.report.views.happened`). Else names come first: those that every outlet uses, the
headlines' before others. Behind a colon stand words that every outlet uses itself in headline or
opening, those of two headlines before others, with the words that every outlet prints before them;
none is marked in any. Where either fails it is left out; where all fail the title says only how
many outlets tell the event.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from bias.language.word_classes import word_class
from bias.records import Part, Record, Voice
from bias.report.catalogue import say
from bias.report.reading import Reading
from bias.report.views.agreed import (
    as_printed,
    last_word,
    marked_stems,
    printing,
    read_outlets,
    telling_stems,
)
from bias.report.views.happened import happened
from bias.text import fold, word_spans, words

OPENING = 6
"""Passages of an article, headline included, in which it says what it is about."""
MOST_NAMES = 2
MOST_WORDS = 2
MOST_BEFORE = 2
"""Words before a noun that may belong to it: "same-sex marriage law"."""
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
    outlets = read_outlets(reading)
    told = len({article.outlet for article in reading.articles.values()})
    if len(outlets) < 2:  # noqa: PLR2004 - one outlet agrees with nobody
        return say("An event told by {count} outlets", count=told)
    names = _names(reading, outlets)
    if clause := happened(reading, outlets):
        return _with_kicker(clause, names, _shared_words(reading, outlets, [clause, *names]))
    what = _shared_words(reading, outlets, names, by_most=True)
    if names:
        what = [phrase for phrase in what if not _is_fate(phrase)]
    if names and what:
        return f"{say(' and ').join(names)}: {', '.join(what)}"
    text = say(" and ").join(names) or ", ".join(what)
    return (
        text[:1].upper() + text[1:] if text else say("An event told by {count} outlets", count=told)
    )


def _with_kicker(clause: str, names: Sequence[str], what: Sequence[str]) -> str:
    """Return what happened, behind what it is about or where, if that is not in it."""
    said = set(telling_stems(clause))
    topics = [
        topic
        for topic in (*what, *names)
        if said.isdisjoint(telling_stems(topic)) and not _is_fate(topic)
    ]
    return f"{topics[0][:1].upper()}{topics[0][1:]}: {clause}" if topics else clause


# ---------------------------------------------------------------- who


def _names(reading: Reading, outlets: set[str]) -> list[str]:
    """Return the names that every outlet uses and most headlines hold, the commonest first."""
    users: dict[str, set[str]] = defaultdict(set)
    count: Counter[str] = Counter()
    for naming in reading.comparison.namings:
        if naming.kind == "actor":
            count[naming.entity] += 1
            users[naming.entity].add(naming.outlet)
    shown: dict[str, str] = {name: as_printed(reading, name) for name in sorted(count)}
    known = [
        name
        for name, printed in shown.items()
        if printed
        and users[name] | users.get(last_word(name), set()) | printing(reading, name) >= outlets
    ]
    headed = [name for name in known if 2 * _headed(reading, name) > len(outlets)]
    opened = [name for name in known if 2 * _opened(reading, name) > len(outlets)]
    # Where headlines share no name, the one that most outlets bring first is what it is about.
    opened.sort(key=lambda name: (-_opened(reading, name), -count[name]))
    known = headed or opened[:1]
    known.sort(key=lambda name: (-_headed(reading, name), -count[name]))
    return [shown[name] for name in _told_apart(known)[:MOST_NAMES]]


def _headed(reading: Reading, name: str) -> int:
    """Count the outlets whose headline holds the last word of a name."""
    last = fold(last_word(name))
    articles = reading.articles.values()
    return len({a.outlet for a in articles if last in map(_bare, words(a.title))})


def _opened(reading: Reading, name: str) -> int:
    """Count the outlets whose first passages hold the last word of a name."""
    last = re.compile(rf"(?<![\w-]){re.escape(last_word(name))}(?![\w-])")
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
        fuller = [other for other in kept if other == last_word(name)]
        if fuller:
            kept[kept.index(fuller[0])] = name
        if not any(set(name.split()) & set(other.split()) for other in kept):
            kept.append(name)
    return kept


# ---------------------------------------------------------------- what


def _shared_words(
    reading: Reading, outlets: set[str], names: Iterable[str], *, by_most: bool = False
) -> list[str]:
    """Return words that every outlet says itself at its beginning, each with what it stands in.

    Where there is none, ``by_most`` takes what most say there and all say somewhere.
    """
    by_stem: dict[str, list[_Word]] = defaultdict(list)
    for word in _opening(reading):
        by_stem[word.stem].append(word)
    named = {stem for name in names for stem in telling_stems(name)} | marked_stems(reading)
    nouns = _nouns(reading) - named
    plain = {
        stem: found
        for stem, found in by_stem.items()
        if stem in nouns and any(word.printed[0].islower() for word in found)
    }
    shared = {s: found for s, found in plain.items() if _tellers(found) >= outlets}
    if by_most and not shared:
        shared = {s: f for s, f in plain.items() if _most_tell(reading, f, outlets)}
    ranked = sorted(shared, key=lambda stem: _rank(stem, shared[stem]))
    phrases: list[str] = []
    used: set[str] = set()
    headed = [stem for stem in ranked if len(_heading(shared[stem])) > 1]
    # A word that stands in no two headlines tells little; where there is no better, one is enough.
    told = [_phrase(reading, shared[stem], outlets, named) for stem in headed or ranked[:1]]
    for phrase in told + _subjects(reading, outlets, named):
        if used.isdisjoint(telling_stems(phrase)):
            phrases.append(phrase)
            used.update(telling_stems(phrase))
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
        and telling_stems(name)
        and named.isdisjoint(telling_stems(name))
        and len(name) <= LONGEST_WORD
    ]
    return sorted(kept, key=lambda name: (-uses[name].total(), name))


def _nouns(reading: Reading) -> set[str]:
    """Return the stems of what two outlets name: "bill" is a subject, "religious" none."""
    users: dict[str, set[str]] = defaultdict(set)
    for naming in reading.comparison.namings:
        for stem in telling_stems(naming.head):
            users[stem].add(naming.outlet)
    return {stem for stem, outlets in users.items() if len(outlets) > 1}


def _rank(stem: str, found: Sequence[_Word]) -> tuple[int, int, str]:
    return -len(_heading(found)), -len(found), stem


def _tellers(found: Sequence[_Word]) -> set[str]:
    return {word.outlet for word in found}


def _most_tell(reading: Reading, found: Sequence[_Word], outlets: set[str]) -> bool:
    """Tell whether most outlets open with a word, and all print it as most do."""
    printed = _commonest(word.printed for word in found)
    most = 2 * len(_tellers(found)) > len(outlets)
    return most and printing(reading, printed, any_case=True) >= outlets


def _is_fate(phrase: str) -> bool:
    """Tell whether a phrase would say of whoever stands beside it what may hold for another."""
    return not word_class("fate").isdisjoint(phrase.lower().split())


def _heading(found: Sequence[_Word]) -> set[str]:
    """Return the outlets whose headline holds a word."""
    return {word.outlet for word in found if word.title}


def _phrase(reading: Reading, found: Sequence[_Word], outlets: set[str], named: set[str]) -> str:
    """Return a word with the words before it that every outlet prints together with it."""
    inside = _words_before(reading, found[0].stem) - named
    used: dict[str, Counter[tuple[str, ...]]] = {outlet: Counter() for outlet in outlets}
    for article in reading.articles.values():
        if article.outlet in used:
            text = f"{article.title}\n{article.standfirst}\n{article.text}"
            used[article.outlet].update(_phrases_to(text, found[0].stem, inside))
    shared = set.intersection(*(set(phrases) for phrases in used.values()))
    if not shared:
        return _commonest(word.printed for word in found if not word.title) or found[0].printed
    best = min(
        shared, key=lambda words: (-len(words), -sum(c[words] for c in used.values()), words)
    )
    return " ".join(best)


def _words_before(reading: Reading, stem: str) -> set[str]:
    """Return the stems of all words that stand before a noun in what the outlets name."""
    namings = reading.comparison.namings
    texts = (naming.text for naming in namings if telling_stems(naming.head) == [stem])
    return {before for text in texts for before in telling_stems(text)}


def _phrases_to(text: str, stem: str, inside: set[str]) -> Iterator[tuple[str, ...]]:
    """Yield the words that end with one of a stem, two or three that stand side by side."""
    spans = list(word_spans(text))
    for last, (start, end) in enumerate(spans):
        owner = text[start:end].endswith(("’s", "'s"))
        if owner or telling_stems(text[start:end]) != [stem]:
            continue
        phrase = [text[start:end].lower()]
        for at in range(last - 1, max(-1, last - MOST_BEFORE - 1), -1):
            word = text[spans[at][0] : spans[at][1]]
            stems = telling_stems(word)
            joined = text[spans[at][1] : spans[at + 1][0]] in (" ", "-")
            if not joined or not stems or not word.islower() or not inside.issuperset(stems):
                break
            phrase.insert(0, word)
            yield tuple(phrase)


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
        stems = telling_stems(printed)
        if len(stems) == 1 and printed[:2].isalpha() and len(printed) <= LONGEST_WORD:
            beside = text[right:start] in (" ", "-") and part is not Part.TITLE
            yield _Word(
                stem=stems[0],
                printed=printed.removesuffix("’s").removesuffix("'s"),
                outlet=outlet,
                title=part is Part.TITLE,
                before=text[left:right] if beside else "",
            )
