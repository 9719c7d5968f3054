"""Quotations over several paragraphs: which marks belong to one, and where one was left open."""

from collections.abc import Iterable, Iterator, Mapping

from bias.records import Quotation


def chains(quotations: Iterable[Quotation]) -> Iterator[list[int]]:
    """Yield where the pieces of every quotation over several paragraphs begin."""
    chain: list[int] = []
    for quotation in quotations:
        chain.append(quotation.start)
        if not quotation.continues:
            if len(chain) > 1:
                yield chain
            chain = []


def by_speaker(chain: Iterable[int], speakers: Mapping[int, str]) -> Iterator[list[int]]:
    """Cut a chain before a piece that cites another: the mark before it was forgotten.

    ``speakers`` holds who is cited beside a piece, empty where that is unknown.
    """
    piece: list[int] = []
    last = ""
    for at in chain:
        speaker = speakers.get(at, "")
        if last and speaker and speaker != last:
            yield piece
            piece = []
        last = speaker or last
        piece.append(at)
    yield piece
