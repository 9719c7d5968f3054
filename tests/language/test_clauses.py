import pytest

from bias.language.clause import Clause
from bias.language.document import Document
from tests.language.texts import document


def _clause(read_text: Document, verb: str) -> Clause:
    return next(c for c in read_text.clauses if read_text.tokens[c.predicate].text == verb)


def _word(read_text: Document, token: int) -> str:
    return read_text.tokens[token].text if token >= 0 else ""


@pytest.mark.parametrize(
    ("text", "verb", "subject", "own"),
    [
        ("Ada Ray called the plan a sham and the tyrant fled.", "fled", "tyrant", True),
        ("The mayor closed the pier and fined the crew.", "fined", "mayor", False),
        ("The crew vowed to fight.", "fight", "crew", False),
        ("The mayor, who fined the crew, left.", "fined", "mayor", True),
        ("The mayor derided by critics left.", "derided", "mayor", False),
    ],
)
def test_each_clause_has_its_subject(text: str, verb: str, subject: str, own: bool) -> None:
    read_text = document(text)
    clause = _clause(read_text, verb)
    assert _word(read_text, clause.subject) == subject
    assert clause.own_subject is own


def test_a_passive_has_its_agent() -> None:
    read_text = document("The plan was rejected by the dockers.")
    clause = _clause(read_text, "rejected")
    assert clause.passive
    assert _word(read_text, clause.agent) == "dockers"
    assert _word(read_text, clause.subject) == "plan"


def test_polarity_mood_and_marker_are_read() -> None:
    read_text = document("Ray said that the crew would not strike.")
    clause = _clause(read_text, "strike")
    assert clause.negated
    assert clause.modal == "would"
    assert clause.marker == "that"
    assert clause.kind == "complement"
    assert not clause.question
    assert _clause(document("Did the crew strike?"), "strike").question


def test_a_clause_holds_none_of_the_clauses_below_it() -> None:
    read_text = document("Ada Ray called the plan a sham and the tyrant fled.")
    words = [read_text.tokens[i].text for i in _clause(read_text, "called").tokens]
    assert words == ["Ada", "Ray", "called", "the", "plan", "a", "sham", "and"]
    clause = read_text.clause_of[[t.text for t in read_text.tokens].index("tyrant")]
    assert _word(read_text, read_text.clauses[clause].predicate) == "fled"


def test_noun_phrases_end_at_their_heads() -> None:
    read_text = document("The under-siege leader of the port met two angry dockers.")
    phrases = [read_text.words(chunk.first, chunk.last) for chunk in read_text.chunks]
    assert phrases == ["The under-siege leader", "the port", "two angry dockers"]
