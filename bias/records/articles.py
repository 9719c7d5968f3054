"""Articles as they were read from their pages, and which of them are one telling."""

from enum import StrEnum

from bias.languages import DEFAULT
from bias.records.base import Record
from bias.records.gaps import GapReason


class Part(StrEnum):
    """The part of an article that a span points into."""

    TITLE = "title"
    STANDFIRST = "standfirst"
    """The sentence or two printed below the title that sum the article up (dek, subtitle)."""
    BODY = "body"


class BlockKind(StrEnum):
    """What a paragraph is in the make-up of its page."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list_item"
    QUOTATION = "quotation"
    """Set off from the text as somebody else's words, often without quotation marks."""
    QUESTION = "question"
    """Asked by the outlet in an interview."""
    ANSWER = "answer"
    """Given by the one who is interviewed."""
    SPEECH = "speech"
    """A turn in a transcript, printed behind its speaker's name."""


class Block(Record, frozen=True, kw_only=True):
    """What one paragraph of an article's text is."""

    kind: BlockKind = BlockKind.PARAGRAPH
    """What the paragraph is on its page."""
    speaker: str = ""
    """Whose words a quotation, answer or speech is said to be, as printed beside it ("SMITH");
    empty where the page does not say so."""
    label: int = 0
    """Length in characters of the label before the words ("SMITH: "), 0 without one."""


class Level(StrEnum):
    """How far an article's text can be trusted."""

    TRUSTED = "trusted"
    DOUBTFUL = "doubtful"
    """Shown with its reason, and left out of the figures."""
    UNUSABLE = "unusable"


class Quality(Record, frozen=True, kw_only=True):
    """Whether an article's text can be trusted, and what that was judged by."""

    trusted: bool
    """Whether the text is compared and counted."""
    reason: GapReason | None = None
    """``None`` exactly when trusted."""
    detail: str = ""
    """One sentence for the reader, empty when trusted."""
    words: int = 0
    """Words of the body text."""
    extractor: str = ""
    """Name of the extractor whose text was taken."""
    agreement: float | None = None
    """Share of word 4-grams on which the extractors agree, 0 to 1; ``None`` with only one text."""
    doubtful: bool = False
    """True for a text that is neither trusted nor plainly unusable."""

    @property
    def level(self) -> Level:
        """The one of three levels that ``trusted`` and ``doubtful`` give."""
        if self.trusted:
            return Level.TRUSTED
        return Level.DOUBTFUL if self.doubtful else Level.UNUSABLE


class Article(Record, frozen=True, kw_only=True, tag="article", tag_field="type"):
    """Title, body text, authors, time, language and quality of one page."""

    id: str
    """``<outlet>-<10 hex digits of the address>``; stable over re-runs."""
    outlet: str
    """Id of the outlet that printed it."""
    url: str
    """The address as announced."""
    title: str
    """The headline as printed, empty when the page has none."""
    text: str
    """Body text as printed; paragraphs are separated by one empty line (``\\n\\n``)."""
    quality: Quality
    """Whether its text can be trusted."""
    authors: tuple[str, ...] = ()
    """As printed in the byline, in its order."""
    published: str | None = None
    """ISO 8601 in UTC, ``None`` when unknown."""
    zone: str = ""
    """The offset from UTC in which the page states the time ("-05:00"), empty without one."""
    language: str = DEFAULT
    """ISO 639-1."""
    wire_credit: str = ""
    """The agency the article credits in its byline, dateline or foot ("Reuters"), else empty."""
    standfirst: str = ""
    """The sentence or two below the title (dek, subtitle), not repeated in ``text``; else empty."""
    blocks: tuple[Block, ...] = ()
    """One for each paragraph of ``text``, in order; empty where the make-up is not known."""
    announced_title: str = ""
    """The title as a feed announced it, empty when none did; the page's own may be another."""
    reserved: tuple[str, ...] = ()
    """What the page asks of those who keep or mine it: ``noarchive``, ``tdm-reservation``."""

    def part_text(self, part: Part) -> str:
        """Return the text that spans of ``part`` point into."""
        parts = {Part.TITLE: self.title, Part.STANDFIRST: self.standfirst, Part.BODY: self.text}
        return parts[part]

    def block(self, paragraph: int) -> Block:
        """Return what a paragraph of the text is; a plain one where that is not known."""
        return self.blocks[paragraph] if 0 <= paragraph < len(self.blocks) else Block()


class WireCopy(Record, frozen=True, kw_only=True):
    """Articles that are one telling: near copies of one text."""

    articles: tuple[str, ...]
    """Ids, the likely original first (an agency's own, else the earliest), then by id."""
    agency: str
    """The outlet or credited agency it comes from, empty when unknown."""
    similarity: float
    """Lowest Jaccard similarity of word shingles between the first and another, 0 to 1."""
