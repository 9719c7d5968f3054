import msgspec
import pytest

from bias.records import GapReason, Quality, Score, Voice, WireCopy
from bias.wording.compare import compare_event
from bias.wording.lexicon import Lexicon
from bias.wording.scores import MIN_WORDS
from tests.wording.samples import article, event

PLAIN = "The council met at noon and voted on the new road to the port after a short talk. "
LOUD = "The tyrant sent his thugs. "
QUOTED = "“He is a tyrant and a thug,” Ana Lopes said. "


def _scores(lexicon: Lexicon, *texts: str, seed: int = 1) -> tuple[Score, ...]:
    pieces = [article(text, name=f"a{i}", outlet=f"o{i}") for i, text in enumerate(texts)]
    return compare_event(event(*pieces), lexicon, seed=seed).scores


def _one(scores: tuple[Score, ...], scope: str, **wanted: object) -> Score:
    base: dict[str, object] = {"voice": Voice.OWN, "category": "all", "place": "all", "strength": 0}
    base |= wanted
    found = [
        row
        for row in scores
        if row.scope == scope and all(getattr(row, k) == v for k, v in base.items())
    ]
    assert len(found) == 1
    return found[0]


def test_own_words_are_counted_against_own_words(lexicon: Lexicon) -> None:
    row = _one(_scores(lexicon, LOUD + PLAIN * 12 + QUOTED), "article")
    own_words = 5 + 18 * 12 + 3
    assert (row.findings, row.words) == (2, own_words)
    assert None not in (low := row.low, rate := row.per_1000, high := row.high)
    assert rate == pytest.approx(2000 / own_words)
    assert (low or 0) <= (rate or 0) <= (high or 0)


def test_the_interval_holds_95_of_100_draws(lexicon: Lexicon) -> None:
    """A half of 200 equal sentences: by the normal law 0.5 ± 1.96 · √(0.5 · 0.5 / 200) of them."""
    text = "The thug left by the gate. The clerk left by the gate. " * 100
    row = _one(_scores(lexicon, text), "article")
    each = 1000 / 6
    half = 1.96 * (0.25 / 200) ** 0.5
    assert row.per_1000 == pytest.approx(0.5 * each)
    assert row.low == pytest.approx((0.5 - half) * each, rel=0.03)
    assert row.high == pytest.approx((0.5 + half) * each, rel=0.03)


def test_quoted_words_stand_apart(lexicon: Lexicon) -> None:
    row = _one(_scores(lexicon, LOUD + PLAIN * 12 + QUOTED), "article", voice=Voice.QUOTED)
    assert (row.findings, row.words, row.per_1000) == (2, 7, None)


def test_too_little_text_gives_no_rate(lexicon: Lexicon) -> None:
    row = _one(_scores(lexicon, LOUD), "article")
    assert row.words < MIN_WORDS
    assert (row.findings, row.per_1000, row.low, row.high) == (2, None, None, None)


def test_the_first_paragraph_and_the_title_stand_apart(lexicon: Lexicon) -> None:
    text = LOUD + "\n\n" + "The thug left. " + PLAIN * 12
    scores = _scores(lexicon, text)
    lead = _one(scores, "article", place="lead")
    assert (lead.findings, lead.words) == (2, 5)
    assert _one(scores, "article", place="title").findings == 0
    assert _one(scores, "article", place="body").findings == 3


def test_categories_and_strengths_add_up(lexicon: Lexicon) -> None:
    scores = _scores(lexicon, LOUD + "The regime fell in a debacle. " + PLAIN * 12)
    rows = [row for row in scores if row.scope == "article" and row.voice is Voice.OWN]
    total = _one(scores, "article").findings
    assert total == 4
    assert sum(r.findings for r in rows if r.category != "all") == total
    assert sum(r.findings for r in rows if r.strength) == total


def test_a_wire_text_counts_once_for_the_event(lexicon: Lexicon) -> None:
    pieces = [article(LOUD + PLAIN * 12, name=f"a{i}", outlet=f"o{i}") for i in range(3)]
    copy = WireCopy(articles=("a0", "a1", "a2"), agency="o0", similarity=1.0)
    aligned = msgspec.structs.replace(event(*pieces), copies=(copy,))
    scores = compare_event(aligned, lexicon, seed=1).scores
    assert _one(scores, "event").findings == 2
    assert [r.findings for r in scores if r.scope == "outlet" and _is_total(r)] == [2, 2, 2]


def _is_total(row: Score) -> bool:
    return (row.voice, row.category, row.place, row.strength) == (Voice.OWN, "all", "all", 0)


def test_untrusted_articles_and_other_languages_are_left_out(lexicon: Lexicon) -> None:
    doubtful = msgspec.structs.replace(
        article(LOUD, name="b", outlet="b"),
        quality=Quality(trusted=False, reason=GapReason.CUT_SHORT),
    )
    foreign = msgspec.structs.replace(article(LOUD, name="c", outlet="c"), language="fr")
    pieces = (article(PLAIN * 12, name="a", outlet="a"), doubtful, foreign)
    comparison = compare_event(event(*pieces), lexicon, seed=1)
    assert {row.id for row in comparison.scores if row.scope == "article"} == {"a"}
    assert comparison.findings == ()
    assert len(comparison.articles) == 3


def test_the_same_seed_gives_the_same_interval(lexicon: Lexicon) -> None:
    text = (LOUD + PLAIN) * 8
    assert _scores(lexicon, text) == _scores(lexicon, text)
    first, second = (_one(_scores(lexicon, text, seed=s), "article") for s in (1, 2))
    assert first.per_1000 == second.per_1000


def test_an_event_without_any_trusted_text_has_an_empty_score(lexicon: Lexicon) -> None:
    row = _one(compare_event(event(), lexicon, seed=1).scores, "event")
    assert (row.findings, row.words, row.per_1000) == (0, 0, None)
