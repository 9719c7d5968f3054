"""Finds the clauses of a text in its dependencies.

Labels are those of ClearNLP (Choi and Palmer, Guidelines for the CLEAR style constituent to
dependency conversion, 2012).
"""

from collections.abc import Callable, Iterator, Sequence

from bias.language.clause import Clause, ClauseKind
from bias.language.token import Token
from bias.language.trees import Tree

_KINDS: dict[str, ClauseKind] = {
    "ROOT": "main",
    "conj": "coordinate",
    "ccomp": "complement",
    "xcomp": "open_complement",
    "advcl": "adverbial",
    "relcl": "relative",
    "acl": "reduced",
    "csubj": "subject",
    "csubjpass": "subject",
    "pcomp": "prepositional",
    "parataxis": "aside",
}
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_OBJECTS = frozenset({"dobj", "dative", "attr", "oprd", "acomp"})
_VERBAL = frozenset({"VERB", "AUX"})
_FROM_ABOVE = frozenset({"open_complement", "adverbial", "prepositional", "coordinate"})
_NEVER = frozenset({"never", "hardly", "scarcely", "neither", "nor"})


def read_clauses(tokens: Sequence[Token], tree: Tree) -> tuple[Clause, ...]:
    """Return the clauses of a text in reading order of their predicates."""
    predicates = [token.index for token in tokens if _is_predicate(tokens, tree, token)]
    numbers = {predicate: i for i, predicate in enumerate(predicates)}
    questions = {token.sentence for token in tokens if token.text == "?"}
    reader = _Reader(tokens, tree, numbers, questions)
    return tuple(reader.clause(predicate) for predicate in predicates)


def _is_predicate(tokens: Sequence[Token], tree: Tree, token: Token) -> bool:
    if token.dep not in _KINDS:
        return False
    if token.pos in _VERBAL:
        return True
    return any(tokens[child].dep in _SUBJECTS for child in tree.children(token.index))


class _Reader:
    """Reads one clause after the other; subjects are looked up through the clauses above."""

    def __init__(
        self,
        tokens: Sequence[Token],
        tree: Tree,
        numbers: dict[int, int],
        questions: set[int],
    ) -> None:
        self._tokens = tokens
        self._tree = tree
        self._numbers = numbers
        self._questions = questions
        self._subjects: dict[int, int] = {}

    def clause(self, predicate: int) -> Clause:
        """Return the clause of one predicate."""
        token = self._tokens[predicate]
        above = self._tree.first_ancestor(predicate, self._numbers.__contains__)
        passive = self._is_passive(predicate)
        return Clause(
            index=self._numbers[predicate],
            predicate=predicate,
            kind=_KINDS[token.dep],
            parent=-1 if above is None else self._numbers[above],
            subject=self._subject(predicate),
            own_subject=self._printed_subject(predicate) is not None,
            objects=tuple(self._below(predicate, _OBJECTS)),
            agent=self._agent(predicate),
            passive=passive,
            negated=self._negated(predicate),
            modal=next((t.lemma for t in self._kids(predicate) if t.tag == "MD"), ""),
            marker=self._marker(predicate),
            question=token.sentence in self._questions,
            tokens=self._tree.subtree(predicate, self._other_clause(predicate)),
        )

    def _kids(self, token: int) -> Iterator[Token]:
        return (self._tokens[child] for child in self._tree.children(token))

    def _below(self, token: int, deps: frozenset[str]) -> Iterator[int]:
        return (kid.index for kid in self._kids(token) if kid.dep in deps)

    def _other_clause(self, predicate: int) -> Callable[[int], bool]:
        return lambda child: child != predicate and child in self._numbers

    def _printed_subject(self, predicate: int) -> int | None:
        """Return the head of the subject printed nearest before it, else of one behind it."""
        found = list(self._below(predicate, _SUBJECTS))
        before = [head for head in found if head < predicate]
        return before[-1] if before else next(iter(found), None)

    def _subject(self, predicate: int) -> int:
        """Return the head of the subject, looked for upwards where the clause prints none."""
        seen: set[int] = set()
        at: int | None = predicate
        while at is not None and at not in seen:
            seen.add(at)
            printed = self._printed_subject(at)
            if printed is not None:
                return self._antecedent(at, printed)
            token = self._tokens[at]
            if token.dep in ("acl", "relcl"):
                return token.head
            if _KINDS.get(token.dep) not in _FROM_ABOVE:
                return -1
            at = self._tree.first_ancestor(at, self._numbers.__contains__)
        return -1

    def _antecedent(self, predicate: int, subject: int) -> int:
        """Return the noun that a relative pronoun stands for."""
        token = self._tokens[predicate]
        relative = token.dep == "relcl" and self._tokens[subject].tag in ("WDT", "WP")
        return token.head if relative else subject

    def _is_passive(self, predicate: int) -> bool:
        token = self._tokens[predicate]
        deps = {kid.dep for kid in self._kids(predicate)}
        if deps & {"nsubjpass", "csubjpass", "auxpass", "agent"}:
            return True
        if token.dep in ("acl", "advcl") and not deps & {"aux", "mark"}:
            return token.tag == "VBN"
        if token.dep == "conj" and token.tag == "VBN" and not deps & {"aux", "nsubj"}:
            return self._is_passive(token.head) if token.head in self._numbers else False
        return False

    def _agent(self, predicate: int) -> int:
        for kid in self._kids(predicate):
            if kid.dep == "agent":
                return next(self._below(kid.index, frozenset({"pobj"})), -1)
        return -1

    def _negated(self, predicate: int) -> bool:
        return any(k.dep == "neg" or k.lower in _NEVER for k in self._kids(predicate))

    def _marker(self, predicate: int) -> str:
        """Return the subordinating word, or the relative or question word, that opens a clause."""
        kids = list(self._kids(predicate))
        marks = [k.lower for k in kids if k.dep == "mark" or k.tag in ("WDT", "WP", "WRB")]
        return marks[0] if marks else ""
