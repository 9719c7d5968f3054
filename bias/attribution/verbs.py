"""Reads an attribution from its verb: what it may take, who acts, and where the words stand."""

from bias.attribution.behind import aside, opening
from bias.attribution.complement import contents_behind
from bias.attribution.found import Attribution, Source
from bias.attribution.inverted import inverted
from bias.attribution.scope import holds_verb
from bias.attribution.secondhand import lets_know, passed_on
from bias.attribution.sources import (
    between,
    is_passive,
    is_thing,
    source_of,
    speaker_before,
    subject_of,
)
from bias.attribution.unit import Range, Unit
from bias.language.lexis import READS, UNKNOWN, Frame, frames
from bias.language.word_classes import word_class
from bias.people.lexis import noun_kind
from bias.records import Part

_NEAR = 7
_ACTS = frozenset({"object", "infinitive"})
_FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "NNS"})


def by_verb(unit: Unit, i: int) -> Attribution | None:
    """Return the attribution of the verb at a place, ``None`` where it attributes nothing."""
    frame = _frame_at(unit, i)
    if frame is None or is_denied(unit, i):
        return None
    found = inverted(unit, i, frame)
    if found is not None:
        return found if "evidence" not in frame.frames else None
    cue = (verb_start(unit, i), i + 1)
    passed = passed_on(unit, i)
    if passed is None and frame.lemma == "know":
        passed = lets_know(unit, i)
    source = passed if passed is not None else _source(unit, i, cue[0])
    if "evidence" in frame.frames and not _is_evidence(unit, source):
        return None
    if source is not None and (unit.token(i).tag != "VBG" or passed is not None):
        found = opening(unit, i, frame, source, cue) or aside(unit, i, frame, source, cue)
    return found or _before_words(unit, i, frame, source, cue)


def is_denied(unit: Unit, i: int) -> bool:
    """Tell ``neither Ray nor Ode called it a farce``: nobody did."""
    clause = unit.doc.clause_at(unit.items[i].token)
    head = clause.subject if clause is not None and clause.own_subject else -1
    if head < 0 or unit.place(head) < 0:
        return False
    words = [unit.doc.tokens[head].lower, *(k.lower for k in unit.kids(head))]
    return any(word in word_class("nobody") for word in words)


def _source(unit: Unit, i: int, begin: int) -> Source | None:
    """Return who acts, by the parse; where it finds nobody, the name that stands there."""
    token = unit.token(i)
    source = source_of(unit, subject_of(unit, token.index))
    clause = unit.doc.clause_at(token.index)
    finite = token.tag in ("VBD", "VBZ", "VBP")
    passive = is_passive(unit, token.index)
    if finite and not passive and clause is not None and clause.kind == "reduced":
        return speaker_before(unit, begin) or source  # no participle: its subject was missed
    inscription = token.lower in ("read", "reads")
    finite_form = token.tag in _FINITE_TAGS and not passive
    beside = between(unit, begin) if finite_form or inscription else None
    if beside is not None and (source is None or source.place[1] <= beside.place[0]):
        return beside
    if source is not None or passive:
        return source
    return speaker_before(unit, begin) if token.tag in _FINITE_TAGS else None


def _frame_at(unit: Unit, i: int) -> Frame | None:
    token = unit.token(i)
    if token.lower in ("read", "reads") and _is_inscription(unit, i):
        return READS
    frame = frames().get(token.lemma.lower())
    if frame is not None and _is_headline_verb(unit, i):
        return frame
    if _stands_by_quote(unit, i):
        return frame if frame is not None and "behind" in frame.frames else UNKNOWN
    return frame if token.pos == "VERB" and unit.doc.clause_at(token.index) else None


def _stands_by_quote(unit: Unit, i: int) -> bool:
    """Tell whether a word stands as a cue would: ``“…,” boomed Ada Ray``, ``“…,” Ray notes.``."""
    known = unit.token(i).tag == "NNS" and unit.token(i).lemma.lower() in frames()
    if unit.token(i).tag not in ("VBD", "VBZ", "VBP") and not known:
        return False
    if unit.is_quote(i - 1) and not unit.items[i - 1].capital:
        return i + 1 < len(unit) and unit.items[i + 1].capital
    begin = i
    while (
        begin
        and (unit.items[begin - 1].capital or unit.lower(begin - 1) in word_class("person_pronoun"))
        and unit.is_word(begin - 1)
    ):
        begin -= 1
    behind = {"", ".", ",", "and", "as"} | word_class("preposition")
    after = unit.lower(i + 1) in behind and not unit.is_quote(i + 1)
    return begin < i and unit.is_quote(begin - 1) and after


def _is_headline_verb(unit: Unit, i: int) -> bool:
    """Tell ``Mayor slams vote as …`` where the parse of a headline finds no verb at all."""
    if unit.doc.part is not Part.TITLE or not i or unit.token(i).tag not in ("NNS", "NNPS"):
        return False
    return not holds_verb(unit, (0, i + 1)) and not unit.is_quote(i - 1)


