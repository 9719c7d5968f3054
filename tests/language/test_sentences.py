import pytest
from hypothesis import given
from hypothesis import strategies as st

from bias.language.sentences import split_sentences

ENDS = [
    ("It rained. Nobody came.", 2),
    ("“Why?” he asked. “Because.”", 2),
    ("“We won.” He left.", 2),
    ("Is it over? Yes! Good.", 3),
    ("The firm is Acme Inc. It sells nothing.", 2),
    ("One line\nAnother line", 2),
    ("She waited… Then she left.", 2),
]
GOES_ON = [
    "Mr. Ode met Dr. Ray on Jan. 5 at 4 p.m. in Washington.",
    "“Why?” Ada Ray asked.",
    "“Stop!” he said.",
    "J. K. Ray and John F. Ode agreed.",
    "The U.S. Senate paid $3.50 to Acme Inc. of Ohio.",
    "He said (see No. 4) it was fine.",
    "It was ... odd.",
]


def pieces(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


@pytest.mark.parametrize(("text", "count"), ENDS)
def test_a_sentence_ends(text: str, count: int) -> None:
    assert len(pieces(text)) == count


@pytest.mark.parametrize("text", GOES_ON)
def test_a_sentence_goes_on(text: str) -> None:
    assert pieces(text) == [text]


@given(st.text())
def test_sentences_are_in_order_and_hold_all_that_is_not_white_space(text: str) -> None:
    spans = split_sentences(text)
    assert all(a[1] <= b[0] for a, b in zip(spans, spans[1:], strict=False))
    kept = "".join("".join(text[start:end].split()) for start, end in spans)
    assert kept == "".join(text.split())
