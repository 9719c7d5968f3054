"""Two articles: only here, only there at the head; of two versions, what changed."""

import bias
from tests.given.files import HERALD, POST

LONE_HERALD = (
    "A brass band from the shipyard played hymns at the gate until the last lorry had gone."
)
LONE_POST = "Insurers in Orveth raised the premium for grain cargoes by eleven percent on Friday."
ONE, OTHER = (*HERALD, LONE_HERALD), (*POST, LONE_POST)


def page(*tellings: tuple[str, tuple[str, ...]]) -> str:
    articles = [
        bias.article("\n\n".join(telling[1:]), outlet, title=telling[0])
        for outlet, telling in tellings
    ]
    return bias.report(bias.compare(articles))


def section(html: str) -> str:
    """Return the head of a comparison of two, as words."""
    _, _, rest = html.partition('<section id="only"')
    return rest.partition("</section>")[0]


def test_what_each_of_two_tells_alone_stands_at_the_head() -> None:
    head = section(page(("The Herald", ONE), ("The Post", OTHER)))
    here, there = head.split('<div class="column')[1:]
    assert "Only in" in here and "The Herald" in here and "brass band" in here
    assert "The Post" in there and "Insurers" in there
    assert "<details" not in head


def test_of_two_versions_it_is_said_what_changed_from_the_first_to_the_second() -> None:
    later = (HERALD[0], HERALD[1].replace("Thugs of the regime", "Police officers"), *HERALD[2:])
    for first, second in ((HERALD, later), (later, HERALD)):
        head = section(page(("The Herald", first), ("The Herald", second)))
        assert "What changed, from The Herald (1) to The Herald (2)" in head
        before, after = head.partition("</del>")[::2]
        assert first[1] in before
        assert second[1] in after


def test_with_three_articles_the_section_is_one_of_those_below() -> None:
    third = ("Port quiet", *POST[1:3], "A choir sang on the quay until the lamps went out at ten.")
    html = page(("The Herald", ONE), ("The Post", OTHER), ("The Echo", third))
    assert "Only here, only there" not in html
    assert "<details" in section(html)
