"""The commands ``lexicon check`` and ``lexicon show``."""

from typing import TYPE_CHECKING, Annotated

import typer

from bias.cli.show import notes, out
from bias.errors import UsageError
from bias.languages import DEFAULT

if TYPE_CHECKING:
    from bias.records import Cue
    from bias.wording.lexicon import Lexicon

FAILED = 1

Language = Annotated[str, typer.Option(help="Language of the lexicon, by its code: en.")]

app = typer.Typer(help="Look into the lexicon of loaded words.", no_args_is_help=True)


@app.command()
def check(language: Language = DEFAULT) -> None:
    """Prove every row: its source, its examples, no doubles, neutral alternatives."""
    from bias.wording.check import check_lexicon

    lexicon = _lexicon(language)
    problems = check_lexicon(lexicon)
    for problem in problems:
        notes.print(str(problem))
    count = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
    out.print(f"{len(lexicon.cues)} cues, {count}")
    if problems:
        raise typer.Exit(FAILED)


@app.command()
def show(term: str, language: Language = DEFAULT) -> None:
    """Show the rows that mark TERM, in any of its forms."""
    cues = _lexicon(language).describe(term)
    if not cues:
        message = f"the lexicon has no row that marks {term!r}"
        raise UsageError(message)
    for cue in cues:
        out.print(_described(cue))


def _lexicon(language: str) -> "Lexicon":
    from bias.config import read_settings
    from bias.wording.lexicon import load_lexicon

    return load_lexicon(language, read_settings().lexicon)


def _described(cue: "Cue") -> str:
    rows = (
        ("category", cue.category),
        ("strength", f"{cue.strength} of 3"),
        ("loaded as", cue.sense),
        ("not as", cue.not_sense),
        ("not before", ", ".join(cue.not_before)),
        ("not after", ", ".join(cue.not_after)),
        ("only as", cue.only_as),
        ("in quotes", "listed" if cue.in_quotes else "not listed: it is the speaker's word"),
        ("neutral", cue.alternative),
        ("source", cue.source),
        ("found in", cue.match),
        ("not in", cue.no_match),
    )
    lines = [f"  {name:<10} {value}" for name, value in rows if value]
    return "\n".join([cue.term, *lines])
