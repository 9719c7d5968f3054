"""Proving a lexicon: every row must do what its own sentences say."""

from collections.abc import Iterator

from bias.passages.voice import read_article
from bias.records import Article, Cue, Quality, Record
from bias.wording.findings import find_all
from bias.wording.lexicon import Lexicon
from bias.wording.normal import normal_term
from bias.wording.weights import COUNTED


class Problem(Record, frozen=True, kw_only=True):
    """One thing that is wrong with a row."""

    cue: str
    """Id of the cue."""
    column: str
    message: str
    """What is wrong and what to write."""


def check_lexicon(lexicon: Lexicon) -> tuple[Problem, ...]:
    """Return everything that is wrong with the rows, in the order of their ids.

    A row must be found in its ``match`` sentence and not in its ``no_match`` sentence; no term
    may stand twice; an alternative may not be loaded itself; a domain must exist.
    """
    return tuple(problem for cue in lexicon.cues for problem in _check(cue, lexicon))


def _check(cue: Cue, lexicon: Lexicon) -> Iterator[Problem]:
    if cue.id not in found_in(cue.match, lexicon):
        yield Problem(cue=cue.id, column="match", message=_not_found(cue, lexicon))
    if cue.id in found_in(cue.no_match, lexicon):
        text = f"is found in {cue.no_match!r}; name the neighbour that cancels it, or rewrite it"
        yield Problem(cue=cue.id, column="no_match", message=text)
    loaded = [name for name in found_in(cue.alternative, lexicon) if _counts(name, lexicon)]
    if loaded:
        text = f"{cue.alternative!r} holds {', '.join(loaded)}; write a neutral wording"
        yield Problem(cue=cue.id, column="alternative", message=text)
    yield from _check_twins(cue, lexicon)
    yield from _check_domains(cue, lexicon)


def found_in(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the ids of the cues found in a text, in the order of their spans."""
    article = Article(
        id="check", outlet="check", url="", title="", text=text, quality=Quality(trusted=True),
        language=lexicon.language,
    )  # fmt: skip
    return tuple(finding.cue for finding in find_all(article, read_article(article), lexicon))


def _not_found(cue: Cue, lexicon: Lexicon) -> str:
    others = ", ".join(found_in(cue.match, lexicon)) or "nothing"
    return f"is not found in {cue.match!r}, which holds {others}; use the term in it"


def _check_twins(cue: Cue, lexicon: Lexicon) -> Iterator[Problem]:
    """Report a term that a row before this one, of whatever category, has too."""
    for other in lexicon.describe(cue.term):
        if other.id < cue.id and normal_term(other.term) == normal_term(cue.term):
            text = f"stands in {other.category} too; keep one of the rows"
            yield Problem(cue=cue.id, column="term", message=text)


def _check_domains(cue: Cue, lexicon: Lexicon) -> Iterator[Problem]:
    for phrase in cue.not_before + cue.not_after:
        if phrase.startswith("@") and phrase[1:] not in lexicon.domains:
            text = f"names the domain {phrase!r}; use one of {', '.join(lexicon.domains)}"
            yield Problem(cue=cue.id, column="not_before", message=text)


def _counts(cue_id: str, lexicon: Lexicon) -> bool:
    return lexicon.by_id[cue_id].strength >= COUNTED
