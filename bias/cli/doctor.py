"""The command ``doctor``."""

import typer

from bias.cli.night import Json
from bias.cli.show import out, print_json

FAILED = 1


def doctor(as_json: Json = False) -> None:
    """Check this installation, and say what to do about what is missing."""
    from bias.checkup import check_up

    checks = check_up()
    if as_json:
        print_json({"checks": checks})
    for check in () if as_json else checks:
        out.print(f"{check.state:<5}  {check.what}: {check.detail}")
    if any(check.state == "fault" for check in checks):
        raise typer.Exit(FAILED)
