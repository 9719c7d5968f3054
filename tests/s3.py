"""A real S3 API server on loopback, whose uploads can be held or broken."""

import logging
import re
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from moto.core.models import DEFAULT_ACCOUNT_ID
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from moto.s3.models import s3_backends
from werkzeug.serving import make_server

BUCKET = "night"
KEYS = {"AWS_ACCESS_KEY_ID": "somebody", "AWS_SECRET_ACCESS_KEY": "secret"}

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


class Held:
    """An upload that waits; the first one whose path fits."""

    def __init__(self, pattern: str) -> None:
        """Name what the path of the upload has to fit."""
        self.pattern = re.compile(pattern)
        self.port = 0
        """The local port of the connection that it came on, once it has come."""
        self.came, self.released = threading.Event(), threading.Event()


class Refusal(NamedTuple):
    """What is answered instead, to the requests whose method and path fit."""

    pattern: re.Pattern[str]
    """Of the method and the path: "PUT /night/archive/…"."""
    status: str
    code: str
    """As S3 names its errors."""
    times: int
    """How often, then all is as before."""


class Storage:
    """The server, with one bucket; a context manager."""

    def __init__(self) -> None:
        """Take a free port."""
        self._moto = DomainDispatcherApplication(create_backend_app)
        self._server = make_server("127.0.0.1", 0, self._answer, threaded=True)
        logging.getLogger("werkzeug").setLevel(logging.ERROR)  # not a line for every request
        self._held: list[Held] = []
        self._refusals: list[Refusal] = []
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)

    @property
    def environment(self) -> dict[str, str]:
        """What a program needs to know to use it."""
        address = f"http://127.0.0.1:{self._server.port}"
        return KEYS | {"AWS_ENDPOINT_URL": address, "AWS_DEFAULT_REGION": "us-east-1"}

    def __enter__(self) -> "Storage":
        """Make the bucket, and answer from now on."""
        s3_backends[DEFAULT_ACCOUNT_ID]["global"].create_bucket(BUCKET, "us-east-1")
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Let go of what is held, and answer no more."""
        for held in self._held:
            held.released.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()
        s3_backends[DEFAULT_ACCOUNT_ID]["global"].reset()

    def contents(self) -> dict[str, bytes]:
        """Return every object of the bucket, by its name."""
        return {key: found.value for key, found in self._objects().items()}

    def empty(self) -> None:
        """Remove every object, as who owns the store."""
        self._objects().clear()

    def _objects(self) -> Any:
        return s3_backends[DEFAULT_ACCOUNT_ID]["global"].buckets[BUCKET].keys

    @contextmanager
    def hold(self, pattern: str) -> Iterator[Held]:
        """Hold the first upload to a path that fits, until the block ends."""
        held = Held(pattern)
        self._held.append(held)
        try:
            yield held
        finally:
            held.released.set()

    @contextmanager
    def refuse(self, pattern: str, status: str, code: str, times: int = 10_000) -> Iterator[None]:
        """Answer with an error of S3 to what fits, until the block ends."""
        self._refusals.append(Refusal(re.compile(pattern), status, code, times))
        try:
            yield
        finally:
            self._refusals.clear()

    def _refusal(self, environ: dict[str, Any]) -> Refusal | None:
        asked = f"{environ['REQUEST_METHOD']} {environ['PATH_INFO']}"
        for place, each in enumerate(self._refusals):
            if each.times and each.pattern.search(asked):
                self._refusals[place] = each._replace(times=each.times - 1)
                return each
        return None

    def _answer(
        self, environ: dict[str, Any], start_response: Callable[..., Any]
    ) -> Iterable[bytes]:
        if refusal := self._refusal(environ):
            told = f"<Code>{refusal.code}</Code><Message>{refusal.code}, said the store.</Message>"
            body = f"<Error>{told}</Error>".encode() if environ["REQUEST_METHOD"] != "HEAD" else b""
            kind, length = ("Content-Type", "application/xml"), ("Content-Length", str(len(body)))
            start_response(refusal.status, [kind, length])
            return [body]
        if environ["REQUEST_METHOD"] == "PUT":
            for held in self._held:
                if not held.came.is_set() and held.pattern.search(environ["PATH_INFO"]):
                    held.port = environ["REMOTE_PORT"]
                    held.came.set()
                    held.released.wait()
        return self._moto(environ, start_response)  # type: ignore[no-any-return]
