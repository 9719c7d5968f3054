import pytest

from bias.coverage.addresses import clean_address
from bias.coverage.stories import canonical_key, page_key, plainest
from bias.coverage.trackers import is_tracker, tracker_names

STORY = "https://www.harbour.example/news/ferry-sails-again-81"

COPIES = [
    "http://www.harbour.example/news/ferry-sails-again-81",
    "https://harbour.example/news/ferry-sails-again-81/",
    "https://m.harbour.example/news/ferry-sails-again-81",
    "https://mobile.harbour.example/news/ferry-sails-again-81",
    "https://amp.harbour.example/news/ferry-sails-again-81",
    "https://www.harbour.example/news/ferry-sails-again-81/amp",
    "https://www.harbour.example/news/ferry-sails-again-81/amp/",
    "https://www.harbour.example/news/ferry-sails-again-81.amp",
    "https://www.harbour.example/amp/news/ferry-sails-again-81",
    "https://www.harbour.example/news/amp/ferry-sails-again-81",
    "https://www.harbour.example/news/ferry-sails-again-81?output=amp",
    "https://www.harbour.example/news/ferry-sails-again-81?outputType=amp",
    "https://www.harbour.example/news/ferry-sails-again-81?amp=1",
    "https://www.harbour.example/news/ferry-sails-again-81?amp",
    "https://www.harbour.example/news/ferry-sails-again-81?CMP=share_btn",
    "https://www.harbour.example/news/ferry-sails-again-81?ito=1490&smid=tw",
    "https://www.harbour.example/news/ferry-sails-again-81?_hsenc=p2A&_hsmi=2#comments",
    "https://www-harbour-example.cdn.ampproject.org/c/s/www.harbour.example/news/ferry-sails-again-81",
    "https://www.google.com/amp/s/www.harbour.example/news/ferry-sails-again-81/amp",
]

OTHERS = [
    "https://www.harbour.example/news/ferry-sails-again-82",
    "https://www.harbour.example/news/ferry-sails-again-81?page=2",
    "https://www.harbour.example/sport/ferry-sails-again-81",
    "https://sport.harbour.example/news/ferry-sails-again-81",
    "https://www.harbour.example/news",
    "https://www.harbour.example/amp",
    "https://www.harbour.example/music/amp",
]


@pytest.mark.parametrize("copy", COPIES)
def test_copies_of_a_story_share_its_key(copy: str) -> None:
    assert page_key(copy) == page_key(STORY)


@pytest.mark.parametrize("other", OTHERS)
def test_other_pages_do_not(other: str) -> None:
    assert page_key(other) != page_key(STORY)


def test_an_amp_file_is_the_page_beside_it() -> None:
    assert page_key("https://h.example/a-b-c.amp.html") == page_key("https://h.example/a-b-c.html")


def test_a_host_of_two_labels_keeps_them() -> None:
    assert page_key("https://m.example/a") == "m.example/a"


def test_the_whole_page_is_preferred_to_its_copies() -> None:
    assert plainest([*COPIES[2:14], STORY]) == STORY
    assert plainest(COPIES[5:7]) == COPIES[5]


@pytest.mark.parametrize("name", sorted(tracker_names()))
def test_every_tracker_of_the_table_is_stripped_whatever_its_case(name: str) -> None:
    for form in (name, name.upper()):
        assert clean_address(f"{STORY}?{form}=1&page=2") == f"{STORY}?page=2"


@pytest.mark.parametrize("name", ["id", "p", "page", "story", "article", "date", "v", "q", "lang"])
def test_what_may_choose_the_content_is_not_stripped(name: str) -> None:
    assert not is_tracker(name)


@pytest.mark.parametrize(
    ("canonical", "sound"),
    [
        (STORY, True),
        ("https://harbour.example/2026/other-story-here", True),
        ("https://harbour.example/", False),
        ("https://harbour.example/news", False),
        ("https://agency.example/a-b-c-12", False),
    ],
)
def test_a_canonical_address_must_name_a_story_of_the_same_publisher(
    canonical: str, sound: bool
) -> None:
    assert (canonical_key(canonical, [COPIES[5]]) is not None) == sound
