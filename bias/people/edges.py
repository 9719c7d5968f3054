"""Where the phrase of a noun begins and ends, and where the name in it begins."""

from collections.abc import Sequence

from bias.language.document import Document
from bias.language.lexis import verb_forms
from bias.language.token import Token
from bias.language.word_classes import word_class
from bias.people.heads import (
    NAMES,
    Labelled,
    is_called,
    is_chained,
    is_common_tail,
    is_tail,
)
from bias.people.hyphened import HYPHENS
from bias.people.lexis import given_names, head_kinds, is_title, squeeze, title_kind

OPENERS = frozenset({"DT", "PDT", "PRP$", "WDT", "WP$", "POS"})
"""Tags of what stands before a phrase and is no part of it."""
_MOST_JOINED = 3
"""Words behind the head that the model may take for part of the name."""
_LONGEST_FIELD = 4
"""Words, "of" included, of what an office is of: "of Foreign and Harbour Affairs"."""


def last_of(tokens: Sequence[Token], head: Token, labelled: Labelled) -> int:
    """Return one behind the last token: a name may go on behind what the parse takes for it."""
    if head.pos == "PROPN" and head_kinds().get(squeeze(head.lemma)) == "organisation":
        return _behind_body(tokens, head)
    end = labelled[1]
    while end > head.index + 1 and tokens[end - 1].lower in word_class("headline_word"):
        end -= 1
    if labelled[2] not in NAMES or not head.index < end - 1 <= head.index + _MOST_JOINED:
        return head.index + 1
    tail = tokens[head.index + 1 : end]
    goes_on = all(t.text in HYPHENS or t.text[0].isupper() or t.pos == "PROPN" for t in tail)
    if labelled[2] == "PERSON" and any(_stands_between(t) for t in tail):
        return head.index + 1
    return end if goes_on else head.index + 1


def _stands_between(token: Token) -> bool:
    """Tell whether a word of a headline is none of a name: the "To" of "Ada Ray To Ode"."""
    return token.lower in word_class("preposition") - word_class("name_particle")


def _behind_body(tokens: Sequence[Token], head: Token) -> int:
    """Return one behind the last token of a body's name: "Federal Bureau of Ferries"."""
    end = head.index + 1
    if end + 1 >= len(tokens) or tokens[end].lower not in ("of", "for"):
        return end
    while end < len(tokens) and (
        tokens[end].pos == "PROPN" or tokens[end].lower in ("of", "for", "and", "the")
    ):
        end += 1
    while tokens[end - 1].lower in ("of", "for", "and", "the"):
        end -= 1
    return end


def first_of(document: Document, head: Token) -> int:
    """Return the first token of a phrase, behind article, owner and anything not joined to it."""
    tokens = document.tokens
    inside = {t for t in document.tree.subtree(head.index) if t <= head.index}
    edge = head.index
    while edge - 1 in inside and not _cuts(tokens, tokens[edge - 1]):
        if _acts_on(tokens, tokens[edge - 1], head):
            break
        edge -= 1
    while edge < head.index and not tokens[edge].text[0].isalnum():
        edge += 1
    return _before_prefix(tokens, edge)


def _before_prefix(tokens: Sequence[Token], edge: int) -> int:
    """Return where a word begins that the parse cuts behind its prefix: "co-workers"."""
    pieces = tokens[max(0, edge - 2) : edge + 1]
    if len(pieces) < 3 or pieces[1].text not in HYPHENS:  # noqa: PLR2004 - prefix, hyphen, word
        return edge
    prefix, hyphen, word = pieces
    solid = (prefix.end, hyphen.end) == (hyphen.start, word.start)
    return edge - 2 if solid and prefix.lower in word_class("word_prefix") else edge


def _acts_on(tokens: Sequence[Token], token: Token, head: Token) -> bool:
    """Tell whether a word before a name is rather a verb of whom is named before it.

    In "the split with Ray concerned Senator Ben Ode" and "Ray often praised Ode" the parse takes
    all for one phrase, and "Added Ode" for a description of him.
    """
    if head.pos != "PROPN" or not _is_past(token) or token.index == 0:
        return False
    before = tokens[token.index - 1]
    if before.end >= token.start:
        return False
    if before.pos == "ADV" and before.index:
        before = tokens[before.index - 1]
        named = before.text[0].isupper() and before.pos in ("PROPN", "PRON", "VERB", "NOUN")
        return named and token.index + 1 == head.index
    if before.lower in word_class("relative"):
        return True
    opens = before.sentence != token.sentence
    return before.pos in ("PROPN", "NOUN") or (opens and token.lower in verb_forms())


