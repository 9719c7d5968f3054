"""A newsroom a third of whose articles answer with something else: walls, cuts, errors, detours.

Every text is invented; no wall holds a word of the article it stands before.
"""

import re
from collections.abc import Callable, Mapping
from functools import partial
from urllib.parse import urlsplit

from msgspec.structs import replace

from bias.demo.newsroom import Newsroom
from bias.demo.routes import Answer

EVERY = 3
"""Of so many articles one is replaced."""

Maker = Callable[[Answer], Answer]
"""From what an address answers to what it answers instead."""


def page(title: str, body: str, head: str = "", **fields: int) -> Answer:
    start = f'<!doctype html><html lang="en"><head><title>{title}</title>{head}</head>'
    return Answer(body=f"{start}<body><main><h1>{title}</h1>{body}</main></body></html>".encode())


def paragraphs(*sentences: str, times: int = 1) -> str:
    return "".join(f"<p>{sentence}</p>" for sentence in sentences * times)


CONSENT = page(
    "Your choices",
    paragraphs(
        "We and our 814 partners keep and read information on your device, such as identifiers, "
        "so that advertising and content can be chosen, measured and improved for you.",
        "You may agree, refuse, or take out a plan without tracking for a small sum each month. "
        "You can change your mind at any time in the settings at the foot of every page.",
        "Some partners rely on what they call a legitimate interest, to which you can object in "
        "the list of vendors, where each says for how long it keeps what it has learned.",
        times=2,
    )
    + "<button>Accept all</button><button>Manage choices</button>",
)
BOT_CHECK = page(
    "One moment, please",
    paragraphs(
        "We are making sure that you are a person before you go on. Our systems have seen unusual "
        "traffic from your network, and this check ends by itself after some seconds.",
        "Keep this window open and let cookies and scripts run while the check is at work. If it "
        "does not end, load this window again or try from another network or device.",
        "Should you believe that you were stopped by mistake, write to our help desk and name the "
        "number below, so that the staff can look up what happened and let you in.",
    )
    + "<p>Ray ID: 8f21c0d3aa91</p>",
)
LOGIN = page(
    "Sign in",
    paragraphs(
        "Sign in to your account to go on. Readers with an account can save stories, follow "
        "writers and get a letter every morning with what the editors found worth your time.",
        "It is free and takes less than a minute. You need an e-mail address and a password of "
        "eight letters at least; we send you a message with a link that proves that it is yours.",
        "By making an account you accept our terms of use and our rules on privacy, which say "
        "what we keep of you, how long we keep it, and how you can have it deleted again.",
    )
    + "<form><input name='email'><input type='password' name='password'></form>",
)
SOFT_404 = page(
    "Sorry, we could not find that page",
    paragraphs(
        "The page you are looking for may have been moved, renamed or taken down, or the address "
        "may have been mistyped. Check the spelling, or use the search at the top of this page.",
        "You may also begin again from our front page, where you find the latest from our desks, "
        "or write to our web team, who will gladly help you to find what you were looking for.",
        "Here is what other readers like at the moment: a guide to garden birds in spring, ten "
        "soups for cold evenings, and a long talk with the last keeper of a lighthouse.",
    ),
)
INDEX = page(
    "Latest stories",
    "".join(
        f'<div><h2><a href="/{place}-{what}">{place.title()} council weighs a new {what}</a></h2>'
        f"<p>Members heard for three hours why the {what} is wanted in {place} and what it may "
        "cost over ten years.</p></div>"
        for place in ("aldby", "brigham", "corley", "dunmore", "eastry")
        for what in ("library", "footbridge", "orchard")
    ),
)
SENT_ON = page(
    "Redirecting",
    "<p>You are being taken to the right place.</p>",
    '<meta http-equiv="refresh" content="0; url=/elsewhere">',
)
SCRIPT_ONLY = page(
    "News",
    '<div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript>',
)
OTHER_LANGUAGE = page(
    "Der Garten im Frühling",
    paragraphs(
        "Wer im Frühling in den Garten geht, der sieht zuerst, was der Winter übrig gelassen hat.",
        "Die Beete sind nass, die Wege sind weich, und unter dem Laub warten schon die Schnecken.",
        "Es lohnt sich, mit dem Umgraben noch zu warten, bis der Boden wärmer geworden ist.",
        times=5,
    ),
)


