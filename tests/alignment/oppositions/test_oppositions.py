"""What two sentences set against each other: how sure, what is done, what it is called."""

import pytest

from tests.alignment.oppositions.two_tellings import opposed


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (
            "Strikers allegedly blocked the gate of the port.",
            "Strikers blocked the gate of the port.",
            ("certainty", "allegedly blocked", "blocked"),
        ),
        (
            "The harbour may close the terminal.",
            "The harbour closed the terminal.",
            ("certainty", "may close", "closed"),
        ),
        (
            "The union claims that the firm broke the contract.",
            "The firm broke the contract with the union.",
            ("certainty", "claims that the firm broke", "broke"),
        ),
        (
            "The council curbed the harbour tax on Friday.",
            "The council abolished the harbour tax on Friday.",
            ("action", "curbed", "abolished"),
        ),
        (
            "The law aims to curb the trade in ivory.",
            "The law aims to end the trade in ivory.",
            ("action", "to curb", "to end"),
        ),
        (
            "Voters backed a modest levy on hotels.",
            "Voters backed a crushing levy on hotels.",
            ("quality", "modest levy", "crushing levy"),
        ),
        (
            "The mayor met the rioters at the gate. The rioters left at noon.",
            "The mayor met the demonstrators at the gate. The demonstrators left at noon.",
            ("naming", "rioters", "demonstrators"),
        ),
        (
            "Tenants warned of a wave of evictions.",
            "Tenants warned of a return to normal rents.",
            ("role", "wave of evictions", "return to normal rents"),
        ),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
def test_what_differs_is_set_against_each_other_either_way_round(
    a: str, b: str, expected: tuple[str, str, str]
) -> None:
    kind, one, other = expected
    assert opposed(a, b)[0] == expected
    assert (kind, other, one) in opposed(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The union says the firm broke the contract.", "The firm broke the contract, it says."),
        ("Ada Ray could lose the seat.", "Ada Ray did not lose the seat."),
        ("The firm should close the plant.", "The firm may close the plant."),
        ("The council curbed the harbour tax.", "The court abolished the harbour tax."),
        ("The council wants to curb the tax.", "The council abolished the tax."),
        ("The council approved the tax.", "The council endorsed the tax."),
        ("Voters backed a local levy on hotels.", "Voters backed a federal levy on hotels."),
        ("Voters backed a modest, crushing levy.", "Voters backed a crushing levy."),
        ("The senator praised the bill.", "The senator praised the legislation."),
        ("The judge opened an inquiry in May.", "The judge opened an inquiry in June."),
        ("The mayor gave 20 reasons for it.", "The mayor gave 30 reasons for it."),
        ("She called it “a modest levy”.", "She called it “a crushing levy”."),
        ("Ada Ray, the mayor, spoke.", "The mayor spoke."),
        ("The firm hired staff in an effort to grow.", "The firm hired staff in order to grow."),
    ],
    ids=[
        "says", "denied", "should", "another actor", "wants to", "one meaning", "classed",
        "both have it", "plain synonyms", "when", "numbers", "quoted", "office", "fixed phrases",
    ],
)  # fmt: skip
def test_what_means_the_same_or_another_thing_is_no_opposition(a: str, b: str) -> None:
    assert opposed(a, b) == []


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Zealots on the council banished the statue.", "Councillors banished the statue there.",
         ("Zealots on the council", "Councillors")),
        ("The judge freed the smugglers.", "The judge freed the refugees.",
         ("smugglers", "refugees")),
    ],
)  # fmt: skip
def test_who_does_it_and_to_whom_are_places_in_a_sentence(
    a: str, b: str, expected: tuple[str, str]
) -> None:
    assert opposed(a, b) == [("role", *expected)]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Sources said the driver was Ada Ray.", "Officials said the driver was Ada Ray."),
        ("Ada Ray identified the driver.", "Ben Ode identified the driver."),
    ],
    ids=["who says so", "names"],
)
def test_sources_and_names_are_no_other_words_in_one_place(a: str, b: str) -> None:
    assert opposed(a, b) == []


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "The firm warned of unpaid brokers.",
            "The firm warned of a failure of the talks.",
        ),
        (
            "The senator wrote of a private mail server in her cellar.",
            "The senator wrote of a private mail system in her cellar.",
        ),
        (
            "The ministry spoke of e-mails from the harbour board.",
            "The ministry spoke of mails from the harbour board.",
        ),
        (
            "The party asked for a vote on the harbour.",
            "The party asked for voters on the harbour.",
        ),
    ],
    ids=["somebody against something", "described alike", "one word", "forms of one word"],
)
def test_what_is_no_other_word_for_one_thing_stands_opposite_nothing(a: str, b: str) -> None:
    assert not [found for found in opposed(a, b) if found[0] in ("role", "naming")]
