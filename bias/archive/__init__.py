"""Where results live: one root for what is kept, one for the reports.

The only package that knows paths. A root is a folder or any address that fsspec knows
(``s3://bucket/prefix``).
"""

from bias.archive.paths import checked_edition, is_edition
from bias.archive.results import Archive, open_archive

__all__ = ["Archive", "checked_edition", "is_edition", "open_archive"]
