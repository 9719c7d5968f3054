import msgspec
import pytest

from bias.people.merge import merge_casts
from bias.records import EntityKind, MentionKind, Part
from tests.people.casts import are_one, cast, who


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Harbour Minister Ada Ray spoke. The crews cheered Ray.", "Ada Ray", "Ray"),
        ("Michael Oden spoke on the pier. Later Mike Oden left.", "Michael Oden", "Mike Oden"),
        ("Governor Ada Ray spoke. The governor left.", "Ada Ray", "governor"),
        ("Ada Ray, the mayor of Oslo, spoke. The mayor left.", "Ada Ray", "mayor"),
        ("Lee Tae Joon met the crew. Mr. Lee smiled.", "Lee Tae Joon", "Lee"),
        ("Critics called the soldiers traitors.", "soldiers", "traitors"),
        ("Gov. Ada Ray spoke. The governor left.", "Ada Ray", "governor"),
        ("They appointed Ben Ode as secretary.", "Ben Ode", "secretary"),
    ],
)
def test_what_means_one_is_joined(text: str, first: str, second: str) -> None:
    assert are_one(text, first, second)


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Ann Gray spoke. Tom Gray listened.", "Ann Gray", "Tom Gray"),
        ("The soldiers shot five officers. The officers died.", "soldiers", "officers"),
        ("The first ferry left. The second ferry was saved.", "first ferry", "second ferry"),
        ("Tom Vance spoke. Ode is a supporter of Clara Vance's plan.", "Tom Vance", "Clara Vance"),
        ("Mayor Ed Moss spoke. Ada Ray wrote a Delmar Post op-ed.", "Mayor Ed Moss", "op-ed"),
        ("Gov. Ada Ray spoke. The lieutenant governor left.", "Gov. Ada Ray", "governor"),
        ("Lt. Gov. Ben Ode left. The governor spoke.", "Ben Ode", "governor"),
        ("Senator Ada Ray left. Ben Ode is the first black senator.", "Ada Ray", "black senator"),
        ("They offered to appoint Ben Ode as secretary.", "Ben Ode", "secretary"),
        ("Ben Ode was the only person to run. Ray wants a person of faith.", "Ben Ode", "person"),
    ],
)
def test_what_means_two_is_not_joined(text: str, first: str, second: str) -> None:
    assert not are_one(text, first, second)


def test_a_mention_knows_its_name_head_and_modifiers() -> None:
    text = "Texas Governor Ada Ray spoke to the striking dockers."
    found = cast(text)
    mention = found.at(Part.BODY, 0, text.index(" spoke"))
    assert mention is not None
    assert (mention.name, mention.kind) == ("Ada Ray", MentionKind.PROPER)
    assert text[mention.start : mention.end] == "Texas Governor Ada Ray"
    assert found.entity(mention.entity).kind is EntityKind.PERSON
    dockers = found.at(Part.BODY, text.index("the striking"), len(text) - 1)
    assert dockers is not None
    assert (dockers.head, dockers.plural, dockers.definite) == ("docker", True, True)


def test_a_span_without_mention_is_nobody() -> None:
    assert who("Yesterday it rained.", "rained") == ""


def test_casts_of_an_event_are_joined() -> None:
    first = cast("Governor Ada Ray spoke.")
    second = cast("Ray left the hall.")
    casts = [first, msgspec.structs.replace(second, article="post-0")]
    joined = [e for e in merge_casts(casts) if e.name == "Ada Ray"]
    assert [article for article, _ in joined[0].members] == ["herald-0", "post-0"]


def test_a_pronoun_near_a_last_name_does_not_make_it_another_person() -> None:
    first = cast("Governor Tom Ray spoke.")
    second = cast("Ray met Ann Oden. She smiled. Ray left, and she waved.")
    casts = [first, msgspec.structs.replace(second, article="post-0")]
    assert [e.name for e in merge_casts(casts) if "Ray" in e.name] == ["Tom Ray"]


def test_running_text_gives_the_name_where_a_headline_runs_on() -> None:
    text = "The report was read. Ada M. Ray denied it. Ray left."
    assert who(text, "Ada M. Ray", title="Delmar Senators Defend Ada Ray: It Was Long Ago") in (
        "Ada M. Ray",
        "Ada Ray",
    )


def test_a_last_name_is_whom_the_headline_names_in_full() -> None:
    text = "Tom Vance spoke. Ode is a supporter of Clara Vance's plan. Later Vance left."
    found = cast(text, title="Palace asks Tom Vance to help")
    last = found.at(Part.BODY, text.rindex("Vance"), text.rindex("Vance") + 5)
    assert last is not None
    assert found.entity(last.entity).name == "Tom Vance"


def _of_two(one: str, other: str) -> list[set[str]]:
    """Return the articles that every entity of an event stands in."""
    casts = [cast(one), msgspec.structs.replace(cast(other), article="post-0")]
    return [{article for article, _ in e.members} for e in merge_casts(casts) if "judge" in e.name]


def test_the_judge_of_one_article_is_that_of_another_where_there_is_one() -> None:
    assert _of_two("The judge spoke.", "The judge left.") == [{"herald-0", "post-0"}]


def test_of_several_judges_none_is_taken_for_another_articles() -> None:
    several = "The judge spoke. A retired judge of Orlo, who was no judge there, wept."
    assert {"herald-0", "post-0"} not in _of_two(several, "The judge left.")
