"""Says which of the words behind a verb are the actor's, and which the outlet's own.

A clause is the speaker's: ``Ray said that …``. The object of an act is the outlet's wording of it:
``Ray announced a crackdown``, ``Ray refused to obey the regime``; only what stands in quotation
marks there is Ray's.
"""

from collections.abc import Iterator

from bias.attribution.joined import joined_clause
from bias.attribution.scope import (
    DASHES,
    behind_joint,
    first_conjunct,
    fragment_end,
    holds_verb,
    joined_behind,
    lost_subject,
    object_end,
    scope_end,
)
from bias.attribution.sources import agent_of, agent_start, is_passive
from bias.attribution.unit import Range, Unit
from bias.language.lexis import Frame
from bias.language.token import Token
from bias.language.word_classes import word_class
from bias.records import Part

Found = tuple[str, tuple[Range, ...]]
"""The rule, and the words it attributes."""
_CIRCUMSTANCES = frozenset({"prep", "advmod", "npadvmod", "prt", "dative", "neg", "aux"})
_TOPICS = frozenset({"of", "about", "against", "over"})
_TOLD_OF = frozenset({"of", "about", "at"})
_FAR = 4
_CLAUSE_WORDS = 3
"""Bare words behind ``as`` from which a headline tells what happens, not what is called what."""
_ACT = frozenset({"a", "an", "to"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NO_NAME = frozenset({"ADP", "ADV", "SCONJ", "PUNCT", "CCONJ", "PART"})


def contents_behind(unit: Unit, i: int, frame: Frame) -> Found | None:
    """Return the words behind a verb that it attributes, and by which rule."""
    starts = (
        ("clause", _clause_start(unit, i, frame)),
        ("infinitive", _infinitive_start(unit, i, frame)),
        ("name", _name_start(unit, i, frame)),
        ("object", _object_start(unit, i, frame)),
    )
    for rule, start in starts:
        if start is not None:
            end = _end(unit, i, start, rule)
            return (rule, ((start, end),)) if start < end else None
    return None


def _end(unit: Unit, i: int, start: int, rule: str) -> int:
    end = min(scope_end(unit, unit.items[i].token, start), agent_start(unit, i, start))
    if rule in ("name", "object"):
        end = min(end, max(object_end(unit, start), _parsed_end(unit, i, start)))
        end = behind_joint(unit, joined_clause(unit, start, end))
    end = min(end, _other_participle(unit, i, start, end), _headline_as(unit, start, end))
    end = min(end, _quoted_end(unit, start, end)) if rule == "name" else end
    return fragment_end(unit, start, end)


def _quoted_end(unit: Unit, start: int, end: int) -> int:
    """Close ``called it “racist,” a charge that …`` behind the mark; a list of names goes on."""
    for j in range(start, end - 1):
        inner = unit.doc.text[unit.items[j].end - 2] if unit.is_quote(j) else ""
        if unit.is_quote(j) and (inner == "," or unit.lower(j + 1) in {",", *DASHES}):
            behind = range(j + 1, min(j + _FAR + 2, end))
            listed = any(unit.is_quote(k) or unit.lower(k) in ("and", "or") for k in behind)
            return end if listed else j + 1
    return end


def _other_participle(unit: Unit, i: int, start: int, end: int) -> int:
    """Cut ``dismissed by critics as trash and loved by crowds`` before what others did."""
    agent = agent_of(unit, unit.items[i].token)
    if agent < 0 or unit.place(agent) > start:
        return end
    joints = (j for j in range(start, end) if unit.lower(j) in ("and", "but"))
    return next((j for j in joints if unit.is_word(j + 1) and unit.token(j + 1).tag == "VBN"), end)


def _headline_as(unit: Unit, start: int, end: int) -> int:
    """Cut ``Ray Calls Law a Fraud as Thugs Storm Hall`` before what happens meanwhile."""
    if unit.doc.part is not Part.TITLE:
        return end
    return next((j for j in range(start + 1, end) if unit.lower(j) == "as"), end)


def _parsed_end(unit: Unit, i: int, start: int) -> int:
    """Return where the parse ends what begins at ``start``: a list goes on behind its commas."""
    for kid in _kids_behind(unit, i):
        first, last = unit.reach(kid.index)
        if first <= start < last and kid.dep in ("dobj", "oprd", "attr", "prep"):
            clauses = (
                j
                for j in range(start, last)
                if unit.lower(j) == ","
                and unit.lower(j + 1) in word_class("relative", "clause_stop")
            )
            return next(clauses, last)
    return start


def _kids_behind(unit: Unit, i: int) -> Iterator[Token]:
    for kid in unit.kids(unit.items[i].token):
        if unit.place(kid.index) > i:
            yield kid


def _clause_start(unit: Unit, i: int, frame: Frame) -> int | None:
    if "that" not in frame.frames:
        return None
    starts = [_quote_start(unit, i, frame), _that_start(unit, i)]
    for kid in _kids_behind(unit, i):
        if kid.dep == "ccomp" and (joined_behind(unit, kid) or lost_subject(unit, kid) >= 0):
            continue
        if kid.dep == "ccomp" and (_is_finite(unit, kid) or "evidence" in frame.frames):
            start = max(i + 1, unit.reach(kid.index)[0])
            if "bare" in frame.frames or unit.lower(start) in word_class("clause_start"):
                starts.append(start)
        if kid.dep == "advcl" and frame.lemma in word_class("asks") and unit.lower(i + 1) == "if":
            starts.append(i + 1)
        if kid.dep == "advcl" and _is_broken(unit, kid) and "bare" in frame.frames:
            starts.append(i + 1)
    found = [start for start in starts if start is not None]
    return min(found) if found else None


def _is_finite(unit: Unit, token: Token) -> bool:
    kids = [kid for kid in unit.kids(token.index) if kid.dep in ("aux", "auxpass")]
    return token.tag in _FINITE or any(k.tag in _FINITE or k.lower[0] == "'" for k in kids)


def _is_broken(unit: Unit, token: Token) -> bool:
    """Tell a clause whose subject the parse took for an object: ``said the plan, …, was``."""
    kids = list(unit.kids(token.index))
    opened = any(k.dep in ("mark", "nsubj", "nsubjpass") or k.tag == "WRB" for k in kids)
    return _is_finite(unit, token) and not opened


def _that_start(unit: Unit, i: int) -> int | None:
    """Return where ``that`` opens the words behind ``on Monday in a statement``."""
    j = _behind_circumstances(unit, i)
    return j if unit.lower(j) == "that" else None


def _quote_start(unit: Unit, i: int, frame: Frame) -> int | None:
    """Return where a quotation opens the words: ``said on Monday: “…”``."""
    j = _behind_circumstances(unit, i, addressed="told" in frame.frames)
    j += unit.lower(j) in (",", ":")
    titled = j > i + 1 and unit.is_quote(j) and unit.items[j].capital and unit.is_word(j - 1)
    return j if unit.is_quote(j) and not titled else None


def _behind_circumstances(unit: Unit, i: int, *, addressed: bool = False) -> int:
    """Return where what is no object, time or place begins behind a verb."""
    loose = _CIRCUMSTANCES | {"dobj"} if addressed else _CIRCUMSTANCES
    end = i + 1
    for kid in _kids_behind(unit, i):
        first, last = unit.reach(kid.index)
        if kid.dep not in loose or first > end:
            break
        marks = (j for j in range(end, last) if not unit.is_word(j) or unit.lower(j) == "that")
        end = next(marks, last)
    return end


def _infinitive_start(unit: Unit, i: int, frame: Frame) -> int | None:
    asked = "to" in frame.openers
    if "infinitive" not in frame.frames and not asked:
        return None
    for kid in _kids_behind(unit, i):
        to = next((k for k in unit.kids(kid.index) if k.lower == "to" and k.dep == "aux"), None)
        if to is None or kid.dep not in ("xcomp", "ccomp", "advcl", "acl"):
            continue
        if kid.dep in ("advcl", "acl") and not asked:
            continue
        start = unit.place(to.index)
        negated = unit.lower(start - 1) == "not"
        return start - negated if start > i else None
    return None


def _name_start(unit: Unit, i: int, frame: Frame) -> int | None:
    """Leave the outlet its own name for whom or what is called, accused or urged."""
    if not frame.openers and not (_TOLD_OF | {"name"}) & frame.frames:
        return None
    if unit.lower(i + 1) in frame.frames & _TOLD_OF:
        return i + 2
    if "name" in frame.frames:
        if _is_pronoun(unit, i + 1) and _second_object(unit, i):
            return i + 1
        before = is_passive(unit, unit.items[i].token) or _names_what(unit, i)
        start = i + 1 if before and _can_name(unit, i + 1) else _second_object(unit, i)
        if start is not None:
            return start
    return _opener(unit, i, frame)


def _is_pronoun(unit: Unit, i: int) -> bool:
    """Tell ``called her a thug`` from ``called her plan a sham``."""
    return unit.lower(i) in word_class("object_pronoun") and unit.token(i).dep != "poss"


def _names_what(unit: Unit, i: int) -> bool:
    """Tell ``what Ray calls a coup`` and ``which critics call a coup``."""
    if "what" in (unit.lower(j) for j in range(max(0, i - _FAR), i)):
        return True
    kids = list(unit.kids(unit.items[i].token))
    acts = any(k.dep == "nsubj" and k.tag not in ("WP", "WDT") for k in kids)
    named = ("dobj", "nsubj") if acts else ("dobj",)
    return any(k.tag in ("WP", "WDT") and k.dep in named for k in kids)


def _can_name(unit: Unit, i: int) -> bool:
    if unit.is_quote(i):
        return True
    return unit.is_word(i) and unit.token(i).pos not in _NO_NAME


def _second_object(unit: Unit, i: int) -> int | None:
    """Return where the name begins in ``called Ode a thug``, ``called it “a coup”``."""
    seen_object = False
    marked = _marked_name(unit, i)
    if marked is not None:
        return marked
    named = [k for k in _kids_behind(unit, i) if k.dep == "oprd"]
    if len(named) > 1 and not any(k.dep == "dobj" for k in _kids_behind(unit, i)):
        return unit.reach(named[1].index)[0]
    for kid in _kids_behind(unit, i):
        first, last = unit.reach(kid.index)
        parted = kid.dep == "dobj" and _parted(unit, kid)
        if kid.dep in ("oprd", "attr") or (kid.dep == "dobj" and (seen_object or parted)):
            return unit.place(kid.index) if parted else max(first, i + 1)
        if kid.dep in ("ccomp", "xcomp"):
            subject = next((k for k in unit.kids(kid.index) if k.dep.startswith("nsubj")), None)
            if subject is not None and seen_object and first_conjunct(unit, kid.index):
                return unit.reach(subject.index)[0]  # called it a riot and police came
            if subject is not None and not _is_finite(unit, kid):
                start = unit.reach(subject.index)[1]
                return start if i < start < last else None
        seen_object = seen_object or kid.dep == "dobj"
    return None


def _parted(unit: Unit, token: Token) -> bool:
    """Tell ``called the pilots cowards``, which the parse takes for one phrase."""
    before = unit.place(token.index) - 1
    plural = unit.is_word(before) and unit.token(before).tag == "NNS"
    return plural and unit.token(before).dep == "compound" and token.tag == "NNS"


def _marked_name(unit: Unit, i: int) -> int | None:
    """Return where a quotation stands right behind the object: ``called the men “traitors”``."""
    for j in range(i + 2, object_end(unit, i + 1)):
        if unit.is_quote(j) and unit.is_word(j - 1):
            behind_noun = unit.token(j - 1).pos in ("NOUN", "PROPN", "PRON")
            return j if behind_noun else None
    return None


def _opener(unit: Unit, i: int, frame: Frame) -> int | None:
    """Return where ``of looting``, ``as a coup`` or a quotation begins behind the object."""
    end = object_end(unit, i + 1)
    for j in range(i + 1, end):
        if unit.is_quote(j):
            return j
        opens = unit.lower(j) in frame.openers and unit.is_word(j) and _hangs_on(unit, j, i)
        if opens and not _counts(unit, j) and not _happens(unit, j, end):
            return j if unit.lower(j) not in _ACT or j > i + 1 else None
    return None


def _happens(unit: Unit, i: int, end: int) -> bool:
    """Tell the headline ``Mayor slams vote as thugs storm hall`` from ``slams vote as a sham``."""
    words = [unit.lower(j) for j in range(i + 1, end) if unit.is_word(j)]
    told = unit.doc.part is Part.TITLE and unit.lower(i) == "as" and len(words) == end - i - 1
    named = word_class("preposition", "determiner") & set(words)
    return told and len(words) >= _CLAUSE_WORDS and not named


def _hangs_on(unit: Unit, i: int, verb: int) -> bool:
    """Tell ``accused Ode of theft`` from ``accused Ode and left to dine``."""
    for above in unit.doc.tree.ancestors(unit.items[i].token):
        token = unit.doc.tokens[above]
        if unit.place(above) == verb:
            return True
        if token.dep == "conj" and token.pos in ("VERB", "AUX"):
            return False
    return True


def _counts(unit: Unit, i: int) -> bool:
    """Tell ``criticised by some of his rivals`` from ``accused by rivals of looting``."""
    if unit.lower(i) == "of" and all(item.capital for item in unit.items[i - 1 : i + 2 : 2]):
        return unit.doc.tokens[unit.token(i).head].pos == "PROPN"  # a Bureau of Fairs
    return unit.lower(i) == "of" and unit.token(i - 1).tag in ("DT", "CD", "JJ", "JJS", "JJR")


def _object_start(unit: Unit, i: int, frame: Frame) -> int | None:
    if "object" not in frame.frames:
        return None
    if unit.lower(i + 1) in word_class("ritual"):
        return None
    for kid in _kids_behind(unit, i):
        first = unit.reach(kid.index)[0]
        gerund = kid.dep == "xcomp" and kid.tag == "VBG"
        if (kid.dep == "dobj" or gerund) and "told" not in frame.frames:
            return max(first, i + 1)
        if kid.dep == "prep" and kid.lower in _TOPICS and unit.place(kid.index) == i + 1:
            return i + 1
    return i + 1 if frame.lemma == "say" and _is_bare(unit, i + 1) else None


def _is_bare(unit: Unit, i: int) -> bool:
    """Tell whether words follow ``say`` that the parse takes for no clause."""
    loose = word_class("preposition", "time", "adverb")
    return unit.is_word(i) and unit.lower(i) not in loose and holds_verb(unit, (i, len(unit)))
