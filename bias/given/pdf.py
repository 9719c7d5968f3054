"""The text that a PDF holds beside what it shows; a scan holds none."""

import re
from io import BytesIO

from bias.errors import UsageError

PDF = b"%PDF-"
"""How a PDF begins."""
MAX_PAGES = 60
"""Pages that are read; an article has fewer."""

_SPLIT_WORD = re.compile(r"(?<=[^\W\d_])-\n(?=[a-z])")


def pdf_text(body: bytes, source: str) -> str:
    """Return the text layer, its pages as paragraphs; words cut at a line's end are put together.

    Raises:
        UsageError: it is damaged, locked, or has no text.
    """
    from pypdf import PdfReader

    try:
        reader = PdfReader(BytesIO(body))
        pages = [page.extract_text() for page in reader.pages[:MAX_PAGES]]
    except Exception as error:  # damaged bytes break the reader in many ways
        message = f"{source}: a PDF that cannot be read ({error.__class__.__name__}); give its text"
        raise UsageError(message) from error
    text = "\n\n".join(pages)
    if not text.strip():
        message = f"{source}: a PDF without a text layer, as scans are; give its text"
        raise UsageError(message)
    return _SPLIT_WORD.sub("", text)
