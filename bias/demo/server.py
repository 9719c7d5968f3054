"""The web server of the newsroom: plain HTTP on loopback, the same bytes for the same request."""

import logging
import socketserver
import sys
import threading
from collections import Counter
from datetime import datetime
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import unquote

from bias.demo.routes import Answer, Route, answer
from bias.errors import UsageError

HOST = "127.0.0.1"
_WENT_AWAY = (ConnectionError, TimeoutError)
_log = logging.getLogger(__name__)


class PortTakenError(UsageError):
    """Another program listens at the port."""


class Server(ThreadingHTTPServer):
    """Answers each request in a thread of its own, and counts how often a path was asked for."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(self, port: int, date: datetime, slow_seconds: float) -> None:
        """Bind ``port`` (0 for any free one); ``date``, in UTC, is what the Date header says.

        Raises:
            PortTakenError: the port cannot be had.
        """
        try:
            super().__init__((HOST, port), Handler)
        except (OSError, OverflowError) as error:
            message = f"port {port}: {error}; choose another, or 0 for any that is free"
            raise PortTakenError(message) from error
        self.routes: dict[str, Route] = {}
        self.date = format_datetime(date, usegmt=True)
        self.slow_seconds = slow_seconds
        self.closing = threading.Event()
        self.asked: Counter[str] = Counter()
        self._lock = threading.Lock()

    @property
    def address(self) -> str:
        """The address of the newsroom, without a slash at its end."""
        return f"http://{HOST}:{self.server_address[1]}"

    def server_bind(self) -> None:
        """Bind without looking up the host's name, which the base class does on the network."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = HOST, int(self.server_address[1])

    def answer(self, path: str) -> Answer:
        """Return the answer to a path, after the wait that belongs to it."""
        with self._lock:
            self.asked[path] += 1
            visit = self.asked[path]
        reply = answer(self.routes, path, visit)
        if reply.slow:
            self.closing.wait(self.slow_seconds)
        return reply

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Log a request that failed; a reader who went away is no failure."""
        level = logging.DEBUG if isinstance(sys.exc_info()[1], _WENT_AWAY) else logging.ERROR
        _log.log(level, "request from %s broke off", client_address, exc_info=True)


class Handler(BaseHTTPRequestHandler):
    """Answers GET and HEAD."""

    server: Server
    protocol_version = "HTTP/1.1"
    timeout = 30
    disable_nagle_algorithm = True  # else a body in two packets waits for an acknowledgement

    def do_GET(self) -> None:
        """Answer with head and body."""
        self.wfile.write(self._send_head())

    def do_HEAD(self) -> None:
        """Answer with the head alone."""
        self._send_head()

    def _send_head(self) -> bytes:
        """Send the head of the answer and return its body."""
        reply = self.server.answer(unquote(self.path.partition("?")[0]))
        self.send_response(reply.status)
        self.send_header("Content-Type", reply.content_type)
        self.send_header("Content-Length", str(len(reply.body)))
        if reply.location:
            self.send_header("Location", reply.location)
        self.end_headers()
        return reply.body

    def date_time_string(self, timestamp: float | None = None) -> str:
        """Return the edition's time, whatever the clock says."""
        return self.server.date

    def version_string(self) -> str:
        """Return a name without versions, which would change the bytes."""
        return "newsroom"

    def log_message(self, format: str, *args: Any) -> None:
        """Log requests quietly."""
        _log.debug(format, *args)
