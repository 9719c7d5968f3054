"""Writes ``docs/lexicon/`` from the lexicon itself: ``python -m bias.wording.document``.

One page for each category, and ``README.md`` that tells how to read them.
"""

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from bias.records import Cue
from bias.wording.lexicon import Category, Lexicon, load_lexicon
from bias.wording.patterns import ELEMENTS

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "lexicon"
"""The pages of this checkout."""
FRONT = "README.md"

_INTRODUCTION = """\
# The lexicon

These pages are written from the rows in `bias/wording/lexicons/en/` by
`python -m bias.wording.document`; change the rows, not the pages.

A cue says in which sense a term is loaded, what a neutral report could write instead, and which
style guide, dictionary label or study that rests on. Strength 1 is mild, 3 strong. A finding counts
from weight 2 on: its weight is its strength, one more in an opening sentence about a name of the
headline, one less in the last two fifths of an article, where only names keep theirs. What weighs
less counts only where the outlets of one event differ about the word. Every row has a sentence in
which it must be found and one in which it must not; `bias lexicon check` proves all of them.

Your own CSV file (`BIAS_LEXICON`) needs the columns `term` and `strength`. A row for a known term
overrides it: cells left empty stay as they are, and what `not_before` and `not_after` list is added
to the bundled neighbours. Strength 0 silences it. Such a short row may give the term in any of its
forms. Any other row adds a cue and then needs all the columns
`term,pos,category,strength,sense,alternative,source,match,no_match`. What your file changed is
named in every report, column by column.

A `not before` or `not after` entry cancels a cue when it stands right after or before the term. It
is words as written (`river`), or a pattern of tokens: `lemma:dog` is any form of "dog", `#number`
any word of a class, `pos:noun` any word of a part of speech, and `#determiner lemma:house` is "the
house" and "their houses". `phrase:#vehicle` is a noun phrase behind the term whose first word or
head is a vehicle ("cars", "the old town bus"), or the subject of a passive; `subject:`
before it is the subject of a verb without object. What is of
a class like `#vehicle` stands once, in `bias/language/en/semantic_classes.csv`; `#thing` is all
that can be touched. `@sport` and the like cancel it in every sentence that holds a word of that
domain (`domains.toml`). "Only as verb" means that the parse must take the word for a verb: "the
court ruled" courts nobody. A cancelled term shields the shorter ones inside it. "In quotes" among
the exceptions means that the term is not listed where it is somebody else's word.

The classes are {classes}; the parts of speech are {parts}.
"""


def pages(lexicon: Lexicon) -> dict[str, str]:
    """Return the pages by file name: how to read a row, then every category with its rows."""
    introduction = _INTRODUCTION.format(
        classes=_listed(name for name in ELEMENTS if name.startswith("#")),
        parts=_listed(name for name in ELEMENTS if not name.startswith("#")),
    )
    made = {FRONT: "\n".join([introduction, *_overview(lexicon)]) + "\n"}
    for category in lexicon.categories:
        cues = _of(lexicon, category)
        if cues:
            made[f"{category.name}.md"] = "\n".join(_page(category, cues)) + "\n"
    return made


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _overview(lexicon: Lexicon) -> Iterator[str]:
    yield f"{len(lexicon.cues):,} cues in {len(lexicon.categories)} categories.\n"
    yield "| category | cues | what belongs to it |"
    yield "|---|---|---|"
    for category in lexicon.categories:
        count = len(_of(lexicon, category))
        title = f"[{category.title}]({category.name}.md)" if count else category.title
        yield f"| {title} | {count} | {_cell(category.definition)} |"


def _page(category: Category, cues: Sequence[Cue]) -> Iterator[str]:
    yield f"# {category.title}\n"
    yield f"{category.definition} A reader is told that it {category.reason}."
    yield "[How to read a row](README.md)\n"
    yield "| term | strength | loaded sense | not | instead | source |"
    yield "|---|---|---|---|---|---|"
    yield from (_line(cue) for cue in cues)


def _line(cue: Cue) -> str:
    part = f" ({cue.pos})" if cue.pos else ""
    cells = [cue.term + part, str(cue.strength), cue.sense, _exceptions(cue), cue.alternative]
    return "| " + " | ".join(_cell(text) for text in [*cells, cue.source]) + " |"


def _exceptions(cue: Cue) -> str:
    """Return the senses in words, then the neighbours that cancel the cue."""
    parts = [cue.not_sense] if cue.not_sense else []
    parts += [f"before: {', '.join(cue.not_before)}"] if cue.not_before else []
    parts += [f"after: {', '.join(cue.not_after)}"] if cue.not_after else []
    parts += [f"only as {cue.only_as}"] if cue.only_as else []
    parts += [] if cue.in_quotes else ["in quotes"]
    return "; ".join(parts)


def _of(lexicon: Lexicon, category: Category) -> list[Cue]:
    return [cue for cue in lexicon.cues if cue.category == category.name]


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def main(arguments: Sequence[str]) -> None:
    """Write the pages of the bundled lexicon: to a folder that is named, else to :data:`FOLDER`.

    A page of a category that is no more is removed.
    """
    folder = Path(arguments[0]) if arguments else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    made = pages(load_lexicon())
    for name, text in made.items():
        (folder / name).write_text(text, encoding="utf-8")
    for path in folder.glob("*.md"):
        if path.name not in made:
            path.unlink()


if __name__ == "__main__":
    main(sys.argv[1:])
