"""Kinds of namings that were once read wrongly."""

import pytest

from bias.records import EntityKind, Part
from tests.people.casts import are_one, body, cast, who


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Secretary of State Ada Ray spoke.", "Secretary of State Ada Ray", "Ada Ray"),
        ("Theresa Oden spoke. Mrs. Oden left.", "Mrs. Oden", "Theresa Oden"),
        ("Mayor Ada Ray met Senator Tom Ray. Senator Ray smiled.", "Senator Ray", "Tom Ray"),
        ("Tom Gray met Ada Ray. He smiled.", "He", "Tom Gray"),
        ("Tom Gray met Ada Ray. She smiled.", "She", "Ada Ray"),
        ("Ada May spoke for an hour. Later May left.", "May left", "Ada May"),
        ("Mayor Tom Gray spoke. Ada Ray called him a coward.", "coward", "Tom Gray"),
        ("Fish-n-Oat opened. Crowds came to Fish-n-Oat.", "to Fish-n-Oat", "Fish-n-Oat"),
        ("Critics derided Tom Gray as a coward.", "coward", "Tom Gray"),
        ("Tom Gray, the harbour master of Orlo, spoke.", "harbour master", "Tom Gray"),
        ("The hall saw Director of National Dues Tom Gray.", "Director", "Tom Gray"),
        ("The president of Delmar Sachs left.", "Delmar Sachs", "Delmar Sachs"),
        ("Minister of Foreign Affairs Tom Ray spoke. Ray left.", "Ray left", "Tom Ray"),
    ],
)
def test_a_mention_means_the_one_it_should(text: str, words: str, name: str) -> None:
    assert who(text, words) == name


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("The French leader met the Japanese leader.", "French leader", "Japanese leader"),
        ("About 2,000 troops left. Some 7,000 troops stayed.", "2,000 troops", "7,000 troops"),
        ("Tom Oden Jr. met Ada Ray. His father is Tom Oden.", "Tom Oden Jr.", "Tom Oden"),
        ("Ada Ray saw her sister. Tom Gray saw his sister.", "her sister", "his sister"),
        ("The Ray administration fell. The Oden administration rose.", "Ray adm", "Oden adm"),
        ("Mayor Ada Ray spoke. The former mayor left.", "Ada Ray", "former mayor"),
        (
            "Some older Republicans met. Few young Republicans came.",
            "older Republicans",
            "young Republicans",
        ),
        ("Married couples came. Retired couples stayed.", "Married couples", "Retired couples"),
        ("The harbour vote failed. The budget vote passed.", "harbour vote", "budget vote"),
        ("The vote failed. Later votes passed.", "vote failed", "votes passed"),
        ("Gray, the party leader, lost. Ada Ray ran for party leader.", "Gray", "party leader"),
        ("The deal Ray struck with the Greens, an agreement, fell.", "Greens", "agreement"),
        ("Her brother-in-law cooked. The law passed.", "brother-in-law", "law"),
    ],
)
def test_what_contradicts_stays_apart(text: str, first: str, second: str) -> None:
    found = cast(text)
    a = found.at(Part.BODY, *_around(text, first))
    b = found.at(Part.BODY, *_around(text, second))
    assert a is not None
    assert b is not None
    assert a.entity != b.entity


def _around(text: str, words: str) -> tuple[int, int]:
    start = text.rindex(words)
    end = text.find(".", start + len(words) - 1)
    return start, max(start + len(words), min(end, start + len(words) + 12))


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("The story that alleged Ode has lied was false.", "Ode"),
        ("The hall was full. Added Ode: it is bad.", "Ode"),
        ("The story ended. Ray often praised Ode.", "Ode"),
        ("Embattled Ode left the hall.", "Embattled Ode"),
    ],
)
def test_a_verb_before_a_name_does_not_belong_to_it(text: str, printed: str) -> None:
    assert printed in {text[m.start : m.end] for m in body(cast(text)) if "Ode" in m.name}


def test_months_and_datelines_are_no_persons() -> None:
    text = "PORT HALDANE, March 3 — The ferry sank on Monday. In May it was raised."
    kinds = {
        text[m.start : m.end]: cast(text).entity(m.entity).kind for m in body(cast(text)) if m.name
    }
    assert EntityKind.PERSON not in kinds.values()
    assert not {"Monday", "May", "March"} & kinds.keys()


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            "The Federal Bureau of Ferries met. The FBF said no.",
            "Federal Bureau of Ferries",
            "FBF",
        ),
        ("The U.S. agreed. The United States paid.", "U.S.", "United States"),
        ("The Harbour Tribune wrote so. The Tribune said more.", "Harbour Tribune", "Tribune"),
    ],
)
def test_a_body_is_known_by_its_other_names(text: str, first: str, second: str) -> None:
    assert are_one(text, first, second)


def test_any_text_is_read() -> None:
    for text in ("", "?!", "- - -", "He. She. It.", "THE THE THE", "Jr. Jr. III", "\ud83d"):
        assert cast(text).article == "herald-0"


def _entities(text: str, words: str, title: str = "Ferry hearing opens") -> list[str]:
    """Return whom each occurrence of some words in a text means."""
    found = cast(text, title)
    starts = [i for i in range(len(text)) if text.startswith(words, i)]
    meant = [found.at(Part.BODY, start, start + len(words)) for start in starts]
    return [found.entity(m.entity).name for m in meant if m is not None]


def test_a_last_name_is_his_who_was_named_before_it_stood_alone() -> None:
    text = (
        "Governor Tom Gray spoke. Gray smiled. Clara Gray stayed. Clara wept. "
        "Later the harbour was closed. Gray said so."
    )
    assert _entities(text, "Gray s")[-1] == "Tom Gray"


def test_a_son_who_is_named_later_does_not_take_the_last_name() -> None:
    text = "President Gray spoke. Mr. Gray smiled. Tom Gray Jr. left the hall."
    assert "Tom Gray Jr." not in _entities(text, "Mr. Gray")


def test_a_headline_may_leave_out_what_tells_a_son() -> None:
    text = "Tom J. Gray Jr. was held on the pier. Mr. Gray said nothing."
    found = cast(text, "Police hold Tom Gray on the pier")
    assert len({m.entity for m in found.mentions if m.name.endswith(("Gray", "Gray Jr."))}) == 1


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("He was president of his class. Tom Gray is running for president.", "Gray", "president"),
        ("A clerk wept on the pier. Another clerk laughed.", "clerk", "clerk"),
        ("The Senate met. Senate Republicans left.", "The Senate", "Senate Republicans"),
        ("The judge spoke. Every judge in the land agreed.", "judge", "judge"),
    ],
)
def test_what_speaks_of_any_one_means_nobody_named_before(
    text: str, first: str, second: str
) -> None:
    found = cast(text)
    a = found.at(Part.BODY, text.index(first), text.index(first) + len(first))
    b = found.at(Part.BODY, text.rindex(second), text.rindex(second) + len(second))
    assert a is not None
    assert b is not None
    assert a.entity != b.entity


def test_what_tells_a_son_is_no_name_by_itself() -> None:
    names = {m.name for m in body(cast("Tom Oden, Jr., left. They saw Ben Ode, Jr., on the pier."))}
    assert not names & {"Jr", "Jr."}


def test_two_models_of_one_maker_are_two() -> None:
    text = "The Orlo Dart 40 is new. The Orlo Swift 90 is old."
    assert not are_one(text, "Orlo Dart 40", "Orlo Swift 90")
