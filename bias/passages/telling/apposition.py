"""Reads a name between two commas before its cue: ``The mayor, Ada Ray, said``."""

from bias.passages.telling.clauses import holds_verb
from bias.passages.tokens import Range, Tokens, is_quote, lower_at


def is_named_subject(tokens: Tokens, source: Range, cue: int) -> bool:
    """Tell ``The mayor, Ada Ray, said “no”`` from ``The plan is a sham, Ada Ray said``."""
    before = tokens[: source[0]]
    if not _stands_between_commas(tokens, source, cue):
        return False
    return all(token.kind != "quote" for token in before) and not holds_verb(
        before, (0, len(before))
    )


def role_start(tokens: Tokens, source: Range, cue: int) -> int:
    """Return where who speaks begins: at ``the`` in ``“No,” the mayor, Ada Ray, said``."""
    if not _stands_between_commas(tokens, source, cue):
        return source[0]
    start = source[0] - 1
    while start and tokens[start - 1].kind == "word":
        start -= 1
    role = is_quote(tokens, start - 1) and not holds_verb(tokens, (start, source[0]))
    return start if role else source[0]


def _stands_between_commas(tokens: Tokens, name: Range, cue: int) -> bool:
    return name[1] == cue - 1 and lower_at(tokens, name[0] - 1) == lower_at(tokens, cue - 1) == ","
