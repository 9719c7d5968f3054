"""The terms of an article and how much each says about which happening it tells.

Names and numbers weigh double, because look-alikes (two earthquakes in one night) share every
other word. The title and the first words weigh more, and the end less, because the happening is
named first and digressions come last. Pairs of neighbouring words tell North Korea from North
Dakota. The headline and the opening are kept apart as well: they say which happening is meant.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from runpy import run_path

import msgspec
import numpy as np

from bias.languages import DEFAULT
from bias.records import Article
from bias.text import fold, word_spans, words, words_and_gaps

NAME_WEIGHT = 2.0
NUMBER_WEIGHT = 2.0
PAIR_WEIGHT = 0.7
TITLE_WEIGHT = 3.0
BODY_WEIGHTS = ((60, 2.0), (200, 1.0), (1_000, 0.4))
"""Weight of a word of the body up to that word; what follows is not looked at."""
MOST_WORDS = BODY_WEIGHTS[-1][0]

LEAD_WORDS = 100
"""Words of the body that are its opening."""
HEAD_WORDS = 20
"""Words of the opening that stand for a title where there is none."""

_SENTENCE_BREAK = re.compile(r"[.!?:\n\"“”„«»`]")
_POSSESSIVE = re.compile(r"['’]s?$")
_ELIDED = re.compile(r"^(?:[cdjlmnst]|qu)['’](?=\w)")
_PLURALS = ("es", "s", "x")
_ENDINGS = ("ing", "ed", "es", "s")
_MIN_STEM = 4
_SAY_SOMETHING = frozenset({"make", "regarding", "say", "used", "using", "various"})
"""Words of the list of stop words that are no function words."""


Numbers = np.ndarray[tuple[int], np.dtype[np.int64]]
Weights = np.ndarray[tuple[int], np.dtype[np.float64]]
Flags = np.ndarray[tuple[int], np.dtype[np.bool_]]


class Counts(msgspec.Struct, frozen=True):
    """How often terms stand in the articles of a night: one entry for each term of an article."""

    rows: Numbers
    """Number of the article."""
    columns: Numbers
    """Number of the term."""
    weights: Weights
    """How often the term stands there, weighted by place."""


class Terms(msgspec.Struct, frozen=True):
    """The terms of a night: words that say something, and pairs of neighbouring ones."""

    size: int
    """How many articles there are."""
    words: list[str]
    """The stem of each word, by its number."""
    names: Flags
    """Whether each word is a name, as learnt from all articles together."""
    figures: Flags
    """Whether each word is a number."""
    pairs: tuple[Numbers, Numbers]
    """The first and the second word of each pair."""
    of_words: Counts
    of_pairs: Counts
    heads: tuple[Numbers, Numbers]
    """Articles, and the words of their titles, each once."""
    leads: tuple[Numbers, Numbers]
    """Articles, and the words of their titles and openings, each once."""

    @property
    def plain(self) -> Flags:
        """Whether each word is neither a name nor a number."""
        return ~(self.names | self.figures)

    def kinds(self) -> Weights:
        """Return what each word weighs for what it is: a name, a number, a plain word."""
        return np.where(self.names, NAME_WEIGHT, np.where(self.figures, NUMBER_WEIGHT, 1.0))

    def kinds_of_pairs(self) -> Weights:
        """Return what each pair weighs for what its words are."""
        kinds = self.kinds()
        return PAIR_WEIGHT * np.maximum(kinds[self.pairs[0]], kinds[self.pairs[1]])


@lru_cache(maxsize=200_000)
def stem(word: str, language: str = DEFAULT) -> str:
    """Return a word without accents, capitals and the commonest endings of its language.

    Of another language than English only the plural's are known, and an article or pronoun that an
    apostrophe ties to the word.

    >>> [stem(word) for word in ("Earthquakes", "striking", "Guaidó's", "parties")]
    ['earthquak', 'strik', 'guaido', 'party']
    >>> stem("l’opposition", "fr"), stem("manifestaciones", "es"), stem("manifestación", "es")
    ('opposition', 'manifestacion', 'manifestacion')
    """
    if language != DEFAULT:
        return _plain_stem(word)
    bare = _POSSESSIVE.sub("", fold(word))
    if bare.endswith("ies") and len(bare) > _MIN_STEM:
        return bare[:-3] + "y"
    for ending in _ENDINGS:
        if bare.endswith(ending) and len(bare) - len(ending) >= _MIN_STEM:
            return bare if bare.endswith("ss") else bare[: -len(ending)]
    return bare


def _plain_stem(word: str) -> str:
    bare = _ELIDED.sub("", fold(word))
    endings = (end for end in _PLURALS if bare.endswith(end) and len(bare) - len(end) >= _MIN_STEM)
    return bare.removesuffix(next(endings, ""))


def content_stems(text: str) -> frozenset[str]:
    """Return the stems of a text that say something, without stop words.

    >>> sorted(content_stems("The march of the opposition"))
    ['march', 'opposition']
    """
    stems = (stem(text[start:end]) for start, end in word_spans(text))
    return frozenset(word for word in stems if _says_something(word))


def read_terms(articles: Iterable[Article]) -> Terms:
    """Return the terms of a night's articles, which are of one language but for a few."""
    night = _Night()
    for article in articles:
        night.add(article)
    return night.terms()


class _Surfaces(dict[str, int]):
    """Words of one language as printed, and gaps, each with a number; a new one has the next."""

    def __init__(self, language: str, known: list[tuple[str, str]]) -> None:
        super().__init__()
        self._language, self._known = language, known

    def __missing__(self, word: str) -> int:
        self._known.append((word, self._language))
        number = self[word] = len(self._known) - 1
        return number