def _is_inscription(unit: Unit, i: int) -> bool:
    """Tell ``“…,” the statement read`` from ``“…,” she read``."""
    if unit.is_quote(i - 1):
        words = range(i + 1, min(i + _NEAR, len(unit)))
    else:
        words = range(max(0, i - _NEAR), i)
    beside = any(unit.is_quote(j) for j in (i - 1, i + 1, i + 2, *words))
    bears = (
        unit.token(j).lemma.lower() in word_class("bears_words") for j in words if unit.is_word(j)
    )
    return beside and any(bears)


def _before_words(
    unit: Unit, i: int, frame: Frame, source: Source | None, cue: Range
) -> Attribution | None:
    """Read ``Ray said that …``, ``Ray accused Ode of …``, ``Ray wants “…”``."""
    found = contents_behind(unit, i, frame) if _may_open(unit, i, frame, source) else None
    if found is None:
        return None
    rule, contents = found
    asked = rule == "clause" or frame.lemma != "ask" or source is not None
    told = rule == "name" or not _is_infinitive(unit, i) or (rule == "clause" and _goes_on(unit, i))
    if not asked or not told:
        return None
    source = _without(source, contents[0][0])
    if rule in _ACTS and source is not None and all(_is_mute(unit, h) for h in source.heads):
        return None
    if rule == "name" and withholds_name(unit, i):
        return None
    if rule == "name" and source is None and _is_proper_name(unit, i, contents[0][0]):
        return None
    return Attribution(rule=rule, cue=cue, source=source, contents=contents, tells=frame.tells)


def _is_mute(unit: Unit, head: int) -> bool:
    """Tell ``the scene underlines a shift`` from what persons and papers say."""
    token = unit.doc.tokens[head]
    return bool(noun_kind(token.lemma.lower())) and is_thing(token)


def withholds_name(unit: Unit, i: int) -> bool:
    """Tell ``never called him a thug`` and ``refused to call him a thug`` from who did."""
    token = unit.token(i)
    frame = frames().get(token.lemma.lower())
    if frame is None or not {"name", "object+as"} & frame.frames:
        return False
    clause = unit.doc.clause_at(token.index)
    if clause is None:
        return False
    if clause.negated or (clause.question and clause.modal):
        return True
    held = token.dep in ("xcomp", "pcomp")
    above = (unit.doc.tokens[a] for a in unit.doc.tree.ancestors(token.index)) if held else ()
    verb = next((a for a in above if a.pos in ("VERB", "ADP") and a.lower != "of"), None)
    return verb is not None and verb.lemma.lower() in word_class("withholds")


def _is_proper_name(unit: Unit, i: int, start: int) -> bool:
    """Tell ``a group called Dawn`` and ``was declared the winner`` from ``was called a thug``."""
    if unit.is_quote(start):
        return False
    if unit.token(i).lemma == "declare":
        return unit.token(i).tag == "VBN"
    start += unit.lower(start) in word_class("determiner")
    clause = unit.doc.clause_at(unit.items[i].token)
    reduced = clause is not None and clause.kind == "reduced"
    return reduced and start < len(unit) and unit.items[start].capital


def _without(source: Source | None, start: int) -> Source | None:
    """Return who acts without the words: in ``derided by rivals as a puppet`` it is rivals."""
    if source is None or not source.place[0] < start < source.place[1]:
        return source
    return Source(place=(source.place[0], start), heads=source.heads)


def _may_open(unit: Unit, i: int, frame: Frame, source: Source | None) -> bool:
    """Tell whether a verb attributes what stands behind it, by who acts."""
    passive = unit.token(i).tag == "VBN"
    if source is None and passive:
        return "anonymous" in frame.frames
    nobody = source is None or _is_it(unit, source)
    return frame.sort != "knowledge" or not nobody


def _is_it(unit: Unit, source: Source) -> bool:
    return all(unit.doc.tokens[h].lower == "it" for h in source.heads)


def _is_evidence(unit: Unit, source: Source | None) -> bool:
    """Tell ``polls show`` and ``critics showed that`` from ``footage shows`` and ``it shows``."""
    heads = source.heads if source else ()
    return any(unit.doc.tokens[h].lemma.lower() in word_class("evidence") for h in heads)


def _goes_on(unit: Unit, i: int) -> bool:
    """Tell ``went on to say`` and ``tweeted to say`` from ``it is fair to say``."""
    token = unit.token(i)
    above = unit.doc.tokens[token.head]
    if token.dep == "advcl":
        return above.tag in _FINITE_TAGS and above.pos == "VERB"
    return token.dep == "xcomp" and above.lemma in word_class("leads_to_saying")


def _is_infinitive(unit: Unit, i: int) -> bool:
    return any(k.lower == "to" and k.dep == "aux" for k in unit.kids(unit.items[i].token))


def verb_start(unit: Unit, i: int) -> int:
    """Return where a verb phrase begins: its auxiliaries and adverbs included."""
    begin = i
    while begin and _goes_with_verb(unit, begin - 1):
        begin -= 1
    return begin


def _goes_with_verb(unit: Unit, i: int) -> bool:
    if not unit.is_word(i):
        return False
    return unit.token(i).pos in ("AUX", "ADV", "PART") or unit.lower(i) in word_class("adverb")
