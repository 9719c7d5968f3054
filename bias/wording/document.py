"""Writes ``docs/lexicon.md`` from the lexicon itself: ``python -m bias.wording.document``."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from bias.records import Cue
from bias.wording.lexicon import Category, Lexicon, load_lexicon

PAGE = Path(__file__).resolve().parents[2] / "docs" / "lexicon.md"
"""The page of this checkout."""

_INTRODUCTION = """\
# The lexicon

This page is written from the rows in `bias/wording/lexicons/en/` by
`python -m bias.wording.document`; change the rows, not the page.

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

A `not before` or `not after` entry cancels a cue when it stands right after or before the term;
`@sport` and the like cancel it in every sentence that holds a word of that domain
(`domains.toml`). A cancelled term shields the shorter ones inside it. "In quotes" among the
exceptions means that the term is not listed where it is somebody else's word.
"""


def document(lexicon: Lexicon) -> str:
    """Return the page: every category with its definition and a table of its rows."""
    return "\n".join([_INTRODUCTION, *_overview(lexicon), *_sections(lexicon)]) + "\n"


def _overview(lexicon: Lexicon) -> Iterator[str]:
    yield f"{len(lexicon.cues):,} cues in {len(lexicon.categories)} categories.\n"
    yield "| category | cues | what belongs to it |"
    yield "|---|---|---|"
    for category in lexicon.categories:
        count = len(_of(lexicon, category))
        yield f"| [{category.title}](#{category.name}) | {count} | {_cell(category.definition)} |"


def _sections(lexicon: Lexicon) -> Iterator[str]:
    for category in lexicon.categories:
        cues = _of(lexicon, category)
        if not cues:
            continue
        yield f'\n<a id="{category.name}"></a>\n## {category.title}\n'
        yield f"{category.definition} A reader is told that it {category.reason}.\n"
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
    parts += [] if cue.in_quotes else ["in quotes"]
    return "; ".join(parts)


def _of(lexicon: Lexicon, category: Category) -> list[Cue]:
    return [cue for cue in lexicon.cues if cue.category == category.name]


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def main(arguments: Sequence[str]) -> None:
    """Write the page of the bundled lexicon: to a file that is named, else to :data:`PAGE`."""
    path = Path(arguments[0]) if arguments else PAGE
    path.write_text(document(load_lexicon()), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
