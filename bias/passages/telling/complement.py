"""Says which of the words behind a verb are the actor's, and which the outlet's own.

A clause is the speaker's: ``Ray said that …``. The object of an act is the outlet's wording of it:
``Ray announced a crackdown``, ``Ray refused to obey the regime``; only what stands in quotation
marks there is Ray's.
"""

from bias.language.lexis import KINDS, Kind, VerbForm
from bias.language.word_classes import word_class
from bias.passages.telling.addressee import behind_addressee, behind_circumstance
from bias.passages.telling.clauses import closing_marks
from bias.passages.telling.cues import opens_clause
from bias.passages.telling.passive import is_passive
from bias.passages.telling.reach import clause_end, fragment_end, object_end
from bias.passages.telling.sources import verb_start
from bias.passages.telling.subject_clauses import is_finite, main_verb
from bias.passages.tokens import Range, Tokens, is_quote, lower_at

_ACT = frozenset({"a", "an", "to"})
"""What follows a verb of naming directly where it tells of an act: ``called a strike``."""
_NEAR = 6


def contents_behind(
    tokens: Tokens, verb: int, form: VerbForm, source: Range | None
) -> tuple[Range, ...]:
    """Return the words behind a verb that it attributes, in tokens; empty where there are none."""
    kind = KINDS[form.kind]
    start = _words_start(tokens, verb, kind)
    end = object_end(tokens, start)
    begin: int | None = start
    if _takes_all(tokens, verb, start, form, source):
        closing = closing_marks(tokens, verb_start(tokens, verb), start)
        end = clause_end(tokens, start, closing) if kind.clause else end
        end = _relative_end(tokens, verb, start, end)
    else:
        begin = _behind_object(tokens, verb, range(start, end), kind, source)
    if begin is None:
        quoted = range(start, end + 2 if kind.behind else end)
        return tuple((i, i + 1) for i in quoted if kind.cites and is_quote(tokens, i))
    end = fragment_end(tokens, begin, end)
    return ((begin, end),) if begin < end else ()


def _relative_end(tokens: Tokens, verb: int, start: int, end: int) -> int:
    """Close ``The man who said it was over was jailed`` at the main verb."""
    pronoun = verb_start(tokens, verb) - 1
    if lower_at(tokens, pronoun) not in ("that", "who", "which"):
        return end
    return main_verb(tokens, pronoun, start, end)


def _words_start(tokens: Tokens, verb: int, kind: Kind) -> int:
    start = verb + 1
    if kind.addressed:
        start = behind_addressee(tokens, start, is_passive(tokens, verb))
    else:
        behind = behind_circumstance(tokens, start)
        if kind.behind or lower_at(tokens, behind) == "that":
            start = behind
    start += lower_at(tokens, start) in (",", ":")
    interjected = lower_at(tokens, start) in word_class("interjected")
    return start + 2 if interjected and lower_at(tokens, start + 1) == "," else start


def _takes_all(tokens: Tokens, verb: int, start: int, form: VerbForm, source: Range | None) -> bool:
    """Tell whether a verb attributes all that stands behind it."""
    kind = KINDS[form.kind]
    first = start
    while lower_at(tokens, first) == "not" or lower_at(tokens, first) in word_class("time"):
        first += 1
    if opens_clause(tokens, first):
        return kind.clause
    if lower_at(tokens, first) == "to":
        return kind.infinitive
    if form.kind == "show" and _is_sight(tokens, verb, source):
        return False
    whole = kind.object and not kind.behind_object and not _is_act(tokens, first, kind)
    return whole or (kind.bare_clause and _is_bare_clause(tokens, first))


def _is_act(tokens: Tokens, first: int, kind: Kind) -> bool:
    """Tell ``reported for duty`` and ``said farewell`` from words that are told."""
    following = lower_at(tokens, first)
    loose = kind.direct and following in word_class("preposition", "time")
    return loose or following in word_class("ritual")


def _is_sight(tokens: Tokens, verb: int, source: Range | None) -> bool:
    """Tell ``they showed him in`` and ``footage shows hooligans`` from ``polls show gains``."""
    by_person = source is not None and tokens[source[0]].lower in word_class("person_pronoun")
    if by_person or lower_at(tokens, verb + 1) in word_class("object_pronoun"):
        return True
    return any(token.lower in word_class("sight") for token in tokens[max(0, verb - _NEAR) : verb])


def _is_bare_clause(tokens: Tokens, start: int) -> bool:
    """Tell ``vowed the regime would fall`` from ``vowed an end to the regime``."""
    end = object_end(tokens, start)
    joined = next((i for i in range(start, end) if tokens[i].lower in word_class("joins")), end)
    for i in range(start, end):
        if tokens[i].lower in word_class("auxiliary") or (
            start < i < joined and is_finite(tokens, i)
        ):
            return True
        if tokens[i].lower in word_class("preposition", "clause_start", "clause_stop", "relative"):
            return False
    return False


def _behind_object(
    tokens: Tokens, verb: int, words: range, kind: Kind, source: Range | None
) -> int | None:
    """Leave the outlet its own name for whom or what is called, accused or urged.

    Without another object before it, ``a strike`` in ``called a strike`` is an act, not a name.
    """
    if kind.names and _is_named_before(tokens, verb, source):
        return words.start
    near = words[:1] if kind.at_once else words
    begins = (i for i in near if tokens[i].lower in kind.behind_object)
    found = (i for i in begins if i > words.start or not kind.names or tokens[i].lower not in _ACT)
    return next(found, words.start if kind.object and kind.behind_object else None)


def _is_named_before(tokens: Tokens, verb: int, source: Range | None) -> bool:
    """Tell ``what Ray called …``, ``was called …`` and ``called them …``."""
    behind = lower_at(tokens, verb + 1)
    if is_passive(tokens, verb):
        return behind.isalpha() and behind not in word_class("preposition", "time", "clause_start")
    if behind in word_class("object_pronoun"):
        named = lower_at(tokens, verb + 2)
        is_name = named.isalpha() and named not in word_class("preposition", "time")
        return is_name or is_quote(tokens, verb + 2)
    return source is not None and lower_at(tokens, source[0] - 1) in ("what", "which")
