"""Finds who is cited: subject, agent or owner of a cue, as a noun phrase of the parse."""

from collections.abc import Sequence
from itertools import pairwise

from bias.attribution.found import Source
from bias.attribution.unit import Unit
from bias.language.token import Token
from bias.language.word_classes import word_class
from bias.people.lexis import noun_kind

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_INNER = frozenset({"relcl", "acl", "appos", "conj", "cc", "punct", "advcl", "ccomp", "parataxis"})
_NO_SPEAKERS = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL"})
_SPEAK = frozenset({"person", "group", "organisation", "place"})
_NEVER_LEAVE = frozenset({"", "happening"})
_MAX_SEGMENTS = 3
_FAR = 9
_OF_ITS_OWN = frozenset({"dobj", "nsubj", "nsubjpass", "oprd"})
_NO_PHRASE = frozenset({"VERB", "AUX", "SCONJ", "CCONJ"})
_NEVER = frozenset({"there", "this", "what", "that", "which", "here"})


def source_of(unit: Unit, head: int) -> Source | None:
    """Return the phrase of a head with those coordinated with it; ``None`` for no speaker.

    Behind a role it is the name that stands in apposition: the mayor, Ada Ray.
    """
    at = unit.place(head) if head >= 0 else -1
    if at < 0 or (unit.is_quote(at) and not unit.items[at].capital):
        return None
    named = apposed_name(unit, head)
    heads = _coordinated(unit, named)
    if not all(can_speak(unit, unit.doc.tokens[h]) for h in heads):
        return None
    spans = [_phrase(unit, h) for h in heads]
    place = (min(a for a, _ in spans), max(b for _, b in spans))
    return Source(place=place, heads=heads)


def can_speak(unit: Unit, token: Token) -> bool:
    """Tell what may be a speaker from a date, a bare party, a gerund or ``it was said``."""
    person = token.pos == "ADJ" and token.dep in ("nsubj", "pobj", "dobj")  # "the 43-year-old"
    person = person or (token.lower == "one" and bool(unit.doc.tree.children(token.index)))
    plain = token.pos in _NOMINAL or token.lower in word_class("pronoun")
    if not (plain and token.lower != "one") and not person:
        return False
    if token.dep == "expl" or token.lower in _NEVER or token.lower.endswith("n't"):
        return False
    label = unit.doc.label(token.index)
    return label not in _NO_SPEAKERS and not (label == "NORP" and _is_bare_party(unit, token))


def _is_bare_party(unit: Unit, token: Token) -> bool:
    """Tell ``Republican`` behind a name from ``Republicans`` and ``a Republican``."""
    opened = any(k.dep in ("det", "nummod", "poss", "amod") for k in unit.kids(token.index))
    return token.tag in ("NNP", "JJ", "NN") and not opened


def _coordinated(unit: Unit, head: int) -> tuple[int, ...]:
    found = [head]
    for token in found:
        found += [
            k.index
            for k in unit.kids(token)
            if k.dep == "conj" and k.pos in _NOMINAL and unit.place(k.index) >= 0
        ]
    return tuple(found)


def apposed_name(unit: Unit, head: int) -> int:
    """Return the head of the name that stands behind a role, or the head itself."""
    if unit.doc.tokens[head].pos == "PROPN":
        return head
    tokens = unit.doc.tokens
    below = (t for t in unit.doc.tree.subtree(head) if t > head and unit.place(t) >= 0)
    names = [t for t in below if tokens[t].dep == "appos" and tokens[t].pos == "PROPN"]
    near = [
        t for t in names if tokens[t].head == head or unit.lower(_phrase(unit, t)[0] - 1) == ","
    ]
    return near[-1] if near else head


def _phrase(unit: Unit, head: int) -> tuple[int, int]:
    """Return the items of a phrase around its head, up to a mark or quotation on either side."""
    tokens = unit.doc.tokens
    dated = {tokens[t].head for t in unit.doc.tree.subtree(head) if unit.doc.label(t) == "DATE"}
    first, last = unit.reach(head, lambda t: tokens[t].dep in _INNER or t in dated and t > head)
    at = unit.place(head)
    begin, end = at, at + 1
    while begin > first and unit.is_word(begin - 1) and unit.token(begin - 1).pos != "ADP":
        begin -= 1
    while end < last and unit.is_word(end):
        end += 1
    while begin and unit.doc.tokens[head].pos == "PROPN" and _is_proper(unit, begin - 1):
        begin -= 1
    begin += begin < at and unit.lower(begin) in word_class("relative") | {"what"}
    return begin, end


def _is_proper(unit: Unit, i: int) -> bool:
    return _is_name(unit, i) and unit.token(i).pos == "PROPN"


