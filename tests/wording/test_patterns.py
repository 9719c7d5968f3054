"""Guards that ask tokens: any form of a word, a class, a part of speech, and the hit's own."""

import pytest

from bias.errors import DataError
from bias.language.neighbours import semantic_classes
from bias.records import Cue
from bias.text import fold
from bias.wording.findings import find_all
from bias.wording.lexicon import Lexicon
from bias.wording.patterns import ELEMENTS, is_part, pattern, stands_after, stands_before
from bias.wording.rows import read_rows, to_cue
from tests.language.texts import document
from tests.voiced import read_article
from tests.wording.samples import article, cue, found_words, only

TEXT = "The crew of 40 men left two old-style houses, in March; their dogs barked at French cooks."


@pytest.mark.parametrize(
    ("word", "guard"),
    [
        ("of", "#number"),
        ("of", "40 lemma:man"),
        ("left", "#number old"),
        ("left", "#number old style lemma:house"),
        ("in", "#date"),
        ("their", "lemma:dog"),
        ("at", "#people lemma:cook"),
        ("at", "pos:adjective pos:noun"),
    ],
)
def test_what_stands_right_behind_is_told_by_its_tokens(word: str, guard: str) -> None:
    end = TEXT.index(word) + len(word)
    assert stands_before([pattern(guard)], document(TEXT), end)


@pytest.mark.parametrize(
    ("word", "guard"),
    [
        ("houses", "#preposition"),  # a comma lies between
        ("March", "#determiner lemma:dog"),
        ("The", "#number"),
        ("cooks", "pos:noun"),
    ],
)
def test_a_mark_or_another_word_ends_the_reach_of_a_pattern(word: str, guard: str) -> None:
    end = TEXT.index(word) + len(word)
    assert not stands_before([pattern(guard)], document(TEXT), end)


@pytest.mark.parametrize(
    ("word", "guard", "held"),
    [
        ("men", "#number", True),
        ("dogs", "#possessive", True),
        ("barked", "#possessive lemma:dog", True),
        ("style", "old", True),
        ("their", "#date", False),
        ("The", "#determiner", False),
    ],
)
def test_what_stands_right_before_is_told_by_its_tokens(word: str, guard: str, held: bool) -> None:
    assert stands_after([pattern(guard)], document(TEXT), TEXT.index(word)) is held


@pytest.mark.parametrize(
    ("text", "guard", "held"),
    [
        ("They stole two rusty old town buses.", "phrase:#vehicle", True),
        ("They stole from the bus.", "phrase:#vehicle", False),  # a phrase ends at "from"
        ("They stole, the bus left.", "phrase:#vehicle", False),  # and at a comma
        ("They stole bus tickets.", "phrase:#vehicle", True),  # its first word
        ("They stole bus tickets.", "phrase:lemma:ticket", True),  # or its head
        ("They stole the show.", "phrase:#vehicle", False),
        ("They stole her neighbour's wallet.", "phrase:wallet", True),
        ("They stole twelve geese.", "phrase:#animal", True),
        ("They stole the old brass door handle.", "phrase:#thing", True),
        ("They stole the whole election.", "phrase:#thing", False),
        ("They stole", "phrase:#thing", False),
    ],
)
def test_a_phrase_is_asked_for_by_its_first_word_and_its_head(
    text: str, guard: str, held: bool
) -> None:
    end = text.index("stole") + len("stole")
    assert stands_before([pattern(guard)], document(text), end) is held


@pytest.mark.parametrize(
    ("text", "passive", "subject"),
    [
        ("The boat was ripped in the gale.", True, True),
        ("The old boats ripped.", False, True),
        ("The boat ripped the dock.", False, False),  # what it has an object for
        ("The boat left, and the plan was ripped by experts.", False, False),
        ("Ripped.", False, False),
    ],
)
def test_the_subject_of_a_verb_without_object_can_be_asked_for(
    text: str, passive: bool, subject: bool
) -> None:
    start = text.lower().index("ripped")
    behind = stands_before([pattern("phrase:#vehicle")], document(text), start + len("ripped"))
    before = stands_after([pattern("subject:#vehicle")], document(text), start)
    assert (behind, before) == (passive, subject)


@pytest.mark.parametrize(
    ("word", "guard"), [("who", "pos:pronoun"), ("and", "pos:conjunction"), ("on", "pos:particle")]
)
def test_small_words_are_asked_for_by_their_part_of_speech(word: str, guard: str) -> None:
    text = "She slept and ate. He leant on it. They knew who left, that being known."
    assert stands_after([pattern(guard)], document(text), text.index(f"{word} ") + len(word) + 1)


def test_every_word_of_a_class_is_one_folded_word() -> None:
    for name, words in semantic_classes().items():
        assert words, name
        assert [word for word in words if word != fold(word) or " " in word] == [], name


