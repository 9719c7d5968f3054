"""The library: five functions and what makes an article, loaded as they are needed."""

import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

import bias
from bias.errors import DataError, UsageError
from bias.pipeline.in_memory import compare_articles
from tests.kept import write_tables

HEAVY = ("numpy", "spacy", "pandas", "lxml", "msgspec", "jinja2", "pydantic", "trafilatura")

RIOT = "The regime crushed the riot on Monday in the port of Vell."
PROTEST = "The government ended the protest on Monday in the port of Vell."


def test_importing_it_loads_nothing_heavy() -> None:
    code = f"import sys, bias; print([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_all_that_is_promised_is_there_and_documented() -> None:
    for name in bias.__all__:
        assert name == "__version__" or ">>>" in (getattr(bias, name).__doc__ or ""), name


def test_the_same_articles_give_the_same_comparison_in_any_order() -> None:
    one, other = bias.article(RIOT, "The Herald"), bias.article(PROTEST, "The Post")
    assert bias.compare([one, other]) == bias.compare([one, other])
    assert bias.compare([one, other]).findings == bias.compare([other, one]).findings


def test_two_versions_of_one_outlet_stand_for_themselves() -> None:
    comparison = bias.compare([bias.article(RIOT, "Post"), bias.article(PROTEST, "Post")])
    assert comparison.event.outlets == ("Post (1)", "Post (2)")
    assert {finding.outlet for finding in comparison.findings} == {"Post (1)"}


@pytest.mark.parametrize("texts", [[], [RIOT], [RIOT, RIOT]], ids=len)
def test_less_than_two_different_texts_are_refused(texts: list[str]) -> None:
    with pytest.raises(UsageError, match="at least two different articles"):
        bias.compare(bias.article(text, "The Herald") for text in texts)


def test_a_text_that_cannot_be_read_is_a_gap_and_no_error() -> None:
    good, bad = bias.article(RIOT, "The Herald"), bias.article("", "The Post")
    assert not bad.quality.trusted
    assert [gap.outlet for gap in bias.compare([good, bad]).event.gaps] == ["The Post"]


def test_a_page_needs_nothing_beside_it_also_once_the_package_of_its_name_is_loaded() -> None:
    import bias.report.render  # noqa: F401 - this puts the package in the function's place

    comparison = bias.compare([bias.article(RIOT, "<b>A"), bias.article(PROTEST, "B")], title="<i>")
    page = bias.report(comparison)
    assert "&lt;b&gt;A" in page
    assert "<b>A" not in page
    assert 'href="../' not in page
    assert ".json" not in page
    assert 'src="' not in page


def test_own_words_are_marked_too(tmp_path: Path) -> None:
    own = tmp_path / "mine.csv"
    rows = (
        "term,pos,category,strength,sense,alternative,source,match,no_match",
        "quayside,noun,group_labels,2,a place,the port,my own,The quayside rabble.,The quay.",
    )
    own.write_text("\n".join(rows) + "\n")
    new = set(bias.load_lexicon(str(own)).cues) - set(bias.load_lexicon().cues)
    assert [cue.term for cue in new] == ["quayside"]


def test_the_tables_of_all_editions_come_together(tmp_path: Path) -> None:
    told = [bias.article(RIOT, "The Herald"), bias.article(PROTEST, "The Post")]
    for day in ("2026-03-14", "2026-03-13"):
        write_tables(tmp_path, day, [compare_articles(told, bias.load_lexicon(), 7, edition=day)])
    tables = bias.tables(tmp_path)
    assert list(tables["events"]["edition"]) == ["2026-03-13", "2026-03-14"]
    found = tables["findings"][["edition", "words"]].values.tolist()
    assert ["2026-03-13", "regime"] in found
    assert ["2026-03-14", "regime"] in found


def test_a_table_of_an_earlier_version_is_named(tmp_path: Path) -> None:
    write_tables(tmp_path, "2026-03-14", [])
    path = tmp_path / "tables" / "gaps" / "edition=2026-03-14" / "part.parquet"
    pd.DataFrame({"outlet": ["herald"]}).to_parquet(path)
    with pytest.raises(DataError, match=r"gaps/edition=2026-03-14.*bias report 2026-03-14"):
        bias.tables(tmp_path)
