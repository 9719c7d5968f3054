"""What is marked but does not count: doubted paragraphs, and categories people seldom confirm."""

from collections.abc import Sequence

from bias.records import Comparison, LeftOut, Score, Voice
from bias.wording.compare import compare_event
from bias.wording.lexicon import Lexicon
from tests.wording.samples import article, event

PLAIN = "The council met at noon and voted on the new road to the port after a short talk. "
LOUD = "The tyrant sent his thugs. "
BROKEN = "Ana Lopes spoke of “the port. The tyrant sent his thugs."


def compared(lexicon: Lexicon, *texts: str) -> Comparison:
    pieces = [article(text, name=f"a{i}", outlet=f"o{i}") for i, text in enumerate(texts)]
    return compare_event(event(*pieces), lexicon, seed=1)


def own(scores: Sequence[Score], name: str, category: str = "all") -> Score:
    (row,) = [
        row
        for row in scores
        if (row.scope, row.outlet, row.voice, row.category, row.place, row.strength)
        == ("outlet", name, Voice.OWN, category, "all", 0)
    ]
    return row


def test_a_paragraph_whose_marks_allow_no_reading_is_nobodys(lexicon: Lexicon) -> None:
    made = compared(lexicon, f"{PLAIN * 10}\n\n{BROKEN}", PLAIN * 10)
    doubted = [finding for finding in made.findings if finding.voice is Voice.OWN]
    assert doubted
    assert {finding.left_out for finding in doubted} == {LeftOut.DOUBT}
    row, whole = own(made.scores, "o0"), own(made.scores, "o1")
    assert (row.findings, row.words) == (0, whole.words)


def test_other_paragraphs_of_the_article_count(lexicon: Lexicon) -> None:
    made = compared(lexicon, f"{LOUD}{PLAIN * 10}\n\n{BROKEN}", PLAIN * 10)
    assert own(made.scores, "o0").findings == 2


def test_categories_that_people_seldom_confirm_are_counted_by_themselves(lexicon: Lexicon) -> None:
    assert {"hedges", "deceit", "intensifiers", "praise", "violence", "euphemisms",
            "conduct_verbs", "wrongdoing"} == lexicon.apart  # fmt: skip
    made = compared(lexicon, f"{LOUD}It is an astroturf campaign. {PLAIN * 10}", PLAIN * 10)
    apart = [f for f in made.findings if f.category == "deceit"]
    assert {finding.left_out for finding in apart} == {LeftOut.CATEGORY}
    counted = [f for f in made.findings if f.voice is Voice.OWN and not f.left_out]
    assert own(made.scores, "o0").findings == len(counted)
    assert own(made.scores, "o0", "deceit").findings == len(apart)
