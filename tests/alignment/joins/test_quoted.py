import numpy as np

from bias.alignment.event_passages import event_passages
from bias.alignment.joins.quoted import quotation_signs
from bias.alignment.similarity import PassageSimilarity
from tests.alignment.telling import coverage, voiced

LINES = {
    "a": ["“The old crane and its cables were never safe,” Ada Ray told the council on Monday."],
    "b": ["“The old crane and its cables were never safe.”"],
    "c": ["“Nobody will work on that pier before spring comes.”"],
    "d": ["The council closed the pier on Monday."],
}


def test_what_quotation_marks_say_of_a_pair() -> None:
    articles = coverage(LINES)
    passages = event_passages(articles, [voiced(each) for each in articles])
    similarity = PassageSimilarity([passage.text for passage in passages])
    profiles = [similarity.profile(passage.text) for passage in passages]
    pairs = np.array([0, 1, 1]), np.array([1, 2, 3])
    found = quotation_signs(passages, profiles, pairs, "en")
    assert found["quoted alike"].tolist() == [1, 0, 0]
    assert found["quotation"].tolist() == [1, 0, 0]
    assert found["other quotation"].tolist() == [0, 1, 0]
    assert found["two quotations"].tolist() == [0, 1, 0]
    assert found["one quotation"].tolist() == [1, 0, 1]
