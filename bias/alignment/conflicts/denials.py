"""One outlet says that something is not so, and another that it is.

Both sentences must say it of the same participants, with the same verb and in the same mood, as a
statement: nothing behind a condition, a question, a doubt or a relative pronoun is a denial.
"""

from collections.abc import Iterator, Mapping, Sequence

from bias.alignment.conflicts.texts import ReadText
from bias.language.clause import Clause
from bias.language.document import Document
from bias.records import Conflict, ConflictKind, Passage, PassageGroup, PassageRef

SURE = 0.85
"""Share of such conflicts that held where people checked them."""
_STATED = frozenset({"main", "coordinate", "complement"})
_OPEN = frozenset(
    {"if", "whether", "unless", "when", "until", "before", "because", "although", "though", "while",
     "who", "which", "that", "where", "why", "how", "what", "as"}
)  # fmt: skip
_LIGHT = frozenset(
    {"be", "have", "do", "say", "get", "go", "make", "take", "want", "know", "think"}
)
_DOUBT = frozenset(
    {"deny", "doubt", "reject", "fear", "hope", "want", "refuse", "believe", "expect"}
)
_PAST = frozenset({"VBD", "VBN"})


def denial_conflicts(
    groups: Sequence[PassageGroup], texts: Sequence[ReadText]
) -> Iterator[Conflict]:
    """Yield where a joined passage denies in so many words what the other one states."""
    by_article = {text.article.id: text for text in texts}
    passages = {
        PassageRef(article=p.article, index=p.index): p
        for text in texts
        for p in text.voiced.passages
        if p.part is text.document.part
    }
    joined = {(join.a, join.b) for group in groups for join in group.joins}
    for a, b in sorted(joined):
        if a in passages and b in passages:
            yield from _between(a, b, by_article, passages)


def _between(
    a: PassageRef,
    b: PassageRef,
    texts: Mapping[str, ReadText],
    passages: Mapping[PassageRef, Passage],
) -> Iterator[Conflict]:
    left, right = texts[a.article].document, texts[b.article].document
    for one in _statements(left, passages[a]):
        for other in _statements(right, passages[b]):
            if one.negated is not other.negated and _same(left, one, right, other):
                yield Conflict(
                    kind=ConflictKind.DENIAL,
                    a=a,
                    b=b,
                    span_a=_span(left, one),
                    span_b=_span(right, other),
                    what=left.tokens[one.predicate].text,
                    confidence=SURE,
                )


def _statements(document: Document, passage: Passage) -> list[Clause]:
    """Return the clauses of a passage that state something by themselves."""
    first, last = document.token_range(passage.start, passage.end)
    return [c for c in document.clauses if first <= c.predicate < last and _states(document, c)]


def _states(document: Document, clause: Clause) -> bool:
    if clause.question or clause.kind not in _STATED or clause.subject < 0:
        return False
    if clause.kind != "complement" and clause.marker in _OPEN:
        return False
    if clause.marker not in ("", "that") or document.tokens[clause.predicate].lemma in _LIGHT:
        return False
    if clause.parent < 0:
        return True
    above = document.clauses[clause.parent]
    return (
        document.tokens[above.predicate].lemma not in _DOUBT
        and not above.negated
        and _states_above(document, above)
    )


def _states_above(document: Document, clause: Clause) -> bool:
    return clause.kind in _STATED and clause.marker in ("", "that") and not clause.question


def _same(left: Document, one: Clause, right: Document, other: Clause) -> bool:
    """Tell whether two clauses are of one happening: verb, mood, tense, subject and objects."""
    a, b = left.tokens[one.predicate], right.tokens[other.predicate]
    if a.lemma != b.lemma or one.modal != other.modal or one.passive is not other.passive:
        return False
    if not one.modal and (a.tag in _PAST) is not (b.tag in _PAST):
        return False
    if _lemma(left, one.subject) != _lemma(right, other.subject):
        return False
    objects = [{_lemma(d, i) for i in c.objects} for d, c in ((left, one), (right, other))]
    return objects[0] == objects[1] or bool(objects[0] & objects[1])


def _lemma(document: Document, token: int) -> str:
    return document.tokens[token].lemma.lower()


def _span(document: Document, clause: Clause) -> tuple[int, int]:
    tokens = [document.tokens[i] for i in clause.tokens]
    return tokens[0].start, tokens[-1].end
