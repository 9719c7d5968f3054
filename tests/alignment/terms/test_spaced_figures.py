import pytest

from bias.alignment.differences.clashes import number_clashes
from bias.alignment.event_passages import event_passages
from bias.alignment.terms.number_spans import term_spans
from bias.alignment.terms.terms import read_terms
from tests.alignment.telling import coverage, voiced


@pytest.mark.parametrize("gap", [" ", "\u00a0", "\u2009", "\u202f"])
def test_figures_with_spaces_between_their_thousands_are_one_number(gap: str) -> None:
    spaced = read_terms(f"Orlo shipped 816{gap}000 tonnes.")
    assert [term.key for term in spaced] == [
        term.key for term in read_terms("Orlo shipped 816,000 tonnes.")
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("On May 12 300 dockers marched.", ["12", "300"]),
        ("In 2018 300 dockers marched.", ["2018", "300"]),
        ("It rose from 12 3000 times.", ["12", "3000"]),
        ("Gate 7 200 dockers passed.", ["7", "200"]),
        ("A total of 1 250 000 came.", ["1 250 000"]),
    ],
)
def test_two_numbers_in_a_row_stay_two(text: str, words: list[str]) -> None:
    found = [text[start:end] for start, end in term_spans(text)]
    assert [word for word in found if word[0].isdigit()] == words


def test_two_ways_of_setting_a_number_do_not_clash() -> None:
    articles = coverage(
        {"a": ["Orlo shipped 816 000 tonnes of grain."], "b": ["Orlo shipped 816,000 tonnes."]}
    )
    passages = event_passages(articles, [voiced(each) for each in articles])
    assert number_clashes(passages) == ()
