"""Finds reported speech in a unit: who is cited, by which cue, and how far the words reach."""

from collections.abc import Callable, Mapping

from bias.language.lexis import KINDS, UNKNOWN_VERB, VerbForm, speech_nouns, verb_forms
from bias.language.word_classes import word_class
from bias.passages.telling.attribution import Attribution
from bias.passages.telling.behind import aside, inverted
from bias.passages.telling.complement import contents_behind
from bias.passages.telling.cues import is_cue, stands_by_quote
from bias.passages.telling.inscriptions import READ, is_inscription
from bias.passages.telling.main_subject import main_subject
from bias.passages.telling.other_cues import according_to, by_colon, by_noun, hearsay
from bias.passages.telling.passive import agent, is_passive
from bias.passages.telling.secondhand import passing_on, speaker_passed_on
from bias.passages.telling.sources import subject_before, verb_start
from bias.passages.telling.very_words import as_put, in_words_of
from bias.passages.tokens import Range, Tokens, is_quote, lower_at

_BY_WORD: Mapping[str, Callable[[Tokens, int], Attribution | None]] = {
    "according": according_to,
    "words": in_words_of,
    "put": as_put,
    "puts": as_put,
}
"""Readers of cues that one word gives away."""


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
    if lower in _BY_WORD:
        return _BY_WORD[lower](tokens, i)
    if lower in speech_nouns():
        return by_noun(tokens, i)
    return hearsay(tokens, i) if lower in word_class("hearsay") else None


def _verb_at(tokens: Tokens, i: int) -> VerbForm | None:
    """Return the verb that attributes here, if any; beside a quotation it may be of no table."""
    if is_inscription(tokens, i):
        return READ
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
    passing = passing_on(tokens, verb) if form.shape == "ing" else None
    if passing is None:
        source = _subject(tokens, verb, form)
    else:
        source = speaker_passed_on(tokens, passing, verb)
        cue = (verb_start(tokens, passing), verb + 1)
    if behind and source is not None and (form.shape != "ing" or passing is not None):
        found = aside(tokens, verb, form, source, cue)
    return found or _before_words(tokens, verb, form, source)


def _subject(tokens: Tokens, verb: int, form: VerbForm) -> Range | None:
    if form.shape == "past" and is_passive(tokens, verb):
        return agent(tokens, verb)
    begin = verb_start(tokens, verb)
    before = lower_at(tokens, begin - 1)
    joined = before in word_class("before_participle") or is_quote(tokens, begin - 1)
    if form.shape == "ing" and joined:
        return main_subject(tokens, begin)
    if lower_at(tokens, verb - 1) == "to":
        return _actor(tokens, begin)
    return subject_before(tokens, verb)


def _actor(tokens: Tokens, before: int) -> Range | None:
    """Return who uses a speech to call it so; ``It is wrong to call it so`` names nobody."""
    subject = main_subject(tokens, before)
    return None if subject and tokens[subject[0]].lower in ("it", "there") else subject


def _before_words(
    tokens: Tokens, verb: int, form: VerbForm, source: Range | None
) -> Attribution | None:
    """Read ``Ray said that …``, ``Ray accused Ode of …``, ``Ray wants “…”``."""
    kind = KINDS[form.kind]
    if source is None and not kind.anonymous and form.shape == "past":
        return None
    contents = contents_behind(tokens, verb, form, source)
    if not contents and not kind.speech:
        return None
    cue = (verb_start(tokens, verb), verb + 1)
    return Attribution(cue=cue, source=source, contents=contents, speech=kind.speech)
