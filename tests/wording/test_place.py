"""What stands first, and what stands late, in an article."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bias.records import Article, Finding, Part, Quality
from bias.text import fold
from bias.wording.findings import explain, find
from bias.wording.lexicon import Lexicon
from bias.wording.matcher import pad
from bias.wording.place import LATE, LEAST, OPENING, names_of, place_weight
from tests.voiced import read_article
from tests.wording.samples import article as sample

NAMES = frozenset({"ottmar", "carrow"})
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


BODY = (
    "Mr. Ottmar shut the line to Carrow. When it rained, the UN sent Guaidó’s police. "
    "On Monday the police met Ottmar there, and a harbour-Carrow train left. What we know: it ran. "
    "“Police came,” he said. Police left. OTTMAR LINE SHUT. The Senate met; the senate rose."
)


def names(title: str, body: str = BODY) -> frozenset[str]:
    piece = sample(body, title)
    passages = [p for p in read_article(piece).passages if p.part is Part.BODY]
    return names_of(title, body, pad(body), passages)


@pytest.mark.parametrize(
    "title",
    [
        "Ottmar shuts the Carrow line",
        "OTTMAR SHUTS THE CARROW LINE",
        "Ottmar Shuts The Carrow Line",
        "ottmar shuts the carrow line",
        "“Ottmar” shuts the half-Carrow line",
    ],
)
def test_however_a_headline_is_set_it_holds_the_same_names(title: str) -> None:
    assert names(title) == {"ottmar", "carrow"}


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Guaido speaks", {"guaido"}),
        ("UN speaks", {"un"}),
        ("When This Is Over", set()),
        ("Police Meet On Monday", set()),
        ("What We Know", set()),
        ("Senate Rose", set()),
        ("Nobody Whom The Body Names", set()),
        ("", set()),
    ],
)
def test_only_what_the_body_writes_with_a_capital_is_a_name(title: str, found: set[str]) -> None:
    assert names(title) == found


def test_a_name_may_stand_once_in_ten_in_lower_case() -> None:
    body = "They met Ottmar at noon. " * 10
    assert names("Ottmar", body + "The ottmar ran.") == {"ottmar"}
    assert names("Ottmar", body + "The ottmar ran. An ottmar ran.") == set()


def test_headings_that_capitalise_their_words_prove_no_name() -> None:
    assert names("Police to blame", "What The Police Said\n\nIt rained there all day.") == set()


@given(st.text(st.sampled_from("Aab é.\n“”-'"), max_size=60), st.text(max_size=30))
def test_names_are_words_of_the_headline(body: str, title: str) -> None:
    assert names(title, body) <= set(re.findall(r"[^\W_]+", fold(title)))


def test_without_a_headline_the_opening_is_about_nobody() -> None:
    assert place_weight(0, 20, ABOUT, names("")) == 0


@pytest.mark.parametrize("sentence", ["OTTMAR SPOKE.", "It rained on Ottmar’s hills."])
def test_a_name_counts_however_the_sentence_is_set(sentence: str) -> None:
    assert place_weight(0, 20, sentence, NAMES) == 1


FILLER = ["The council met on Monday.", "A clerk read the minutes.", "It took two hours."]


def article(opening: str, late: str, title: str = "Ottmar shuts the Carrow line") -> Article:
    body = [opening, *FILLER * 4, late]
    return Article(
        id="star-1", outlet="star", url="", title=title,
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


@pytest.mark.parametrize("title", ["OTTMAR SHUTS LINE", "Ottmar Shuts Line", "ottmar shuts line"])
def test_the_setting_of_the_headline_changes_no_figure(lexicon: Lexicon, title: str) -> None:
    text = article("The talks of Mr Ottmar with the union collapsed.", "", title)
    assert set(found(text, lexicon)) == {"collapsed"}


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


@pytest.mark.parametrize(
    ("opening", "words"),
    [
        ("Ottmar wants the talks to collapse.", set()),
        ("Ottmar demands an end to the chaotic talks.", {"chaotic"}),
    ],
)
def test_the_opening_adds_nothing_to_what_somebody_wants(
    lexicon: Lexicon, opening: str, words: set[str]
) -> None:
    text = found(article(opening, ""), lexicon)
    assert {word: text[word].weight for word in text} == dict.fromkeys(words, 2)
