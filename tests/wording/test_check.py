import msgspec
import pytest

from bias.records import Cue
from bias.wording.check import check_lexicon
from bias.wording.lexicon import Lexicon


def test_every_row_does_what_its_sentences_say(lexicon: Lexicon) -> None:
    assert check_lexicon(lexicon) == ()


def _with(lexicon: Lexicon, **changes: object) -> Lexicon:
    """Return a lexicon of one changed row and one neighbour."""
    cue = msgspec.structs.replace(lexicon.by_id["person_labels/tyrant"], **changes)
    cues: tuple[Cue, ...] = (cue, lexicon.by_id["person_labels/thug"])
    return msgspec.structs.replace(lexicon, cues=cues)


@pytest.mark.parametrize(
    ("changes", "column", "message"),
    [
        ({"match": "The president left."}, "match", "is not found in"),
        ({"no_match": "The tyrants left."}, "no_match", "name the neighbour that cancels it"),
        ({"alternative": "thug"}, "alternative", "holds person_labels/thug"),
        ({"not_before": ("@cricket",)}, "not_before", "names the domain '@cricket'"),
        (
            {"id": "zzz/tyrant", "term": "thug", "match": "A thug."},
            "term",
            "stands in person_labels",
        ),
    ],
)
def test_a_wrong_row_is_found(
    lexicon: Lexicon, changes: dict[str, object], column: str, message: str
) -> None:
    problems = [p for p in check_lexicon(_with(lexicon, **changes)) if p.column == column]
    assert len(problems) == 1
    assert message in problems[0].message
