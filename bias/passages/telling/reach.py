"""How far reported words reach from their cue, in tokens of a unit."""

from bias.language.word_classes import word_class
from bias.passages.telling.clauses import holds_verb, opens_with_time
from bias.passages.telling.dateline import behind_dateline
from bias.passages.tokens import Range, Tokens, is_quote, lower_at


def clause_end(tokens: Tokens, start: int, closing: frozenset[str] = frozenset()) -> int:
    """Return where a reported clause ends: at the end of the unit, unless something cuts it.

    ``closing`` holds the marks that close it because it stands inside another clause.
    """
    depth = 0
    for i in range(start, len(tokens)):
        lower = tokens[i].lower
        depth += (lower == "(") - (lower == ")")
        if lower == ";" or depth < 0 or lower in closing:
            return i
        if lower == "," and _leaves_clause(tokens, i + 1):
            return i
    return _without_stop(tokens)


def _leaves_clause(tokens: Tokens, i: int) -> bool:
    """Tell whether the outlet speaks again: ``as …`` or ``but the mayor …``, not ``but is``.

    ``despite`` and ``hours after`` may open an aside as well, so nothing may follow theirs.
    """
    if lower_at(tokens, i) in word_class("leaves_at_end") or opens_with_time(tokens, i):
        return all(token.kind == "word" for token in tokens[i : _without_stop(tokens)])
    if lower_at(tokens, i) != "but":
        return lower_at(tokens, i) in word_class("leaves_clause")
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if following is None:
        return False
    return following.capital or following.lower in word_class("determiner", "person_pronoun")


def fragment_end(tokens: Tokens, start: int, end: int) -> int:
    """Return where ``called it “theft”`` ends before ``in a speech`` or ``hours after``.

    Behind a clause (``said he was “sorry” in May``) such words are the speaker's as well.
    """
    last = next((i for i in range(end - 1, start - 1, -1) if is_quote(tokens, i)), end)
    behind = last + 1
    if behind >= end or holds_verb(tokens, (start, last)):
        return end
    if tokens[behind].lower == "as":
        return behind if holds_verb(tokens, (behind, end)) else end
    tells_when = tokens[behind].lower in word_class("circumstance", "time")
    return behind if tells_when or opens_with_time(tokens, behind) else end


def object_end(tokens: Tokens, start: int) -> int:
    """Return where the object of a verb of calling, blaming or wanting ends."""
    for i in range(start, len(tokens)):
        lower = tokens[i].lower
        if lower in word_class("object_mark"):
            return i
        if i > start and lower in word_class("leaves_object"):
            return i
    return _without_stop(tokens)


def _without_stop(tokens: Tokens) -> int:
    return len(tokens) - 1 if tokens[-1].lower == "." else len(tokens)


def words_before(tokens: Tokens, end: int) -> tuple[Range, ...]:
    """Return the words that ``…, said Ray`` attributes, a quotation right before it once more."""
    stop = end - 1 if tokens[end - 1].kind == "mark" else end
    semicolons = (i + 1 for i in range(stop - 1, -1, -1) if tokens[i].lower == ";")
    start = next(semicolons, behind_dateline(tokens))
    if stop <= start:
        return ()
    return ((start, stop), (stop - 1, stop)) if is_quote(tokens, stop - 1) else ((start, stop),)
