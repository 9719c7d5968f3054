import pytest

from bias.alignment.boilerplate import boilerplate_rows, is_boilerplate


@pytest.mark.parametrize("row", boilerplate_rows(), ids=lambda row: row["id"])
def test_every_row_matches_its_example_and_spares_the_other(row: dict[str, str]) -> None:
    assert is_boilerplate(row["example"])
    assert not is_boilerplate(row["counter_example"])
