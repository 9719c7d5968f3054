"""The routes: a form, its comparisons, the reports of the archive and a search over it."""

from collections.abc import Callable, Sequence

import msgspec
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from bias import by_hand
from bias.archive import Archive, open_archive
from bias.archive.report_files import HEADERS, read_report
from bias.config import Settings
from bias.coverage.outlets import read_outlets
from bias.errors import BiasError, StorageError, UsageError
from bias.pipeline.in_memory import compare_articles
from bias.records import Article, Comparison, Gap, Outlet
from bias.report.catalogue import say, speaking
from bias.report.render import render_alone
from bias.report.schema import ComparisonDocument
from bias.serve.comparisons import Comparisons, Made
from bias.serve.guard import MAX_BODY, Guard
from bias.serve.pages import Found, form_page, message_page, search_page, waiting_page
from bias.serve.pasted import MOST_ROWS, Pasted, read_form, read_pasted
from bias.storage import ArticleOrGap

_TWO = 2
_NOT_FOUND = 404
_PATIENCE = 25.0
"""Seconds for which a browser is let wait before it is told that the work goes on."""
_MOST_FOUND = 100
_MOST_DAYS = 366


def make_app(settings: Settings, token: str) -> Guard:
    """Return the program that answers; only who knows ``token`` is answered.

    Args:
        settings: limits of what is fetched, the archive, the reports and the lexicon.
        token: what the address that opens the page holds.
    """
    pages = _Pages(settings)
    routes = [
        Route("/", pages.form),
        Route("/more", pages.more, methods=["POST"]),
        Route("/compare", pages.compare, methods=["POST"]),
        Route("/compare-found", pages.compare_found, methods=["POST"]),
        Route("/comparisons/{name}", pages.comparison),
        Route("/comparisons/{name}/comparison.json", pages.data),
        Route("/search", pages.search),
        Route("/reports/{path:path}", pages.report),
    ]
    handlers: dict[object, Callable[..., object]] = {HTTPException: _http_error}
    app = Starlette(routes=routes, exception_handlers=handlers)  # type: ignore[arg-type]
    return Guard(_speaking(app, settings.report_language), token)


