"""Walls: pages that answer in place of the article, known by what they say.

Each row has a sentence that it must match and one of a real article that it must not. A wall is
short, or says what it is in its title; an article about cookies or robots is neither.
"""

import re
from collections.abc import Sequence
from enum import StrEnum

import msgspec

from bias.records import GapReason
from bias.text import count_words

MAX_WALL_WORDS = 320
"""A longer text is no wall, unless nearly all of its paragraphs speak of consent."""
MAX_TITLE_WORDS = 9
"""A longer title is a headline, whatever words it holds."""
CONSENT_SHARE = 0.5
"""Share of the paragraphs that must speak of consent, in a text of any length."""


class Place(StrEnum):
    """Where the words of a row are looked for."""

    TITLE = "title"
    TEXT = "text"


class Wall(msgspec.Struct, frozen=True, kw_only=True):
    """One way in which a wall gives itself away."""

    id: str
    reason: GapReason
    place: Place
    pattern: str
    example: str
    counter: str


WALLS: tuple[Wall, ...] = (
    Wall(
        id="bot-title",
        reason=GapReason.BOT_CHECK,
        place=Place.TITLE,
        pattern=(
            r"^\W*(?:just a moment|one moment,? please|attention required|access (?:to this page "
            r"(?:has been )?)?denied|are you (?:a robot|human)|robot check|bot check|captcha"
            r"|human verification|security (?:check|verification)|pardon our interruption"
            r"|checking your browser|ddos[- ]guard|(?:please )?verify(?:ing)? (?:that )?you are"
            r"|403 forbidden|forbidden|429 too many requests|too many requests"
            r"|request (?:blocked|rejected)|you have been blocked|client challenge)\b"
        ),
        example="Just a moment...",
        counter="Access denied: how a town lost its only bridge to the islands",
    ),
    Wall(
        id="bot-text",
        reason=GapReason.BOT_CHECK,
        place=Place.TEXT,
        pattern=(
            r"enable javascript and cookies to continue|checking (?:if|that) the site connection"
            r"|(?:verify|confirm|prove) (?:that )?you(?:'re| are) (?:a |not a )?"
            r"(?:human|robot|person)"
            r"|review the security of your connection|unusual (?:traffic|activity) from your"
            r"|(?:complete|solve) the (?:security check|captcha|challenge|puzzle)"
            r"|press (?:and|&) hold|cloudflare ray id|you (?:have been|were) blocked"
            r"|access to this page has been denied|made us think (?:that )?you (?:are|were) a bot"
            r"|needs? to make sure (?:that )?you(?:'re| are) (?:not a robot|a human|human)"
            r"|automated (?:access|requests|queries) (?:to|from)"
        ),
        example="Please verify you are human before you go on.",
        counter="The robot could not prove that it was human, the jury found.",
    ),
    Wall(
        id="consent-text",
        reason=GapReason.CONSENT_WALL,
        place=Place.TEXT,
        pattern=(
            r"we and our (?:\d{1,4} |trusted |selected )*(?:third-party )?partners"
            r"|(?:store and/?(?:or )?(?:read|access)|access and/?(?:or )?store) information on"
            r"|(?:accept|agree) (?:all|to all|and (?:continue|close))\b|\bmanage (?:your )?"
            r"(?:preferences|choices|options|consent|cookies)\b|\blegitimate interests?\b"
            r"|(?:withdraw|give|revoke) (?:your )?consent\b|without tracking"
            r"|personali[sz]ed (?:ads|advertising)|before you continue to\b"
            r"|we use cookies (?:and|to)\b|cookies? (?:policy|settings|preferences)"
        ),
        example="We and our 812 partners store and access information on a device.",
        counter="The minister gave her consent to the bill on cookies.",
    ),
    Wall(
        id="consent-title",
        reason=GapReason.CONSENT_WALL,
        place=Place.TITLE,
        pattern=(
            r"^\W*(?:(?:your )?(?:cookie|privacy|consent)(?: (?:settings|preferences|choices"
            r"|consent|notice|policy|wall|manager))?|consent|read with advertising"
            r"|before you continue|we value your privacy|your privacy(?: choices)?|cookies?)\W*$"
        ),
        example="We value your privacy",
        counter="Privacy for sale: the brokers of Oster",
    ),
    Wall(
        id="login-title",
        reason=GapReason.LOGIN_WALL,
        place=Place.TITLE,
        pattern=(
            r"^\W*(?:log ?in|sign ?in|sign ?up|register|create an? (?:free )?account"
            r"|log ?in (?:or|to)\b.{0,40}|sign ?in (?:or|to)\b.{0,40}|please (?:log|sign) ?in"
            r"|members only|account login|authentication required|401 unauthorized)\W*$"
        ),
        example="Log in or create an account",
        counter="Sign in the sky: the comet that Oster saw",
    ),
    Wall(
        id="login-text",
        reason=GapReason.LOGIN_WALL,
        place=Place.TEXT,
        pattern=(
            r"(?:please |you (?:must|need to|have to) )(?:log|sign) ?in "
            r"(?:or (?:register|create)|to)|forgot(?:ten)? (?:your )?password"
            r"|don['’]t have an account\b|create a free account to"
            r"|register (?:for free )?to (?:continue|read|keep)|already have an account\?"
        ),
        example="You must log in to see this page.",
        counter="He had forgotten the password, the clerk said.",
    ),
    Wall(
        id="missing-title",
        reason=GapReason.SOFT_404,
        place=Place.TITLE,
        pattern=(
            r"^\W*(?:error )?404\b|^\W*(?:page|article|story|content|file|document|error)s?:? "
            r"(?:was |is |could |can )?(?:not|no longer|cannot|can['’]t)(?: be)? "
            r"(?:found|available|exist)|^\W*(?:page|content|article|story) (?:un|not )available"
            r"|^\W*(?:oops|sorry|whoops|uh[- ]oh)\b|^\W*(?:not found|page missing|nothing found"
            r"|(?:page|article|story) (?:has (?:been )?)?"
            r"(?:removed|expired|moved|gone|deleted))\W*$"
            r"|^\W*we can['’]t find|^\W*(?:410 )?gone\W*$|\b(?:page|article) not found\b"
        ),
        example="Page not found | The Herald",
        counter="Missing plane not found after a week of searching",
    ),
    Wall(
        id="missing-text",
        reason=GapReason.SOFT_404,
        place=Place.TEXT,
        pattern=(
            r"(?:page|article|story|content|link|url|address) (?:that )?(?:you(?:['’]re| are|['’]ve"
            r"| have)? )(?:looking for|requested|followed|tried to|were looking for|are trying)"
            r"|(?:page|article|story) (?:you requested )?(?:could|can) ?not be found"
            r"|(?:page|article|story|content) (?:has been (?:removed|moved|deleted)|is no longer "
            r"available|does(?: not|n['’]t) exist|may have (?:been )?(?:moved|removed|expired))"
            r"|we can['’]t (?:seem to )?find (?:the|that) page"
        ),
        example="Sorry, the page you are looking for may have moved.",
        counter="The page in the ledger was found by an inspector.",
    ),
)
"""Rows in the order they are asked."""

