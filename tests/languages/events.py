"""Invented events in other languages than English, read as the pipeline reads one."""

from functools import cache
from pathlib import Path

import bias
from bias.records import Article, Comparison, PassageRef, Voice

TEXTS = Path(__file__).parent / "texts"


def articles(name: str) -> list[Article]:
    """Return the articles of a file: outlet and headline, then the text."""
    blocks = (TEXTS / f"{name}.txt").read_text("utf-8").split("=== ")
    return [_article(block) for block in blocks if block.strip()]


def _article(block: str) -> Article:
    head, _, text = block.partition("\n")
    outlet, _, title = head.partition(" | ")
    return bias.article(text.strip(), outlet, title=title)


class Told:
    """A comparison, asked by the words of its sentences."""

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self._articles = {article.id: article for article in comparison.articles}
        self._spans = {
            PassageRef(article=p.article, index=p.index): p
            for voiced in comparison.voiced
            for p in voiced.passages
        }

    def sentence(self, ref: PassageRef) -> str:
        passage = self._spans[ref]
        return self._articles[ref.article].part_text(passage.part)[passage.start : passage.end]

    def speaker(self, outlet: str, words: str) -> tuple[str, str]:
        """Return the voice and the speaker of words, own voice where no span holds them."""
        for voiced in self.comparison.voiced:
            article = self._articles[voiced.article]
            for span in voiced.voices:
                said = article.part_text(span.part)[span.start : span.end]
                if article.outlet == outlet and words in said:
                    return span.voice.value, span.speaker
        return Voice.OWN.value, ""

    def joined(self, one: str, other: str) -> bool:
        """Tell whether two sentences that hold these words stand in one group."""
        groups = ([*map(self.sentence, g.members)] for g in self.comparison.alignment.groups)
        return any(
            any(one in sentence for sentence in group)
            and any(other in sentence for sentence in group)
            for group in groups
        )

    def marked(self, outlet: str) -> set[str]:
        """Return the terms that are marked in an outlet's own voice."""
        terms = {cue.id: cue.term for cue in self.comparison.cues}
        found = (f for f in self.comparison.findings if f.outlet == outlet)
        return {terms[f.cue] for f in found if f.voice is Voice.OWN}

    def called(self, entity: str) -> set[str]:
        """Return what an entity is called."""
        return {n.text for n in self.comparison.namings if n.entity == entity}


@cache
def told(name: str) -> Told:
    """Return the comparison of an event."""
    return Told(bias.compare(articles(name)))
