"""Finds reported speech in a unit: who is cited, by which cue, and how far the words reach."""

from collections.abc import Iterator, Sequence

from bias.passages.lexis import VerbForm, speech_nouns, verb_forms, word_class
from bias.passages.reach import clause_end, object_end, skip_addressee, skip_circumstance
from bias.passages.sources import (
    Range,
    Tokens,
    main_subject,
    phrase_after,
    subject_before,
    verb_start,
)
from bias.records import Record

_ALSO_PRONOUNS = frozenset({"that", "this", "these", "many", "some", "few", "both"})
_REQUESTS = frozenset({"to", "that", "for", "not", "whether"})
_POSSESSIVES = frozenset({"his", "her", "their"})
_AFTER_HELD_NOUN = frozenset({"for", "of", "about", "against"})
_MAX_NOUN_GAP = 7
_CONTRACTIONS = frozenset({"he's", "she's", "who's", "it's", "that's"})
_AFTER_NOUN = frozenset({"of", "by", "from", "for", "and", "or"})
_SPEECH = frozenset({"say", "tell", "think", "show", "utter"})
_NEEDS_CLAUSE = frozenset({"know", "utter"})
_WEAK = frozenset({"want", "urge", "talk", "show", "know"})
_UNKNOWN = VerbForm(lemma="", kind="say", shape="past", noun=False)
_HEARSAY = frozenset({"reportedly", "allegedly", "supposedly", "purportedly"})


class Attribution(Record, frozen=True, kw_only=True):
    """Words ascribed to somebody; every range counts tokens of the unit."""

    cue: Range
    source: Range | None
    contents: tuple[Range, ...]
    strong: bool = True
    """The cue tells of words said or thought, not of a wish, an act or a finding."""


def find_attributions(tokens: Tokens) -> list[Attribution]:
    """Return the attributions of one unit in order of their cues."""
    found: list[Attribution] = []
    for i, token in enumerate(tokens):
        attribution = _attribution_at(tokens, i) if token.kind == "word" else None
        if token.lower == ":":
            attribution = _by_colon(tokens, i, found)
        if attribution is not None:
            found.append(attribution)
    return found


def _by_colon(tokens: Tokens, i: int, found: list[Attribution]) -> Attribution | None:
    """Read ``Ada Ray: “…”`` and ``She had one answer: “…”``."""
    if i + 1 >= len(tokens) or tokens[i + 1].kind != "quote":
        return None
    if any(start <= i + 1 < end for a in found for start, end in a.contents):
        return None
    source = main_subject(tokens)
    return Attribution(cue=(i, i + 1), source=source, contents=((i + 1, len(tokens)),))


def _attribution_at(tokens: Tokens, i: int) -> Attribution | None:
    lower = tokens[i].lower
    form = verb_forms().get(lower)
    if form is not None and _is_verb(tokens, i, form):
        return _by_verb(tokens, i, form)
    if lower == "according" and _lower(tokens, i + 1) == "to":
        return _according_to(tokens, i)
    if lower in speech_nouns():
        return _by_noun(tokens, i)
    if lower in _HEARSAY:
        return _hearsay(tokens, i)
    if form is None and _stands_by_quote(tokens, i):
        return _by_verb(tokens, i, _UNKNOWN)
    return None


def _stands_by_quote(tokens: Tokens, i: int) -> bool:
    """Tell whether an unknown verb stands as a cue would: ``“…,” boomed Ada Ray``."""
    token = tokens[i]
    if not token.lower.endswith("ed") or token.capital:
        return False
    if i and tokens[i - 1].kind == "quote":
        return i + 1 < len(tokens) and tokens[i + 1].capital
    begin = i
    while begin and (
        tokens[begin - 1].capital or tokens[begin - 1].lower in word_class("person_pronoun")
    ):
        begin -= 1
    return (
        0 < begin < i
        and tokens[begin - 1].kind == "quote"
        and _lower(tokens, i + 1) in ("", ".", ",", "in", "at", "on", "to")
    )


def _lower(tokens: Tokens, i: int) -> str:
    return tokens[i].lower if 0 <= i < len(tokens) else ""


def _is_verb(tokens: Tokens, i: int, form: VerbForm) -> bool:
    """Tell a verb that attributes from the noun or adjective of the same letters."""
    lower = _lower(tokens, i - 1)
    if lower in word_class("determiner") and (form.noun or lower not in _ALSO_PRONOUNS):
        return False
    if lower.endswith(("'s", "s'")) and form.shape != "past" and lower not in _CONTRACTIONS:
        return False
    if form.shape == "ing":
        return True
    if lower[:1].isdigit() or (lower == "you" and form.kind == "want"):
        return False
    if form.shape in ("past", "participle"):
        return _is_past_cue(tokens, i, lower)
    return _is_present_cue(tokens, i, form, lower)


def _is_past_cue(tokens: Tokens, i: int, lower: str) -> bool:
    if lower in word_class("preposition") and lower not in ("as", "than"):
        return False
    return _lower(tokens, i + 1) != "by" or lower in word_class("auxiliary")


