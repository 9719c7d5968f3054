"""What the outlets of an event agree on: names and words that all of them print."""

import re
from functools import lru_cache
from unicodedata import combining, normalize

from bias.alignment.terms.terms import word_terms
from bias.report.reading import Reading
from bias.report.views.places import marked_word

TELLING = 0.9
"""Weight from which a word tells what an event is about: "said" and "people" do not."""
LONGEST = 60
"""Characters of a name; longer ones are no name a reader knows."""


def read_outlets(reading: Reading) -> set[str]:
    """Return the outlets with an article that could be read whole."""
    voiced = (item.article for item in reading.comparison.voiced)
    return {reading.articles[article].outlet for article in voiced}


def as_printed(reading: Reading, name: str) -> str:
    """Return a name, or its last word, as two outlets print it in running text, else nothing.

    Headlines are not asked: they capitalise all words, and so "Oklahoma Sue Colorado".
    """
    if not name[:1].isupper() or len(name) > LONGEST or not name.isprintable():
        return ""
    forms = (name, last_word(name))
    printed = (form for form in forms if form[:1].isupper() and len(printing(reading, form)) > 1)
    return next(printed, "")


def last_word(name: str) -> str:
    """Return the last word of a name or phrase."""
    return name.rsplit(maxsplit=1)[-1] if name.strip() else ""


def printing(reading: Reading, words: str, *, any_case: bool = False) -> set[str]:
    """Return the outlets whose articles print these words, with their accents or without."""
    flags = re.IGNORECASE if any_case else 0
    whole = re.compile(rf"(?<![\w-]){re.escape(_unaccented(words))}(?![\w-])", flags)
    return {a.outlet for a in reading.articles.values() if whole.search(_unaccented(a.text))}


@lru_cache(maxsize=256)
def _unaccented(text: str) -> str:
    return "".join(char for char in normalize("NFKD", text) if not combining(char))


def marked_stems(reading: Reading) -> set[str]:
    """Return the stems of all that is marked anywhere: a word marked once is never in a title."""
    return {
        stem
        for finding in reading.comparison.findings
        for stem in telling_stems(marked_word(reading, finding)[0])
    }


def telling_stems(text: str) -> list[str]:
    """Return the stems of the telling words of a text."""
    terms = (
        term
        for printed in text.split()
        if (word := printed.strip(".,"))
        for term in word_terms(word, concepts=False)
    )
    return [term.key for term in terms if term.key and term.weight >= TELLING]
