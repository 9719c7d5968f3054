"""The command ``bias``; the only package that prints.

Exit codes: 0 done, 1 failed, 2 wrong use, 3 done, but with coverage gaps.
"""

import sys

from bias.cli.app import app
from bias.cli.show import notes
from bias.errors import BiasError, UsageError

FAILED, WRONG_USE, INTERRUPTED = 1, 2, 130


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
        notes.print("bias: stopped; run it again to go on where it was")
        sys.exit(INTERRUPTED)