def _is_present_cue(tokens: Tokens, i: int, form: VerbForm, lower: str) -> bool:
    following, opens = _lower(tokens, i + 1), _opens_clause(tokens, i + 1)
    if lower == "to":
        return form.kind in ("say", "tell") and opens
    if lower in word_class("preposition"):
        return False
    if lower in word_class("modal") or lower in word_class("pronoun"):
        return True
    if not form.noun:
        return form.shape == "third" or lower.endswith("s") or (opens and i > 0)
    if (
        tokens[i].capital
        and tokens[i].text != tokens[i].text.upper()
        and not _in_headline(tokens, i)
    ):
        return opens
    if following in _AFTER_NOUN or i + 1 >= len(tokens) or tokens[i + 1].kind == "mark":
        return False
    if opens:
        return True
    if form.shape == "third":
        return i > 0 and (tokens[i - 1].capital or lower in word_class("adverb"))
    return lower.endswith("s") and tokens[i - 1].kind == "word"


def _in_headline(tokens: Tokens, i: int) -> bool:
    """Tell whether the words around are all capitalised, as in a headline."""
    return all(
        t.capital for t in tokens[max(0, i - 1) : i + 2] if t.kind == "word" and len(t.text) > 3
    )


def _opens_clause(tokens: Tokens, i: int) -> bool:
    """Tell whether a clause or a quotation begins at a token."""
    if i >= len(tokens):
        return False
    return tokens[i].kind == "quote" or tokens[i].lower in word_class("clause_start")


def _by_verb(tokens: Tokens, i: int, form: VerbForm) -> Attribution | None:
    cue = (verb_start(tokens, i), i + 1)
    if form.kind in _SPEECH:
        inverted = _inverted(tokens, i, form)
        if inverted is not None:
            return inverted
    trailing = form.shape == "ing" and _lower(tokens, cue[0] - 1) in (",", "—", "–", "-", "and")
    source = main_subject(tokens) if trailing else subject_before(tokens, i)
    if form.kind in _SPEECH and source is not None and form.shape != "ing":
        aside = _aside(tokens, i, form, source, cue)
        if aside is not None:
            return aside
    start = i + 1
    if form.kind == "tell":
        start = skip_addressee(tokens, start)
    elif form.kind in ("say", "think", "show", "utter"):
        start = skip_circumstance(tokens, start)
    if _lower(tokens, start) in (",", ":"):
        start += 1
    if not _opens_clause(tokens, start) and _needs_clause(tokens, form, source):
        return None
    end = _reach(tokens, start, i, form)
    if form.kind == "urge" and not _holds_request(tokens, start, end):
        return None
    contents = ((start, end),) if end > start else ()
    strong = form.kind not in _WEAK
    return Attribution(cue=cue, source=source, contents=contents, strong=strong)


def _needs_clause(tokens: Tokens, form: VerbForm, source: Range | None) -> bool:
    """Tell whether a verb attributes only before a clause or quotation (``they showed him in``)."""
    if form.kind == "show" and source is not None:
        return tokens[source[0]].lower in word_class("person_pronoun")
    return form.kind in _NEEDS_CLAUSE


def _holds_request(tokens: Tokens, start: int, end: int) -> bool:
    """Tell ``ordered them to leave`` from ``ordered lunch``."""
    return any(t.kind == "quote" or t.lower in _REQUESTS for t in tokens[start:end])


def _reach(tokens: Tokens, start: int, verb: int, form: VerbForm) -> int:
    if form.kind in _SPEECH or form.kind in _NEEDS_CLAUSE:
        enclosed = _lower(tokens, verb_start(tokens, verb) - 1) == "who"
        return clause_end(tokens, start, enclosed)
    return object_end(tokens, start)


def _inverted(tokens: Tokens, i: int, form: VerbForm) -> Attribution | None:
    """Read ``…, said Ada Ray`` and ``“…” says the mayor``."""
    if form.shape in ("ing", "base") or form.kind == "tell" or i + 1 >= len(tokens):
        return None
    if i and not (
        tokens[i - 1].kind == "quote" or tokens[i - 1].lower in (",", "?", "!", "—", "–")
    ):
        return None
    if not _can_be_source(tokens, i + 1, bool(i) and tokens[i - 1].kind == "quote"):
        return None
    source = phrase_after(tokens, i + 1)
    if i:
        contents = _content_before(tokens, i)
    else:
        after = source[1] + 1 if source and _lower(tokens, source[1]) in (":", ",") else len(tokens)
        contents = ((after, len(tokens)),) if after < len(tokens) else ()
    return Attribution(cue=(i, i + 1), source=source, contents=contents)


def _can_be_source(tokens: Tokens, i: int, behind_quote: bool) -> bool:
    """Tell whether the phrase that begins at a token is who speaks, not what is said."""
    token = tokens[i]
    if token.kind != "word" or token.lower in word_class("preposition") | word_class("time") | {
        "that"
    }:
        return False
    if behind_quote:
        return True
    if token.lower in word_class("person_pronoun"):
        return False
    phrase = phrase_after(tokens, i)
    return (
        phrase is not None
        and not any(
            t.lower in word_class("auxiliary")
            or (t.lower.endswith("ed") and not t.capital)
            or t.lower in verb_forms()
            for t in tokens[phrase[0] : phrase[1]]
        )
        and (
            phrase[1] == len(tokens)
            or tokens[phrase[1]].kind == "mark"
            or tokens[phrase[1]].lower in word_class("preposition") | {"who"}
        )
    )