class _Night:
    """Takes articles up word by word as numbers, and counts all of them together at the end."""

    def __init__(self) -> None:
        self._known: list[tuple[str, str]] = []
        self._surfaces: dict[str, _Surfaces] = {}
        self._printed: list[Numbers] = []
        self._titles: list[int] = []

    def add(self, article: Article) -> None:
        """Take up the title and the body."""
        language = article.language
        if language not in self._surfaces:
            self._surfaces[language] = _Surfaces(language, self._known)
        title = words(article.title)
        self._titles.append(len(title))
        number = self._surfaces[language].__getitem__
        printed = [*map(number, title), *map(number, words_and_gaps(article.text))]
        self._printed.append(np.array(printed, np.int64))

    def terms(self) -> Terms:
        """Return all terms of the articles that were taken up."""
        stems, of_surface = self._stems()
        rows, places, printed, opens = self._words()
        found, says = of_surface[printed], of_surface[printed] >= 0
        telling = says & (places >= 0) & ~opens
        capital = np.array([word[0].isupper() for word, _ in self._known], bool)[printed[telling]]
        excess = np.where(capital, 1, -1)
        names = np.bincount(found[telling], excess, minlength=len(stems)) > 0

        weights = _place_weights(places)
        second = np.flatnonzero(says[1:] & says[:-1] & (rows[1:] == rows[:-1])) + 1
        keys = found[second - 1] * len(stems) + found[second]
        pairs, of_pair = np.unique(keys, return_inverse=True)
        titled = (np.array(self._titles) > 0)[rows]
        head = says & np.where(titled, places < 0, places < HEAD_WORDS)
        lead = says & (places < LEAD_WORDS)
        shape = len(self._titles), len(stems)
        return Terms(
            size=len(self._titles),
            words=stems,
            names=names,
            figures=np.array([word[0].isdigit() for word in stems], bool),
            pairs=_split(pairs, len(stems)),
            of_words=_count((rows[says], found[says]), weights[says], shape),
            of_pairs=_count((rows[second], of_pair), weights[second], (shape[0], len(pairs))),
            heads=_once(rows[head], found[head], shape),
            leads=_once(rows[lead], found[lead], shape),
        )

    def _words(self) -> tuple[Numbers, Numbers, Numbers, Flags]:
        """Return of each word its article, its place, how it is printed, and whether it opens.

        Place 0 is the first word of the body; those of the title lie before it.
        """
        size = len(self._titles)
        printed = np.concatenate([np.zeros(0, np.int64), *self._printed])
        rows = np.repeat(np.arange(size), [len(each) for each in self._printed])
        known = [word for word, _ in self._known]
        is_word = np.array([word[0].isalnum() for word in known], bool)[printed]
        parts = np.array([bool(_SENTENCE_BREAK.search(word)) for word in known], bool)[printed]
        opens = np.zeros(len(printed), bool)
        opens[1:] = (parts & ~is_word)[:-1]
        rows, printed, opens = rows[is_word], printed[is_word], opens[is_word]
        lengths = np.bincount(rows, minlength=size)
        begins = np.cumsum(lengths) - lengths + np.array(self._titles, np.int64)
        places = np.arange(len(rows)) - begins[rows]
        seen = places < MOST_WORDS
        return rows[seen], places[seen], printed[seen], (opens | (places == 0))[seen]

    def _stems(self) -> tuple[list[str], Numbers]:
        """Return the stems that say something, and for each word as printed its stem's number."""
        numbers: dict[str, int] = {}
        found = []
        for printed, language in self._known:
            word = stem.__wrapped__(printed, language)  # each is asked once: nothing to remember
            says = printed[0].isalnum() and _says_something.__wrapped__(word, language)
            found.append(numbers.setdefault(word, len(numbers)) if says else -1)
        return list(numbers), np.array(found, np.int64)


def _place_weights(places: Numbers) -> Weights:
    bounds = [0, *(last for last, _ in BODY_WEIGHTS[:-1])]
    weights = np.array([TITLE_WEIGHT, *(weight for _, weight in BODY_WEIGHTS)])
    return weights[np.searchsorted(bounds, places, "right")]


def _count(places: tuple[Numbers, Numbers], weights: Weights, shape: tuple[int, int]) -> Counts:
    """Add up the weights of each term in each article."""
    from scipy import sparse

    found = sparse.csr_matrix((weights, places), shape=shape)
    found.sum_duplicates()
    rows = np.repeat(np.arange(shape[0]), np.diff(found.indptr))
    return Counts(rows, found.indices.astype(np.int64), found.data)


def _once(rows: Numbers, columns: Numbers, shape: tuple[int, int]) -> tuple[Numbers, Numbers]:
    counts = _count((rows, columns), np.ones(len(rows)), shape)
    return counts.rows, counts.columns


def _split(keys: Numbers, width: int) -> tuple[Numbers, Numbers]:
    return keys // max(1, width), keys % max(1, width)


@lru_cache(maxsize=200_000)
def _says_something(word: str, language: str = DEFAULT) -> bool:
    return word not in _stop_words(language) and (len(word) > 1 or word.isdigit())


@cache
def _stop_words(language: str) -> frozenset[str]:
    """Read spaCy's list from its file; to load the library takes longer than to match.

    A language of which spaCy has none has no stop words here: rarity must tell them.
    """
    found = find_spec("spacy")
    folder = next(iter((found and found.submodule_search_locations) or ()))
    file = Path(folder) / "lang" / language / "stop_words.py"
    if not file.is_file():
        return frozenset()
    listed = frozenset(run_path(str(file))["STOP_WORDS"])
    if language == DEFAULT:
        return listed - _SAY_SOMETHING
    return frozenset(map(_plain_stem, listed))
