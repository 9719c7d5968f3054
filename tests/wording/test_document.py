from pathlib import Path

from bias.wording.document import document
from bias.wording.lexicon import Lexicon

PAGE = Path(__file__).parents[2] / "docs" / "lexicon.md"


def test_the_page_is_up_to_date(lexicon: Lexicon) -> None:
    command = "python -m bias.wording.document docs/lexicon.md"
    assert PAGE.read_text("utf-8") == document(lexicon), f"run {command}"


def test_every_category_but_the_contested_has_a_table(lexicon: Lexicon) -> None:
    text = document(lexicon)
    missing = [c.name for c in lexicon.categories if f'<a id="{c.name}">' not in text]
    assert missing == ["contested"]
