"""How far reported words reach: the clause, its coordinations and its parentheses.

The parse says which clauses belong to the cue; a semicolon, a bracket, or a word with which the
outlet speaks again cuts them where the parse is too generous.
"""

from bias.attribution.dateline import behind_dateline
from bias.attribution.sources import is_participle, lifted_to
from bias.attribution.unit import Range, Unit
from bias.language.clause import Clause
from bias.language.lexis import frames
from bias.language.token import Token
from bias.language.word_classes import word_class

DASHES = frozenset({"–", "—", "--"})
_MAX_MEASURE = 4
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_LONG_APPOSITION = 5
"""Words from which an apposition tells readers who somebody is; a shorter one may call names."""
_SUBORDINATE = word_class("subordinator", "before_clause")
_INNER_KINDS = frozenset({"relative", "adverbial", "reduced", "subject", "prepositional", "aside"})


def scope_end(unit: Unit, verb: int, start: int) -> int:
    """Return where the words of a verb end that begin at the item ``start``."""
    end = _sentence_end(unit, start)
    clause = unit.doc.clause_at(verb)
    if clause is not None:
        end = min(end, _inner_end(unit, clause, start, end), _sibling(unit, verb, start, end))
    end = _broken_end(unit, verb, start, end)
    end = min(end, _closing_dash(unit, unit.place(verb), start, end))
    return min(end, cut(unit, start, end))


def _closing_dash(unit: Unit, cue: int, start: int, end: int) -> int:
    """Close the words of a cue that stands between dashes at the second one."""
    begin = behind_dateline(unit)
    opened = sum(unit.lower(j) in DASHES for j in range(begin, cue)) % 2
    dashes = (j for j in range(start, end) if unit.lower(j) in DASHES)
    return next(dashes, end) if opened else end


def _sentence_end(unit: Unit, start: int) -> int:
    return without_stop(unit, len(unit))


def _inner_end(unit: Unit, clause: Clause, start: int, end: int) -> int:
    """Close the words with the clause around them, where the main clause is still to come."""
    cue = unit.place(clause.predicate)
    opened = unit.lower(0) in _SUBORDINATE or unit.lower(0) == "as"
    if (
        opened
        and unit.lower(start - 1) != ","
        and not any(unit.lower(j) == "," for j in range(1, cue))
    ):
        return next((j for j in range(start, end) if unit.lower(j) == ","), end)
    if is_participle(unit, clause.predicate) and unit.lower(start - 1) != ",":
        return next((j for j in range(start, end) if unit.lower(j) == ","), end)
    at = clause
    while at.kind not in _INNER_KINDS and at.marker not in _SUBORDINATE:
        if at.kind == "main" or at.parent < 0:
            return end
        at = unit.doc.clauses[at.parent]
    last = min(unit.reach(at.predicate)[1], _main_verb(unit, at, start, end))
    return last if start < last else end


def _main_verb(unit: Unit, relative: Clause, start: int, end: int) -> int:
    """Return where ``Cole, who said it was over, left`` goes on, if the parse lost its verb."""
    noun = unit.doc.tokens[unit.doc.tokens[relative.predicate].head]
    if relative.kind != "relative" or noun.dep != "ROOT":
        return end
    for j in range(start, end - 1):
        finite = unit.is_word(j + 1) and unit.token(j + 1).tag in FINITE
        if unit.lower(j) == "," and finite and not _has_subject(unit, unit.token(j + 1)):
            return j
    return end


def _has_subject(unit: Unit, token: Token) -> bool:
    return any(kid.dep.startswith("nsubj") for kid in unit.kids(token.index))


def _sibling(unit: Unit, verb: int, start: int, end: int) -> int:
    """Cut at a clause coordinated with the cue's own: ``called it a sham and the tyrant fled``."""
    lifted = lifted_to(unit, verb)
    for kid in sorted([*unit.kids(verb), *lifted], key=lambda k: k.index):
        place = unit.place(kid.index)
        joint = lost_subject(unit, kid)
        if joint > start:
            return behind_joint(unit, joint)
        bare = kid.dep == "ccomp" and (joined_behind(unit, kid) or _then(unit, kid))
        if place > start and (kid in lifted or _leaves(kid)):
            return max(start, behind_joint(unit, unit.reach(kid.index)[0]))
        if (kid.dep != "conj" and not bare) or place <= start:
            continue
        clause = unit.doc.clause_at(kid.index)
        if clause is None or (not clause.own_subject and clause.modal) or clause.marker == "that":
            continue
        first = unit.reach(kid.index)[0]
        return max(start, behind_joint(unit, first))
    return end


