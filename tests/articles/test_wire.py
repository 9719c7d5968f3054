from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from bias.articles.wire import find_copies
from bias.records import Article, Quality, WireCopy
from tests.articles.pages import sentences

AGENCY = sentences(30)
OWN = "The Herald asked the miller, who would not say a word and shut the door."


def article(
    outlet: str,
    paragraphs: list[str],
    published: str | None = None,
    credit: str = "",
    trusted: bool = True,
) -> Article:
    return Article(
        id=f"{outlet}-1",
        outlet=outlet,
        url="",
        title="The miller",
        text="\n\n".join(paragraphs),
        quality=Quality(trusted=trusted),
        published=published,
        wire_credit=credit,
    )


def copies(*articles: Article) -> tuple[WireCopy, ...]:
    return find_copies(articles, {"agency"})


def test_copy_of_an_agency_text_names_agency_and_original_first() -> None:
    (found,) = copies(
        article("beacon", AGENCY), article("agency", AGENCY), article("herald", [*AGENCY, OWN])
    )
    assert found.articles == ("agency-1", "beacon-1", "herald-1")
    assert found.agency == "agency"
    assert 0.9 < found.similarity < 1


def test_shortened_copy_is_found() -> None:
    (found,) = copies(article("agency", AGENCY), article("beacon", AGENCY[:8]))
    assert found.articles == ("agency-1", "beacon-1")
    assert found.similarity < 0.5


def test_copy_with_paragraphs_of_its_own_is_found() -> None:
    mixed = [*AGENCY[:20], *sentences(12, first=60)]
    assert len(copies(article("agency", AGENCY), article("herald", mixed))) == 1


def test_without_an_agency_the_earliest_comes_first_and_the_credit_tells() -> None:
    (found,) = copies(
        article("beacon", AGENCY, "2026-03-13T21:00:00Z", "AFP"),
        article("herald", AGENCY, "2026-03-13T20:00:00Z"),
    )
    assert found.articles == ("herald-1", "beacon-1")
    assert found.agency == "AFP"
    assert found.similarity == 1.0


def test_texts_of_their_own_are_no_copies() -> None:
    assert copies(article("agency", AGENCY), article("herald", sentences(30, first=80))) == ()


def test_a_shared_quotation_makes_no_copy() -> None:
    herald = [*AGENCY[:3], *sentences(20, first=80)]
    assert copies(article("agency", AGENCY), article("herald", herald)) == ()


def test_untrusted_texts_and_one_outlet_alone_are_left_out() -> None:
    assert copies(article("agency", AGENCY), article("herald", AGENCY, trusted=False)) == ()
    assert copies(article("herald", AGENCY), article("herald", AGENCY)) == ()
    assert copies() == ()


def test_order_of_articles_does_not_matter() -> None:
    three = (article("agency", AGENCY), article("beacon", AGENCY), article("herald", AGENCY[:20]))
    assert len({copies(*order) for order in permutations(three)}) == 1


@given(st.lists(st.integers(0, 29), min_size=6, max_size=30, unique=True))
def test_similarity_lies_between_0_and_1(kept: list[int]) -> None:
    for found in copies(article("agency", AGENCY), article("herald", [AGENCY[i] for i in kept])):
        assert 0 < found.similarity <= 1