def is_participle(unit: Unit, verb: int) -> bool:
    """Tell ``Ada Ray, asked whether it was lawful, left`` from ``Ada Ray, the mayor, asked``."""
    i = unit.place(verb)
    token, clause = unit.doc.tokens[verb], unit.doc.clause_at(verb)
    if clause is None or token.tag not in ("VBD", "VBN") or unit.lower(i - 1) != ",":
        return False
    if clause.kind == "reduced":
        return True
    place = unit.place(clause.subject) if clause.own_subject and clause.subject >= 0 else -1
    return 0 <= place < i and _phrase(unit, clause.subject)[1] == i - 1


def subject_of(unit: Unit, verb: int) -> int:
    """Return the head of who acts in the clause of a verb, -1 where nobody is named."""
    clause = unit.doc.clause_at(verb)
    if clause is None:
        return -1
    if is_passive(unit, verb):
        return agent_of(unit, verb)
    above = raised(unit, verb)
    if above >= 0:
        return subject_of(unit, above)
    if unit.doc.tokens[verb].dep == "acl" and clause.subject == unit.doc.tokens[verb].head:
        return _acting(unit, verb, clause.subject)
    if clause.own_subject or unit.doc.tokens[verb].dep not in ("advcl", "conj"):
        return clause.subject
    return _speaking(unit, verb, clause.subject)


def _acting(unit: Unit, verb: int, noun: int) -> int:
    """Return who acts where a verb hangs on a noun: Ray in ``Ray sent a letter saying …``.

    In ``a bid to persuade …`` it is whose bid it is, in ``a driver saying …`` the driver.
    """
    token = unit.doc.tokens[noun]
    to_act = unit.doc.tokens[verb].tag == "VB" and is_thing(token)
    lemma = token.lemma.lower()
    bears = lemma in word_class("bears_words") or noun_kind(lemma) == "object"
    borne = unit.doc.tokens[verb].tag == "VBG" and bears
    if not to_act and not borne:
        return noun
    owner = owner_of(unit, noun)
    if owner >= 0:
        return owner
    subject = _issuing(unit, token, acts=to_act)
    acts = subject >= 0 and not is_thing(unit.doc.tokens[subject])
    return subject if acts else noun if borne else -1


def _issuing(unit: Unit, token: Token, *, acts: bool) -> int:
    """Return who issued a statement or launched a bid, -1 where somebody only cites one."""
    head = unit.doc.tokens[token.head]
    if token.dep == "pobj" and (acts or head.lower == "in"):
        above = unit.doc.clause_at(head.head)
    elif token.dep == "dobj" and (acts or head.lemma.lower() in word_class("issues")):
        above = unit.doc.clause_at(head.index)
    else:
        return -1
    return above.subject if above is not None and not above.passive else -1


def _speaking(unit: Unit, verb: int, subject: int) -> int:
    """Return who speaks where the parse hangs a cue on a thing: ``a list would help, saying …``."""
    if subject < 0 or not is_thing(unit.doc.tokens[subject]):
        return subject
    clauses = map(unit.doc.clause_at, unit.doc.tree.ancestors(verb))
    above = (c.subject for c in clauses if c is not None and c.own_subject and c.subject < verb)
    return next((s for s in above if s >= 0 and not is_thing(unit.doc.tokens[s])), subject)


def is_thing(token: Token) -> bool:
    """Tell what says nothing from persons, bodies and what bears words."""
    if token.pos != "NOUN" or token.lemma.lower() in word_class("bears_words", "evidence"):
        return False
    return noun_kind(token.lemma.lower()) not in _SPEAK


def raised(unit: Unit, verb: int) -> int:
    """Return the cue that a verb is coordinated with where the parse has it within the words.

    In ``Ray said they had been paid and described it as a coup`` the tense of ``described`` is that
    of ``said``, and who acts outside quotation marks stands outside them; -1 for any other verb.
    """
    token = unit.doc.tokens[verb]
    clause = unit.doc.clause_at(verb)
    if _departs(unit, token):
        return next(
            (
                above
                for above in unit.doc.tree.ancestors(token.head)
                if unit.doc.tokens[above].tag in ("VBD", "VBZ") and unit.is_word(unit.place(above))
            ),
            -1,
        )
    if token.dep != "conj" or token.tag != "VBD" or clause is None or clause.own_subject:
        return -1
    head = unit.doc.tokens[token.head]
    quoted = unit.is_quote(unit.place(head.index))
    if head.tag in ("VBD", "VBZ", "VBP") and head.pos == "VERB" and not quoted:
        return -1
    for above in unit.doc.tree.ancestors(head.index):
        outer = unit.doc.tokens[above]
        if outer.tag == "VBD" and unit.is_word(unit.place(above)):
            return above
    return -1


