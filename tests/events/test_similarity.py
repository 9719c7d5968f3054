import msgspec
import numpy as np
import pytest

from bias.events.similarity import LONG_AGO, Similarity
from bias.records import Article
from tests.events.night import NIGHT, article

ROWS = range(len(NIGHT))


def test_nearness_lies_between_0_and_1_and_is_symmetric() -> None:
    found = Similarity(NIGHT).among(ROWS)
    for measure in (found.likeness, found.agreement):
        assert np.allclose(measure, measure.T)
        assert measure.min() >= 0
        assert measure.max() <= 1
    assert np.allclose(np.diag(found.likeness), 1)


def test_one_event_is_more_alike_than_its_look_alike() -> None:
    found = Similarity(NIGHT).among(ROWS).likeness
    same = min(found[0, 1], found[0, 2], found[1, 2])
    look_alike = max(found[row, other] for row in (0, 1, 2) for other in (3, 4))
    assert same > 2 * look_alike


def test_the_same_text_from_two_outlets_is_all_alike() -> None:
    text = NIGHT[0].text
    found = Similarity([article("herald", "", text), article("beacon", "", text)]).among([0, 1])
    assert found.likeness[0, 1] == pytest.approx(1.0)
    assert found.agreement[0, 1] == pytest.approx(1.0)
    assert not found.one_outlet[0, 1]


def test_one_outlet_is_known_as_such() -> None:
    outlets = [a.outlet for a in NIGHT]
    expected = [[one == other for other in outlets] for one in outlets]
    assert Similarity(NIGHT).among(ROWS).one_outlet.tolist() == expected


def test_near_pairs_are_those_that_reach_the_cutoff() -> None:
    whole = Similarity(NIGHT)
    near = np.triu(whole.near(0.15).toarray(), 1)
    among = np.triu(whole.among(ROWS).likeness, 1)
    assert np.array_equal(near > 0, among >= 0.15)


def test_parts_compared_together_are_as_near_as_each_by_itself(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bias.events.similarity.AT_A_TIME", 5)
    whole, parts = Similarity(NIGHT), [[0, 1, 2], [3, 4], [5, 6, 7, 8]]
    found = list(whole.among_each(parts))
    assert [part for part, _ in found] == parts
    for part, nearness in found:
        alone = whole.among(part)
        assert np.array_equal(nearness.likeness, alone.likeness)
        assert np.array_equal(nearness.agreement, alone.agreement)
        assert np.array_equal(nearness.one_outlet, alone.one_outlet)
    assert list(whole.among_each([])) == []


def test_an_empty_article_is_like_no_other() -> None:
    found = Similarity([*NIGHT, article("herald", "", "", 9)]).among(range(len(NIGHT) + 1))
    assert found.likeness[-1, :-1].max() == 0
    assert found.agreement[-1].max() == 0


# ---------------------------------------------------------------- agreement

NAMES_ALONE = (
    article(
        "herald",
        "Orla Brandt opens a museum of clocks",
        "Orla Brandt of the Harbour Party cut a ribbon in Port Selwyn and wound a tower clock.",
    ),
    article(
        "beacon",
        "Orla Brandt sells her vineyard",
        "Orla Brandt of the Harbour Party has found a buyer for twelve hectares near Port Selwyn.",
    ),
)


def test_shared_names_make_articles_alike_without_agreeing() -> None:
    similarity = Similarity([*NIGHT, *NAMES_ALONE]).among(range(len(NIGHT) + 2))
    assert similarity.likeness[-1, -2] > 0.3
    assert similarity.agreement[-1, -2] < 0.25


def test_agreement_hears_the_headline_in_the_other_opening() -> None:
    one = article("herald", "Ferry sinks off Oster", "Rain fell on the harbour for an hour.")
    told = article("beacon", "A night at sea", "The ferry sinks, a sailor cried, and it did.")
    untold = article("beacon", "A night at sea", "The choir sings, a sailor cried, and it did.")
    found = Similarity([*NIGHT, one, told, untold]).among([9, 10, 11])
    assert found.agreement[0, 1] > found.agreement[0, 2] + 0.1


# ---------------------------------------------------------------- time


def printed(day: str | None, outlet: str) -> Article:
    return msgspec.structs.replace(article(outlet, "", NIGHT[0].text), published=day)


@pytest.mark.parametrize(
    ("one", "other", "factor"),
    [
        ("2026-03-13T22:00:00Z", "2026-03-14T06:00:00Z", 1.0),
        ("2026-03-11T22:00:00Z", "2026-03-14T06:00:00Z", 1.0),
        ("2026-02-20", "2026-03-14T06:00:00Z", LONG_AGO),
        ("2026-03-14T06:00:00+00:00", "2026-02-20", LONG_AGO),
        (None, "2026-03-14T06:00:00Z", 1.0),
        ("", "last week", 1.0),
    ],
)
def test_articles_printed_days_apart_are_less_alike(
    one: str | None, other: str | None, factor: float
) -> None:
    found = Similarity([printed(one, "herald"), printed(other, "beacon")]).among([0, 1])
    assert found.likeness[0, 1] == pytest.approx(factor)
