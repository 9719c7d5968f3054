"""No test reads the environment of whoever runs it."""

import os
from pathlib import Path

from bias.config import Settings, read_settings


def test_no_setting_of_the_developer_is_seen() -> None:
    assert not [name for name in os.environ if name.startswith("BIAS_")]
    assert read_settings() == Settings.model_construct()


def test_no_env_file_of_the_developer_is_read_by_a_program_that_a_test_starts() -> None:
    assert not Path(".env").exists()
