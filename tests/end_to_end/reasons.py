"""A night in which every reason for a gap stands once before the event and once before another."""

from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

from bias.demo.newsroom import Newsroom
from bias.demo.routes import Answer, Route
from bias.demo.sites import NEWS_SITEMAP, RSS
from bias.demo.story import LayoutName
from bias.records import GapReason
from tests.end_to_end import hostile, small

MATCHING = "Dockers shut the port of Vell as wage talks fail"
FOREIGN = "Swans nest on the roof of the old mill at Aldby"
QUIET = "The Quiet Post"
"""Everything it announced is read, and nothing of it is on the event."""

_SWANS = (
    "A pair of swans has built its nest on the roof of the old mill at Aldby, to the joy of all.",
    "The miller found them on Monday, when he climbed up to mend a tile that had come loose.",
    "“They looked at me as if I were the guest,” said Edda Wray, who has run the mill for years.",
    "A wheel of the mill stands still until the eggs are hatched, which may take five weeks or so.",
    "Children from the village school come every noon to watch, and bring no bread, as told.",
    "The last swans seen at Aldby nested by the weir, in the year when the bridge was opened.",
    "A warden comes once a day to count the eggs, and writes the number on a board by the gate.",
)
_STRIKE = small.paragraphs("The Harbour Herald")

SERVED = {
    GapReason.FORBIDDEN: "forbidden",
    GapReason.NOT_FETCHED: "not_found",
    GapReason.PAYWALLED: "paywalled",
    GapReason.LIVE_BLOG: "live_blog",
    GapReason.NO_TEXT: "video",
    GapReason.CUT_SHORT: "cut_short",
}
"""What a line of the folder may ask for itself."""
INSTEAD: Mapping[GapReason, Answer] = {
    GapReason.CONSENT_WALL: hostile.CONSENT,
    GapReason.BOT_CHECK: hostile.BOT_CHECK,
    GapReason.LOGIN_WALL: hostile.LOGIN,
    GapReason.SOFT_404: hostile.SOFT_404,
    GapReason.INDEX_PAGE: hostile.INDEX,
    GapReason.REFRESHES: hostile.SENT_ON,
    GapReason.NEEDS_SCRIPT: hostile.SCRIPT_ONLY,
    GapReason.UNSUPPORTED_LANGUAGE: hostile.OTHER_LANGUAGE,
    GapReason.UNREADABLE: Answer(body=b"%PDF-1.7\0\1", content_type="application/pdf"),
    GapReason.OTHER_PAGE: hostile.page(
        "How we make our cheese",
        hostile.paragraphs(
            "Milk comes in at five, is warmed in copper, and stands until it sets like custard.",
            "Then it is cut, stirred for an hour, lifted out in cloths and pressed until evening.",
            "Salt goes on by hand, and after that nothing is asked of anybody but patience.",
            times=4,
        ),
    ),
}
"""What an address answers in place of the article."""
OF_AN_ARTICLE = (
    *SERVED,
    *INSTEAD,
    GapReason.TOO_SHORT,
    GapReason.TOO_LONG,
    GapReason.FAILED,
    GapReason.DOUBTFUL,
)
OF_AN_OUTLET = (
    GapReason.OUTLET_UNREACHABLE,
    GapReason.NOT_ASKED,
    GapReason.NOT_READ,
    GapReason.FEED_INCOMPLETE,
    GapReason.FEED_TOO_SHORT,
)
"""What is said of an outlet as a whole; its one article is foreign and read."""


def outlet(reason: GapReason, kind: str = "") -> str:
    """Return the name of the outlet for a reason, with a matching or a foreign title."""
    return f"{reason.value.replace('_', ' ').title()} {kind}".strip()


def lines() -> list[dict[str, object]]:
    """Return the coverage folder: the event, told by two, and a line for each reason."""
    made = [small.story("The Harbour Herald"), small.story("Vell Today"), _line(QUIET, FOREIGN)]
    for reason in OF_AN_ARTICLE:
        made.append(_line(outlet(reason, "matching"), MATCHING, reason))
        made.append(_line(outlet(reason, "foreign"), FOREIGN, reason))
    made.append(_line(outlet(GapReason.OUTSIDE_WINDOW, "matching"), MATCHING))
    made.append(_line(outlet(GapReason.OUTSIDE_WINDOW, "foreign"), FOREIGN))
    return made + [_line(outlet(reason), FOREIGN) for reason in OF_AN_OUTLET]


def _line(name: str, title: str, reason: GapReason | None = None) -> dict[str, object]:
    text = _STRIKE if title == MATCHING else _SWANS
    if reason is GapReason.TOO_SHORT:
        text = text[:2]
    if reason is GapReason.CUT_SHORT:
        text = text * 3
    if reason is GapReason.TOO_LONG:
        text = text * 400
    served = SERVED.get(reason, "page") if reason else "page"
    fields: dict[str, object] = {"title": title, "paragraphs": text, "served": served}
    return small.story(name, event=None, layout=LayoutName.BROADSHEET, **fields)


def spoil(newsroom: Newsroom, written: list[dict[str, object]]) -> None:
    """Let the addresses and feeds answer what their outlets' reasons ask for."""
    by_name = {each.name: each for each in newsroom.outlets}
    for number, line in enumerate(written, start=1):
        for reason, reply in INSTEAD.items():
            if str(line["outlet"]).startswith(outlet(reason)):
                path = urlsplit(newsroom.url_of(number)).path
                newsroom.answer_otherwise(path, always(reply))
    for reason, change in _FEEDS.items():
        home = by_name[outlet(reason)].homepage
        for name in (RSS, NEWS_SITEMAP):
            path = urlsplit(home).path + name
            whole = newsroom.answers(path)
            changed = Answer(body=change(whole.body), content_type=whole.content_type)
            newsroom.answer_otherwise(path, always(changed))


def always(reply: Answer) -> Route:
    return lambda _: reply


def _without_last(entry: bytes, feed: bytes) -> bytes:
    start, closing = feed.rindex(b"<" + entry + b">"), b"</" + entry + b">"
    return feed[:start] + feed[feed.rindex(closing) + len(closing) :]


def _too_short(feed: bytes) -> bytes:
    return _without_last(b"item" if b"<item" in feed else b"url", feed)


def _broken_off(feed: bytes) -> bytes:
    return feed[: feed.rindex(b"</")].rstrip()[:-9]


_FEEDS: Mapping[GapReason, Callable[[bytes], bytes]] = {
    GapReason.FEED_TOO_SHORT: _too_short,
    GapReason.FEED_INCOMPLETE: _broken_off,
    GapReason.OUTLET_UNREACHABLE: lambda _: b"",
}
