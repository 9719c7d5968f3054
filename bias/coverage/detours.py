"""Where a redirect leads away from the article: to a wall, upwards, or to another article."""

import re
from urllib.parse import urlsplit

from bias.records import Announcement, GapReason
from bias.text import fold, words

WALLS: dict[str, tuple[GapReason, str]] = {
    **dict.fromkeys(
        ("login", "log-in", "signin", "sign-in", "register", "anmelden", "connexion"),
        (GapReason.LOGIN_WALL, "It redirects to a page to log in."),
    ),
    **dict.fromkeys(
        ("consent", "collectconsent", "privacy-gate", "cookie-consent"),
        (GapReason.CONSENT_WALL, "It redirects to a page that asks for consent."),
    ),
    **dict.fromkeys(
        ("captcha", "challenge", "validatecaptcha", "are-you-a-robot"),
        (GapReason.BOT_CHECK, "It redirects to a page that checks for a person."),
    ),
    **dict.fromkeys(
        ("subscribe", "subscription", "paywall"),
        (GapReason.PAYWALLED, "It redirects to a page that asks for a subscription."),
    ),
    **dict.fromkeys(
        ("404", "not-found", "notfound", "page-not-found", "error404"),
        (GapReason.SOFT_404, "It redirects to a page that says there is none."),
    ),
}
"""What a segment of the address redirected to says, where the announced address has none."""
MIN_SLUG_WORDS = 3
MIN_NUMBER_DIGITS = 5
SAME_TITLE_SHARE = 0.5
"""Share of the shorter title's words that two announced titles of one article have in common."""

_LETTERS = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(rf"\d{{{MIN_NUMBER_DIGITS},}}")


def detour(announced: str, answered: str) -> tuple[GapReason, str] | None:
    """Return why the address that answered is not the announced one's article, if it shows.

    >>> detour("https://a.example/news/harbour-strike-ends", "https://a.example/login?next=1")[1]
    'It redirects to a page to log in.'
    >>> detour("https://a.example/1/harbour-strike-ends", "https://www.a.example/2/strike-ends")
    """
    asked, given = _segments(announced), _segments(answered)
    for segment in given:
        if segment in WALLS and segment not in asked:
            return WALLS[segment]
    above = len(given) < len(asked) and asked[: len(given)] == given
    if above and _names_article(asked[-1]):
        return GapReason.NOT_FETCHED, "It redirects to a page above it, which is not the article."
    return None


def is_same_story(one: Announcement, other: Announcement) -> bool:
    """Tell whether two announcements that led to one page may be one article under two addresses.

    Without both titles nothing speaks against it.
    """
    a, b = frozenset(words(fold(one.title))), frozenset(words(fold(other.title)))
    return len(a & b) >= SAME_TITLE_SHARE * min(len(a), len(b))


def _segments(url: str) -> list[str]:
    parts = urlsplit(url)
    return [parts.netloc.removeprefix("www."), *filter(None, parts.path.lower().split("/"))]


def _names_article(segment: str) -> bool:
    return len(_LETTERS.findall(segment)) >= MIN_SLUG_WORDS or bool(_NUMBER.search(segment))
