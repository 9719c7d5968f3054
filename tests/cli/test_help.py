"""Every command explains itself, and wrong use is told from failure."""

import json
import os
import subprocess
import sys

import pytest

from bias import __version__
from bias.cli import guesses
from bias.cli.app import COMMANDS as COMMANDS_OF_HELP
from bias.cli.app import load
from bias.errors import UsageError

from .conftest import Bias

WRONG_USE = 2
HEAVY = ("numpy", "spacy", "pandas", "lxml", "pydantic_settings", "httpx", "upath", "bias.pipeline")
COMMANDS = [
    ("nightly",),
    ("compare",),
    ("report",),
    ("score",),
    ("newsroom",),
    ("demo",),
    ("up",),
    ("lexicon",),
    ("lexicon", "check"),
    ("lexicon", "show"),
]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_has_help(bias: Bias, command: tuple[str, ...]) -> None:
    outcome = bias(*command, "--help")
    assert outcome.code == 0
    assert "Usage:" in outcome.out
    assert "--help" in outcome.out


def test_the_help_lists_every_command(bias: Bias) -> None:
    outcome = bias("--help")
    assert outcome.code == 0
    assert all(command[0] in outcome.out for command in COMMANDS)


def test_the_help_shows_the_first_line_of_each_command(bias: Bias) -> None:
    for name, row in COMMANDS_OF_HELP.items():
        assert (load(name).help or "").partition("\n")[0] == row.help, name


@pytest.mark.parametrize(
    "options",
    [("--help",), ("-h",), ("--version",), (), *((name, "--help") for name in COMMANDS_OF_HELP)],
    ids=" ".join,
)
def test_the_help_and_the_version_load_nothing_heavy(options: tuple[str, ...]) -> None:
    code = (
        f"import sys; sys.argv = ['bias', *{options!r}]\n"
        "from bias.cli import main\n"
        "try: main()\n"
        f"finally: print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout.splitlines()[-1] == "[]"


def test_the_version_is_that_of_the_library(bias: Bias) -> None:
    outcome = bias("--version")
    assert (outcome.code, outcome.out) == (0, f"bias {__version__}\n")


def test_a_misspelt_command_is_refused_with_the_one_that_is_meant(bias: Bias) -> None:
    outcome = bias("comapre", "a.txt", "b.txt")
    assert outcome.code == WRONG_USE
    assert "Did you mean 'compare'" in outcome.err


def test_the_package_can_be_run_as_a_module() -> None:
    command = [sys.executable, "-m", "bias", "--version"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == f"bias {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("report", "yesterday", "--json"), "'yesterday' is no edition"),
        (("score", "--json"), "Missing argument"),
        (("nightly", "--json", "--no-such-option"), "No such option"),
        (("no-such-command", "--json"), "No such command"),
    ],
    ids=lambda value: value if isinstance(value, str) else " ".join(value),
)
def test_an_error_is_json_for_who_asked_for_json(
    bias: Bias, arguments: tuple[str, ...], message: str
) -> None:
    outcome = bias(*arguments)
    assert (outcome.code, outcome.err) == (WRONG_USE, "")
    error = json.loads(outcome.out)
    assert message in error["error"]
    assert error["code"] == WRONG_USE


