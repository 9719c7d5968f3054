"""The server: loopback only, at a port asked for or any that is free."""

import secrets
import socket
from collections.abc import Callable
from contextlib import suppress

import uvicorn

from bias.config import Settings
from bias.errors import UsageError
from bias.serve.app import make_app

HOST = "127.0.0.1"
PORT = 8787
"""Where it is looked for first."""


def serve_until_stopped(settings: Settings, port: int | None, tell: Callable[[str], None]) -> None:
    """Answer until the program is stopped.

    Args:
        settings: see :func:`bias.serve.app.make_app`.
        port: 0 for any free one; ``None`` for the usual one, or any free one where that is taken.
        tell: is told the address that opens the page, as soon as it is answered.

    Raises:
        UsageError: the port asked for is taken or may not be used.
    """
    token = secrets.token_urlsafe(24)
    with listen(port) as listener:
        config = uvicorn.Config(
            make_app(settings, token),
            log_level="warning",
            access_log=False,
            lifespan="off",
            server_header=False,
            timeout_graceful_shutdown=1,
            timeout_keep_alive=5,
            limit_concurrency=64,
        )
        tell(f"http://{HOST}:{listener.getsockname()[1]}/?token={token}")
        with suppress(KeyboardInterrupt):  # which is how it is stopped
            uvicorn.Server(config).run(sockets=[listener])


def listen(port: int | None) -> socket.socket:
    """Return a socket that listens on loopback.

    Raises:
        UsageError: the port is taken or may not be used.
    """
    if port is not None:
        return _bound(port)
    try:
        return _bound(PORT)
    except UsageError:
        return _bound(0)


def _bound(port: int) -> socket.socket:
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, port))
        listener.listen(128)
    except OSError as error:
        listener.close()
        message = f"port {port}: {error.strerror}; name another with --port, or 0 for any free one"
        raise UsageError(message) from error
    return listener
