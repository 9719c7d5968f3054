"""Who is answered: a browser on this machine that was opened with the token."""

import hmac
from collections.abc import Iterable, Mapping
from urllib.parse import urlencode

from starlette.datastructures import Headers, MutableHeaders, QueryParams
from starlette.requests import cookie_parser
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MAX_BODY = 20_000_000
"""Bytes of one form."""
LOCAL_NAMES = ("127.0.0.1", "localhost", "[::1]")
"""What this machine calls itself; a page that led another name here must not be answered."""
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; "
        "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # without one, a browser does not say whose form it sends
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
"""What every answer is sent with; the pages themselves name the one style they may use."""

_TOKEN = "token"  # noqa: S105 - the name of a parameter
_UNKNOWN = (
    "This page answers only who was given its token. "
    "Open the whole address that `bias serve` printed."
)
_WRONG_NAME = "This page is for this machine alone; open the address that `bias serve` printed."
_TOO_LARGE = f"That is more than {MAX_BODY // 1_000_000} MB; give the texts of single articles."
_FROM_ELSEWHERE = "This form was sent by another site, and nothing was done."


class Guard:
    """Refuses strangers, other sites and what is too large, before anything is read."""

    def __init__(self, app: ASGIApp, token: str) -> None:
        """Stand before ``app``; ``token`` opens it."""
        self._app = app
        self._token = token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        answer = self._refusal(scope) or self._first_visit(scope)
        if answer is None:
            await self._app(scope, _limited(receive), _with_headers(send))
        else:
            await answer(scope, receive, _with_headers(send))

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        host, _, port = headers.get("host", "").rpartition(":")
        if host not in LOCAL_NAMES:
            return PlainTextResponse(_WRONG_NAME, 421)
        if headers.get("origin", f"http://{host}:{port}") != f"http://{host}:{port}":
            return PlainTextResponse(_FROM_ELSEWHERE, 403)
        if int(headers.get("content-length") or 0) > MAX_BODY:
            return PlainTextResponse(_TOO_LARGE, 413)
        offered = (_given(scope).get(_TOKEN, ""), _cookies(headers).get(cookie_name(scope), ""))
        return None if self._fits(offered) else PlainTextResponse(_UNKNOWN, 403)

    def _fits(self, offered: Iterable[str]) -> bool:
        return any(hmac.compare_digest(each.encode(), self._token.encode()) for each in offered)

    def _first_visit(self, scope: Scope) -> Response | None:
        """Keep the token in a cookie and take it out of the address, where others may see it."""
        given = _given(scope)
        if _TOKEN not in given:
            return None
        rest = urlencode([pair for pair in given.multi_items() if pair[0] != _TOKEN])
        answer = RedirectResponse(scope["path"] + (f"?{rest}" if rest else ""), 303)
        answer.set_cookie(cookie_name(scope), self._token, httponly=True, samesite="strict")
        return answer


def cookie_name(scope: Scope) -> str:
    """Return the name of the cookie: cookies are shared by all ports of a machine."""
    server = scope.get("server")
    return f"bias-{server[1] if server else 0}"


def _given(scope: Scope) -> QueryParams:
    return QueryParams(scope["query_string"])


def _cookies(headers: Headers) -> Mapping[str, str]:
    return cookie_parser(headers.get("cookie", ""))


def _limited(receive: Receive) -> Receive:
    """Take no more than the limit of a body that does not say how long it is."""
    taken = 0

    async def take() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        return {"type": "http.disconnect"} if taken > MAX_BODY else message

    return take


def _with_headers(send: Send) -> Send:
    async def send_with(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return send_with
