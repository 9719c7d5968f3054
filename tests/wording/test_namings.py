import pytest

from bias.records import Naming, Voice
from bias.wording.compare import compare_event
from bias.wording.lexicon import Lexicon
from tests.wording.samples import article, event

STATE = (
    "President Davo Merrin spoke on Monday. Merrin thanked the police.\n\n"
    "The government will meet after the uprising, and opposition leader Ana Lopes will not. "
    "Lopes, the mayor of the port, said the march was peaceful."
)
TABLOID = (
    "Davo Merrin sent loyal troops out. The under-siege tyrant ordered guards to the port.\n\n"
    "The embattled socialist regime fears the rebellion. Merrin calls Lopes a foreign-backed "
    "puppet. Mr. Merrin has ruled for years, and Ana Lopes is the self-proclaimed interim "
    "president.\n\n“The dictator must go,” Ana Lopes said."
)


@pytest.fixture(scope="module")
def namings(lexicon: Lexicon) -> tuple[Naming, ...]:
    pieces = (
        article(STATE, "Lopes calls march", name="a", outlet="herald"),
        article(TABLOID, "Tyrant Merrin on the brink", name="b", outlet="star"),
    )
    return compare_event(event(*pieces), lexicon, seed=1).namings


def _of(namings: tuple[Naming, ...], entity: str, outlet: str) -> set[str]:
    return {n.text for n in namings if n.entity == entity and n.outlet == outlet}


def test_a_person_is_joined_by_name_title_and_surname(namings: tuple[Naming, ...]) -> None:
    assert {"President Davo Merrin", "Merrin"} <= _of(namings, "Davo Merrin", "herald")
    assert {"opposition leader Ana Lopes", "mayor"} <= _of(namings, "Ana Lopes", "herald")


def test_a_description_is_joined_with_the_person_it_means(namings: tuple[Naming, ...]) -> None:
    found = [n for n in namings if n.head == "tyrant" and "under-siege" in n.modifiers]
    assert [(n.entity, n.text, n.voice) for n in found] == [
        ("Davo Merrin", "under-siege tyrant", Voice.OWN)
    ]


def test_what_somebody_calls_somebody_is_theirs(namings: tuple[Naming, ...]) -> None:
    puppet = next(n for n in namings if n.head == "puppet")
    assert (puppet.entity, puppet.text) == ("Ana Lopes", "foreign-backed puppet")
    assert puppet.voice is not Voice.OWN


def test_governments_and_happenings_have_one_entity(namings: tuple[Naming, ...]) -> None:
    assert _of(namings, "government", "herald") == {"government"}
    assert _of(namings, "government", "star") == {"embattled socialist regime"}
    assert _of(namings, "uprising", "herald") == {"uprising"}
    assert _of(namings, "uprising", "star") == {"rebellion"}


def test_modifiers_do_not_run_over_a_verb(namings: tuple[Naming, ...]) -> None:
    troops = next(n for n in namings if n.head == "troops")
    assert (troops.text, troops.modifiers) == ("loyal troops", ("loyal",))


def test_spans_hold_the_text_as_printed(namings: tuple[Naming, ...]) -> None:
    texts = {"a": STATE, "b": TABLOID}
    for naming in namings:
        if naming.part == "body":
            assert texts[naming.article][naming.start : naming.end] == naming.text


def test_what_is_always_called_alike_by_one_outlet_is_left_out(lexicon: Lexicon) -> None:
    pieces = (
        article("The deal was signed.", name="a", outlet="herald"),
        article("It rained.", name="b", outlet="star"),
    )
    assert compare_event(event(*pieces), lexicon, seed=1).namings == ()


def test_a_sentence_start_makes_no_first_name(lexicon: Lexicon) -> None:
    pieces = (
        article("Ana Lopes said yes. Regarding Lopes, they agreed.", name="a", outlet="herald"),
        article("Mayor Ana Lopes spoke.", name="b", outlet="star"),
    )
    entities = {n.entity for n in compare_event(event(*pieces), lexicon, seed=1).namings}
    assert entities == {"Ana Lopes"}


def test_two_persons_of_one_surname_stay_apart(lexicon: Lexicon) -> None:
    pieces = (
        article("Ana Lopes said yes. Lopes left.", name="a", outlet="herald"),
        article("Senator Rui Lopes said no. Lopes stayed.", name="b", outlet="star"),
    )
    found = compare_event(event(*pieces), lexicon, seed=1).namings
    assert {(n.entity, n.outlet, n.text) for n in found} == {
        ("Ana Lopes", "herald", "Ana Lopes"),
        ("Ana Lopes", "herald", "Lopes"),
        ("Rui Lopes", "star", "Senator Rui Lopes"),
        ("Rui Lopes", "star", "Lopes"),
    }


def test_a_surname_alone_is_not_that_of_a_relative_named_in_passing(lexicon: Lexicon) -> None:
    pieces = (
        article("Senator Max Gray spoke. His aide, Ann Gray, said no.", name="a", outlet="herald"),
        article(
            "Max Gray spoke. Gray's wife, Ann Gray, said no. Gray left. Ann Gray stayed. Gray sat.",
            name="b",
            outlet="star",
        ),
    )
    found = compare_event(event(*pieces), lexicon, seed=1).namings
    gray = [n.entity for n in found if n.outlet == "star" and n.text == "Gray"]
    assert gray == ["Max Gray", "Max Gray", "Ann Gray"]


def test_own_words_name_a_happening_before_those_of_others(lexicon: Lexicon) -> None:
    quoted = "“The coup, a coup, this coup and that coup,” Ana Lopes said. "
    pieces = (
        article(quoted + "The uprising began.", name="a", outlet="herald"),
        article("The uprising began.", name="b", outlet="star"),
    )
    found = compare_event(event(*pieces), lexicon, seed=1).namings
    assert {n.entity for n in found if n.kind == "happening"} == {"uprising"}


@pytest.mark.parametrize(("between", "joined"), [(2, True), (3, False)])
def test_a_description_reaches_back_three_sentences(
    lexicon: Lexicon, between: int, joined: bool
) -> None:
    text = "President Davo Merrin spoke. " + "It rained. " * between + "The tyrant shrugged."
    pieces = (
        article("Davo Merrin spoke.", name="a", outlet="herald"),
        article(text, name="b", outlet="star"),
    )
    found = compare_event(event(*pieces), lexicon, seed=1).namings
    assert bool([n for n in found if n.head == "tyrant"]) is joined


def test_institutions_stand_in_rows_of_their_own(lexicon: Lexicon) -> None:
    pieces = (
        article("The White House said no. Human Rights Watch said yes.", name="a", outlet="herald"),
        article("The White House said no. Human Rights Watch wrote.", name="b", outlet="star"),
    )
    found = compare_event(event(*pieces), lexicon, seed=1).namings
    assert {(n.entity, n.text, n.kind) for n in found} == {
        ("White House", "White House", "actor"),
        ("Human Rights Watch", "Human Rights Watch", "actor"),
    }


def test_a_suffix_is_no_surname(lexicon: Lexicon) -> None:
    pieces = (
        article("Lawyer Rui Lopes Jr. said no. Lopes left.", name="a", outlet="herald"),
        article("Rui Lopes said no.", name="b", outlet="star"),
    )
    found = compare_event(event(*pieces), lexicon, seed=1).namings
    assert {n.entity for n in found} == {"Rui Lopes"}
