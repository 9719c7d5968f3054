import msgspec
import pytest

from bias.records import Comparison, Part, Voice
from bias.wording.compare import compare_event
from bias.wording.lexicon import Lexicon
from tests.wording.samples import article, event

# One invented night: what the article this project began from does, in other words.
TITLE = (
    "Valdia COUP – President Merrin’s trucks hit marchers as ally BACKS Lopes’s call for ‘uprising’"
)
TABLOID = """HORRIFYING film shows President Davo Merrin's cars ploughing into anti-regime marchers.

The under-siege tyrant sent loyal troops out after opposition leader Ana Lopes called for a rising.

He claimed: “Nobody has seen Merrin today.”

ANTI-REGIME MARCHERS FLEE AMID GUNFIRE

Merrin defiantly wrote: "We will win."

Party boss Otto Falk called for help against what he called a rising of traitorous officers.

He desperately tried to downplay the size of the rebellion.

OSTRANISTAS SLAM RISING AS 'ARMY-STYLE COUP'

Falk, a vocal admirer of the embattled socialist regime, dubbed the rising a "foreign-style coup".

"It is a coup," Falk said. "They are thugs."

Most army heads back Merrin, and the lower ranks are ill-equipped."""

OWN = [
    "COUP", "HORRIFYING", "ploughing into", "regime", "under-siege", "tyrant", "claimed", "REGIME",
    "defiantly", "desperately", "downplay", "SLAM", "embattled", "regime",
]  # fmt: skip
NOT_FLAGGED = [
    "dubbed",
    "President",
    "opposition leader",
    "boss",
    "loyal troops",
    "GUNFIRE",
    "ill-equipped",
]


@pytest.fixture(scope="module")
def comparison(lexicon: Lexicon) -> Comparison:
    pieces = (
        article(TABLOID, TITLE, name="a", outlet="star"),
        article("The president met the army on Monday.", name="b", outlet="herald"),
    )
    return compare_event(event(*pieces), lexicon, seed=1)


def _words(comparison: Comparison, *voices: Voice) -> list[str]:
    pieces = {piece.id: piece for piece in comparison.articles}
    return [
        pieces[f.article].part_text(f.part)[f.start : f.end]
        for f in comparison.findings
        if f.voice in voices
    ]


def test_a_careful_reader_marks_these_as_the_outlets_own(comparison: Comparison) -> None:
    assert _words(comparison, Voice.OWN) == OWN


def test_what_others_said_stays_theirs(comparison: Comparison) -> None:
    assert _words(comparison, Voice.QUOTED) == ["COUP", "coup", "coup", "thugs"]
    assert "traitorous" in _words(comparison, Voice.ATTRIBUTED)


@pytest.mark.parametrize("plain", NOT_FLAGGED)
def test_what_names_office_or_fact_is_not_marked(comparison: Comparison, plain: str) -> None:
    start = TABLOID.find(plain)
    assert start >= 0
    span = range(start, start + len(plain))
    hits = [f for f in comparison.findings if f.part is Part.BODY and f.start in span]
    assert hits == []


def test_findings_are_in_reading_order(comparison: Comparison) -> None:
    order = [(f.article, f.part is Part.BODY, f.start) for f in comparison.findings]
    assert order == sorted(order)


def test_every_finding_rests_on_a_row(comparison: Comparison) -> None:
    assert {f.cue for f in comparison.findings} == {cue.id for cue in comparison.cues}
    assert comparison.lexicon.digest


def test_it_is_the_same_every_time(comparison: Comparison, lexicon: Lexicon) -> None:
    pieces = tuple(comparison.articles)
    again = compare_event(event(*reversed(pieces)), lexicon, seed=1)
    assert msgspec.json.encode(again) == msgspec.json.encode(comparison)
