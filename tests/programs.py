"""Programs of the system that some tests need."""

import os
import shutil
from typing import NoReturn

import pytest


def required_program(name: str) -> str:
    """Return the path of a program; without it CI fails, and elsewhere the test says what to do."""
    return shutil.which(name) or missing(name, name)


def missing(name: str, package: str) -> NoReturn:
    """Say which Debian package has a program that is not there."""
    message = f"{name} is not installed; on Debian: apt-get install {package}"
    (pytest.fail if os.environ.get("CI") else pytest.skip)(message)