def _leaves(token: Token) -> bool:
    """Tell ``called Ode a liar and left``, where the parse may take ``left`` for a quality."""
    return token.dep == "conj" and token.lower in word_class("departs")


def _then(unit: Unit, token: Token) -> bool:
    """Tell ``said that it was over, then left`` from what is said."""
    opened = unit.lower(unit.reach(token.index)[0]) == "then"
    return opened and token.tag in ("VBD", "VBZ") and not _has_subject(unit, token)


def joined_behind(unit: Unit, token: Token) -> bool:
    """Tell a clause behind ``and`` that the parse takes for what is said, behind an object."""
    first = unit.reach(token.index)[0]
    kids = unit.kids(token.head)
    things = (
        k for k in kids if k.dep in ("dobj", "oprd") or (k.dep == "ccomp" and k.pos == "NOUN")
    )
    return unit.lower(first - 1) in ("and", "but") and any(
        unit.place(k.index) < first for k in things
    )


def lost_subject(unit: Unit, token: Token) -> int:
    """Return where ``and`` stands in ``warned of chaos and a mob gathered``, -1 for no such clause.

    The parse takes the subject of the second clause for more of what somebody warned of.
    """
    first = unit.reach(token.index)[0]
    lost = token.dep == "ccomp" and token.tag in FINITE and not _has_subject(unit, token)
    if not lost:
        return -1
    for kid in unit.kids(token.head):
        begin, end = unit.reach(kid.index)
        if kid.dep in ("prep", "dobj", "oprd") and end == first:
            return next((j for j in range(end - 1, begin, -1) if unit.lower(j) == "and"), -1)
    return -1


def first_conjunct(unit: Unit, verb: int) -> int | None:
    """Return where the first of two coordinated subjects of a verb ends, ``None`` for one alone.

    The parse takes what is called or claimed for the subject of the next clause: ``claimed victory
    and the mob fled``, ``denounced it as a gag and thugs broke in``.
    """
    for subject in unit.kids(verb):
        if subject.dep not in ("nsubj", "nsubjpass"):
            continue
        joint = next((k for k in unit.kids(subject.index) if k.dep == "cc"), None)
        return unit.place(joint.index) if joint is not None else None
    return None


def _broken_end(unit: Unit, verb: int, start: int, end: int) -> int:
    """Cut where the object of a verb was parsed as subject of the clause coordinated with it."""
    for kid in unit.kids(verb):
        opened = kid.dep == "advcl" and unit.lower(start) == "as"
        bare = kid.dep == "ccomp" and unit.token(unit.place(verb)).lemma in word_class(
            "takes_thing"
        )
        if (opened or bare) and start < unit.place(kid.index) < end:
            joint = first_conjunct(unit, kid.index)
            if joint is not None and joint > start and unit.lower(start) != "that":
                return joint
    return end


def behind_joint(unit: Unit, i: int) -> int:
    """Return where the words before a coordinated clause end: before its comma and ``and``."""
    while i and unit.lower(i - 1) in ("and", "but", "or", "nor", "yet", "so", ","):
        i -= 1
    return i


def cut(unit: Unit, start: int, end: int) -> int:
    """Return where a mark or a word gives the rest of a clause back to the outlet."""
    depth = 0
    for i in range(start, end):
        lower = unit.lower(i)
        depth += (lower == "(") - (lower == ")")
        if lower == ";" or depth < 0:
            return i
        if lower == "," and i > start and _outlet_follows(unit, i + 1):
            return i
    return end


def _outlet_follows(unit: Unit, i: int) -> bool:
    """Tell whether what stands behind a comma is the outlet's, by the word it opens with."""
    if unit.lower(i) == "according" and unit.lower(i + 1) == "to":
        return True
    return (
        _leaves_clause(unit, i)
        or _somebody_follows(unit, i)
        or _tells_on(unit, i)
        or _explains_name(unit, i)
    )


def _tells_on(unit: Unit, i: int) -> bool:
    """Tell ``vowed to go, saying it was over`` from ``said Ray left, leaving no word``."""
    token = unit.token(i) if unit.is_word(i) else None
    if token is None or token.tag != "VBG" or token.dep != "advcl":
        return False
    frame = frames().get(token.lemma.lower())
    return frame is not None and frame.tells and "that" in frame.frames


