"""The grammar around a label: what it modifies, and beside whom it is set."""

from bias.wording.actors import Found
from bias.wording.names import Sentence
from bias.wording.phrases import Phrase, heads, naming_words, ruler_heads

_OBJECT = 4  # words between a verb of calling and its label: "called the president a tyrant"


def is_plural(word: str) -> bool:
    """Return whether a label means several people, and so no single person."""
    words = naming_words()
    return word.endswith(words.plural_endings) and not word.endswith(words.singular_endings)


def modifies(sentence: Sentence, index: int) -> bool:
    """Return whether a label only describes the noun after it: "the leftist government"."""
    if index + 1 >= len(sentence.tokens):
        return False
    token, after = sentence.tokens[index], sentence.tokens[index + 1]
    if token.owns or sentence.text[token.end : after.start] != " ":
        return False
    return (after.low,) in heads() or after.low in naming_words().not_persons


def is_apposed(sentence: Sentence, name: Found, determiner: int) -> bool:
    """Return whether "Lopes, a …" or "calls Lopes a …" sets a phrase beside a name."""
    tokens = sentence.tokens
    gap = sentence.text[tokens[name.phrase.last].end : tokens[determiner].start].strip()
    first = name.phrase.first
    called = first > 0 and tokens[first - 1].low in naming_words().calling
    return gap == "," or called


def is_beside_stranger(sentence: Sentence, phrase: Phrase) -> bool:
    """Return whether a phrase is set beside a capitalised word: "Brandt, the interim president,".

    Asked where that word is no known person; then the phrase means no known person either.
    """
    tokens, before = sentence.tokens, phrase.first - 2
    if before < 0 or not tokens[before].text[0].isupper():
        return False
    gap = sentence.text[tokens[before].end : tokens[before + 1].start].strip()
    return gap == "," and _is_closed(sentence, phrase)


def _is_closed(sentence: Sentence, phrase: Phrase) -> bool:
    """Return whether an apposition ends with its phrase, or goes on with "of" or "who"."""
    tokens, after = sentence.tokens, phrase.last + 1
    if after >= len(tokens) or tokens[after].low in ("of", "in", "who"):
        return True
    return sentence.text[tokens[phrase.last].end : tokens[after].start][0] in ",;)—–"


def is_in_office(sentence: Sentence, phrase: Phrase) -> bool:
    """Return whether a description means who has the office now, and here.

    "The former mayor" and "the mayor of Harn" may be others than the mayor that the event names.
    """
    tokens, words = sentence.tokens, naming_words()
    modifiers = {token.low for token in tokens[phrase.first : phrase.head]}
    after = tokens[phrase.last + 1].low if phrase.last + 1 < len(tokens) else ""
    elsewhere = after == "of" and tokens[phrase.head].low in words.offices
    return not elsewhere and modifiers.isdisjoint(words.not_in_office)


def after_comma(sentence: Sentence, phrase: Phrase) -> int:
    """Return the word after "the leader," or "the leader of the opposition,", -1 if no comma."""
    tokens, index = sentence.tokens, phrase.last + 1
    reach = 8 if index < len(tokens) and tokens[index].low == "of" else 1
    for after in range(index, min(len(tokens), index + reach)):
        gap = sentence.text[tokens[after - 1].end : tokens[after].start].strip()
        if gap:
            return after if gap == "," else -1
    return -1


def is_said_of_pronoun(sentence: Sentence, determiner: int) -> bool:
    """Return whether a label is said of one not named here.

    "He is a tyrant"; "called him a tyrant"; "called the president a tyrant".
    """
    words, tokens = naming_words(), sentence.tokens
    link = tokens[determiner - 1].low if determiner else ""
    if link in words.linking:
        subject = tokens[determiner - 2].low if determiner > 1 else ""
        return subject in ("he", "she") or subject in ruler_heads()
    called = any(t.low in words.calling for t in tokens[max(0, determiner - _OBJECT) : determiner])
    return called and (link in ("him", "her") or link in ruler_heads())
