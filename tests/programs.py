"""Programs of the system that some tests need."""

import os
import shutil

import pytest


def required_program(name: str) -> str:
    """Return the path of a program; without it CI fails, and elsewhere the test says what to do."""
    path = shutil.which(name)
    if path is None:
        message = f"{name} is not installed; on Debian: apt-get install {name}"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(message)
    return path