@pytest.mark.parametrize(
    "arguments",
    [
        ("no-such-command",),
        ("nightly", "--no-such-option"),
        ("report", "--jobs", "0"),
        ("score",),
        ("compare", "--days", "0", "--search", "port"),
        ("newsroom", ".", "--port", "70000"),
    ],
    ids=" ".join,
)
def test_arguments_that_do_not_fit_are_wrong_use(bias: Bias, arguments: tuple[str, ...]) -> None:
    outcome = bias(*arguments)
    assert outcome.code == WRONG_USE
    assert "Usage:" in outcome.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("report", "2026-03-14"), "no edition 2026-03-14 in archive (newest: none yet)"),
        (("report", "yesterday"), "'yesterday' is no edition; write a date like 2026-03-14"),
        (("nightly", "--outlet", "the-gazette"), "no outlet 'the-gazette' is declared"),
        (("nightly", "--edition", "14.3.2026"), "'14.3.2026' is no edition"),
        (("nightly", "--edition", "2026-13-45"), "'2026-13-45' is no edition"),
        (("compare",), "give either addresses of articles or words to search for"),
        (("compare", "http://127.0.0.1:9/a"), "give at least two addresses"),
        (("compare", "ftp://a.example/x", "http://127.0.0.1:9/a"), "'ftp://a.example/x' is no web"),
        (("compare", "--search", "volcano"), "no outlet has articles with 'volcano'"),
        (("score", "no-such-file.txt"), "no-such-file.txt: No such file or directory"),
        (("score", "http://["), "http://["),
        (("newsroom", "no-such-folder"), "no-such-folder"),
        (("lexicon", "show", "kettle"), "no row that marks 'kettle'"),
    ],
    ids=lambda value: value if isinstance(value, str) else " ".join(value),
)
def test_wrong_use_is_one_line_that_names_what_is_wrong(
    bias: Bias, arguments: tuple[str, ...], message: str
) -> None:
    outcome = bias(*arguments)
    assert outcome.code == WRONG_USE
    assert outcome.out == ""
    assert message in outcome.err
    assert outcome.err.startswith("bias: ")
    assert outcome.err.count("\n") == 1


def test_a_wrong_setting_is_named(bias: Bias) -> None:
    outcome = bias("nightly", BIAS_WINDOW_HOURS="soon")
    assert outcome.code == WRONG_USE
    assert outcome.err.startswith("bias: BIAS_WINDOW_HOURS: ")


def test_debug_lets_the_error_through(bias: Bias) -> None:
    with pytest.raises(UsageError, match="no edition"):
        bias("--debug", "report", "2026-03-14")


def test_only_debug_shows_a_traceback() -> None:
    command = [sys.executable, "-m", "bias.cli", "report", "0000-00-00"]
    plain, debug = (
        subprocess.run([*command, *more], capture_output=True, text=True, check=False)
        for more in ([], ["--debug"])
    )
    assert plain.returncode == WRONG_USE
    assert "Traceback" not in plain.stderr
    assert "Traceback" in debug.stderr
    assert debug.returncode != 0


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("bias nigh", ["nightly"]),
        ("bias nightly --out", ["--outlet"]),
        ("bias outlets ch", ["check"]),
    ],
)
def test_the_shell_completes_commands_and_options(typed: str, offered: list[str]) -> None:
    words = {"COMP_WORDS": typed, "COMP_CWORD": str(len(typed.split()) - 1)}
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys; sys.argv = ['bias']; import bias.cli as c; c.main()",
        ],
        env={**os.environ, **words, "_BIAS_COMPLETE": "complete_bash"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.split() == offered


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        (("diff", "one.txt", "other.txt"), "bias compare ONE OTHER"),
        (("LIST",), "bias show"),
        (("open",), "bias serve"),
        (("version",), "bias --version"),
        (("compare", "one.txt", "other.txt", "--html"), "--out"),
        (("compare", "one.txt", "--output=page.html"), "--out"),
        (("score", "one.txt", "--format", "json"), "--json"),
        (("nightly", "--date", "2026-03-14"), "--edition"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_a_guess_is_refused_with_what_does_it(bias: Bias, line: tuple[str, ...], hint: str) -> None:
    outcome = bias(*line)
    assert outcome.code == WRONG_USE
    told = " ".join(outcome.err.replace("│", " ").split())
    assert f"What you look for may be: {hint}" in told


def test_what_is_no_guess_is_refused_as_before(bias: Bias) -> None:
    assert "No such command 'qwxz'" in bias("qwxz").err
    assert "No such option: --qwxz" in bias("score", "one.txt", "--qwxz").err


def test_every_hint_is_a_line_that_the_program_knows() -> None:
    for line in guesses._COMMANDS:
        first = line.split()[1]
        assert first in COMMANDS_OF_HELP or first in ("--version", "-h")
    guessed = [guess for known in guesses._COMMANDS.values() for guess in known]
    assert len(guessed) == len(set(guessed))
    assert not set(guessed) & set(COMMANDS_OF_HELP)
