"""Errors, named for what the caller does about them.

A message names the thing at fault (address, file, line, outlet) and what to do. What is merely
missing or untrusted is no error but a record: see :class:`bias.records.Gap`.
"""


class BiasError(Exception):
    """Base of every error that this project raises on purpose."""


class RetryError(BiasError):
    """It may work a little later: a time-out, a 500, a connection that broke."""


class SkipError(BiasError):
    """This one item cannot be done; leave it out, say so, and go on with the rest."""


class DataError(BiasError):
    """A file that people wrote is wrong; the message names file and line and what to write."""


class UsageError(BiasError):
    """What was asked for does not exist or does not fit: an unknown outlet, edition or option."""


class InstallationError(BiasError):
    """Something this program needs is missing or damaged; the message says what to install."""


class StorageError(BiasError):
    """The archive or the reports cannot be read or written."""


class PartlyError(BiasError):
    """Some items failed; go on with those that are done, and say so at the end."""

    def __init__(self, message: str, done: list[str], failures: tuple[str, ...] = ()) -> None:
        """Say what failed, and give the ids that are done and each failure by itself."""
        super().__init__(message)
        self.done = done
        self.failures = failures
