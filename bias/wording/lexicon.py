"""The lexicon: bundled rows, the user's own rows over them, and what those changed."""

import hashlib
import tomllib
from functools import cached_property
from importlib.resources.abc import Traversable
from itertools import chain
from pathlib import Path

import msgspec

from bias.errors import DataError, UsageError
from bias.languages import DEFAULT, is_supported, languages
from bias.records import Cue, LexiconUse, Record
from bias.wording.added import added_rows
from bias.wording.folders import lexicon_folder
from bias.wording.matcher import Matcher, build_matcher
from bias.wording.own_rows import apply_own_rows
from bias.wording.rows import read_file, read_rows, to_cue


class Category(Record, frozen=True, kw_only=True):
    """A kind of loaded wording."""

    name: str
    title: str
    definition: str
    """What belongs to it, in a sentence or two."""
    reason: str
    """Why a reader is told, in one line; stands under the category in docs/lexicon/."""
    pos: tuple[str, ...] = ()
    """The parts of speech it holds beside phrases; empty: any."""
    naming: bool = False
    """Its words name somebody or something; a name is chosen anew wherever it stands."""
    apart: bool = False
    """People confirm its words in fewer than six of ten cases: counted by itself alone."""


class Lexicon(Record, frozen=True, kw_only=True, dict=True):
    """The cues in use; the automaton over all their forms is built at its first use."""

    language: str
    cues: tuple[Cue, ...]
    """Sorted by id."""
    categories: tuple[Category, ...]
    """In the order of their definitions."""
    domains: dict[str, tuple[str, ...]]
    """Words of sports, history and so on that cancel a cue in their sentence."""
    places: dict[str, str] = {}
    """File and line of every cue, by its id."""
    changes: tuple[str, ...] = ()
    """What rows of other packages and the user's own added, overrode or silenced, a line each."""

    @cached_property
    def matcher(self) -> Matcher:
        """Return the automaton over every form of every cue."""
        return build_matcher(self.cues, self.domains, self.language)

    @cached_property
    def digest(self) -> str:
        """Return the first 12 hex digits of the SHA-256 of the rows."""
        return hashlib.sha256(msgspec.json.encode(self.cues)).hexdigest()[:12]

    @cached_property
    def naming(self) -> frozenset[str]:
        """Return the names of the categories whose words name somebody or something."""
        return frozenset(category.name for category in self.categories if category.naming)

    @cached_property
    def apart(self) -> frozenset[str]:
        """Return the names of the categories that stay out of the headline rate."""
        return frozenset(category.name for category in self.categories if category.apart)

    @cached_property
    def by_id(self) -> dict[str, Cue]:
        """Return the cues by their id."""
        return {cue.id: cue for cue in self.cues}

    @property
    def use(self) -> LexiconUse:
        """Return what a report says of the lexicon it was made with."""
        return LexiconUse(
            language=self.language, rows=len(self.cues), digest=self.digest, changes=self.changes
        )

    def describe(self, term: str) -> tuple[Cue, ...]:
        """Return the cues one of whose forms is the term, for ``bias lexicon show TERM``."""
        return self.matcher.cues_of(term)


def load_lexicon(language: str = DEFAULT, extra: Path | None = None) -> Lexicon:
    """Return the bundled lexicon of a language with the user's own rows over it.

    Args:
        language: ISO 639-1.
        extra: a CSV of the user's own English cues, or a folder of them by language: ``fr.csv``.

    Raises:
        UsageError: there is no lexicon for the language.
        DataError: a row is wrong; the message names file, line and column and what to write.
    """
    if not is_supported(language):
        known = ", ".join(languages())
        raise UsageError(f"there is no lexicon for the language {language!r}; use one of {known}")
    folder = lexicon_folder(language)
    categories = _categories(folder)
    names = frozenset(category.name for category in categories)
    cues, places = _bundled(folder, names)
    path = _own_file(extra, language)
    own = read_rows(read_file(path), str(path)) if path else ()
    changes = apply_own_rows(cues, places, chain(added_rows(language), own), names, language)
    return Lexicon(
        language=language,
        cues=tuple(cues[cue_id] for cue_id in sorted(cues)),
        categories=categories,
        domains=_domains(folder),
        places=places,
        changes=tuple(changes),
    )


def _own_file(extra: Path | None, language: str) -> Path | None:
    if extra is None or not extra.is_dir():
        return extra if language == DEFAULT else None
    path = extra / f"{language}.csv"
    return path if path.is_file() else None


def _categories(folder: Traversable) -> tuple[Category, ...]:
    table = tomllib.loads(folder.joinpath("categories.toml").read_text("utf-8"))
    return tuple(msgspec.convert({"name": name, **row}, Category) for name, row in table.items())


def _domains(folder: Traversable) -> dict[str, tuple[str, ...]]:
    table = tomllib.loads(folder.joinpath("domains.toml").read_text("utf-8"))
    return {name: tuple(domain["words"]) for name, domain in table.items()}


def _bundled(folder: Traversable, names: frozenset[str]) -> tuple[dict[str, Cue], dict[str, str]]:
    """Read one file for each category; the same term twice in one category is an error.

    Returns:
        The cues, and the file and line of each, by their ids.
    """
    cues: dict[str, Cue] = {}
    places: dict[str, str] = {}
    for path in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if not path.name.endswith(".csv"):
            continue
        category = path.name.removesuffix(".csv")
        for row in read_rows(path.read_text("utf-8"), path.name, category):
            cue = to_cue(row, names)
            if cue.id in cues:
                raise row.fault("term", f"{cue.term!r} stands twice; keep one of the rows")
            cues[cue.id], places[cue.id] = cue, row.place
    return cues, places


def category_of(lexicon: Lexicon, name: str) -> Category:
    """Return a category by its name.

    Raises:
        DataError: the lexicon has none of that name.
    """
    for category in lexicon.categories:
        if category.name == name:
            return category
    raise DataError(f"the lexicon has no category {name!r}")
