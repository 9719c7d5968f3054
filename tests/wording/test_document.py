from pathlib import Path

import pytest

from bias.wording import document as module
from bias.wording.document import FOLDER, FRONT, main, pages
from bias.wording.lexicon import Lexicon


@pytest.mark.parametrize("named", [True, False])
def test_the_pages_are_written_where_asked_else_where_they_belong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: bool
) -> None:
    folder = tmp_path / "lexicon"
    monkeypatch.setattr(module, "FOLDER", tmp_path / "unasked" if named else folder)
    main([str(folder)] if named else [])
    assert {path.name for path in folder.iterdir()} == {path.name for path in FOLDER.iterdir()}
    assert [each.name for each in tmp_path.iterdir()] == [folder.name]


def test_the_pages_are_up_to_date(lexicon: Lexicon) -> None:
    made = pages(lexicon)
    assert {path.name for path in FOLDER.iterdir()} == set(made)
    for name, text in made.items():
        assert (FOLDER / name).read_text("utf-8") == text, "run python -m bias.wording.document"


def test_a_page_of_a_category_that_is_no_more_is_removed(tmp_path: Path) -> None:
    (tmp_path / "bygone.md").write_text("# Bygone\n")
    main([str(tmp_path)])
    assert not (tmp_path / "bygone.md").exists()


def test_every_category_but_the_contested_has_a_page(lexicon: Lexicon) -> None:
    made = pages(lexicon)
    assert [c.name for c in lexicon.categories if f"{c.name}.md" not in made] == ["contested"]
    assert all(f"({name})" in made[FRONT] for name in made if name != FRONT)
