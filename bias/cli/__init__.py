"""The command ``bias``; the only package that prints.

Exit codes: 0 done, 1 failed, 2 wrong use, 3 done, but with coverage gaps or events that failed, 130
stopped.
"""

import os
import sys
from typing import NoReturn

from bias.cli.app import app
from bias.cli.show import notes
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
    """Run the command line; an error is one line unless ``--debug`` is given."""
    debug = "--debug" in sys.argv
    arguments = [argument for argument in sys.argv[1:] if argument != "--debug"]
    try:
        app(arguments)
    except BiasError as error:
        if debug:
            raise
        notes.print(f"bias: {error}", style="red")
        sys.exit(WRONG_USE if isinstance(error, UsageError) else FAILED)
    except KeyboardInterrupt:
        _stop()
    except SystemExit as ended:
        # The library of the commands makes this of a Ctrl-C.
        if ended.code == INTERRUPTED:
            _stop()
        raise


def _stop() -> NoReturn:
    """Say that the program was stopped, and end it."""
    notes.print("bias: stopped; what has arrived is kept. The same command goes on where it was.")
    sys.exit(INTERRUPTED)
