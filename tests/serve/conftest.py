import threading
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
import uvicorn

from bias.config import Settings
from bias.serve.app import make_app
from bias.serve.server import HOST, listen

TOKEN = "a-token-of-the-tests"  # noqa: S105 - of a server that lives as long as its test


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(
        archive=str(tmp_path / "archive"), reports=str(tmp_path / "reports"), _env_file=None
    )


@pytest.fixture
def address(settings: Settings) -> Iterator[str]:
    """The page, answered by the server that the command starts."""
    with listen(0) as listener:
        app = make_app(settings, TOKEN)
        config = uvicorn.Config(app, log_level="critical", lifespan="off", log_config=None)
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, args=([listener],), daemon=True)
        thread.start()
        yield f"http://{HOST}:{listener.getsockname()[1]}"
        server.should_exit = True
        thread.join(10)


@pytest.fixture
def client(address: str) -> Iterator[httpx.Client]:
    """A browser that was opened with the token."""
    with httpx.Client(base_url=address, follow_redirects=True, timeout=60) as opened:
        assert opened.get("/", params={"token": TOKEN}).status_code == 200
        yield opened


def wait_for_page(client: httpx.Client, answer: httpx.Response) -> httpx.Response:
    """Look again, as the waiting page offers, until the comparison is there."""
    for _ in range(6):
        if answer.status_code != 202:
            return answer
        answer = client.get(answer.url)
    raise AssertionError(answer.text)
