"""The article this project began from, in an invented twin: checked sentence by sentence."""

from collections.abc import Iterable
from typing import NamedTuple

import pytest

from bias.records import Article, Finding, Part, Voice
from bias.wording.compare import compare_event
from bias.wording.findings import find_all
from bias.wording.lexicon import Lexicon
from bias.wording.weights import COUNTED
from tests.voiced import read_article
from tests.wording.samples import article, event
from tests.wording.tabloid import SENTENCES, TITLE, Told, body

SPOKEN = [sentence for sentence in SENTENCES if sentence.own or sentence.others]


class Read(NamedTuple):
    """The article with what counts in it, and with all that is found."""

    piece: Article
    counted: tuple[Finding, ...]
    everything: tuple[Finding, ...]

    def words(self, findings: Iterable[Finding], told: Told) -> list[tuple[str, Voice]]:
        """Return what is found in a sentence, as printed, with its voice."""
        part = Part.TITLE if told is TITLE else Part.BODY
        text = self.piece.part_text(part)
        start = text.index(told.text)
        span = range(start, start + len(told.text))
        inside = (f for f in findings if f.part is part and f.start in span)
        return [(text[f.start : f.end], f.voice) for f in inside]


@pytest.fixture(scope="module")
def read(lexicon: Lexicon) -> Read:
    piece = article(body(), TITLE.text, name="a", outlet="star")
    plain = article("The president met the army on Monday.", name="b", outlet="herald")
    compared = compare_event(event(piece, plain), lexicon, seed=1)
    found = find_all(piece, read_article(piece), lexicon)
    return Read(piece, tuple(f for f in compared.findings if f.article == "a"), found)


@pytest.mark.parametrize("told", (TITLE, *SENTENCES), ids=lambda told: told.text[:40])
def test_a_sentence_is_read_as_a_careful_reader_would(read: Read, told: Told) -> None:
    found = read.words(read.counted, told)
    assert tuple(word for word, voice in found if voice is Voice.OWN) == told.own
    assert tuple(pair for pair in found if pair[1] is not Voice.OWN) == told.others


@pytest.mark.parametrize("told", SENTENCES, ids=lambda told: told.text[:40])
def test_what_is_mild_is_found_and_does_not_count(read: Read, told: Told) -> None:
    mild = [f for f in read.everything if f.weight < COUNTED]
    assert set(told.mild) <= {word for word, _ in read.words(mild, told)}


@pytest.mark.parametrize("told", (TITLE, *SENTENCES), ids=lambda told: told.text[:40])
def test_what_tells_office_or_fact_is_left(read: Read, told: Told) -> None:
    found = " | ".join(word for word, _ in read.words(read.counted, told))
    assert [plain for plain in told.left if plain not in told.text or plain in found] == []


def test_open_and_stray_marks_turn_no_half_of_the_article_into_a_quotation(read: Read) -> None:
    voices = {voice for told in SENTENCES for _, voice in read.words(read.counted, told)}
    own = [told for told in SPOKEN if told.own]
    assert voices == {Voice.OWN, Voice.QUOTED, Voice.ATTRIBUTED}
    assert len(own) >= 8
