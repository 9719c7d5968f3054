"""``python -m bias.cli`` is the command ``bias``."""

from bias.cli import program

program()
