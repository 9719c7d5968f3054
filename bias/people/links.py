"""What the sentences of a document say of who is who: appositions, predicates, and who is not."""

from collections.abc import Iterator, Sequence

from bias.language.clause import Clause
from bias.language.document import Document
from bias.language.lexis import verb_forms
from bias.language.token import Token
from bias.language.word_classes import word_class
from bias.people.candidates import Candidate
from bias.people.heads import is_called
from bias.people.lexis import given_names, head_kinds, is_title, noun_kind, squeeze, title_kind
from bias.records import MentionKind

_MAKES = frozenset({"appoint", "elect", "install", "name", "nominate"})
"""Verbs that make somebody what they say; who offered to appoint him did not."""

Pair = tuple[int, int]
"""Two heads, as tokens of one document."""


def joined(document: Document) -> Iterator[Pair]:
    """Yield the pairs of heads that a sentence says to be one: name first where it has one."""
    yield from _appositions(document)
    yield from _set_beside(document)
    yield from _held_offices(document)
    for clause in document.clauses:
        if not (clause.negated or clause.modal or clause.question or clause.marker == "if"):
            yield from _predicates(document, clause)
            yield from _called(document, clause)


def _set_beside(document: Document) -> Iterator[Pair]:
    for token in document.tokens:
        if token.dep == "compound" and token.tag == "NNS" and is_called(document.tokens, token):
            yield token.index, token.head


def _held_offices(document: Document) -> Iterator[Pair]:
    """Yield who holds an office whose field stands between: "Director of Harbour Dues Ada Ray"."""
    tokens = document.tokens
    for token in tokens:
        of = tokens[token.head]
        if token.dep != "pobj" or token.pos != "PROPN" or of.lower != "of":
            continue
        office = tokens[of.head]
        field = tokens[of.index + 1 : token.index]
        given = any(squeeze(t.text) in given_names() for t in field[1:])
        if given and title_kind(squeeze(office.lemma)) == "office" and not _is_body(token):
            yield token.index, office.index


def _is_body(token: Token) -> bool:
    return squeeze(token.lemma) in head_kinds()


def _appositions(document: Document) -> Iterator[Pair]:
    tokens = document.tokens
    for token in tokens:
        if token.dep == "appos" and token.pos in ("NOUN", "PROPN"):
            head = tokens[token.head]
            between = {t.text for t in tokens[head.index + 1 : token.index]}
            if between & {",", "(", "–", "—", "-"} and not _is_row(document, token, head):
                yield head.index, token.index


def _is_row(document: Document, token: Token, head: Token) -> bool:
    """Tell whether an apposition is rather one of several in a row: "a mayor, a judge, …"."""
    kids = [document.tokens[k] for k in document.tree.children(token.index)]
    other = [document.tokens[k] for k in document.tree.children(head.index)]
    rest = [k for k in other if k.dep == "appos" and k.index != token.index]
    return any(k.dep == "conj" for k in kids) or bool(rest)


def _predicates(document: Document, clause: Clause) -> Iterator[Pair]:
    tokens = document.tokens
    if clause.subject < 0 or tokens[clause.predicate].lemma not in word_class("copula"):
        return
    for child in document.tree.children(clause.predicate):
        if tokens[child].dep == "attr" and tokens[child].pos in ("NOUN", "PROPN"):
            yield clause.subject, child


def _called(document: Document, clause: Clause) -> Iterator[Pair]:
    """Yield whom a clause calls something: "called the soldiers traitors", "hailed as a hero"."""
    tokens, verb = document.tokens, tokens_lemma(document, clause.predicate)
    kids = [tokens[k] for k in document.tree.children(clause.predicate)]
    target = _target(clause, kids)
    if target < 0 or (verb in _MAKES and any(k.lower == "to" and k.dep == "aux" for k in kids)):
        return
    if verb in word_class("calls_object"):
        yield from (
            (target, k.index) for k in kids if k.dep == "oprd" and k.pos in ("NOUN", "PROPN")
        )
    if verb in word_class("calls_as"):
        for kid in kids:
            if kid.dep == "prep" and kid.lower == "as":
                yield from (
                    (target, k)
                    for k in document.tree.children(kid.index)
                    if tokens[k].dep == "pobj"
                )


def tokens_lemma(document: Document, token: int) -> str:
    """Return the lemma of a token in lower case."""
    return document.tokens[token].lemma.lower()


def _target(clause: Clause, kids: Sequence[Token]) -> int:
    if clause.passive:
        return clause.subject
    return next((k.index for k in kids if k.dep == "dobj"), -1)


def apart(document: Document) -> Iterator[Pair]:
    """Yield the pairs of heads that a sentence shows to be two: subject and object, "X and Y"."""
    tokens, tree = document.tokens, document.tree
    said = {frozenset(pair) for pair in joined(document)}
    for clause in document.clauses:
        roles = [clause.subject, clause.agent]
        for kid in tree.children(clause.predicate):
            if tokens[kid].dep in ("dobj", "dative"):
                roles.append(kid)
            elif tokens[kid].dep == "prep" and tokens[kid].lower != "as":
                roles += [k for k in tree.children(kid) if tokens[k].dep == "pobj"]
        yield from _each_pair([r for r in roles if r >= 0], said)
    for token in tokens:
        if token.dep == "conj" and token.pos in ("NOUN", "PROPN", "PRON"):
            row = [token.head, token.index]
            yield from _each_pair(row, said)
        elif token.dep == "poss":
            yield from _each_pair([token.head, token.index], said)


def _each_pair(roles: Sequence[int], said: set[frozenset[int]]) -> Iterator[Pair]:
    for i, a in enumerate(roles):
        yield from ((a, b) for b in roles[i + 1 :] if a != b and frozenset((a, b)) not in said)


def by_head(candidates: Sequence[Candidate]) -> dict[int, int]:
    """Return head → number of the candidate, the outermost one."""
    found: dict[int, int] = {}
    for i, candidate in enumerate(candidates):
        found.setdefault(candidate.head, i)
        if candidate.kind is MentionKind.PROPER:
            for token in range(candidate.name, candidate.last):
                found.setdefault(token, i)
    return found


def speaks(candidate: Candidate) -> bool:
    """Tell whether a name is the subject of a verb of saying, which mostly persons are."""
    token = candidate.token
    verb = candidate.document.tokens[token.head]
    article = candidate.first > 0 and candidate.document.tokens[candidate.first - 1].tag == "DT"
    return token.dep == "nsubj" and not article and verb.lower in verb_forms()


def owner_of(candidate: Candidate) -> str:
    """Return the name of whose a thing is said to be, folded: "Trump's" and "Trump campaign"."""
    document, head = candidate.document, candidate.head
    ties = ("poss", "compound", "nmod") if _acts(candidate) else ("poss",)
    for child in document.tree.children(head):
        token = document.tokens[child]
        before = token.index < head and token.dep in ties
        if before and token.pos == "PROPN" and not is_title(squeeze(token.text)):
            return squeeze(token.text)
    return ""


def _acts(candidate: Candidate) -> bool:
    return noun_kind(squeeze(candidate.token.lemma)) in ("organisation", "group", "person")
