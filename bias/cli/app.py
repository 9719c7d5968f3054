"""The tree of commands."""

from typing import Annotated

import typer

from bias.cli import airflow, compare, imports, lexicon, newsroom, night, outlets, text

app = typer.Typer(
    name="bias",
    help="Compare how news outlets cover the same events, word by word, and in whose voice.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)


@app.callback()
def _options(
    debug: Annotated[bool, typer.Option("--debug", help="Show tracebacks of errors.")] = False,
) -> None:
    """Compare how news outlets cover the same events, word by word, and in whose voice."""


app.command()(night.nightly)
app.command()(compare.compare)
app.command()(night.report)
app.command("import")(imports.import_)
app.command()(text.score)
app.command()(newsroom.newsroom)
app.command()(newsroom.demo)
app.command()(airflow.up)
app.command()(airflow.dags)
app.add_typer(lexicon.app, name="lexicon")
app.add_typer(outlets.app, name="outlets")
