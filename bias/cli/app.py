"""The tree of commands; the module of a command is loaded only when that command is run."""

from importlib import import_module
from typing import Annotated, Any, NamedTuple

import typer
from typer.core import TyperCommand, TyperGroup

from bias import __version__
from bias.cli.guesses import command_for, option_for


class _Row(NamedTuple):
    """Where a command is, and its line in the help."""

    module: str
    """Below ``bias.cli``."""
    name: str
    """Of its function, or of the :class:`typer.Typer` with the commands below it."""
    help: str
    """The first line of its docstring; a test holds the two together."""


COMMANDS = {
    "compare": _Row(
        "compare",
        "compare",
        "Compare articles that you have or name, or those that a search finds.",
    ),
    "score": _Row(
        "text", "score", "Mark the loaded words of one text, and in whose voice each stands."
    ),
    "serve": _Row(
        "serve",
        "serve",
        "Open a page on this machine to paste texts into, and to read and search the archive.",
    ),
    "demo": _Row(
        "newsroom", "demo", "Replay a newsroom on this machine and run the whole night on it."
    ),
    "nightly": _Row(
        "night",
        "nightly",
        "Fetch last night's coverage, compare the outlets and write the reports.",
    ),
    "report": _Row(
        "night", "report", "Build the reports of a kept EDITION again, without the network."
    ),
    "import": _Row(
        "imports",
        "import_",
        "Bring WARC, HTML, text, CSV or JSON-lines into editions by their own dates, offline.",
    ),
    "show": _Row("look", "show", "Show the events of an edition, or what was found in one event."),
    "search": _Row(
        "look",
        "search",
        "List the events and the fetched articles in which all of some words stand.",
    ),
    "trend": _Row(
        "trends",
        "trend",
        "Show each outlet over the last weeks: loaded words, by word and category, coverage.",
    ),
    "export": _Row(
        "export",
        "export",
        "Write the tables of many nights into one folder, with a description of every column.",
    ),
    "newsroom": _Row(
        "newsroom",
        "newsroom",
        "Replay a coverage FOLDER as web sites on this machine, until you stop it.",
    ),
    "up": _Row(
        "airflow",
        "up",
        "Start Airflow with its UI, scheduler and this project's DAGs, until you stop it.",
    ),
    "dags": _Row(
        "airflow", "dags", "Print the folder of the DAGs, to point an Airflow of your own at."
    ),
    "doctor": _Row(
        "doctor", "doctor", "Check this installation, and say what to do about what is missing."
    ),
    "lexicon": _Row("lexicon", "app", "Look into the lexicon of loaded words."),
    "outlets": _Row("outlets", "app", "The declared outlets: list, check, find feeds."),
}
"""In the order of the help."""


class _Commands(TyperGroup):
    """Knows the commands by name, and loads the one that is run."""

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **settings)
        # What the help shows of each, and what a misspelt one is compared with.
        self.commands = {name: TyperCommand(name, help=row.help) for name, row in COMMANDS.items()}

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args[0] not in self.commands and (line := command_for(args[0])):
            ctx.fail(f"No such command '{args[0]}'. What you look for may be: {line}")
        name, command, rest = super().resolve_command(ctx, args)
        return name, load(name) if name in COMMANDS else command, rest


class _Command(TyperCommand):
    """Knows what is meant by an option that it does not have."""

    def parse_args(self, ctx: Any, args: list[str]) -> Any:
        try:
            return super().parse_args(ctx, args)
        except Exception as error:
            guess = getattr(error, "option_name", "")
            there = [name for parameter in self.params for name in parameter.opts]
            if option := guess and option_for(guess, there):
                ctx.fail(f"No such option: {guess}. What you look for may be: {option}")
            raise


def load(name: str) -> Any:
    """Return a command with all that its module needs."""
    row = COMMANDS[name]
    found = getattr(import_module(f"bias.cli.{row.module}"), row.name)
    if isinstance(found, typer.Typer):
        group = typer.main.get_command(found)
        group.name = name
        return group
    alone = typer.Typer(add_completion=False)
    alone.command(name, cls=_Command)(found)
    return typer.main.get_command(alone)


app = typer.Typer(
    name="bias",
    help="Compare how news outlets cover the same events, word by word, and in whose voice.",
    cls=_Commands,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"bias {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool,
        typer.Option("--version", is_eager=True, callback=_show_version, help="Print the version."),
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show tracebacks of errors.")] = False,
) -> None:
    """Compare how news outlets cover the same events, word by word, and in whose voice."""
