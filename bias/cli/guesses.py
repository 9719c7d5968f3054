"""What people type first for a command or an option, and what does it here."""

from collections.abc import Sequence

_COMMANDS = {
    "bias compare ONE OTHER": ("diff", "versus", "vs", "contrast"),
    "bias score FILE": ("analyse", "analyze", "check", "explain", "mark", "read", "text", "words"),
    "bias show": ("edition", "editions", "event", "events", "list", "ls", "view"),
    "bias serve": ("browse", "gui", "open", "paste", "ui", "web"),
    "bias nightly": ("crawl", "daily", "download", "fetch", "night", "run", "scrape"),
    "bias report": ("build", "html", "rebuild", "render", "reports"),
    "bias search WORDS": ("find", "grep", "query"),
    "bias trend": ("history", "stats", "statistics", "trends", "weeks"),
    "bias export FOLDER": ("csv", "dump", "excel", "json", "save", "tables"),
    "bias import FILES": ("add", "ingest", "load"),
    "bias up": ("airflow", "schedule", "scheduler", "start"),
    "bias demo": ("example", "init", "sample", "try"),
    "bias doctor": ("config", "diagnose", "info", "languages", "settings", "status", "test"),
    "bias outlets list": ("feeds", "sources"),
    "bias lexicon list": ("cues", "wordlist"),
    "bias --version": ("version",),
    "bias -h": ("commands", "help", "usage"),
}
_OPTIONS = {
    "--out": ("--file", "--html", "--output", "--save", "-o"),
    "--json": ("--format", "--machine", "-f"),
    "--edition": ("--date", "--day", "--night"),
    "--explain": ("--rules", "--verbose", "--why", "-v"),
    "--outlet": ("--only", "--source"),
    "--search": ("--find", "--query", "--words"),
    "--days": ("--last", "--since"),
    "--jobs": ("--processes", "--threads", "--workers"),
    "--port": ("--listen",),
}


def command_for(guess: str) -> str:
    """Return the line that does what a guessed command stands for, empty where none is known.

    >>> command_for("diff")
    'bias compare ONE OTHER'
    """
    return next((line for line, known in _COMMANDS.items() if guess.lower() in known), "")


def option_for(guess: str, there: Sequence[str]) -> str:
    """Return the option of a command that a guessed one stands for, empty where it has none.

    >>> option_for("--output", ["--out", "--json"]), option_for("--output", ["--json"])
    ('--out', '')
    """
    named = (option for option, known in _OPTIONS.items() if guess in known)
    return next((option for option in named if option in there), "")
