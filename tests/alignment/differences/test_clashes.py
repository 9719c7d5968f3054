import pytest

from bias.alignment.differences.clashes import number_clashes
from bias.alignment.event_passages import EventPassage, event_passages
from tests.alignment.telling import coverage, voiced


def passages(*texts: str) -> list[EventPassage]:
    articles = coverage({f"outlet-{n}": [text] for n, text in enumerate(texts)})
    return list(event_passages(articles, [voiced(each) for each in articles]))


@pytest.mark.parametrize(
    ("a", "b", "printed"),
    [
        ("Twelve dead in mine blast", "15 people were killed in the mine.", {"Twelve", "15"}),
        ("A crowd of 60,000 gathered.", "Some 8,000 gathered in the square.", {"60,000", "8,000"}),
        (
            "The bridge cost $40 million.",
            "The bridge cost $55 million.",
            {"40 million", "55 million"},
        ),
        (
            "About 90 miners of the North Pit left the shaft in 14 cages.",
            "Fewer than 60 shirkers of the North Pit left the shaft in 14 cages.",
            {"90", "60"},
        ),
        (
            "The levy brings 3 billion crowns, unions say 2 billion.",
            "The unions reckon with 2 billion crowns.",
            {"3 billion", "2 billion"},
        ),
        ("The fine was £4m.", "The fine was £5 million.", {"4m", "5 million"}),
        ("The toll rose to 12.", "The toll reached 15.", {"12", "15"}),
        ("Rents rose to 7 percent.", "Rents rose to 9%.", {"7", "9"}),
        ("One miner died.", "Two miners died.", {"One", "Two"}),
        ("Members voted 51-49 for it.", "Members voted 52-48 for it.", {"51-49", "52-48"}),
        ("Dozens of miners left.", "Thousands of miners left.", {"Dozens", "Thousands"}),
        ("A crowd of 900 stood there.", "A crowd put at 200 left.", {"900", "200"}),
    ],
)
def test_different_numbers_for_one_thing_clash(a: str, b: str, printed: set[str]) -> None:
    (clash,) = number_clashes(passages(a, b))
    assert {value for _, value in clash.values} == printed


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Twelve people died.", "12 people were killed."),
        ("About 4,000 marched.", "The police counted 4,123 who marched."),
        ("Twelve soldiers and two medics died.", "Two medics died and twelve soldiers."),
        ("Nine miners waited three hours.", "The nine miners waited."),
        ("Lorries passed Gate 3.", "Lorries passed Gate 4."),
        ("They voted by 21 to 18.", "They voted, by three votes, for it."),
        ("Turnout was 54 percent.", "Turnout rose by 200 voters."),
        ("The roof cost 80,000 crowns.", "The town pays half the cost of the roof, 40,000 crowns."),
        ("Two other miners died.", "Nine miners died."),
        ("Nine of the 12 miners were freed.", "Nine of the miners freed, 12 in all, were young."),
        ("The No. 2 miner spoke.", "The No. 3 miner spoke."),
        ("The miners of 9/11 spoke.", "Twelve miners spoke."),
        ("On Sept. 14 miners met.", "Nine miners met."),
        ("Police kept 900 people from 700 people.", "Some 900 people came."),
        ("Ninety men left in 14 cages.", "In 14 cages 90 men left."),
        ("The fine was £4m.", "The fine was £4 million."),
        ("One hundred and twenty miners left.", "120 miners left."),
        ("Between 12 and 15 miners died.", "13 miners died."),
        ("Up to 15 miners died.", "Twelve miners died."),
        ("More than 100 miners left.", "130 miners left."),
        ("Guards fired 12 shots at miners.", "Guards held 15 miners."),
        ("Guards fired 12 shots at the pit.", "Guards held 15 men at the pit."),
        ("A 7% rise in rents.", "A 9% rise in wages."),
    ],
)
def test_equal_near_or_unlike_counts_do_not(a: str, b: str) -> None:
    assert number_clashes(passages(a, b)) == ()


def test_a_clash_names_all_who_count_the_thing() -> None:
    found = number_clashes(
        passages("Twelve miners died.", "Twelve miners were killed.", "Fifteen miners died.")
    )
    assert [value for _, value in found[0].values] == ["Twelve", "Twelve", "Fifteen"]
    assert found[0].what == "miners"


def test_a_number_without_its_noun_stands_with_its_equal() -> None:
    texts = ("The union counts 31 arrests, police 23.", "23 arrests were made.")
    (found,) = number_clashes(passages(*texts))
    assert [value for _, value in found.values] == ["23", "31", "23"]


def test_a_number_that_both_give_is_no_part_of_a_clash() -> None:
    texts = ("Ninety miners of the pit left in 14 cages.", "Sixty miners of the pit left in 14.")
    (found,) = number_clashes(passages(*texts))
    assert [value for _, value in found.values] == ["Ninety", "Sixty"]


def test_one_outlet_does_not_clash_with_itself() -> None:
    articles = coverage({"gazette": ["Twelve miners died.", "Fifteen miners died."]})
    assert number_clashes(event_passages(articles, [voiced(each) for each in articles])) == ()
