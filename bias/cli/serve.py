"""The command ``serve``."""

from typing import Annotated

import typer

from bias.cli.show import open_page, out


def serve(
    port: Annotated[
        int | None,
        typer.Option(
            "--port",
            "-p",
            min=0,
            max=65535,
            show_default=False,
            help="0: any free port; default: 8787, or any free port where that is taken.",
        ),
    ] = None,
    browser: Annotated[
        bool, typer.Option("--open/--no-open", help="Open it in the browser of this machine.")
    ] = True,
) -> None:
    """Open a page on this machine to paste texts into, and to read and search the archive."""
    from bias.config import read_settings
    from bias.serve import serve_until_stopped

    def tell(address: str) -> None:
        out.print(f"Open {address}")
        out.print("It answers this machine alone, and keeps nothing. Ctrl-C stops it.")
        if browser:
            open_page(address)

    serve_until_stopped(read_settings(), port, tell)
