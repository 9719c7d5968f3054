"""Whom a description or a loaded label is joined with, and with whom it must not be."""

import pytest

from bias.records import Naming
from bias.wording.compare import compare_event
from bias.wording.lexicon import Lexicon
from tests.wording.samples import article, event

OTHER = (
    "President Davo Merrin spoke. Opposition leader Ana Lopes replied. Mayor Rui Senn said no. "
    "Ida Holm said yes."
)


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
        ("Davo Merrin spoke. Meanwhile, the tyrant shrugged.", "tyrant", "Davo Merrin"),
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
    ("text", "description", "entity"),
    [
        ("Mayor Rui Senn said no. The embattled mayor left.", "embattled mayor", "Rui Senn"),
        ("Chancellor Ida Holm spoke. The chancellor left.", "chancellor", "Ida Holm"),
        ("Prime Minister Ida Holm spoke. The prime minister left.", "prime minister", "Ida Holm"),
    ],
)
def test_an_office_is_joined_with_the_one_who_holds_it(
    lexicon: Lexicon, text: str, description: str, entity: str
) -> None:
    found = [naming for naming in read(lexicon, text) if naming.text == description]
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
        ("Davo Merrin spoke. Brandt, the self-proclaimed interim president, left.", "president"),
        ("Davo Merrin spoke. They met Brandt, the interim president.", "president"),
        ("Davo Merrin spoke. Brandt, the tyrant who fled, was seen.", "tyrant"),
        ("Mayor Rui Senn said no. The former mayor left.", "mayor"),
        ("Davo Merrin spoke. A former president left.", "president"),
        ("Davo Merrin spoke. The former president left.", "president"),
        ("Rui Senn said no. The mayor of Harn left.", "mayor"),
        ("Ana Lopes said no. The governor left.", "governor"),
        ("Prime Minister Rui Senn spoke. The interior minister left.", "minister"),
        ("Mayor Ana Lopes met Mayor Rui Senn. The mayor left.", "mayor"),
    ],
)
def test_a_label_of_nobody_named_is_joined_with_nobody(
    lexicon: Lexicon, text: str, head: str
) -> None:
    persons = {"Davo Merrin", "Ana Lopes", "Rui Senn"}
    found = [naming for naming in read(lexicon, text) if naming.head == head]
    titles = ("Mayor ", "Prime Minister ")
    described = [naming for naming in found if not naming.text.startswith(titles)]
    assert not [naming for naming in described if naming.entity in persons]


def test_a_verb_names_no_happening(lexicon: Lexicon) -> None:
    heads = {
        naming.head for naming in read(lexicon, "They are shooting. He came to march the men.")
    }
    assert heads.isdisjoint({"shooting", "march"})
