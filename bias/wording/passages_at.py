"""Finds the passage that covers a character of an article."""

from bisect import bisect_right

from bias.records import Part, Passage, VoicedArticle


class PassagesAt:
    """The passages of one article by their place."""

    def __init__(self, reader: VoicedArticle) -> None:
        """Take the passages of an article that was read by voice."""
        self._passages: dict[Part, list[Passage]] = {part: [] for part in Part}
        for passage in reader.passages:
            self._passages[passage.part].append(passage)

    def index(self, part: Part, position: int) -> int | None:
        """Return the index of the passage that covers a character, ``None`` where none does."""
        row = self._passages[part]
        i = bisect_right(row, position, key=lambda passage: passage.start) - 1
        return row[i].index if i >= 0 and position < row[i].end else None