def _departs(unit: Unit, token: Token) -> bool:
    """Tell ``said the plan was a sham and left`` from ``said the mob was armed and left``.

    A plan does not leave; who does is who said so. What is left behind tells of another sense.
    """
    if token.dep != "conj" or token.lower not in word_class("departs"):
        return False
    above = unit.doc.clause_at(token.head)
    if (
        above is None
        or above.subject < 0
        or any(k.dep in _OF_ITS_OWN and not _is_left(k) for k in unit.kids(token.index))
    ):
        return False
    stays = unit.doc.tokens[above.subject]
    named = any(kid.dep == "attr" for kid in unit.kids(above.predicate))
    kinds = _NEVER_LEAVE | {"object"} if named else _NEVER_LEAVE  # a train may leave, no sham does
    return stays.lower == "it" or (stays.pos == "NOUN" and noun_kind(stays.lemma.lower()) in kinds)


def _is_left(token: Token) -> bool:
    """Tell ``left the talks``, which persons do, from ``left 14 dead``."""
    return token.dep == "dobj" and token.lemma.lower() in word_class("is_left")


def speaker_before(unit: Unit, begin: int) -> Source | None:
    """Return the name or pronoun right before a verb phrase, for where the parse has no subject."""
    end = begin
    for _ in range(_MAX_SEGMENTS):
        if unit.lower(end - 1) != ",":
            break
        end = next((j for j in range(end - 2, -1, -1) if not unit.is_word(j)), -1) + 1
        if not end or _is_name(unit, end):
            end = _segment_end(unit, end)
            break
    first = end
    while first and _is_name(unit, first - 1):
        first -= 1
    if first == end and unit.lower(end - 1) in word_class("person_pronoun") - _NEVER:
        first = end - 1
    if first == end or not can_speak(unit, unit.token(end - 1)):
        return None
    return Source(place=(first, end), heads=(unit.items[end - 1].token,))


def between(unit: Unit, verb: int) -> Source | None:
    """Return the phrase alone between a quotation and a verb: ``“…,” the union says``."""
    quote = next((j for j in range(verb - 1, max(-1, verb - _FAR), -1) if unit.is_quote(j)), verb)
    end = next((j for j in range(quote + 1, verb) if not unit.is_word(j)), verb)
    words = [unit.token(j) for j in range(quote + 1, end)]
    if any(token.pos in _NO_PHRASE for token in words):
        return None
    heads = [
        token.index
        for token, behind in pairwise([*words, None])
        if token and can_speak(unit, token) and not (behind and behind.pos in _NOMINAL)
    ]
    return Source(place=(quote + 1, end), heads=(heads[0],)) if heads else None


def _segment_end(unit: Unit, i: int) -> int:
    while unit.is_word(i):
        i += 1
    return i


def _is_name(unit: Unit, i: int) -> bool:
    item = unit.items[i]
    return item.kind == "word" and item.capital and item.lower not in word_class("date", "opener")


def lifted_to(unit: Unit, verb: int) -> Sequence[Token]:
    """Return the verbs that :func:`raised` gives to a cue; found once for the whole unit."""
    if unit.lifted is None:
        unit.lifted = {}
        for i in range(len(unit)):
            above = raised(unit, unit.items[i].token) if unit.is_word(i) else -1
            if above >= 0:
                unit.lifted.setdefault(above, []).append(unit.token(i))
    return unit.lifted.get(verb, ())


def agent_of(unit: Unit, verb: int) -> int:
    """Return who acts in a passive: ``by critics``, which the parse may hang on the name given."""
    clause = unit.doc.clause_at(verb)
    if clause is None or not is_passive(unit, verb):
        return -1
    if clause.agent >= 0:
        return clause.agent
    other = unit.doc.clause_at
    for token in unit.doc.tree.subtree(verb, lambda t: other(t) is not None):
        place = unit.place(token)
        if token > verb and unit.lower(place) == "by":
            between = range(unit.place(verb), place)
            apart = any(unit.lower(j) == "," for j in between)
            heads = (k.index for k in unit.kids(token) if k.dep == "pobj")
            return -1 if apart else next(heads, -1)
    return -1


def is_passive(unit: Unit, verb: int) -> bool:
    """Tell a passive, also ``The premier, mocked as a puppet by rivals,`` where it is read as past.

    A participle coordinated with such a one is one as well: ``hailed as … and slammed as …``.
    """
    clause, token = unit.doc.clause_at(verb), unit.doc.tokens[verb]
    if clause is None or clause.passive or is_participle(unit, verb):
        return clause is not None
    above = unit.doc.clause_at(token.head)
    joined = token.dep == "conj" and token.tag in ("VBD", "VBN") and not clause.own_subject
    return joined and above is not None and above.kind == "reduced" and is_passive(unit, token.head)


def agent_start(unit: Unit, i: int, start: int) -> int:
    """Return where ``by critics`` begins behind a passive: it is no part of the words."""
    agent = agent_of(unit, unit.items[i].token)
    by = unit.place(unit.doc.tokens[agent].head) if agent >= 0 else -1
    return by if by > start else len(unit)


def owner_of(unit: Unit, noun: int) -> int:
    """Return the head of whose a noun is: ``his`` claim, ``Ada Ray's`` claim; -1 for nobody's."""
    return next((k.index for k in unit.kids(noun) if k.dep == "poss"), -1)