def _content_before(tokens: Tokens, end: int) -> tuple[Range, ...]:
    stop = end - 1 if tokens[end - 1].kind == "mark" else end
    start = _clause_begin(tokens, stop)
    if stop <= start:
        return ()
    beside = ((stop - 1, stop),) if tokens[stop - 1].kind == "quote" else ()
    return ((start, stop), *beside)


def _clause_begin(tokens: Tokens, end: int) -> int:
    for i in range(end - 1, -1, -1):
        if tokens[i].lower == ";":
            return i + 1
    return 0


def _aside(tokens: Tokens, i: int, form: VerbForm, source: Range, cue: Range) -> Attribution | None:
    """Read ``…, he said`` and ``…, he said, …``: the words stand before, perhaps also behind."""
    begin = source[0]
    if begin and tokens[begin - 1].lower in ("as", "and") and begin > 1:
        begin -= 1
    if not begin:
        return None
    before = tokens[begin - 1]
    if not (before.kind == "quote" or before.lower in (",", "—", "–", "?", "!")):
        return None
    end = i + 1 if before.kind == "quote" else _aside_end(tokens, i + 1, form.kind == "tell")
    if end is None or (before.lower == "," and _is_opening(tokens, begin - 1)):
        return None
    contents = _content_before(tokens, begin)
    if end + 1 < len(tokens) and tokens[end].lower in (",", "—", "–"):
        rest = end + 1
        if tokens[rest].lower not in word_class("resumes_own") and not tokens[rest].lower.endswith(
            "ing"
        ):
            contents = (*contents, (rest, clause_end(tokens, rest, False)))
    return Attribution(cue=cue, source=source, contents=contents)


def _aside_end(tokens: Tokens, start: int, addressed: bool) -> int | None:
    """Return where ``he said [on Monday in Oslo]`` ends, ``None`` if words of the speaker follow."""
    i = start
    first = _lower(tokens, i)
    if first == "this" and _lower(tokens, i + 1) in word_class("time"):
        i += 1
    elif i < len(tokens) and tokens[i].kind == "word":
        small = word_class("preposition") | word_class("time") | word_class("adverb")
        if addressed:
            small = small | word_class("object_pronoun") | word_class("determiner")
        if first not in small and not tokens[i].capital:
            return None
    while i < len(tokens) and tokens[i].kind == "word":
        if i > start and tokens[i].lower in word_class("clause_start"):
            return None
        i += 1
    if i < len(tokens) and tokens[i].lower == ":":
        return None
    return i


def _is_opening(tokens: Tokens, comma: int) -> bool:
    """Tell whether what stands before a comma only opens the sentence (``On Monday,``)."""
    return (
        comma < 9
        and tokens[0].lower in word_class("opener")
        and all(t.kind == "word" for t in tokens[:comma])
    )


def _according_to(tokens: Tokens, i: int) -> Attribution:
    source = phrase_after(tokens, i + 2)
    cue = (i, i + 2)
    end = source[1] if source else i + 2
    contents: tuple[Range, ...] = ()
    if i > 0:
        contents = _content_before(tokens, i)
    while end < len(tokens) and tokens[end].lower not in (",", ".", ";"):
        end += 1
    if not i or _lower(tokens, end) == ",":
        rest = end + 1
        if rest < len(tokens) and (not i or _lower(tokens, rest) not in word_class("resumes_own")):
            contents = (*contents, (rest, len(tokens)))
    return Attribution(cue=cue, source=source, contents=contents)


def _by_noun(tokens: Tokens, i: int) -> Attribution | None:
    """Read ``their claim that …`` and ``fears among voters that …``."""
    start = i + 1
    while start < min(i + _MAX_NOUN_GAP, len(tokens)) and tokens[start].kind == "word":
        if tokens[start].lower == "that":
            end = clause_end(tokens, start, False)
            return Attribution(cue=(i, i + 1), source=_owner(tokens, i), contents=((start, end),))
        start += 1
    owner = _owner(tokens, i)
    if owner is None or _lower(tokens, i + 1) not in _AFTER_HELD_NOUN:
        return None
    end = object_end(tokens, i + 2)
    return Attribution(cue=(i, i + 1), source=owner, contents=((i + 2, end),))


def _owner(tokens: Tokens, noun: int) -> Range | None:
    """Return who holds a claim: ``his claim``, ``the mayor's claim``."""
    owner = _lower(tokens, noun - 1)
    held = owner.endswith(("'s", "s'")) or owner in _POSSESSIVES
    if not held:
        return None
    begin = noun - 1
    while begin and tokens[begin].capital and tokens[begin - 1].capital:
        begin -= 1
    return begin, noun


def _hearsay(tokens: Tokens, i: int) -> Attribution:
    end = object_end(tokens, i + 1)
    return Attribution(cue=(i, i + 1), source=None, contents=((i + 1, end),))
