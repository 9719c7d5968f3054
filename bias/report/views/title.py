"""The title of an event, made from what its outlets name and say, never one outlet's headline.

Where most outlets tell the same deed, the title is that clause, behind the place where they print
one (:mod:`bias.report.views.happened`). Else it holds names that every outlet uses, the headlines'
before others, and the phrase that the event is about (:mod:`bias.report.views.topics`): "Ray on
wage law" where most outlets let Ray speak of it, else "Wage law: Ray", which claims nothing.
Places come first, and names before nouns that stand alone: "Orveth: dam". Where either fails it is
left out; where both fail the title says only how many outlets tell the event.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from bias.people.lexis import given_names, noun_kind
from bias.records import EntityKind
from bias.report.catalogue import say
from bias.report.reading import Reading
from bias.report.views.agreed import (
    as_printed,
    last_word,
    printing,
    read_outlets,
    telling_stems,
)
from bias.report.views.happened import happened
from bias.report.views.topics import OPENING, Topic, topics
from bias.text import fold, words

MOST_NAMES = 2


def neutral_title(reading: Reading) -> str:
    """Return what all outlets of an event name and say, in words that none of them is marked for.

    An outlet whose article could not be read whole is asked only where all but one are such, and
    for names alone.
    """
    outlets = read_outlets(reading)
    told = len({article.outlet for article in reading.articles.values()})
    if len(outlets) < 2:  # noqa: PLR2004 - one outlet agrees with nobody
        # Of texts that are not to be trusted it is taken only that they print a name.
        printed = {article.outlet for article in reading.articles.values() if article.text}
        names = _names(reading, printed) if len(printed) > 1 else []
        return say(" and ").join(names) or say("An event told by {count} outlets", count=told)
    names = _names(reading, outlets)
    if clause := happened(reading, outlets):
        return _with_place(clause, [name for name in names if _is_place(reading, outlets, name)])
    text = _without_verb(reading, outlets, names, topics(reading, outlets, names))
    return _begun(text) if text else say("An event told by {count} outlets", count=told)


def _with_place(clause: str, places: Sequence[str]) -> str:
    """Return what happened, behind where, if that is not in it."""
    said = set(telling_stems(clause))
    apart = [place for place in places if said.isdisjoint(telling_stems(place))]
    return f"{apart[0]}: {clause}" if apart else _begun(clause)


def _without_verb(
    reading: Reading, outlets: set[str], names: Sequence[str], about: Sequence[Topic]
) -> str:
    """Return who is named and what it is about, with nothing claimed of either."""
    both = say(" and ")
    if not (names and about):
        return both.join(names) or ", ".join(topic.text for topic in about)
    first = about[0]
    place = len(names) == 1 and _is_place(reading, outlets, names[0])
    if place or not first.compound:
        what = about[:1] if first.compound else about
        return f"{both.join(names)}: {', '.join(topic.text for topic in what)}"
    if not first.joined and all(_speaks_of(reading, outlets, name, first) for name in names):
        return say("{who} on {what}", who=both.join(names), what=first.text)
    return f"{first.text}: {', '.join(names)}"


def _is_place(reading: Reading, outlets: set[str], name: str) -> bool:
    """Tell whether most outlets print that something was in or at a place of this name."""
    told = [printing(reading, f"{joins} {name}") for joins in ("in", "at", "near")]
    return 2 * len(set().union(*told) & outlets) > len(outlets)


def _speaks_of(reading: Reading, outlets: set[str], name: str, topic: Topic) -> bool:
    """Tell whether most outlets let somebody speak, and of this."""
    last = last_word(name)
    tellers = {
        reading.articles[voiced.article].outlet
        for voiced in reading.comparison.voiced
        for span in voiced.voices
        if last_word(span.speaker) == last
        and topic.head
        in telling_stems(
            reading.articles[voiced.article].part_text(span.part)[span.start : span.end]
        )
    }
    return 2 * len(tellers & outlets) > len(outlets)


def _begun(text: str) -> str:
    return text[:1].upper() + text[1:]


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
    # "House" says not which: it stands where nothing else does.
    telling = [name for name in known if noun_kind(fold(name)) != EntityKind.ORGANISATION]
    kept = _told_apart(telling or known)[:MOST_NAMES]
    return [_in_full(reading, shown[name]) for name in kept]


def _in_full(reading: Reading, name: str) -> str:
    """Return the family name of a speaker with the one given name printed before it, if any.

    A given name that is somebody's family name counts for none: "the Ryan Medicare plan".
    """
    voices = (span for voiced in reading.comparison.voiced for span in voiced.voices)
    speakers = {last_word(span.speaker) for span in voices}
    if " " in name or name not in speakers:
        return name
    before = re.compile(rf"\b(\w+) {re.escape(name)}(?![\w-])")
    texts = "\n".join(article.text for article in reading.articles.values())
    given = {word for word in before.findall(texts) if fold(word) in given_names()}
    given -= speakers | {last_word(naming.entity) for naming in reading.comparison.namings}
    return f"{given.pop()} {name}" if len(given) == 1 else name


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