def _speaking(app: ASGIApp, language: str) -> ASGIApp:
    """Let every answer speak the reader's language."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        with speaking(language):
            await app(scope, receive, send)

    return answer


class _Pages:
    """Answers each route."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._comparisons = Comparisons()

    @property
    def _archive(self) -> Archive:
        return open_archive(self._settings)

    # ------------------------------------------------------------ compare

    async def form(self, _: Request) -> Response:
        return HTMLResponse(form_page())

    async def more(self, request: Request) -> Response:
        rows = await _rows(request)
        return HTMLResponse(form_page([*rows, Pasted()][:MOST_ROWS]))

    async def compare(self, request: Request) -> Response:
        rows = await _rows(request)
        if sum(not row.is_empty for row in rows) < _TWO:
            return HTMLResponse(form_page(rows, say("Give at least two texts or addresses.")), 422)
        key = [part for row in rows for part in _bytes_of(row)]
        return self._ask(key, lambda: self._make(self._read(rows)))

    def _read(self, rows: Sequence[Pasted]) -> list[ArticleOrGap]:
        return read_pasted(self._settings, rows, read_outlets(self._settings.outlets))

    def _ask(self, key: Sequence[bytes], make: Callable[[], Made]) -> Response:
        try:
            name = self._comparisons.ask(key, make)
        except BiasError as error:
            return HTMLResponse(message_page(say("Wait a moment"), str(error)), 503)
        return RedirectResponse(f"/comparisons/{name}", 303)

    def _page(self, comparison: Comparison, outlets: Sequence[Outlet]) -> bytes:
        with speaking(self._settings.report_language):
            return render_alone(comparison, outlets, back="/")

    def _make(self, rows: Sequence[ArticleOrGap]) -> Made:
        articles, gaps = by_hand.two_at_least(rows)
        seed, lexicon = self._settings.seed, self._settings.lexicon
        comparison = compare_articles(articles, lexicon, seed, gaps=gaps)
        if not any(article.quality.trusted for article in articles):
            raise BiasError("; ".join(_doubt(article) for article in articles))
        outlets = read_outlets(self._settings.outlets)
        return Made(
            page=self._page(comparison, outlets),
            json=msgspec.json.encode(ComparisonDocument(comparison=comparison)),
        )

    async def comparison(self, request: Request) -> Response:
        job = await run_in_threadpool(self._comparisons.get, request.path_params["name"], _PATIENCE)
        if job is None:
            raise HTTPException(404, say("This comparison is kept no more; paste the texts again."))
        if job.made:
            return HTMLResponse(job.made.page)
        if job.error:
            return HTMLResponse(message_page(say("These could not be compared"), job.error), 422)
        return HTMLResponse(waiting_page(), 202)

    async def data(self, request: Request) -> Response:
        job = self._comparisons.get(request.path_params["name"])
        if job is None or job.made is None:
            raise HTTPException(404, say("There is no such comparison."))
        return Response(job.made.json, media_type="application/json")

    # ------------------------------------------------------------ the archive

    async def search(self, request: Request) -> Response:
        asked = request.query_params
        found = await run_in_threadpool(self._find, asked.get("words", ""), asked.get("days", ""))
        return HTMLResponse(self._search_page(found))

    async def compare_found(self, request: Request) -> Response:
        async with request.form() as form:
            words, days, chosen = _word(form, "words"), _word(form, "days"), form.getlist("article")
        found = await run_in_threadpool(self._find, words, days)
        articles = [article for article in found.articles if article.id in chosen]
        if len(articles) < _TWO:
            found = msgspec.structs.replace(found, error=say("Choose at least two articles."))
            return HTMLResponse(self._search_page(found), 422)
        key = [b"found", *(f"{each.id} {each.text}".encode() for each in articles)]
        return self._ask(key, lambda: self._make(articles))

    def _search_page(self, found: Found) -> str:
        names = {outlet.id: outlet.name for outlet in read_outlets(self._settings.outlets)}
        return search_page(found, names)

    def _find(self, words: str, days: str) -> Found:
        """Look where ``bias search`` looks."""
        back = min(_MOST_DAYS, max(1, int(days))) if days.isascii() and days.isdigit() else 30
        last = next(reversed(self._archive.editions()), "")
        found = Found(words=" ".join(words.split())[:200], days=back, last=last)
        if not found.words or not last:
            return found
        try:
            request = by_hand.Request(search=found.words, days=back).checked()
            hits = by_hand.find_articles(self._archive, last, request)
        except BiasError as error:
            return msgspec.structs.replace(found, error=str(error))
        return msgspec.structs.replace(found, articles=tuple(hits[:_MOST_FOUND]))

    async def report(self, request: Request) -> Response:
        path = request.path_params["path"]
        try:
            file = await run_in_threadpool(read_report, self._archive, path)
        except (UsageError, StorageError) as error:
            raise HTTPException(404, f"{error} The reports are written by each night.") from error
        policy = {"Content-Security-Policy": f"{file.policy}; frame-ancestors 'none'"}
        return Response(file.content, media_type=file.media_type, headers=HEADERS | policy)


async def _rows(request: Request) -> list[Pasted]:
    async with request.form(max_part_size=MAX_BODY) as form:
        return await read_form(form)


async def _http_error(_: Request, error: HTTPException) -> Response:
    title = say("Not found") if error.status_code == _NOT_FOUND else say("This does not work")
    return HTMLResponse(message_page(title, error.detail), error.status_code)


def _bytes_of(row: Pasted) -> Sequence[bytes]:
    texts = (row.name, row.text, row.file_name)
    return [*(text.encode("utf-8", "replace") for text in texts), row.file]


def _doubt(article: Article | Gap) -> str:
    detail = article.quality.detail if isinstance(article, Article) else article.detail
    return f"{article.outlet}: {detail}"


def _word(form: FormData, name: str) -> str:
    value = form.get(name, "")
    return value if isinstance(value, str) else ""
