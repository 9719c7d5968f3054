"""Text made to hurt: time stays in proportion to its length, and nothing raises."""

import time

import pytest

from tests.attribution.reading import read

CHARS = 12_000
SECONDS = 10.0
"""Of processor time, most of it the parser's; to the square of the length it would be minutes."""

HOSTILE = [
    '"',
    '" ',
    "“",
    "“a ",
    "'",
    "'a ",
    "``a'' ",
    "''",
    ".",
    ". ",
    "! ",
    "…",
    "a! ",
    "A",
    "Aa ",
    "A. ",
    "A-",
    "Ab, the a, ",
    "said ",
    "he said, ",
    ', said a: "b" ',
    "claims that ",
    "according to ",
    ', "a" ',
    ': "a" ',
    '"a. ',
    "5' 11\" ",
    "“a\n\n",
    '"6" a ',
    "'tis ",
    "'tis a,' ",
    "in the words of ",
    "a's own words in ",
    "as a put it ",
    "quoted as saying ",
    '"a" the statement read ',
    "((((",
    "\n",
    " ",
    "\u200f\u05d0“",
]


@pytest.mark.parametrize("scrap", HOSTILE)
def test_time_stays_in_proportion(scrap: str) -> None:
    text = scrap * (CHARS // len(scrap))
    begin = time.process_time()
    read(text, title=text[:500])
    assert time.process_time() - begin < SECONDS
