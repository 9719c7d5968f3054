"""Every make of paragraph that is left out has examples it must match and must not match."""

import re
from collections.abc import Mapping

import pytest

from bias.articles.blocks import TextBlock
from bias.articles.paragraphs import ANYWHERE, AT_THE_END, clean_paragraphs
from bias.records import BlockKind
from tests.articles.pages import sentences

Examples = Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]

IN_ANYWHERE: Examples = {
    "pointer to other articles": (
        (
            "Read more: How the valley got its dam",
            "RELATED: Ten bridges",
            "Most read",
            "Watch below.",
        ),
        ("Read the letter aloud, she told him.", "More than 40 people came.", "Popular with all."),
    ),
    "place where the page was split": (
        ("Advertisement", "Story continues below gallery", "Continue reading the main story"),
        ("The story continues to trouble the town.", "Advertisements are banned there."),
    ),
    "prompt to sign up": (
        ("Sign up to our free newsletter to get the news first.", "Download the Herald app now"),
        ("Sign up at the town hall, the mayor told parents.", "She wants to know why."),
    ),
    "prompt to follow": (
        ("Follow us on Facebook and Instagram.", "Share it on WhatsApp"),
        ("Like it or not, taxes will rise.", "Follow the river to the mill, he said."),
    ),
    "rights": (
        ("© 2026 The Herald", "Copyright 2026 Herald. All rights reserved."),
        ("Copyrights were at the heart of the case.", "He reserved all rights to a reply."),
    ),
    "principles of the outlet": (
        ("Our Standards: The Herald Trust Principles.",),
        ("Our standards are high, the miller said.",),
    ),
    "day and time of publication": (
        ("Sunday 17 December 2023 17:23, UK", "3 March 2026, 9.15"),
        ("On Sunday 17 December 2023 the mill burned.", "In 2023"),
    ),
    "picture credit": (
        ("Photo: Ada Quill", "Image credit: Town archive", "(Picture by Ada Quill)", "Credit: PA"),
        ("Video by the army showed tanks rolling in.", "Pictures of the flood went round."),
    ),
    "time of publication": (
        ("Published 13 March 2026, 18:05", "Last updated at 9pm on 3 May"),
        ("Published in 1931, the novel sold badly.", "Posted guards turned 30 people away."),
    ),
    "disclosure": (
        ("If you buy through our links we may earn a commission.",),
        ("The commission earned praise for its report.",),
    ),
    "source of an embedded post": (
        ("— Len Orr (@lenorr_fire) March 13, 2026",),
        ("— and then the lights went out.",),
    ),
    "nothing but signs": (("* * *", "___", "—"), ("* He was 40.",)),
}

IN_AT_THE_END: Examples = {
    "who reported": (
        ("Reporting by A. Writer; editing by B. Editor", "A. Writer contributed to this report."),
        ("Reporting on the flood won her a prize.", "The rain contributed to this harvest."),
    ),
    "label": (
        ("Contact: desk@herald.example", "Editor’s note: This is an opinion."),
        ("Contacts help.",),
    ),
    "how to reach the author": (
        (
            "Follow her on Instagram.",
            "Follow Ada Ray on Twitter: @adaray",
            "Follow @adaray",
            "Ada Ray can be reached at ada@herald.example.",
        ),
        (
            "Police will follow the car.",
            "The mayor did not follow through on his promise.",
            "Talks are to follow later on the border.",
            "The summit can be reached in an hour.",
        ),
    ),
    "biography": (
        (
            "Ada Ray is a staff reporter for the Herald.",
            "He is a senior politics editor who writes on tax.",
        ),
        ("She is a baker and mother of two.", "It is an open question for the court."),
    ),
    "first publication": (
        ("This piece originally appeared in the Valley Review.",),
        ("The ship appeared at dawn.",),
    ),
    "prompt": (("Get the news in your inbox.",), ("The letters filled the box.",)),
}


@pytest.mark.parametrize("name", ANYWHERE)
def test_whole_paragraphs(name: str) -> None:
    must, must_not = IN_ANYWHERE[name]
    pattern = re.compile(ANYWHERE[name], re.IGNORECASE)
    assert [text for text in must if not pattern.fullmatch(text)] == []
    assert [text for text in must_not if pattern.fullmatch(text)] == []


@pytest.mark.parametrize("name", AT_THE_END)
def test_end_matter(name: str) -> None:
    must, must_not = IN_AT_THE_END[name]
    pattern = re.compile(AT_THE_END[name], re.IGNORECASE)
    assert [text for text in must if not pattern.search(text)] == []
    assert [text for text in must_not if pattern.search(text)] == []


def blocks(*texts: str, headings: tuple[str, ...] = ()) -> list[TextBlock]:
    kinds = {True: BlockKind.HEADING, False: BlockKind.PARAGRAPH}
    return [TextBlock(text=text, kind=kinds[text in headings]) for text in texts]


def test_a_plain_telling_is_kept_word_for_word() -> None:
    assert clean_paragraphs(blocks(*sentences(8)), "The miller") == tuple(sentences(8))


def test_headings_stay_between_paragraphs_and_go_at_the_end() -> None:
    first, second, *_ = sentences(4)
    told = blocks(first, "The mill", second, "Votes", headings=("The mill", "Votes"))
    assert clean_paragraphs(told, "") == (first, "The mill", second)


def test_title_and_labels_above_it_are_left_out() -> None:
    told = blocks("Home", "Town", "The miller counts", *sentences(6))
    assert clean_paragraphs(told, "The Miller Counts") == tuple(sentences(6))


def test_title_words_further_down_stay() -> None:
    told = [*sentences(3), "The miller counts", *sentences(3, first=3)]
    assert clean_paragraphs(blocks(*told), "The miller counts") == tuple(told)


def test_biography_goes_at_the_end_and_stays_elsewhere() -> None:
    line = "Ada Ray is a staff reporter for the Herald."
    assert clean_paragraphs(blocks(*sentences(6), line), "") == tuple(sentences(6))
    above = [sentences(6)[0], line, *sentences(6)[1:]]
    assert clean_paragraphs(blocks(*above), "") == tuple(above)


def test_list_of_other_articles_below_is_left_out() -> None:
    below = ("More from the region", "Bus line to be cut", "Choir looks for basses")
    assert clean_paragraphs(blocks(*sentences(9), *below), "") == tuple(sentences(9))


def test_heading_of_such_a_list_amid_the_telling_cuts_nothing_after_it() -> None:
    told = clean_paragraphs(blocks(*sentences(5), "Most read", *sentences(5, first=5)), "")
    assert told == tuple(sentences(10))


def test_text_that_stands_twice_in_a_paragraph_is_a_teaser() -> None:
    told = blocks(*sentences(4), "Rain ahead for all Rain ahead for all", *sentences(2, first=4))
    assert clean_paragraphs(told, "") == tuple(sentences(6))


def test_nothing_in_nothing_out() -> None:
    assert clean_paragraphs([], "Title") == ()
