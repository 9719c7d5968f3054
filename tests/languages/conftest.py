from collections.abc import Iterator

import pytest

from bias.language.fr.model import MODEL
from tests.languages.events import told


@pytest.fixture(params=["parsed", "unparsed"])
def french(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Read French with its model, where that is installed, and without."""
    told.cache_clear()
    if request.param == "unparsed":
        monkeypatch.setattr("bias.language.read.parser", lambda language: None)
    elif MODEL.folder() is None:
        pytest.skip("the extra [french] is not installed")
    yield
    told.cache_clear()
