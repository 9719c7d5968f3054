import msgspec
import pytest

from bias.records import Cue
from bias.wording import proofs
from bias.wording.check import Problem, check_lexicon
from bias.wording.lexicon import Lexicon
from tests.wording.samples import cue, only


def test_every_row_does_what_its_sentences_say(lexicon: Lexicon) -> None:
    assert [str(problem) for problem in check_lexicon(lexicon)] == []


def test_every_rule_is_known_by_name() -> None:
    assert len({rule.__name__ for rule in proofs.RULES}) == 10
    assert all(rule.__doc__ for rule in proofs.RULES)


SOUND = cue("glorp", pos="noun")
OTHER = cue("fizz", category="person_labels", pos="noun")
MILD = cue("wibble", strength=1, pos="noun")


@pytest.mark.parametrize("rule", proofs.RULES)
def test_a_sound_row_passes_every_rule(lexicon: Lexicon, rule: proofs.Rule) -> None:
    assert check_lexicon(only(lexicon, SOUND, OTHER, MILD), (rule,)) == ()


@pytest.mark.parametrize(
    ("rule", "changes", "column", "message"),
    [
        (proofs.is_found, {"match": "It left."}, "match", "holds nothing"),
        (proofs.is_found, {"match": "A fizz left."}, "match", "holds person_labels/fizz"),
        (proofs.is_spared, {"no_match": "Glorps left."}, "no_match", "the neighbour that cancels"),
        (proofs.is_alone, {"no_match": "A fizz left."}, "no_match", "holds person_labels/fizz"),
        (
            proofs.shows_sense,
            {"not_sense": "a stone", "not_before": ("stones",)},
            "no_match",
            "does not show",
        ),
        (proofs.is_neutral, {"alternative": "fizz"}, "alternative", "holds person_labels/fizz"),
        (proofs.leaves_sentence, {"alternative": "leave out"}, "alternative", "another noun"),
        (
            proofs.leaves_sentence,
            {"alternative": "Leave out", "pos": "verb"},
            "alternative",
            "verb",
        ),
        (
            proofs.fits_category,
            {"category": "attack_verbs", "pos": "noun"},
            "pos",
            "is 'noun' in attack_verbs; write verb",
        ),
        (proofs.fits_category, {"category": "person_labels", "pos": ""}, "pos", "is ''"),
        (
            proofs.stands_once,
            {"id": "zzz/fizz", "term": "Fizz"},
            "term",
            "stands in person_labels too",
        ),
        (
            proofs.agrees_with_spellings,
            {"id": "zzz/fi-zz", "term": "fi-zz"},
            "term",
            "is spelled as person_labels/fizz",
        ),
        (proofs.names_known_domains, {"not_before": ("@cricket",)}, "not_before", "'@cricket'"),
    ],
)
def test_a_wrong_row_is_found(
    lexicon: Lexicon, rule: proofs.Rule, changes: dict[str, object], column: str, message: str
) -> None:
    wrong: Cue = msgspec.structs.replace(SOUND, **changes)
    problems = check_lexicon(only(lexicon, wrong, OTHER), (rule,))
    assert [(problem.cue, problem.column) for problem in problems] == [(wrong.id, column)]
    assert message in problems[0].message


@pytest.mark.parametrize(
    ("rule", "changes"),
    [
        (proofs.is_alone, {"no_match": "A wibble left."}),
        (
            proofs.shows_sense,
            {
                "not_sense": "a stone",
                "not_before": ("quarry",),
                "no_match": "The glorp quarry shut.",
            },
        ),
        (
            proofs.shows_sense,
            {"not_sense": "a stone", "not_before": ("here",), "no_match": "We saw glorps here."},
        ),
        (proofs.leaves_sentence, {"alternative": "leave out", "pos": "adjective"}),
        (proofs.fits_category, {"category": "attack_verbs", "term": "go for", "pos": ""}),
        (proofs.agrees_with_spellings, {"term": "fi-zz", "id": "mockery/fi-zz", "pos": "verb"}),
        (proofs.agrees_with_spellings, {"term": "wib-ble", "id": "mockery/wib-ble", "strength": 1}),
    ],
)
def test_a_right_row_is_left_alone(
    lexicon: Lexicon, rule: proofs.Rule, changes: dict[str, object]
) -> None:
    right: Cue = msgspec.structs.replace(SOUND, **changes)
    assert check_lexicon(only(lexicon, right, OTHER, MILD), (rule,)) == ()


def test_a_problem_names_file_and_line_in_one_line(lexicon: Lexicon) -> None:
    row = lexicon.by_id["person_labels/tyrant"]
    wrong = msgspec.structs.replace(row, match="The president left.")
    problem: Problem = check_lexicon(only(lexicon, wrong))[0]
    file, line, rest = str(problem).split(":", 2)
    assert file == "person_labels.csv"
    assert int(line) > 1
    assert rest.startswith(" person_labels/tyrant: column 'match': is not found in")
