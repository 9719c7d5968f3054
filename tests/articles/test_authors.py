import pytest

from bias.articles.authors import find_authors


@pytest.mark.parametrize(
    ("written", "names"),
    [
        (["Ada Ray"], ("Ada Ray",)),
        (["By Ada Ray and Bo Lind"], ("Ada Ray", "Bo Lind")),
        (["ADA RAY, Bo Lind & J. K. Ode"], ("ADA RAY", "Bo Lind", "J. K. Ode")),
        (["Ada Ray", "Ada Ray"], ("Ada Ray",)),
        (["Jean-Luc O’Neill"], ("Jean-Luc O’Neill",)),
        (["Reuters"], ("Reuters",)),
        (["ada@herald.example", "https://herald.example/ada", "42", "", " , "], ()),
        (["She has covered politics for the Herald since she left school"], ()),
    ],
)
def test_names(written: list[str], names: tuple[str, ...]) -> None:
    assert find_authors(written, lambda: ()) == names


def test_guess_is_asked_only_when_nothing_is_declared() -> None:
    assert find_authors([], lambda: ["Bo Lind", "He was born at sea"]) == ("Bo Lind",)
    assert find_authors(["Ada Ray"], lambda: ["Bo Lind"]) == ("Ada Ray",)
