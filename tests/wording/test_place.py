"""What stands first, and what stands late, in an article."""

import pytest

from bias.passages.voice import read_article
from bias.records import Article, Finding, Quality
from bias.wording.findings import explain, find
from bias.wording.lexicon import Lexicon
from bias.wording.place import LATE, LEAST, OPENING, names_of, place_weight

NAMES = names_of("Ottmar shuts the Carrow line")
ABOUT, PLAIN = "Mr Ottmar spoke.", "It rained on the hills."


@pytest.mark.parametrize(
    ("position", "sentence", "adds"),
    [
        (0, ABOUT, 1),
        (OPENING - 1, ABOUT, 1),
        (OPENING - 1, PLAIN, 0),
        (OPENING, ABOUT, 0),
        (11, ABOUT, 0),
        (12, ABOUT, -1),
        (19, PLAIN, -1),
    ],
)
def test_place_weighs_by_opening_and_end(position: int, sentence: str, adds: int) -> None:
    assert int(LATE * 20) == 12
    assert place_weight(position, 20, sentence, NAMES) == adds


def test_a_short_text_has_no_places() -> None:
    assert {place_weight(n, LEAST - 1, ABOUT, NAMES) for n in range(LEAST - 1)} == {0}


def test_without_a_headline_the_opening_is_about_nobody() -> None:
    assert place_weight(0, 20, ABOUT, names_of("")) == 0


FILLER = ["The council met on Monday.", "A clerk read the minutes.", "It took two hours."]


def article(opening: str, late: str) -> Article:
    body = [opening, *FILLER * 4, late]
    return Article(
        id="star-1", outlet="star", url="", title="Ottmar shuts the Carrow line",
        text=" ".join(body), quality=Quality(trusted=True),
    )  # fmt: skip


def found(text: Article, lexicon: Lexicon) -> dict[str, Finding]:
    findings = find(text, read_article(text), lexicon)
    return {text.text[f.start : f.end]: f for f in findings}


def test_a_mild_word_counts_in_the_opening_and_says_why(lexicon: Lexicon) -> None:
    mild = next(cue for cue in lexicon.describe("collapse") if cue.strength == 1)
    finding = found(article("Talks between Ottmar and the union collapsed.", ""), lexicon)
    assert finding["collapsed"].weight == 2
    assert "opening" in explain(finding["collapsed"], mild)
    late = found(article("", "Talks between Ottmar and the union collapsed."), lexicon)
    assert late == {}


def test_late_a_word_must_be_strong_or_a_name(lexicon: Lexicon) -> None:
    (sample,) = lexicon.describe("chaotic")
    assert sample.strength == 2
    late = found(article("", "The chaotic regime of the tyrant fell, and he spoke."), lexicon)
    assert set(late) == {"regime", "tyrant"}
    early = found(article("The chaotic meeting ended.", ""), lexicon)
    assert set(early) == {"chaotic"}


def test_what_others_are_quoted_with_keeps_its_weight(lexicon: Lexicon) -> None:
    late = found(article("", '"It was a chaotic meeting," Ottmar said.'), lexicon)
    assert late["chaotic"].weight == 2
