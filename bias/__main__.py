"""``python -m bias`` is the command ``bias``."""

from bias.cli import program

if __name__ == "__main__":
    program()
