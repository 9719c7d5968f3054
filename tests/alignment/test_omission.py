import pytest

from bias.alignment.omission import Search, Trace, find_omissions, surely_joined, tellings_of
from bias.records import GroupKind, Join, PassageGroup, WireCopy
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


def trace(
    *, firm: bool = True, held: float = 0.1, joined: float = 0.95, similarity: float = 0.2
) -> Search:
    def search(_: PassageGroup, outlet: str) -> Trace:
        near = ref(outlet, 3)
        return Trace(firm=firm, held=held, joined=joined, nearest=near, similarity=similarity)

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


def test_the_surer_the_tellings_are_joined_the_surer_the_omission() -> None:
    tellings = tellings_of([article(outlet, ["x"]) for outlet in "abc"], [])
    groups = [group(["a", "b"], ["c"])]
    (sure,) = find_omissions(groups, tellings, trace(joined=0.98))
    (less,) = find_omissions(groups, tellings, trace(joined=0.85))
    assert sure.confidence > less.confidence


def test_each_further_outlet_makes_it_surer_that_a_fact_is_told() -> None:
    def join(a: str, b: str, sure: float) -> Join:
        return Join(a=ref(a, 0), b=ref(b, 0), similarity=0.5, confidence=sure)

    outlets = {ref(outlet, 0).article: outlet for outlet in "abc"}
    two = [join("a", "b", 0.8), join("a", "b", 0.7)]
    assert surely_joined(two, outlets) == pytest.approx(0.8)
    assert surely_joined([*two, join("b", "c", 0.5)], outlets) == pytest.approx(0.9)
    assert surely_joined([], outlets) == 0


def test_what_half_tell_nobody_omits() -> None:
    assert outlets_missing(["a", "b"], ["c", "d"]) == []
    assert outlets_missing(["a"], ["b"]) == []


def test_copies_of_one_wire_text_are_one_telling() -> None:
    assert outlets_missing(["a", "b"], ["c"], "a", "b") == []
    assert outlets_missing(["a", "b", "d", "e"], ["c"], "a", "b") == ["c"]


@pytest.mark.parametrize(
    "search",
    [trace(held=0.5), trace(firm=False), trace(joined=0.6), trace(similarity=0.75)],
    ids=["it tells most of it", "too little shared", "hardly one fact", "the nearest is near"],
)
def test_nothing_is_claimed_where_it_is_not_plain(search: Search) -> None:
    tellings = tellings_of([article(outlet, ["x"]) for outlet in "abc"], [])
    assert list(find_omissions([group(["a", "b"], ["c"])], tellings, search)) == []
