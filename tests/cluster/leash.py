"""Kills what works below a folder once whoever started this is gone, however it went."""

import sys
from contextlib import suppress

import psutil


def main(folder: str) -> None:
    """Wait for the end of the input, which comes with the end of the process at the other end."""
    sys.stdin.read()
    for process in psutil.process_iter():
        with suppress(psutil.Error):
            if process.cwd().startswith(folder):
                process.kill()


if __name__ == "__main__":
    main(sys.argv[1])
