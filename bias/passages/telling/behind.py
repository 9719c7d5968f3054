"""Cues that stand behind or amid the words: ``…, said Ada Ray`` and ``…, she said, …``."""

from bias.language.lexis import VerbForm, verb_forms
from bias.language.word_classes import word_class
from bias.passages.telling.apposition import is_named_subject, role_start
from bias.passages.telling.attribution import Attribution
from bias.passages.telling.reach import clause_end, words_before
from bias.passages.telling.sources import phrase_after, stands_behind
from bias.passages.tokens import Range, Tokens, is_quote, lower_at

_MAX_OPENING = 9


def inverted(tokens: Tokens, verb: int, form: VerbForm) -> Attribution | None:
    """Read ``…, said Ada Ray``, ``“…” says the mayor`` and, at the beginning, ``Said Ray: …``."""
    if form.shape in ("ing", "base") or form.kind == "tell":
        return None
    if (verb and not stands_behind(tokens, verb)) or not _is_speaker(tokens, verb + 1):
        return None
    if lower_at(tokens, verb - 1) == "," and _closes_apposition(tokens, verb - 1):
        return None
    source = phrase_after(tokens, verb + 1)
    contents = words_before(tokens, verb) if verb else _after_colon(tokens, source)
    return Attribution(cue=(verb, verb + 1), source=source, contents=contents)


def _after_colon(tokens: Tokens, source: Range | None) -> tuple[Range, ...]:
    if source is None or lower_at(tokens, source[1]) not in (":", ","):
        return ()
    start = source[1] + 1
    return ((start, len(tokens)),) if start < len(tokens) else ()


def _is_speaker(tokens: Tokens, i: int) -> bool:
    """Tell whether the phrase that begins at a token is who speaks, not what is said."""
    if i >= len(tokens) or tokens[i].kind != "word":
        return False
    if tokens[i].lower in word_class("preposition", "time") or tokens[i].lower == "that":
        return False
    if is_quote(tokens, i - 2):
        return True
    phrase = phrase_after(tokens, i)
    if phrase is None or tokens[i].lower in word_class("person_pronoun"):
        return False
    return not _holds_verb(tokens, phrase) and _closes(tokens, phrase[1])


def _holds_verb(tokens: Tokens, phrase: Range) -> bool:
    return any(
        token.lower in word_class("auxiliary")
        or token.lower in verb_forms()
        or (token.lower.endswith("ed") and not token.capital)
        for token in tokens[phrase[0] : phrase[1]]
    )


def _closes_apposition(tokens: Tokens, comma: int) -> bool:
    """Tell ``Ada Ray, the mayor, said the plan`` from ``The plan, a sham, failed, said Ray``."""
    first = next(i for i in range(comma + 1) if tokens[i].lower == ",")
    return 0 < first < comma and not _holds_verb(tokens, (0, first))


def _closes(tokens: Tokens, end: int) -> bool:
    if end == len(tokens) or tokens[end].kind == "mark":
        return True
    return tokens[end].lower in word_class("preposition") or tokens[end].lower == "who"


def aside(
    tokens: Tokens, verb: int, form: VerbForm, source: Range, cue: Range
) -> Attribution | None:
    """Read ``…, he said`` and ``…, he said, …``: the words stand before, perhaps also behind."""
    if is_named_subject(tokens, source, cue[0]):
        return None
    begin = role_start(tokens, source, cue[0])
    if begin > 1 and tokens[begin - 1].lower in ("as", "and"):
        begin -= 1
    if not begin or not stands_behind(tokens, begin) or _is_relative(tokens, cue[0]):
        return None
    if is_quote(tokens, begin - 1) and not tokens[begin - 1].capital:
        end: int | None = verb + 1
    else:
        end = None if _is_opening(tokens, begin - 1) else _aside_end(tokens, verb + 1, form)
    if end is None:
        return None
    contents = (*words_before(tokens, begin), *_resumed(tokens, end))
    return Attribution(cue=cue, source=source, contents=contents)


def _is_relative(tokens: Tokens, cue: int) -> bool:
    """Tell ``…, and a driver who asked to pass`` from ``…, a driver said``."""
    return lower_at(tokens, cue - 1) in ("who", "which")


def _is_opening(tokens: Tokens, comma: int) -> bool:
    """Tell whether what stands before a comma only opens the sentence (``On Monday,``)."""
    if tokens[comma].lower != "," or comma >= _MAX_OPENING:
        return False
    words = all(token.kind == "word" for token in tokens[:comma])
    return words and tokens[0].lower in word_class("opener")


def _aside_end(tokens: Tokens, start: int, form: VerbForm) -> int | None:
    """Return where ``he said [on Monday in Oslo]`` ends, ``None`` if words of his follow."""
    i = start
    if lower_at(tokens, i) == "this" and lower_at(tokens, i + 1) in word_class("time"):
        i += 1
    elif i < len(tokens) and tokens[i].kind == "word" and not _may_trail(tokens, i, form):
        return None
    while i < len(tokens) and tokens[i].kind == "word":
        if i > start and tokens[i].lower in word_class("clause_start"):
            return None
        i += 1
    return None if lower_at(tokens, i) == ":" else i


def _may_trail(tokens: Tokens, i: int, form: VerbForm) -> bool:
    """Tell whether a word can follow the cue of an aside: ``in``, ``Monday``, ``reporters``."""
    lower = tokens[i].lower
    if form.kind == "tell":
        return True
    return tokens[i].capital or lower in word_class("preposition", "time", "adverb")


def _resumed(tokens: Tokens, end: int) -> tuple[Range, ...]:
    """Return the words that go on behind ``…, he said, …``."""
    start = end + 1
    if start >= len(tokens) or lower_at(tokens, end) not in word_class("aside_mark"):
        return ()
    first = tokens[start].lower
    if first in word_class("resumes_own") or first.endswith("ing"):
        return ()
    return ((start, clause_end(tokens, start)),)
