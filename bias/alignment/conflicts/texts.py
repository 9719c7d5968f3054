"""The read articles of one event, as conflicts are looked for in them."""

from collections.abc import Iterator, Sequence

from bias.attribution.voices import voice_span_at
from bias.language.document import Document
from bias.language.read import documents
from bias.records import Article, Part, PassageRef, Reading, Record, VoicedArticle


class ReadText(Record, frozen=True, kw_only=True):
    """One part of a trusted article with its annotated text."""

    article: Article
    voiced: VoicedArticle
    document: Document

    def passage_at(self, position: int) -> PassageRef | None:
        """Return the passage that covers a character of the part."""
        for passage in self.voiced.passages:
            if passage.part is self.document.part and passage.start <= position < passage.end:
                return PassageRef(article=self.article.id, index=passage.index)
        return None

    def speaker_at(self, position: int) -> str:
        """Return who speaks at a character, empty where nobody known does."""
        span = voice_span_at(self.voiced, self.document.part, position)
        return span.speaker if span else ""


def bodies(
    articles: Sequence[Article], voiced: Sequence[VoicedArticle], readings: Sequence[Reading]
) -> tuple[ReadText, ...]:
    """Return the body of every article that was read, sorted by article.

    Headlines are left out: they shorten, and put in quotation marks what nobody said so.
    """
    by_id = {article.id: article for article in articles}
    read = {reading.article: reading for reading in readings}
    known = sorted((v for v in voiced if v.article in read), key=lambda v: v.article)
    return tuple(_body(by_id[v.article], v, read[v.article]) for v in known if v.article in by_id)


def _body(article: Article, voiced: VoicedArticle, reading: Reading) -> ReadText:
    return ReadText(article=article, voiced=voiced, document=documents(article, reading)[Part.BODY])


def pairs(texts: Sequence[ReadText]) -> Iterator[tuple[ReadText, ReadText]]:
    """Yield every two texts of different outlets."""
    for i, a in enumerate(texts):
        yield from ((a, b) for b in texts[i + 1 :] if b.article.outlet != a.article.outlet)
