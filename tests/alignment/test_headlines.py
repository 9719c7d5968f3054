"""Headlines of one event set against each other."""

from bias.alignment.event_passages import event_passages
from bias.alignment.headlines import headline_contrasts, without_repeated_headlines
from bias.records import Contrast
from tests.alignment.telling import coverage, voiced

PLAIN = ("Governor picks Ode for the seat.", "The gate was closed.")
REPEATED = ("Ode named to the empty seat.", "Ode named to the empty seat.", "Ode smiled.")


def _contrasts() -> tuple[Contrast, ...]:
    articles = coverage({"herald": PLAIN, "lantern": REPEATED})
    passages = event_passages(articles, [voiced(article) for article in articles])
    first, again = (p for p in passages if p.text == REPEATED[0])
    (other,) = (p for p in passages if p.text == PLAIN[0])
    made = [
        Contrast(group="g1", a=other.ref, b=each.ref, steps=(), strength=0.5)
        for each in (first, again)
    ]
    return without_repeated_headlines(made, passages)


def test_a_headline_printed_twice_is_compared_once() -> None:
    assert [contrast.b.index for contrast in _contrasts()] == [0]


def test_headlines_are_compared_of_two_outlets_only() -> None:
    articles = coverage({"herald": PLAIN})
    passages = event_passages(articles, [voiced(article) for article in articles])
    assert headline_contrasts(articles, passages, (), "en") == ()