@pytest.mark.parametrize(
    ("text", "part", "held"),
    [
        ("The court ruled on Monday.", "verb", False),
        ("She has courted the donors for years.", "verb", True),
        ("The criminal fled.", "noun", True),
        ("He was a devoted friend of hers.", "adjective", True),
        ("Ray Courted Donors for Years", "noun", True),  # a headline's capitals make names
        ("She was devotedly at work.", "adjective", True),
    ],
)
def test_the_parse_says_what_a_word_is(text: str, part: str, held: bool) -> None:
    word = next(w for w in ("courted", "court", "criminal", "devoted") if w in text.lower())
    start = text.lower().index(word)
    assert is_part(part, document(text), start, start + len(word)) is held


LITERAL = [
    "The supreme court in Orlo heard the case.",
    "A dog barked at the gate all night.",
    "Police said the attack took place at noon.",
    "An explosion was heard after the second blast.",
    "The army moved forty tanks to the river.",
    "The battle was fought at the ford.",
    "The fire in the flats claimed nine lives.",
    "The storm had claimed its first life by noon.",
    "He bought milk and bread before the march.",
    "The flames destroyed two houses and their barns.",
]
LOADED = [
    ("She openly courted the lobby for years.", "courted"),
    ("Doubts have dogged the mayor since May.", "dogged"),
    ("The minister attacked the tax plan at the rally.", "attacked"),
    ("The senator blasted the judge on Monday.", "blasted"),
    ("He murdered the party's chances.", "murdered"),
    ("The mayor claimed that the bridge was safe.", "claimed"),
    ("She battled the board for a year.", "battled"),
    ("They milked the fund for years.", "milked"),
]


@pytest.mark.parametrize("text", LITERAL)
def test_a_word_that_is_another_part_of_speech_is_not_loaded(lexicon: Lexicon, text: str) -> None:
    assert _marked(lexicon, text) == []


@pytest.mark.parametrize(("text", "word"), LOADED, ids=[word for _, word in LOADED])
def test_the_same_words_are_found_where_they_are_loaded(
    lexicon: Lexicon, text: str, word: str
) -> None:
    assert word in _marked(lexicon, text)


def _marked(lexicon: Lexicon, text: str) -> list[str]:
    """Return the words found in a text, the mild ones too."""
    piece = article(text)
    found = find_all(piece, read_article(piece), lexicon)
    return [text[finding.start : finding.end] for finding in found]


def test_a_row_names_its_part_of_speech_and_its_patterns(lexicon: Lexicon) -> None:
    rows = only(
        lexicon, cue("hound", pos="verb", only_as="verb", not_before=("#number lemma:man",))
    )
    assert found_words(rows, "They hounded the mayor out.") == ["hounded"]
    assert found_words(rows, "The hound slept.") == []
    assert found_words(rows, "They hounded two men.") == []


def test_a_guard_that_names_no_class_is_refused_with_its_place() -> None:
    with pytest.raises(DataError, match=r"my.csv:2: column 'not_before': names '#hue'; use one"):
        _read("#hue dog")


def test_every_class_can_be_asked_for() -> None:
    assert _read("; ".join(ELEMENTS)).not_before == ELEMENTS


def _read(guard: str) -> Cue:
    text = (
        "term,strength,sense,alternative,source,match,no_match,not_before\n"
        f"glorp,2,loud,leave out,a guide,A glorp.,A day.,{guard}\n"
    )
    return to_cue(next(read_rows(text, "my.csv", "mockery")), frozenset({"mockery"}))


@pytest.mark.parametrize(
    ("text", "word", "held"),
    [
        ("A fitness fanatic ran ten miles.", "fanatic", True),
        ("The cycling-fanatic mayor resigned.", "fanatic", True),
        ("Mr Krane called his rivals “fanatics with a paint pot”.", "fanatics", False),
        ("In the hall, Krane called Common Ground ‘fanatics’.", "fanatics", False),
        ("The rivals, fanatics all, left.", "fanatics", False),
    ],
)
def test_a_noun_before_a_hit_counts_where_both_are_one_thing(
    text: str, word: str, held: bool
) -> None:
    assert stands_after([pattern("pos:noun")], document(text), text.index(word)) is held


@pytest.mark.parametrize(
    ("text", "word", "held"),
    [
        ("The riot police stood by.", "riot", True),
        ("A riot-police officer stood by.", "riot", True),
        ("He called it a riot “police had let happen”.", "riot", False),
        ("They watched the riot, police officers too.", "riot", False),
    ],
)
def test_a_noun_behind_a_hit_counts_where_both_are_one_thing(
    text: str, word: str, held: bool
) -> None:
    end = text.index(word) + len(word)
    assert stands_before([pattern("pos:noun")], document(text), end) is held


def test_a_verb_is_of_no_class_of_nouns() -> None:
    text = "She called him a foreign-backed puppet; the finger puppet fell."
    first = text.index("puppet")
    assert not stands_after([pattern("#body")], document(text), first)
    assert stands_after([pattern("#body")], document(text), text.index("puppet", first + 1))
