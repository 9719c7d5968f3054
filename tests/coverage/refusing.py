"""What a client answers when it refuses, or when nobody answers it."""

import pytest

from bias.coverage.client import Client
from bias.coverage.refusals import NoAnswerError, RefusedError
from bias.errors import RetryError, SkipError


def no_answer(client: Client, url: str) -> NoAnswerError:
    with pytest.raises(NoAnswerError) as caught:
        client.get(url)
    assert isinstance(caught.value, RetryError)
    assert str(caught.value).startswith(caught.value.url)
    return caught.value


def refused(client: Client, url: str) -> RefusedError:
    with pytest.raises(RefusedError) as caught:
        client.get(url)
    assert isinstance(caught.value, SkipError)
    assert str(caught.value).startswith(caught.value.url)
    return caught.value
