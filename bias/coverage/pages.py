"""One announced address in, a page or a gap with its reason out."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from bias.config import Settings
from bias.coverage.addresses import origin
from bias.coverage.answers import Answer
from bias.coverage.canonical import canonical_story, page_title
from bias.coverage.client import Client
from bias.coverage.detours import detour, is_same_story
from bias.coverage.exchanges import Exchange
from bias.coverage.keeping import Keeper, Outcome
from bias.coverage.refusals import ForbiddenError, NoAnswerError, RefusedError, status_detail
from bias.coverage.reservations import read_reservations
from bias.coverage.robots import Robots, product_token
from bias.coverage.side_by_side import side_by_side
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
    """Turns announcements into pages and gaps, hosts side by side."""

    def __init__(
        self,
        client: Client,
        robots: Robots,
        settings: Settings,
        homepages: Mapping[str, str],
        keeper: Keeper,
    ) -> None:
        """Take what fetches, what allows it, each outlet's homepage by its id, and what keeps."""
        self._client = client
        self._robots = robots
        self._settings = settings
        self._homepages = homepages
        self._keeper = keeper
        self._robot = product_token(settings.user_agent)

    def fetch(
        self, announcements: Sequence[Announcement], progress: Progress, *, in_order: bool = True
    ) -> Iterator[Page | Gap]:
        """Yield what each address gives; one that leads to a page seen before gives nothing.

        Where it was announced under quite another title, the page is not its article. What the
        keeper has of an earlier run is not asked again and not yielded.
        """
        seen = _Seen()
        for page in self._keeper.pages():
            announced = _announcement(page)
            seen.first_of(page, announced)
            seen.is_copy(page, announced)
        wanted = [each for each in announcements if not self._keeper.has(each.url)]
        outcomes = side_by_side(
            wanted, lambda each: origin(each.url), self._with_outcome, in_order=in_order
        )
        left = len(announcements) - len(wanted)
        for done, (announced, outcome) in enumerate(outcomes, left + 1):
            kept = _unless_seen(announced, outcome, seen)
            if kept:
                self._keeper.outcome(kept)
                yield kept.item
            else:
                self._keeper.same(announced.url, outcome.exchanges)
            progress(done, len(announcements), announced.url)

    def _with_outcome(self, announced: Announcement) -> tuple[Announcement, Outcome]:
        return announced, self._safely(announced)

    def _safely(self, announced: Announcement) -> Outcome:
        """Return what an address gives; one on which the program fails becomes a gap."""
        exchanges: list[Exchange] = []
        try:
            with self._client.recording(exchanges.append):
                item, ask_again = self._fetch_one(announced)
            return Outcome(item=whole(item), exchanges=tuple(exchanges), ask_again=ask_again)
        except Exception as error:  # whatever one address does, the others are to be asked
            words = told(f"the address {announced.url}", error)
            detail = f"The program failed on this address ({words})."
            gap = whole(_page_gap(announced, GapReason.FAILED, detail))
            return Outcome(item=gap, exchanges=tuple(exchanges), ask_again=True)

    def _fetch_one(self, announced: Announcement) -> tuple[Page | Gap, bool]:
        try:
            answer = self._client.get(announced.url, check=self._robots.check)
        except (NoAnswerError, RefusedError) as error:
            forbidden = isinstance(error, ForbiddenError)
            reason = GapReason.FORBIDDEN if forbidden else GapReason.NOT_FETCHED
            hop = f"It redirects to {error.url}. " if error.url != announced.url else ""
            gap = _page_gap(announced, reason, hop + error.detail)
            return gap, isinstance(error, NoAnswerError)
        flaw = _flaw(answer, announced.url, self._homepages[announced.outlet])
        return (_page_gap(announced, *flaw) if flaw else self._page(announced, answer)), False

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
            reserved=read_reservations(answer.headers, answer.body, self._robot),
        )


class _Seen:
    """Whose page and whose story each is, by who was first."""

    def __init__(self) -> None:
        self._pages: dict[str, Announcement] = {}
        self._stories: dict[str, Announcement] = {}

    def first_of(self, page: Page, announced: Announcement) -> Announcement:
        """Note a page; returns what led to the same page before, else what is announced."""
        return self._pages.setdefault(page_key(page.final_url), announced)

    def is_copy(self, page: Page, announced: Announcement) -> bool:
        """Note the story that a page says it is; returns whether another page was it before."""
        canonical = canonical_story(page.body, page.url, page.final_url, any_path=True)
        story = canonical or page_key(page.final_url)
        # By their titles too: there are sites that name one canonical address on every page.
        named = replace(announced, title=announced.title or page_title(page.body))
        first = self._stories.setdefault(story, named)
        return first is not named and is_same_story(first, named)


def _unless_seen(announced: Announcement, outcome: Outcome, seen: _Seen) -> Outcome | None:
    """Return what is to be kept of an address, ``None`` where its page is kept already."""
    page = outcome.item
    if not isinstance(page, Page):
        return outcome
    first = seen.first_of(page, announced)
    if first is announced:
        return None if seen.is_copy(page, announced) else outcome
    if is_same_story(first, announced):
        return None
    detail = f"It leads to the same page as another announced article, {first.url}."
    gap = _page_gap(announced, GapReason.OTHER_PAGE, detail)
    return Outcome(item=gap, exchanges=outcome.exchanges)


def _announcement(page: Page) -> Announcement:
    return Announcement(
        outlet=page.outlet, url=page.url, title=page.title, published=page.published
    )


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
