"""Finds reported speech in a unit: who is cited, by which cue, and how far the words reach."""

from bias.passages.attribution import Attribution
from bias.passages.behind import aside, inverted
from bias.passages.cues import is_cue, opens_clause, stands_by_quote
from bias.passages.lexis import (
    KINDS,
    UNKNOWN_VERB,
    Kind,
    VerbForm,
    speech_nouns,
    verb_forms,
    word_class,
)
from bias.passages.other_cues import according_to, by_colon, by_noun, hearsay
from bias.passages.reach import behind_addressee, behind_circumstance, clause_end, object_end
from bias.passages.sources import agent, is_passive, main_subject, subject_before, verb_start
from bias.passages.tokens import Range, Tokens, lower_at


def find_attributions(tokens: Tokens) -> list[Attribution]:
    """Return the attributions of one unit in order of their cues."""
    found: list[Attribution] = []
    for i, token in enumerate(tokens):
        if token.lower == ":":
            attribution = by_colon(tokens, i, found)
        else:
            attribution = _attribution_at(tokens, i) if token.kind == "word" else None
        if attribution is not None:
            found.append(attribution)
    return found


def _attribution_at(tokens: Tokens, i: int) -> Attribution | None:
    lower = tokens[i].lower
    form = _verb_at(tokens, i)
    if form is not None:
        return _by_verb(tokens, i, form)
    if lower == "according" and lower_at(tokens, i + 1) == "to":
        return according_to(tokens, i)
    if lower in speech_nouns():
        return by_noun(tokens, i)
    return hearsay(tokens, i) if lower in word_class("hearsay") else None


def _verb_at(tokens: Tokens, i: int) -> VerbForm | None:
    """Return the verb that attributes here, if any; beside a quotation it may be of no table."""
    form = verb_forms().get(tokens[i].lower)
    if form is None and (tokens[i].capital or not tokens[i].lower.endswith("ed")):
        return None
    if stands_by_quote(tokens, i):
        return form if form is not None and KINDS[form.kind].behind else UNKNOWN_VERB
    return form if form is not None and is_cue(tokens, i, form) else None


def _by_verb(tokens: Tokens, verb: int, form: VerbForm) -> Attribution | None:
    cue = (verb_start(tokens, verb), verb + 1)
    behind = KINDS[form.kind].behind
    found = inverted(tokens, verb, form) if behind else None
    if found is not None:
        return found
    source = _subject(tokens, verb, form)
    if behind and source is not None and form.shape != "ing":
        found = aside(tokens, verb, form, source, cue)
    return found or _before_words(tokens, verb, form, source)


def _subject(tokens: Tokens, verb: int, form: VerbForm) -> Range | None:
    if form.shape == "past" and is_passive(tokens, verb):
        return agent(tokens, verb)
    before = lower_at(tokens, verb_start(tokens, verb) - 1)
    if form.shape == "ing" and before in word_class("before_participle"):
        return main_subject(tokens)
    return subject_before(tokens, verb)


def _before_words(
    tokens: Tokens, verb: int, form: VerbForm, source: Range | None
) -> Attribution | None:
    """Read ``Ray said that …``, ``Ray accused Ode of …``, ``Ray wants …``."""
    kind = KINDS[form.kind]
    start = _words_start(tokens, verb, form)
    if not opens_clause(tokens, start) and _needs_clause(tokens, verb, form, source):
        return None
    begin = verb_start(tokens, verb)
    enclosed = lower_at(tokens, begin - 1) == "who"
    end = clause_end(tokens, start, enclosed) if kind.clause else object_end(tokens, start)
    if kind.only_request and not _holds_request(tokens, start, end):
        return None
    start = _behind_object(tokens, start, end, kind)
    contents = ((start, end),) if end > start else ()
    return Attribution(cue=(begin, verb + 1), source=source, contents=contents, speech=kind.speech)


def _behind_object(tokens: Tokens, start: int, end: int, kind: Kind) -> int:
    """Leave the outlet its own name for whom or what is called, accused or urged."""
    begins = (i for i in range(start, end) if tokens[i].lower in kind.behind_object)
    return next(begins, start)


def _words_start(tokens: Tokens, verb: int, form: VerbForm) -> int:
    start = verb + 1
    if KINDS[form.kind].addressed:
        start = behind_addressee(tokens, start)
    elif KINDS[form.kind].behind:
        start = behind_circumstance(tokens, start)
    return start + 1 if lower_at(tokens, start) in (",", ":") else start


def _needs_clause(tokens: Tokens, verb: int, form: VerbForm, source: Range | None) -> bool:
    """Tell whether a verb attributes only before a clause or quotation (``they showed him in``)."""
    if form.kind != "show":
        return KINDS[form.kind].only_clause
    by_person = source is not None and tokens[source[0]].lower in word_class("person_pronoun")
    return by_person or lower_at(tokens, verb + 1) in word_class("object_pronoun")


def _holds_request(tokens: Tokens, start: int, end: int) -> bool:
    """Tell ``ordered them to leave`` from ``ordered lunch``."""
    return any(t.kind == "quote" or t.lower in word_class("request") for t in tokens[start:end])
