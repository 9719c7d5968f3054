"""Persons of an event: their names as printed, joined by surname and by who is called what.

Rules only: a capitalised run is a person where a title or role stands before it or a verb of
speaking beside it, anywhere in the event.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from bias.records import Article, Part, Passage, VoicedArticle
from bias.text import fold
from bias.wording.phrases import Token, naming_words, ruler_heads, tokens_of

_PARTICLES = frozenset(
    {"de", "da", "del", "van", "von", "der", "la", "le", "al", "bin", "ibn", "el"}
)
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_LONGEST_NAME = 4


class Sentence(NamedTuple):
    """A passage cut into words."""

    article: Article
    passage: Passage
    text: str
    tokens: list[Token]

    @property
    def key(self) -> tuple[str, int]:
        """Return what tells it from every other passage of the event."""
        return self.article.id, self.passage.index


class Run(NamedTuple):
    """Capitalised words in a row, as indices into the tokens of a sentence."""

    sentence: Sentence
    first: int
    last: int

    @property
    def words(self) -> tuple[str, ...]:
        """Return the folded words."""
        return tuple(token.low for token in self.sentence.tokens[self.first : self.last + 1])

    @property
    def printed(self) -> str:
        """Return the words as printed."""
        tokens = self.sentence.tokens
        return self.sentence.text[tokens[self.first].start : tokens[self.last].end]


def sentences_of(
    articles: Mapping[str, Article], voiced: Iterable[VoicedArticle]
) -> tuple[Sentence, ...]:
    """Return every passage of the event cut into words, in reading order."""
    return tuple(
        Sentence(articles[v.article], passage, text, tokens_of(text, passage))
        for v in voiced
        for passage in v.passages
        for text in [articles[v.article].part_text(passage.part)]
    )


class People:
    """The persons of one event: which run of words names whom."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._plain = _plain_words(sentences)
        runs = [run for sentence in sentences for run in self.runs(sentence)]
        self._full = _full_names(runs)

    def runs(self, sentence: Sentence) -> Iterator[Run]:
        """Yield the capitalised runs of a sentence without the titles before them."""
        tokens, index = sentence.tokens, 0
        while index < len(tokens):
            if not self._is_capital(sentence, index):
                index += 1
                continue
            end = self._reach(sentence, index)
            first, last = _after_titles(tokens, index, end), _before_suffix(tokens, end)
            if first <= last:
                yield Run(sentence, first, last)
            index = end + 1

    def _reach(self, sentence: Sentence, first: int) -> int:
        """Return the last token of the run that begins at ``first``."""
        tokens, last = sentence.tokens, first
        for index in range(first + 1, min(len(tokens), first + 2 * _LONGEST_NAME)):
            gap = sentence.text[tokens[index - 1].end : tokens[index].start]
            if tokens[index - 1].owns or gap not in (" ", ". ", "-"):
                break
            if gap == ". " and not _is_abbreviated(tokens[index - 1]):
                break
            if self._is_capital(sentence, index):
                last = index
            elif tokens[index].low not in _PARTICLES:
                break
        return last

    def _is_capital(self, sentence: Sentence, index: int) -> bool:
        token = sentence.tokens[index]
        if not token.text[0].isupper() or not token.text[0].isalpha():
            return False
        unclear = index == 0 or sentence.passage.part is Part.TITLE
        return not (unclear and token.low in self._plain)

    def who(self, run: Run, last_named: Mapping[str, str]) -> str | None:
        """Return the entity a run names, ``None`` where it names no known person.

        A bare surname that two persons bear is the one named last in the article.
        """
        surname = run.words[-1]
        known = self._full.get(surname)
        if known is None:
            return None
        if len(run.words) > 1:
            return known.get(run.words[0])
        return last_named.get(surname, next(iter(known.values())) if len(known) == 1 else None)


def _plain_words(sentences: Iterable[Sentence]) -> frozenset[str]:
    """Return the words that occur in lower case: at a sentence start they are no names."""
    words = naming_words()
    seen = {t.low for s in sentences for t in s.tokens if t.text[0].islower()}
    return frozenset(seen) | words.stops | words.determiners


def _after_titles(tokens: Sequence[Token], first: int, last: int) -> int:
    titles = naming_words().titles | naming_words().roles | ruler_heads()
    while first <= last and tokens[first].low.rstrip(".") in titles:
        first += 1
    return first


def _before_suffix(tokens: Sequence[Token], last: int) -> int:
    """Return the last token of a name without "Jr" or "III" after it."""
    return last - 1 if tokens[last].low in _SUFFIXES else last


def _is_abbreviated(token: Token) -> bool:
    return len(token.text) == 1 or token.low in naming_words().titles


def _full_names(runs: Iterable[Run]) -> dict[str, dict[str, str]]:
    """Return surname → first name → entity for every person that anything speaks for."""
    printed: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    spoken_for: set[str] = set()
    sure: set[tuple[str, ...]] = set()
    for run in runs:
        surname = run.words[-1]
        if surname in _not_persons() or len(run.words) > _LONGEST_NAME:
            continue
        if _has_evidence(run):
            spoken_for.add(surname)
        if run.first > 0 or _has_evidence(run):
            sure.add(run.words)
        if len(run.words) > 1:
            printed[surname][run.words[0]][run.printed] += 1
    return {surname: _choose(printed[surname], sure) for surname in spoken_for & printed.keys()}


def _not_persons() -> frozenset[str]:
    words = naming_words()
    return words.not_persons | words.calendar


def _choose(
    printed: Mapping[str, Counter[str]], sure: AbstractSet[tuple[str, ...]]
) -> dict[str, str]:
    """Return first name → the form printed most, for one surname.

    What only ever begins a sentence, with nothing beside it that speaks for a person, may be no
    first name ("Regarding Lopez"); it is dropped where the surname has another.
    """
    firsts = {first for first, forms in printed.items() for f in forms if _words(f) in sure}
    return {
        first: min(forms, key=lambda form: (-forms[form], form))
        for first, forms in printed.items()
        if first in firsts or not firsts
    }


def _words(printed: str) -> tuple[str, ...]:
    return tuple(fold(word).rstrip(".") for word in printed.split())


def _has_evidence(run: Run) -> bool:
    """Return whether a title, a role or a verb of speaking stands beside the run."""
    words, tokens = naming_words(), run.sentence.tokens
    before = tokens[run.first - 1].low if run.first else ""
    after = tokens[run.last + 1].low if run.last + 1 < len(tokens) else ""
    named = before in words.titles or before in words.roles
    return named or before in words.speaking or after in words.speaking
