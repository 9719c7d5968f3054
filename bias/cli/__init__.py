"""The command ``bias``; the only package that prints.

Exit codes: 0 done, 1 failed, 2 wrong use, 3 done, but with coverage gaps or events that failed, 130
stopped.
"""

import os
import sys
from typing import NoReturn

from bias.cli.app import app
from bias.errors import BiasError, UsageError

FAILED, WRONG_USE, INTERRUPTED = 1, 2, 130


def program() -> None:
    """Run the command line as a program of its own, which a Ctrl-C ends at once.

    A plain exit would wait for threads that wait for outlets, and for all that is loaded to be put
    away.
    """
    try:
        main()
    except SystemExit as ended:
        if ended.code == INTERRUPTED:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(INTERRUPTED)
        raise


def main() -> None:
    """Run the command line; an error is one line, or one JSON object with ``--json``.

    ``--debug`` shows its traceback.
    """
    debug = "--debug" in sys.argv
    arguments = [argument for argument in sys.argv[1:] if argument != "--debug"]
    try:
        if "--json" in arguments and not {"-h", "--help"} & set(arguments):
            sys.exit(_run_for_programs(arguments))
        app(arguments)
    except BiasError as error:
        if debug:
            raise
        code = WRONG_USE if isinstance(error, UsageError) else FAILED
        _tell(f"{error}", code, as_json="--json" in arguments)
    except KeyboardInterrupt:
        _stop()
    except SystemExit as ended:
        # The library of the commands makes this of a Ctrl-C.
        if ended.code == INTERRUPTED:
            _stop()
        raise


def _run_for_programs(arguments: list[str]) -> int:
    """Run a command whose reader is a program, which is told of wrong use as it can read it."""
    try:
        return int(app(arguments, standalone_mode=False) or 0)
    except Exception as error:
        # The library keeps the base of these to itself: an error with a message and an exit code.
        if not hasattr(error, "format_message"):
            raise
        _tell(error.format_message(), WRONG_USE, as_json=True)


def _tell(message: str, code: int, *, as_json: bool) -> NoReturn:
    """Say what went wrong, and end."""
    from bias.cli.show import notes, print_json

    if as_json:
        print_json({"error": message, "code": code})
    else:
        notes.print(f"bias: {message}", style="red")
    sys.exit(code)


def _stop() -> NoReturn:
    """Say that the program was stopped, and end it."""
    from bias.cli.show import notes

    notes.print("bias: stopped; what has arrived is kept. The same command goes on where it was.")
    sys.exit(INTERRUPTED)
