from bias.attribution.voices import voice_at
from bias.records import Article, Block, BlockKind, Level, Part, Quality, Voice
from bias.wording.findings import find
from bias.wording.lexicon import load_lexicon
from tests.voiced import read_article


def article(**changes: object) -> Article:
    fields: dict[str, object] = {
        "id": "herald-1",
        "outlet": "herald",
        "url": "https://herald.example/1",
        "title": "Mayor leaves town hall",
        "standfirst": "The tyrant is gone. “It was a coup,” Ada Ray said.",
        "text": "The mayor left the hall at noon.",
        "quality": Quality(trusted=True),
        **changes,
    }
    return Article(**fields)  # type: ignore[arg-type]


def test_the_standfirst_is_read_between_title_and_body() -> None:
    made = article()
    voiced = read_article(made)
    assert [(p.part, p.paragraph) for p in voiced.passages] == [
        (Part.TITLE, -1),
        (Part.STANDFIRST, -1),
        (Part.STANDFIRST, -1),
        (Part.BODY, 0),
    ]
    assert [p.index for p in voiced.passages] == [0, 1, 2, 3]
    quoted = made.standfirst.index("coup")
    assert voice_at(voiced, Part.STANDFIRST, quoted) is Voice.QUOTED
    assert voice_at(voiced, Part.BODY, 0) is Voice.OWN


def test_loaded_words_of_the_standfirst_are_found() -> None:
    made = article()
    found = find(made, read_article(made), load_lexicon("en"))
    assert [(f.part, made.standfirst[f.start : f.end]) for f in found if f.voice is Voice.OWN] == [
        (Part.STANDFIRST, "tyrant")
    ]


def test_a_paragraph_is_plain_where_its_make_up_is_not_known() -> None:
    made = article(blocks=(Block(kind=BlockKind.HEADING),))
    assert [made.block(i).kind for i in (0, 1, -1)] == ["heading", "paragraph", "paragraph"]


def test_quality_has_three_levels() -> None:
    assert Quality(trusted=True).level is Level.TRUSTED
    assert Quality(trusted=False, doubtful=True).level is Level.DOUBTFUL
    assert Quality(trusted=False).level is Level.UNUSABLE
