"""What every record is."""

import msgspec


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """Base of every record: immutable, comparable, hashable, encodable as JSON."""
