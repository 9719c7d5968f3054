from pathlib import Path

import pytest

from bias.wording import document as module
from bias.wording.document import PAGE, document, main
from bias.wording.lexicon import Lexicon


@pytest.mark.parametrize("named", [True, False])
def test_the_page_is_written_where_asked_else_where_it_belongs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: bool
) -> None:
    path = tmp_path / "lexicon.md"
    monkeypatch.setattr(module, "PAGE", tmp_path / "unasked.md" if named else path)
    main([str(path)] if named else [])
    assert path.read_bytes() == PAGE.read_bytes()
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_the_page_is_up_to_date(lexicon: Lexicon) -> None:
    command = "python -m bias.wording.document"
    assert PAGE.read_text("utf-8") == document(lexicon), f"run {command}"


def test_every_category_but_the_contested_has_a_table(lexicon: Lexicon) -> None:
    text = document(lexicon)
    missing = [c.name for c in lexicon.categories if f'<a id="{c.name}">' not in text]
    assert missing == ["contested"]
