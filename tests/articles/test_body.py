import pytest

from bias.articles.body import agreement, choose_body, covered, declared_paragraphs
from tests.articles.pages import sentences

WHOLE, PART, OTHER = sentences(20), sentences(6), sentences(20, first=50)


@pytest.mark.parametrize(
    ("extracted", "declared", "second", "extractor"),
    [
        (WHOLE, [], [], "trafilatura"),
        (WHOLE, PART, PART, "trafilatura"),
        (WHOLE, [], OTHER, "trafilatura"),
        (PART, [], OTHER, "trafilatura"),
        (PART, [], WHOLE, "newspaper3k"),
        (PART, OTHER, [], "json-ld"),
        ([], WHOLE, [], "json-ld"),
        ([], [], WHOLE, "newspaper3k"),
        (WHOLE[:12], WHOLE, [], "trafilatura"),
        ([], ["A summary of few words."], [], ""),
        ([], [], [], ""),
    ],
)
def test_which_text_is_taken(
    extracted: list[str], declared: list[str], second: list[str], extractor: str
) -> None:
    body = choose_body(extracted, declared, second)
    texts = {"trafilatura": extracted, "json-ld": declared, "newspaper3k": second, "": []}
    assert body.extractor == extractor
    assert list(body.paragraphs) == texts[extractor]


def test_declared_body_with_and_without_markup() -> None:
    assert declared_paragraphs("Rain fell.\n\n\nRoads closed.") == ("Rain fell.", "Roads closed.")
    assert declared_paragraphs("<p>Rain &amp; hail.</p>") == ("Rain & hail.",)
    assert declared_paragraphs("4 < 5") == ("4 < 5",)
    assert declared_paragraphs("") == ()


def test_agreement_is_symmetric_and_bounded() -> None:
    assert agreement(WHOLE, WHOLE) == 1.0
    assert agreement(WHOLE, OTHER) == agreement(OTHER, WHOLE)
    assert 0 < (agreement(WHOLE, PART) or 0) < 1
    assert agreement(WHOLE, []) is None


def test_a_text_is_borne_out_by_a_part_that_stands_in_it() -> None:
    assert covered(WHOLE, PART) == 1.0
    assert covered(WHOLE, OTHER) == pytest.approx(0.0, abs=0.5)
    assert covered(PART, WHOLE) is None
    assert covered(WHOLE, []) is None
