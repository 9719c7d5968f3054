"""One clause: a predicate with its subject, its objects, and how it is meant."""

from typing import Literal

from bias.records import Record

ClauseKind = Literal[
    "main", "coordinate", "complement", "open_complement", "adverbial", "relative", "reduced",
    "subject", "prepositional", "aside",
]  # fmt: skip
"""How a clause hangs on the one above it.

``complement`` is a clause with its own subject behind a verb ("said that he fled"),
``open_complement`` one without ("vowed to fight"), ``reduced`` a participle behind a noun ("derided
as a tyrant"), ``prepositional`` one behind a preposition ("accused of looting"), ``aside`` one that
stands apart by commas or dashes ("…, he added, …").
"""


class Clause(Record, frozen=True, kw_only=True):
    """A predicate and what belongs to it; tokens are given by index."""

    index: int
    predicate: int
    """Its main verb, or the noun or adjective that a copula links."""
    kind: ClauseKind
    parent: int
    """Clause it hangs on, -1 for none."""
    subject: int
    """Head of its subject, shared over coordination and taken from the clause or noun above where
    the clause prints none itself; -1 where nobody is named."""
    own_subject: bool
    """Whether the subject is printed in this clause."""
    objects: tuple[int, ...]
    """Heads of direct and indirect objects and of predicative nouns and adjectives."""
    agent: int
    """Head of the agent of a passive ("by soldiers"), -1 for none."""
    passive: bool
    negated: bool
    modal: str
    """Lemma of its modal verb ("would"), empty for none."""
    marker: str
    """The word that opens it, in lower case: "that", "if", "when", "who"; empty for none."""
    question: bool
    """Its sentence ends with a question mark."""
    tokens: tuple[int, ...]
    """All tokens of the clause in reading order, those of clauses below it left out."""
