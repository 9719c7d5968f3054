"""One announced address in, a page or a gap with its reason out."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from bias.config import Settings
from bias.coverage.answers import Answer
from bias.coverage.canonical import canonical_story, page_title
from bias.coverage.client import Client
from bias.coverage.detours import detour, is_same_story
from bias.coverage.refusals import ForbiddenError, NoAnswerError, RefusedError, status_detail
from bias.coverage.robots import Robots
from bias.coverage.stories import page_key
from bias.coverage.times import utc_text
from bias.encoding import whole
from bias.failures import told
from bias.records import Announcement, Gap, GapReason, Page

Progress = Callable[[int, int, str], None]
"""Told after each address: how many are done, of how many, and which it was."""

_HEAD = 1024
"""Bytes at the beginning of an answer by which it is judged."""
_OK = (200, 203)
"""202 is what a bot check answers, 204 to 206 hold no page or a part of one."""
_PAGE_TYPES = ("text/html", "application/xhtml+xml")
# Types that servers put on web pages by mistake; the content decides.
_VAGUE_TYPES = ("", "text/plain", "text/xml", "application/xml", "application/octet-stream")
_PAGE_STARTS = (b"<html", b"<!doctype html")
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


class PageFetcher:
    """Turns announcements into pages and gaps."""

    def __init__(
        self, client: Client, robots: Robots, settings: Settings, homepages: Mapping[str, str]
    ) -> None:
        """Take what fetches, what allows it, and the homepage of every outlet by its id."""
        self._client = client
        self._robots = robots
        self._settings = settings
        self._homepages = homepages

    def fetch(
        self, announcements: Sequence[Announcement], progress: Progress
    ) -> Iterator[Page | Gap]:
        """Yield what each address gives; one that leads to a page seen before gives nothing.

        Where it was announced under quite another title, the page is not its article.
        """
        seen: dict[str, Announcement] = {}
        stories: dict[str, Announcement] = {}
        for done, announced in enumerate(announcements, start=1):
            item = self._safely(announced)
            key = page_key(item.final_url) if isinstance(item, Page) else ""
            first = seen.setdefault(key, announced) if key else announced
            if first is announced:
                yield from [] if _is_copy(item, announced, stories) else [item]
            elif not is_same_story(first, announced):
                detail = f"It leads to the same page as another announced article, {first.url}."
                yield _page_gap(announced, GapReason.OTHER_PAGE, detail)
            progress(done, len(announcements), announced.url)

    def _safely(self, announced: Announcement) -> Page | Gap:
        """Return what an address gives; one on which the program fails becomes a gap."""
        try:
            return whole(self._fetch_one(announced))
        except Exception as error:  # whatever one address does, the others are to be asked
            words = told(f"the address {announced.url}", error)
            detail = f"The program failed on this address ({words})."
            return whole(_page_gap(announced, GapReason.FAILED, detail))

    def _fetch_one(self, announced: Announcement) -> Page | Gap:
        try:
            answer = self._client.get(announced.url, check=self._robots.check)
        except (NoAnswerError, RefusedError) as error:
            forbidden = isinstance(error, ForbiddenError)
            reason = GapReason.FORBIDDEN if forbidden else GapReason.NOT_FETCHED
            hop = f"It redirects to {error.url}. " if error.url != announced.url else ""
            return _page_gap(announced, reason, hop + error.detail)
        flaw = _flaw(answer, announced.url, self._homepages[announced.outlet])
        return _page_gap(announced, *flaw) if flaw else self._page(announced, answer)

    def _page(self, announced: Announcement, answer: Answer) -> Page:
        return Page(
            outlet=announced.outlet,
            url=announced.url,
            final_url=answer.url,
            status=answer.status,
            content_type=answer.content_type,
            fetched_at=utc_text(self._settings.clock()),
            body=answer.body,
            title=announced.title,
            published=announced.published,
        )


def _is_copy(item: Page | Gap, announced: Announcement, stories: dict[str, Announcement]) -> bool:
    """Note the story that a page says it is; returns whether another page was it before."""
    if not isinstance(item, Page):
        return False
    story = canonical_story(item.body, item.url, item.final_url) or page_key(item.final_url)
    # By their titles too: there are sites that name one canonical address on every page.
    named = replace(announced, title=announced.title or page_title(item.body))
    first = stories.setdefault(story, named)
    return first is not named and is_same_story(first, named)


def _page_gap(announced: Announcement, reason: GapReason, detail: str) -> Gap:
    return Gap(
        outlet=announced.outlet,
        reason=reason,
        detail=detail,
        url=announced.url,
        title=announced.title,
        published=announced.published,
    )


def _flaw(answer: Answer, url: str, homepage: str) -> tuple[GapReason, str] | None:
    """Return why an answer is not the page that was announced, ``None`` if it may be."""
    if answer.status not in _OK:
        return GapReason.NOT_FETCHED, status_detail(answer.status)
    if page_key(answer.url) == page_key(homepage) != page_key(url):
        return GapReason.NOT_FETCHED, "It redirects to the front page."
    if away := detour(url, answer.url):
        return away
    nature = _nature(answer)
    return (GapReason.UNREADABLE, nature) if nature else None


def _nature(answer: Answer) -> str:
    """Say what an answer is that is no web page, else nothing."""
    head = answer.body[:_HEAD].lower()
    kind = answer.content_type.partition(";")[0].strip().lower()
    looks_like_page = any(start in head for start in _PAGE_STARTS)
    if not answer.body.strip():
        return "It is empty."
    if kind not in _PAGE_TYPES and not (kind in _VAGUE_TYPES and looks_like_page):
        return f"It is {kind or 'of no stated type'}, not a web page."
    if b"\0" in head and not head.startswith(_UTF16_MARKS):
        return "It holds binary data, not a web page."
    return ""