def _is_past(token: Token) -> bool:
    return token.tag in ("VBD", "VBN") or (token.lower.endswith("ed") and token.tag != "VB")


def _cuts(tokens: Sequence[Token], token: Token) -> bool:
    hyphened = token.end == tokens[token.index + 1].start
    if not hyphened and (token.tag in OPENERS or token.lower in ("such", "both", "all")):
        return True
    if token.text[0].isupper() and token.lower in word_class("headline_word"):
        return True
    if token.tag == "NNS" and is_called(tokens, token):
        return True
    if token.text in (",", ";", ":", "(", ")", "–", "—", "/", "“", "”"):
        return True
    return token.dep in ("cc", "punct", "relcl", "advcl") and token.text not in HYPHENS


def name_start(tokens: Sequence[Token], first: int, head: Token, labelled: Labelled) -> int:
    """Return where the name in a phrase begins, -1 where its head is no name."""
    if not is_tail(tokens, head) and (
        not _is_name_word(head, labelled) or is_common_tail(tokens, head)
    ):
        return -1
    start = head.index
    known = head_kinds().get(squeeze(head.lemma), "")
    body = labelled[2] != "PERSON" and known in ("organisation", "place", "happening", "group")
    while start > first and (
        _goes_on(tokens[start - 1], body=body) or is_chained(tokens, start - 1)
    ):
        start -= 1
    if _is_of_title(tokens, start) and labelled[2] in ("PERSON", ""):
        start = _behind_field(tokens, start, head.index, labelled)
    while start < head.index and (
        tokens[start].lower in word_class("name_particle")
        and tokens[start].text.islower()
        or tokens[start].text in HYPHENS
    ):
        start += 1
    return start


def _is_of_title(tokens: Sequence[Token], start: int) -> bool:
    """Tell "Secretary of State Ada Ray" from "a supporter of Ada Ray"."""
    of = start - 1
    while of > max(0, start - _LONGEST_FIELD) and tokens[of].text[0].isupper():
        of -= 1
    if of < 1 or tokens[of].lower != "of":
        return False
    office = title_kind(tokens[of - 1].lower) == "office"
    return office and squeeze(tokens[start].text) not in given_names()


def _behind_field(tokens: Sequence[Token], start: int, head: int, labelled: Labelled) -> int:
    """Return where a name begins behind what its office is of: "Director of Harbour Dues Ada Ray".

    The given name shows where, or the model; else one word is the field.
    """
    given = (i for i in range(start, head) if squeeze(tokens[i].text) in given_names())
    first, _, label = labelled
    likely = first if label == "PERSON" and start < first < head else min(head, start + 1)
    return next(given, likely)


def _is_name_word(head: Token, labelled: Labelled) -> bool:
    if head.lower in word_class("headline_word"):
        return False
    label, word = labelled[2], squeeze(head.lemma)
    if not head.text[0].isupper() and not head.text[0].isdigit():
        return label in NAMES and head.pos == "PROPN"
    if title_kind(word) in ("office", "role") and label != "PERSON":
        return False
    if title_kind(word) and labelled[0] in (-1, head.index):
        return False
    common = head_kinds().get(word) in ("happening", "object") and not label
    return (head.pos == "PROPN" and not common) or label in NAMES


def _goes_on(token: Token, *, body: bool) -> bool:
    """Tell whether a word belongs to the name that goes on behind it."""
    if token.text in HYPHENS:
        return True
    if token.lower in word_class("name_particle"):
        return token.lower not in ("of", "the") or body
    stops = () if body else ("preposition",)
    if token.lower in word_class("headline_word", "auxiliary", *stops):
        return False
    if token.pos in ("VERB", "AUX") or not (token.text[0].isupper() or token.text[0].isdigit()):
        return False
    if token.pos in ("ADJ", "VERB", "ADV") and not body and token.tag != "NNP":
        return False
    return body or not is_title(squeeze(token.text))
