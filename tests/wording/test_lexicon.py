from pathlib import Path

import pytest

from bias.errors import DataError, UsageError
from bias.wording import rows
from bias.wording.lexicon import Lexicon, load_lexicon
from tests.wording.samples import found_words

HEADER = "term,pos,category,strength,sense,alternative,source,match,no_match\n"
ADDED = (
    "pursefiend,noun,person_labels,3,a rich person mocked,rich man,Own usage,"
    "The pursefiend paid.,The rich man paid.\n"
)


def _own(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "own.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_it_is_large_and_every_row_is_sourced(lexicon: Lexicon) -> None:
    assert len(lexicon.cues) >= 2500
    assert all(cue.source and cue.sense and cue.alternative for cue in lexicon.cues)


def test_every_category_is_defined_and_used(lexicon: Lexicon) -> None:
    named = {category.name for category in lexicon.categories} - {"contested"}
    assert named == {cue.category for cue in lexicon.cues}
    assert all(len(category.definition.split()) > 8 for category in lexicon.categories)


def test_the_same_rows_have_the_same_digest(lexicon: Lexicon) -> None:
    assert lexicon.digest == load_lexicon().digest
    assert lexicon.use.rows == len(lexicon.cues)


def test_describe_finds_a_cue_by_any_form(lexicon: Lexicon) -> None:
    assert [cue.id for cue in lexicon.describe("Slammed")] == ["attack_verbs/slam"]
    assert lexicon.describe("table") == ()


def test_own_rows_add_override_and_silence(tmp_path: Path) -> None:
    own = ADDED + "tyrant,,,1,,,,,\n" + "regime,,,0,,,,,\n"
    changed = load_lexicon(extra=_own(tmp_path, HEADER + own))
    assert changed.changes == (
        "added person_labels/pursefiend (strength 3)",
        "overrode person_labels/tyrant (strength 1 instead of 3)",
        "silenced group_labels/regime",
    )
    assert found_words(changed, "Pursefiend and tyrant left the regime.") == ["Pursefiend"]
    assert changed.digest != load_lexicon().digest


def test_own_guards_are_added_to_the_bundled_ones(tmp_path: Path) -> None:
    bundled = load_lexicon().by_id["speech_verbs/claim"]
    own = _own(tmp_path, "term,strength,not_before,not_after,in_quotes\nclaim,3,Blorps,we,yes\n")
    changed = load_lexicon(extra=own)
    row = changed.by_id[bundled.id]
    assert bundled.not_before and bundled.strength == 2
    assert row.not_before == (*bundled.not_before, "blorps")
    assert row.not_after == (*bundled.not_after, "we")
    assert changed.changes == (
        "overrode speech_verbs/claim (strength 3 instead of 2; not_before also blorps; "
        "not_after also we; in_quotes)",
    )
    assert changed.places[row.id] == f"{own}:2"


def test_every_changed_column_is_named(tmp_path: Path) -> None:
    own = "term,strength,alternative,source\ntyrant,3,head of state,Own guide\nthug,3,,\n"
    assert load_lexicon(extra=_own(tmp_path, own)).changes == (
        "overrode person_labels/tyrant (alternative; source)",
        "overrode person_labels/thug (nothing new)",
    )


def test_a_short_row_may_name_any_form(tmp_path: Path) -> None:
    changed = load_lexicon(extra=_own(tmp_path, "term,strength\nthugs,0\nTyrants,2\n"))
    assert changed.changes == (
        "silenced person_labels/thug",
        "overrode person_labels/tyrant (strength 2 instead of 3)",
    )
    assert found_words(changed, "The thugs and tyrants left.") == ["tyrants"]


def test_a_whole_row_for_a_form_adds_a_cue(tmp_path: Path) -> None:
    row = ADDED.replace("pursefiend", "tyrants").replace("noun", "")
    assert load_lexicon(extra=_own(tmp_path, HEADER + row)).changes == (
        "added person_labels/tyrants (strength 3)",
    )


def test_every_row_is_placed_at_its_line(lexicon: Lexicon) -> None:
    folder = Path(rows.__file__).parent / "lexicons" / "en"
    assert set(lexicon.places) == set(lexicon.by_id)
    for cue in lexicon.cues[::500]:
        file, _, line = lexicon.places[cue.id].rpartition(":")
        assert (folder / file).read_text("utf-8").split("\n")[int(line) - 1].startswith(cue.term)


def test_a_term_in_several_categories_must_name_one(tmp_path: Path) -> None:
    second = "tyrant,,mockery,3,a,b,c,A tyrant.,A man.\n"
    with pytest.raises(DataError, match="column 'category'") as caught:
        load_lexicon(extra=_own(tmp_path, HEADER + second + "tyrant,,,1,,,,,\n"))
    assert "own.csv:3:" in str(caught.value)
    assert "person_labels" in str(caught.value)
    assert "mockery" in str(caught.value)


def test_a_short_file_of_terms_to_silence_is_enough(tmp_path: Path) -> None:
    quiet = load_lexicon(extra=_own(tmp_path, "term,strength\ntyrant,0\n"))
    assert found_words(quiet, "The tyrant left.") == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (HEADER + ADDED.replace("Own usage", ""), "own.csv:2: column 'source': is empty; write"),
        (HEADER + ADDED.replace("person_labels", "people"), "column 'category': is 'people'"),
        (HEADER + ADDED.replace(",3,", ",9,"), "column 'strength': is '9'; write 1"),
        (HEADER + ADDED.replace("noun", "nuon"), "column 'pos': is 'nuon'; write one of"),
        (HEADER + ADDED.strip() + ",more\n", "own.csv:2: column 'no_match': the line goes on"),
        (HEADER + "gibbet,,,0,,,,,\n", "'gibbet' is not in the lexicon"),
        ("word,strength\ntyrant,0\n", "own.csv:1: column 'word' is unknown; use term"),
        ("term\ntyrant\n", "own.csv:1: column 'strength' is missing"),
    ],
)
def test_a_wrong_row_is_named_with_what_to_write(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(DataError, match=r"own\.csv") as caught:
        load_lexicon(extra=_own(tmp_path, text))
    assert message in str(caught.value)


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(DataError, match="give a CSV file in UTF-8"):
        load_lexicon(extra=path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"none\.csv: cannot be read"):
        load_lexicon(extra=tmp_path / "none.csv")


@pytest.mark.parametrize("language", ["xx", "../en", ""])
def test_a_language_without_a_lexicon_is_refused(language: str) -> None:
    with pytest.raises(UsageError, match="there is no lexicon"):
        load_lexicon(language)
