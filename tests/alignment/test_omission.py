import pytest

from bias.alignment.omission import Search, Trace, find_omissions, tellings_of
from bias.records import GroupKind, PassageGroup, WireCopy
from tests.alignment.telling import article, ref


def group(told: list[str], missing: list[str]) -> PassageGroup:
    return PassageGroup(
        id="g1",
        kind=GroupKind.RETELLING,
        members=tuple(ref(outlet, 0) for outlet in told),
        similarity=0.7,
        told_by=tuple(told),
        not_told_by=tuple(missing),
        unknown=(),
    )


def trace(*, firm: bool = True, held: float = 0.1) -> Search:
    def search(_: PassageGroup, outlet: str) -> Trace:
        return Trace(firm=firm, held=held, nearest=ref(outlet, 3), similarity=0.2)

    return search


def outlets_missing(told: list[str], missing: list[str], *copied: str) -> list[str]:
    articles = [article(outlet, ["x"]) for outlet in (*told, *missing)]
    copies = [WireCopy(articles=tuple(f"{c}-0000000001" for c in copied), agency="", similarity=1)]
    tellings = tellings_of(articles, copies if copied else [])
    return [
        omission.outlet for omission in find_omissions([group(told, missing)], tellings, trace())
    ]


def test_what_two_of_three_tell_the_third_omits() -> None:
    assert outlets_missing(["a", "b"], ["c"]) == ["c"]


def test_the_less_an_outlet_holds_the_surer_it_omits() -> None:
    tellings = tellings_of([article(outlet, ["x"]) for outlet in "abc"], [])
    groups = [group(["a", "b"], ["c"])]
    (little,) = find_omissions(groups, tellings, trace(held=0.05))
    (more,) = find_omissions(groups, tellings, trace(held=0.25))
    assert little.confidence > more.confidence > 0.7


def test_what_half_tell_nobody_omits() -> None:
    assert outlets_missing(["a", "b"], ["c", "d"]) == []
    assert outlets_missing(["a"], ["b"]) == []


def test_copies_of_one_wire_text_are_one_telling() -> None:
    assert outlets_missing(["a", "b"], ["c"], "a", "b") == []
    assert outlets_missing(["a", "b", "d", "e"], ["c"], "a", "b") == ["c"]


@pytest.mark.parametrize(
    "search", [trace(held=0.5), trace(firm=False)], ids=["it tells most of it", "too little shared"]
)
def test_nothing_is_claimed_where_it_is_not_plain(search: Search) -> None:
    tellings = tellings_of([article(outlet, ["x"]) for outlet in "abc"], [])
    assert list(find_omissions([group(["a", "b"], ["c"])], tellings, search)) == []
