"""One pass of an Aho-Corasick automaton over a text for every form of every cue.

Source: Aho and Corasick, Efficient String Matching (CACM 18:6, 1975). The pass takes the same
time whatever the number of rows; only what is found is looked at in Python.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple

from bias.language.inflections import inflections
from bias.languages import DEFAULT
from bias.records import Cue
from bias.wording.normal import normal_term, normalise
from bias.wording.patterns import Pattern, is_pattern, pattern


class Guarded(NamedTuple):
    """A cue with its neighbours made ready: words for ``str.startswith``, patterns for tokens."""

    cue: Cue
    not_before: tuple[str, ...]
    not_after: tuple[str, ...]
    patterns_before: tuple[Pattern, ...]
    """What cancels it where it stands right after it, as ``not_before`` does."""
    patterns_after: tuple[Pattern, ...]
    domains: frozenset[str]
    """Domains whose words cancel the cue anywhere in its sentence."""
    is_name: bool
    """The term is written with a capital ("Orwellian"), so a capital is no sign of a name."""

    @property
    def asks_parse(self) -> bool:
        """Whether the annotated text can cancel it, not only the words as printed."""
        return bool(self.cue.only_as or self.patterns_before or self.patterns_after)


class Entry(NamedTuple):
    """What one form in the automaton stands for."""

    cues: tuple[Guarded, ...]
    """Best first: the cue whose term this is, then the stronger, then by id."""
    domains: tuple[str, ...]
    phrase: bool
    exact: bool = False
    """The first cue's term is this very form, so that it alone decides."""


class Hit(NamedTuple):
    """A form found at a half-open span, not yet judged by its context."""

    start: int
    end: int
    entry: Entry


class Matcher:
    """The automaton over every form; what a form stands for is made ready when it is first hit."""

    def __init__(
        self, cues: Mapping[str, Sequence[Cue]], domains: Mapping[str, Sequence[str]]
    ) -> None:
        """Take the cues and the domains of every normalised form."""
        import ahocorasick

        self._cues = cues
        self._domains = domains
        self._ready: dict[str, Entry] = {}
        self._automaton: Any = ahocorasick.Automaton()
        for form in chain(cues, domains):
            self._automaton.add_word(f" {form} ", form)
        self._automaton.make_automaton()

    def hits(self, padded: str) -> Iterator[Hit]:
        """Yield what is found in a normalised text with a space put before and after it."""
        if not len(self._automaton):
            return
        for last, form in self._automaton.iter(padded):
            end = last - 1
            yield Hit(end - len(form), end, self._entry(form))

    def needs_parse(self, padded: str) -> bool:
        """Return whether a row that may hold in a text asks its parse."""
        return any(each.asks_parse for hit in self.hits(padded) for each in hit.entry.cues)

    def cues_of(self, term: str) -> tuple[Cue, ...]:
        """Return the cues that have the term among their forms, the best first."""
        return tuple(guarded.cue for guarded in self._entry(normal_term(term)).cues)

    def _entry(self, form: str) -> Entry:
        if form not in self._ready:
            guarded = [_guard(cue) for cue in self._cues.get(form, ())]
            self._ready[form] = _entry(form, guarded, self._domains.get(form, ()))
        return self._ready[form]


def pad(text: str) -> str:
    """Return the normalised text between two spaces, as :meth:`Matcher.hits` wants it."""
    return f" {normalise(text)} "


def build_matcher(
    cues: Iterable[Cue], domains: Mapping[str, tuple[str, ...]], language: str = DEFAULT
) -> Matcher:
    """Return the matcher of these cues and domain words."""
    by_form: dict[str, list[Cue]] = {}
    for cue in cues:
        for form in {normal_term(form): None for form in inflections(cue.term, cue.pos, language)}:
            by_form.setdefault(form, []).append(cue)
    named: dict[str, list[str]] = {}
    for name, domain_words in domains.items():
        for word in domain_words:
            named.setdefault(normal_term(word), []).append(name)
    return Matcher(by_form, named)


def _entry(form: str, cues: Sequence[Guarded], domains: Sequence[str]) -> Entry:
    def rank(guarded: Guarded) -> tuple[bool, int, str]:
        cue = guarded.cue
        return normal_term(cue.term) != form, -cue.strength, cue.id

    best = tuple(sorted(cues, key=rank))
    exact = bool(best) and normal_term(best[0].cue.term) == form
    return Entry(best, tuple(domains), " " in form, exact)


def _guard(cue: Cue) -> Guarded:
    named = [phrase[1:] for phrase in cue.not_before + cue.not_after if phrase.startswith("@")]
    return Guarded(
        cue=cue,
        not_before=_words(cue.not_before),
        not_after=_words(cue.not_after),
        patterns_before=_patterns(cue.not_before),
        patterns_after=_patterns(cue.not_after),
        domains=frozenset(named),
        is_name=any(char.isupper() for char in cue.term),
    )


def _words(guards: Iterable[str]) -> tuple[str, ...]:
    plain = (guard for guard in guards if not guard.startswith("@") and not is_pattern(guard))
    return tuple(f" {normal_term(guard)} " for guard in plain)


def _patterns(guards: Iterable[str]) -> tuple[Pattern, ...]:
    return tuple(pattern(guard) for guard in guards if is_pattern(guard))
