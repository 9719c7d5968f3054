import pytest

from bias.alignment.conflicts.quotations import quotation_conflicts
from bias.records import ConflictKind
from tests.alignment.conflicts.read_texts import joined, texts, words


def test_other_words_in_one_quotation_are_a_conflict() -> None:
    read = texts(
        "“They would never build a ferry bomb in this harbour,” Ada Ray said on Monday.",
        "Ada Ray said: “They would never build a ferry engine in this harbour.”",
    )
    (found,) = quotation_conflicts(read)
    assert found.kind is ConflictKind.QUOTATION
    assert words(found, read) == ("ferry bomb in", "ferry engine in")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # cut short
        ("We will never sell the long pier to anybody.", "We will never sell the long pier"),
        # an open edit
        (
            "We will never sell it to anybody at all.",
            "We will never sell [the pier] to anybody at all.",
        ),
        ("We will never, ever sell it to anybody now.", "We will never … sell it to anybody now."),
        (
            "Now these (local) clerks have far too much to say.",
            "Now these clerks have far too much to say.",
        ),
        # a filler
        (
            "We will never sell it and we will stay here.",
            "We will never sell it, we will stay here.",
        ),
        # spelling
        (
            "Gen. Ode will never send an e-mail to us.",
            "General Ode will never send an email to us.",
        ),
        (
            "He has read the relevant memoranda on the pier.",
            "He has . . . read the relevant memorandums on the pier.",
        ),
        # a slip, and the style of a house
        (
            "He saying that he would never sell the long pier.",
            "He said that he would never sell the long piers.",
        ),
        # another sentence
        ("We will never sell it to anybody.", "Nobody asked us about the ferry this year."),
    ],
)
def test_shortened_and_edited_quotations_are_none(one: str, other: str) -> None:
    read = texts(f"Ada Ray said: “{one}”", f"“{other}” Ada Ray said.")
    assert list(quotation_conflicts(read)) == []


def test_two_speakers_are_no_conflict() -> None:
    read = texts(
        "“We will never sell the pier,” Ada Ray said.",
        "“We will never close the pier,” Ben Ode said.",
    )
    assert list(quotation_conflicts(read)) == []


def test_a_few_quoted_words_are_enough_in_joined_passages() -> None:
    read = texts(
        "The crew calls the board “a reckless cargo cult club”.",
        "Dockers call the board a “reckless private cargo cult”.",
    )
    (found,) = quotation_conflicts(read, {(join.a, join.b) for join in joined(*read).joins})
    assert words(found, read) == ("reckless cargo", "reckless private cargo")
    assert list(quotation_conflicts(read)) == []


def test_a_few_words_cut_from_a_quotation_are_none_in_joined_passages() -> None:
    read = texts(
        "The crew calls it “a reckless cargo cult”.", "It is a “reckless cargo cult club”."
    )
    assert list(quotation_conflicts(read, {(j.a, j.b) for j in joined(*read).joins})) == []


def test_a_phrase_that_two_long_quotations_share_makes_them_no_one_utterance() -> None:
    read = texts(
        "“All our lives we were told in this harbour town by both sides that a quay is somehow a "
        "dirty word and ought to be filled in,” Ray said.",
        "“If the founders of this place had said that a quay was a dirty word, nobody would now "
        "land fish or grain or timber near here,” Ray said.",
    )
    assert list(quotation_conflicts(read)) == []


def test_whose_it_is_depends_on_who_is_addressed() -> None:
    read = texts(
        "“The plan reflects the wishes of your friends in the port,” Ray said.",
        "“The plan reflects the wishes of his friends in the port,” Ray said.",
    )
    assert list(quotation_conflicts(read)) == []


def test_what_is_repeated_is_set_against_its_nearest() -> None:
    read = texts(
        "“They ruined his whole life with it,” Ray said. “They wrecked his whole life with it.”",
        "“They wrecked his whole life with it,” Ray said.",
    )
    assert list(quotation_conflicts(read)) == []