_PATTERNS = {wall.id: re.compile(wall.pattern, re.IGNORECASE) for wall in WALLS}
_NAMES = {
    GapReason.BOT_CHECK: "checks whether a person asks",
    GapReason.CONSENT_WALL: "asks for consent to tracking",
    GapReason.LOGIN_WALL: "asks to log in or register",
    GapReason.SOFT_404: "says that there is no such article",
}


def find_wall(titles: Sequence[str], paragraphs: Sequence[str]) -> tuple[GapReason, str] | None:
    """Return which wall a page is and a sentence that says so, ``None`` for a page that is none.

    >>> find_wall(["Just a moment..."], ["Please wait."])[0].value
    'bot_check'

    Args:
        titles: What the page calls itself: its title element, heading and the like.
        paragraphs: The text found on it.
    """
    words = sum(count_words(paragraph) for paragraph in paragraphs)
    for wall in WALLS:
        if _applies(wall, titles, paragraphs, words):
            return wall.reason, f"The page {_NAMES[wall.reason]} and shows no article."
    return None


def _applies(wall: Wall, titles: Sequence[str], paragraphs: Sequence[str], words: int) -> bool:
    matches = _PATTERNS[wall.id].search
    if wall.place is Place.TITLE:
        short = [title for title in titles if 0 < count_words(title) <= MAX_TITLE_WORDS]
        return words <= MAX_WALL_WORDS and any(map(matches, short))
    if wall.reason is not GapReason.CONSENT_WALL and words > MAX_WALL_WORDS:
        return False
    hits = sum(1 for paragraph in paragraphs if matches(paragraph))
    if wall.reason is GapReason.CONSENT_WALL:
        return hits > 0 and hits >= CONSENT_SHARE * len(paragraphs)
    return hits > 0 and hits >= len(paragraphs) / 4