def _explains_name(unit: Unit, i: int) -> bool:
    """Tell what readers are told at the end: ``Ben Ode, a farmer who …``, ``a claim he denies``."""
    end = without_stop(unit, len(unit))
    if not unit.is_word(i) or unit.lower(i) not in ("a", "an") or end - i < _LONG_APPOSITION:
        return False
    head = unit.doc.tokens[unit.token(i).head]
    named = head.dep == "appos" and unit.doc.tokens[head.head].pos == "PROPN"
    told = any(kid.dep == "relcl" for kid in unit.kids(head.index))
    named = named or (told and head.lemma.lower() in word_class("sums_up"))
    return named and all(unit.is_word(j) and unit.lower(j) != "and" for j in range(i, end))


def _leaves_clause(unit: Unit, i: int) -> bool:
    """Tell whether the outlet speaks again: ``as …`` or ``but the mayor …``, not ``but is``."""
    if unit.lower(i) in word_class("leaves_at_end") or opens_with_time(unit, i):
        end = without_stop(unit, len(unit))
        return all(unit.is_word(j) for j in range(i, end))
    if unit.lower(i) != "but":
        return unit.lower(i) in word_class("leaves_clause") and unit.token(i).dep == "mark"
    if i + 1 >= len(unit) or unit.lower(i + 1) == "that":
        return False
    following = unit.items[i + 1]
    return following.capital or following.lower in word_class("determiner", "person_pronoun")


def _somebody_follows(unit: Unit, i: int) -> bool:
    """Tell ``said it was theft, followed by Ben Ode`` from ``…, followed by a riot``."""
    if unit.lower(i) != "followed" or unit.lower(i + 1) != "by":
        return False
    for head in (kid for kid in unit.kids(unit.items[i + 1].token) if kid.dep == "pobj"):
        goes_on = any(kid.dep == "relcl" for kid in unit.kids(head.index))
        last = unit.place(head.index) + 1 >= without_stop(unit, len(unit))
        if unit.doc.label(head.index) == "PERSON" and (goes_on or last):
            return True
    return False


def opens_with_time(unit: Unit, start: int) -> bool:
    """Tell ``two days after Ray said so`` from ``the days of Ray``."""
    return any(
        unit.lower(i) in word_class("before_clause")
        and unit.lower(i - 1) in word_class("measure_of_time")
        for i in range(start + 1, min(start + _MAX_MEASURE, len(unit)))
    )


def without_stop(unit: Unit, end: int) -> int:
    """Return the end of a stretch without the full stop that closes it."""
    return end - 1 if end and unit.lower(end - 1) == "." else end


def sentence_start(unit: Unit, i: int) -> int:
    """Return where the words before a cue begin: behind a semicolon, a bracket or the dateline."""
    depth = 0
    for j in range(i - 1, -1, -1):
        depth += (unit.lower(j) == ")") - (unit.lower(j) == "(")
        if unit.lower(j) == ";" or depth < 0:
            return j + 1
    return max(behind_dateline(unit), behind_dash(unit, i))


def behind_dash(unit: Unit, i: int) -> int:
    """Return where an aside around a cue begins, 0 for none: ``– a fraud, Ray said –``."""
    before = [j for j in range(behind_dateline(unit), i) if unit.lower(j) in DASHES]
    closed = any(unit.lower(j) in DASHES for j in range(i, len(unit)))
    return before[-1] + 1 if closed and len(before) % 2 else 0


def object_end(unit: Unit, start: int) -> int:
    """Return where the object of a verb of calling, blaming or wanting ends."""
    for i in range(start, len(unit)):
        lower = unit.lower(i)
        if lower in word_class("object_mark"):
            return i
        if i > start and lower in word_class("leaves_object"):
            return i
    return without_stop(unit, len(unit))


def fragment_end(unit: Unit, start: int, end: int) -> int:
    """Return where ``called it “theft”`` ends before ``in a speech`` or ``hours after``.

    Behind a clause (``said he was “sorry” in May``) such words are the speaker's as well.
    """
    last = next((i for i in range(end - 1, start - 1, -1) if unit.is_quote(i)), end)
    behind = last + 1
    if behind >= end or holds_verb(unit, (start, last)):
        return end
    if unit.lower(behind) == "as":
        return behind if holds_verb(unit, (behind, end)) else end
    tells_when = unit.lower(behind) in word_class("circumstance", "time")
    return behind if tells_when or opens_with_time(unit, behind) else end


def holds_verb(unit: Unit, stretch: Range) -> bool:
    """Tell whether a stretch has a verb outside quotations."""
    return any(
        unit.is_word(i)
        and unit.token(i).pos in ("VERB", "AUX")
        and unit.token(i).dep not in ("amod", "compound")
        for i in range(*stretch)
    )
