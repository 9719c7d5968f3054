from bias.alignment.conflicts.clashes import clash_conflicts
from bias.records import ConflictKind, GroupKind, NumberClash, PassageGroup
from tests.alignment.telling import coverage, ref, voiced

TELLINGS = {
    "herald": ("A crowd of 25,000 gathered there.",),
    "lantern": ("A crowd of 8,000 gathered there.",),
    "post": ("A crowd of 60,000 gathered there.",),
}


def _group(values: tuple[tuple[str, str], ...]) -> PassageGroup:
    members = tuple(ref(outlet, 0) for outlet, _ in values)
    return PassageGroup(
        id="g1",
        kind=GroupKind.RETELLING,
        members=members,
        similarity=0.8,
        told_by=tuple(outlet for outlet, _ in values),
        not_told_by=(),
        unknown=(),
        number_clashes=(
            NumberClash(
                what="gathered", values=tuple((ref(outlet, 0), value) for outlet, value in values)
            ),
        ),
    )


def test_the_lowest_number_is_set_against_the_highest() -> None:
    articles = coverage(TELLINGS)
    group = _group((("herald", "25,000"), ("lantern", "8,000"), ("post", "60,000")))
    (found,) = clash_conflicts([group], articles, [voiced(a) for a in articles])
    assert found.kind is ConflictKind.NUMBER
    assert (found.a, found.b) == (ref("lantern", 0), ref("post", 0))
    texts = {a.id: a.text for a in articles}
    assert texts[found.a.article][slice(*found.span_a)] == "8,000"
    assert texts[found.b.article][slice(*found.span_b)] == "60,000"
    assert found.what == "gathered"


def test_numbers_that_are_one_or_not_printed_are_no_conflict() -> None:
    articles = coverage(TELLINGS)
    same = _group((("herald", "25,000"), ("lantern", "25,000")))
    vague = _group((("herald", "25,000"), ("lantern", "dozens")))
    read = [voiced(a) for a in articles]
    assert list(clash_conflicts([same, vague], articles, read)) == []
