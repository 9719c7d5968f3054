"""Compare how news outlets cover the same events, and in whose voice.

Five functions do the work, :func:`article` makes what they take; nothing heavy is loaded before one
of them is called:

>>> import bias
>>> one = bias.article("The regime crushed the strike on Monday in the port.", "The Herald")
>>> other = bias.article("The government ended the strike on Monday in the port.", "The Post")
>>> comparison = bias.compare([one, other])
>>> [(finding.outlet, finding.cue) for finding in comparison.findings]
[('The Herald', 'group_labels/regime')]
>>> bias.report(comparison).startswith("<!doctype html>")
True

Every record is frozen, and described in :mod:`bias.records`.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from bias.languages import DEFAULT
from bias.release import VERSION as __version__

if TYPE_CHECKING:
    from pandas import DataFrame

    from bias.records import Article, Comparison, Reading
    from bias.wording.lexicon import Lexicon

__all__ = ["__version__", "article", "compare", "load_lexicon", "read", "report", "tables"]


def article(text: str, outlet: str, *, title: str = "", url: str = "") -> "Article":
    r"""Return a text as an article, which :func:`compare` and :func:`read` take.

    A blank line ends a paragraph; white space is made even. ``article.quality.trusted`` says
    whether it can be read, and ``article.quality.detail`` why not.

    Args:
        text: the body of the article.
        outlet: who printed it, as it is to be shown.
        title: its headline, empty where there is none.
        url: its address, empty where there is none.

    >>> article("Rain  fell.\n\nIt was cold that day.", "The Herald").text
    'Rain fell.\n\nIt was cold that day.'
    """
    from bias.texts import article_of_text

    return article_of_text(text, outlet, title=title, url=url)


def read(text: "str | Article") -> "Reading":
    """Return the sentences, quotations and tokens of a text, as spans into it.

    A string is read as :func:`article` makes it; give an article to have its text at hand.

    Raises:
        InstallationError: the model of the language is missing or damaged.

    >>> story = article('"Thugs," he said. She left.', "The Herald")
    >>> body = read(story).parts[-1]
    >>> [story.text[sentence.start:sentence.end] for sentence in body.sentences]
    ['"Thugs," he said.', 'She left.']
    >>> [story.text[q.start:q.end] for q in body.quotations]
    ['"Thugs,"']
    """
    from bias.language.read import read as annotate

    return annotate(article(text, "text") if isinstance(text, str) else text)


def compare(
    articles: "Iterable[Article]", *, title: str = "", lexicon: "Lexicon | None" = None
) -> "Comparison":
    """Return what articles on one happening tell, leave out and call things, and in whose voice.

    Where all are of one outlet, each stands for itself: so two versions are compared. The same
    articles give the same comparison.

    Args:
        articles: at least two different ones, by :func:`article` or from an archive.
        title: what to call the comparison; the title of the first article that has one if empty.
        lexicon: the loaded words to look for; the bundled ones of the
            articles' language if ``None``.

    Raises:
        UsageError: fewer than two different articles were given, or articles in two languages.

    >>> told = [article("Thugs ran the port.", "A"), article("Dockers ran the port.", "B")]
    >>> [(found.outlet, found.cue, found.voice.value) for found in compare(told).findings]
    [('A', 'person_labels/thug', 'own')]
    """
    from bias.config import Settings
    from bias.pipeline.in_memory import compare_articles

    seed: int = Settings.model_fields["seed"].default
    return compare_articles(list(articles), lexicon, seed, title=title)


def report(comparison: "Comparison", *, language: str = DEFAULT) -> str:
    """Return a comparison as one HTML page that needs nothing beside it.

    Args:
        comparison: what :func:`compare` returns, or one from an archive.
        language: that the page speaks, English (``en``) or French (``fr``); the articles' words
            stay as they are.

    >>> told = [article("Thugs ran the port.", "A"), article("Dockers ran the port.", "B")]
    >>> "Thugs" in report(compare(told, title="The port"))
    True
    """
    from bias.report.catalogue import speaking
    from bias.report.render import render_alone

    with speaking(language):
        return render_alone(comparison, ()).decode()


def load_lexicon(path: "str | Path | None" = None, *, language: str = DEFAULT) -> "Lexicon":
    """Return the bundled loaded words of a language, with your own rows over them.

    Args:
        path: a CSV of your own cues, as docs/lexicon/ describes it.
        language: ISO 639-1.

    Raises:
        UsageError: there is no lexicon for the language.
        DataError: a row of yours is wrong; the message names file, line and column.

    >>> [cue.category for cue in load_lexicon().describe("thugs")]
    ['person_labels']
    """
    from bias.wording.lexicon import load_lexicon as load

    return load(language, Path(path) if path is not None else None)


def tables(archive: "str | Path") -> "dict[str, DataFrame]":
    """Return the tables of all editions of an archive, by name, with a column ``edition``.

    ``findings`` has a row for each marked word, ``scores`` one for each outlet of an event and
    voice, ``gaps`` one for each article that is missing; docs/data.md describes all of them.

    Args:
        archive: the folder, or ``s3://bucket/prefix`` with the extra ``[s3]``.

    Raises:
        UsageError: there is no table in the archive.
        DataError: a table was written by an earlier version; the message says what to run.

    >>> tables("/no/such/archive")
    Traceback (most recent call last):
    bias.errors.UsageError: no tables in /no/such/archive; name the archive of a night that was made
    """
    from bias.kept_tables import read_tables

    return read_tables(str(archive))
