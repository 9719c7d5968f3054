import pytest

from bias.alignment.terms.quantities import read_quantities


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Three other miners died.", True),
        ("Another 12 died.", True),
        ("Three of the miners died.", True),
        ("The town pays half the cost of the roof, 40,000 crowns.", True),
        ("Half an hour later, 12 miners left.", False),
        ("They cost 80,000 crowns, half of which the town pays.", False),
        ("A crew of 12 miners left.", False),
        ("12 miners of the pit left.", False),
    ],
)
def test_a_part_of_a_whole_is_told_from_the_whole(text: str, part: bool) -> None:
    assert [quantity.part for quantity in read_quantities(text)] == [part]