def moved(where: str, _: Answer) -> Answer:
    """Redirect to a place of the newsroom."""
    return Answer(body=b"", status=302, location=where)


def status(code: int, _: Answer) -> Answer:
    """Answer with a status, and the page of an error."""
    return Answer(body=SOFT_404.body, status=code)


def challenged(_: Answer) -> Answer:
    """Answer a bot check with 202, as some networks do."""
    return Answer(body=BOT_CHECK.body, status=202)


def instead(answer: Answer, _: Answer) -> Answer:
    """Answer with a page of its own."""
    return answer


def cut(share: float, whole: Answer) -> Answer:
    """Answer with the page as far as a share of its running text, inside a word."""
    places = [found.start() for found in re.finditer(rb"[a-z](?=[a-z]{3})", _body(whole))]
    return Answer(body=whole.body[: places[int(len(places) * share)]]) if places else whole


def cut_after_paragraph(whole: Answer) -> Answer:
    """Answer with the page as far as the end of a paragraph in its middle."""
    ends = [found.end() for found in re.finditer(rb"</p>\s*|<br>\s*", whole.body)]
    return replace(whole, body=whole.body[: ends[len(ends) // 2]]) if ends else whole


def _always(reply: Answer) -> Callable[[int], Answer]:
    return lambda _: reply


def _body(whole: Answer) -> bytes:
    start = whole.body.find(b"<p")
    end = whole.body.rfind(b"</p>")
    return b" " * start + whole.body[start:end] if 0 <= start < end else b""


_TITLE = re.compile(rb"<(news:)?title>.*?</(news:)?title>", re.DOTALL)
KINDS: Mapping[str, Maker] = {
    "consent": partial(instead, CONSENT),
    "not found": partial(status, 404),
    "cut at a third": partial(cut, 1 / 3),
    "challenge 202": challenged,
    "meta refresh": partial(instead, SENT_ON),
    "soft 404": partial(instead, SOFT_404),
    "bot check": partial(instead, BOT_CHECK),
    "gone": partial(status, 410),
    "log-in": partial(instead, LOGIN),
    "index": partial(instead, INDEX),
    "script only": partial(instead, SCRIPT_ONLY),
    "cut at a half": partial(cut, 1 / 2),
    "cut after a paragraph": cut_after_paragraph,
    "forbidden": partial(status, 403),
    "to the front page": partial(moved, "/"),
    "to one wall": partial(moved, "/consent"),
    "to log in": partial(moved, "/login"),
    "other language": partial(instead, OTHER_LANGUAGE),
    "empty": partial(instead, Answer(body=b"")),
    "binary": partial(instead, Answer(body=b"%PDF-1.7\0\1", content_type="application/pdf")),
}


def make_hostile(newsroom: Newsroom, urls: Mapping[int, str], start: int = 0) -> dict[int, str]:
    """Replace every third article from ``start`` on; returns which kind each line became.

    The kinds take turns, and go on from one start to the next.
    """
    for wall in ("/consent", "/login"):
        newsroom.answer_otherwise(wall, _always(CONSENT))
    chosen = sorted(urls.items())[start::EVERY]
    kinds = list(KINDS) * (start * len(urls) + len(chosen))
    made = dict(zip((line for line, _ in chosen), kinds[start * len(chosen) :], strict=False))
    for line, kind in made.items():
        path = urlsplit(urls[line]).path
        newsroom.answer_otherwise(path, _always(KINDS[kind](newsroom.answers(path))))
    return made


def hide_titles(newsroom: Newsroom) -> None:
    """Take the titles out of every feed, as plain sitemaps have none."""
    for outlet in newsroom.outlets:
        for feed in outlet.feeds:
            path = urlsplit(feed.url).path
            whole = newsroom.answers(path)
            head, mark, items = whole.body.partition(b"<item>")
            bare = head + mark + _TITLE.sub(b"", items) if mark else _TITLE.sub(b"", head)
            newsroom.answer_otherwise(path, _always(replace(whole, body=bare)))
