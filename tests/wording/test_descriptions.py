"""Whom a description or a loaded label is joined with, and with whom it must not be."""

import pytest

from bias.records import Naming
from bias.wording.compare import compare_event
from bias.wording.lexicon import Lexicon
from tests.wording.samples import article, event

OTHER = "President Davo Merrin spoke. Opposition leader Ana Lopes replied. Mayor Rui Senn said no."


def read(lexicon: Lexicon, text: str) -> list[Naming]:
    """Return the namings of a text, told beside a plain article on the same persons."""
    pieces = (
        article(OTHER, name="a", outlet="herald"),
        article(text, name="b", outlet="star"),
    )
    found = compare_event(event(*pieces), lexicon, seed=1).namings
    return [naming for naming in found if naming.article == "b"]


@pytest.mark.parametrize(
    ("text", "head", "entity"),
    [
        ("Davo Merrin spoke. The tyrant shrugged.", "tyrant", "Davo Merrin"),
        ("Ana Lopes called Davo Merrin “a tyrant”.", "tyrant", "Davo Merrin"),
        ("Davo Merrin spoke. Ana Lopes called him “a tyrant”.", "tyrant", "Davo Merrin"),
        (
            "Davo Merrin spoke. Ana Lopes said more. She called the president “a tyrant”.",
            "tyrant",
            "Davo Merrin",
        ),
        ("Davo Merrin is a tyrant, the leaflet said.", "tyrant", "Davo Merrin"),
        ("Davo Merrin spoke at noon. He is a dictator.", "dictator", "Davo Merrin"),
        ("Tyrant Davo Merrin spoke at noon.", "tyrant", "Davo Merrin"),
        ("Mayor Rui Senn, a crony, said no.", "crony", "Rui Senn"),
        ("Ana Lopes spoke, and Davo Merrin is a liar.", "liar", "Davo Merrin"),
        ("Mayor Rui Senn said no. The crony left by car.", "crony", "Rui Senn"),
        (
            "Davo Merrin spoke. The leader of the opposition, Ana Lopes, replied.",
            "leader",
            "Ana Lopes",
        ),
    ],
)
def test_a_label_is_joined_with_whom_it_means(
    lexicon: Lexicon, text: str, head: str, entity: str
) -> None:
    found = [naming for naming in read(lexicon, text) if naming.head == head]
    assert [naming.entity for naming in found] == [entity]


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("Davo Merrin spoke. The cronies cheered.", "cronies"),
        ("Davo Merrin spoke. Merrin’s crony cheered.", "crony"),
        ("Davo Merrin’s thugs fired at the crowd.", "thugs"),
        ("Ana Lopes said: “A tyrant hides behind walls.”", "tyrant"),
        ("Ana Lopes said: “The crony must go.”", "crony"),
        ("“Ask the liar,” Ana Lopes said.", "liar"),
        ("Mayor Rui Senn said no. Their ringleader ran.", "ringleader"),
        ("Mayor Rui Senn spoke. A stooge was seen nearby.", "stooge"),
        ("A witness said: “Ana Lopes was there.” The crony left by car.", "crony"),
        ("Ana Lopes spoke. The leftist government met.", "leftist"),
        ("Ana Lopes spoke. The propaganda went on.", "propaganda"),
    ],
)
def test_a_label_of_nobody_named_is_joined_with_nobody(
    lexicon: Lexicon, text: str, head: str
) -> None:
    persons = {"Davo Merrin", "Ana Lopes", "Rui Senn"}
    found = [naming for naming in read(lexicon, text) if naming.head == head]
    assert not [naming for naming in found if naming.entity in persons]


def test_a_verb_names_no_happening(lexicon: Lexicon) -> None:
    heads = {
        naming.head for naming in read(lexicon, "They are shooting. He came to march the men.")
    }
    assert heads.isdisjoint({"shooting", "march"})
