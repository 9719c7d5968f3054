"""Quotation marks of every kind, told from apostrophes and inches."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bias.language.quotation.quotes import find_quotations

MARKS = "\"“”‘’'`«»„‟" + " aS5.,!?\n-(]—"

QUOTED = [
    ('He called it "a coup" today.', ['"a coup"']),
    ("He called it “a coup” today.", ["“a coup”"]),
    ("He called it ``a coup'' today.", ["``a coup''"]),
    ("He called it ''a coup'' today.", ["''a coup''"]),
    ("He called it «a coup» today.", ["«a coup»"]),
    ("He called it „a coup“ today.", ["„a coup“"]),
    ("He called it ‘a coup’ today.", ["‘a coup’"]),
    ("He called it 'a coup' today.", ["'a coup'"]),
    # mixed and doubled typing
    ('"He had a plane, and he should stay.”', ['"He had a plane, and he should stay.”']),
    ('He said: "“We won.” They left.', ['"“We won.”']),
    ('He called it ""a coup"" today.', ['""a coup""']),
    ("He called it ”a coup” today.", ["”a coup”"]),
    ("“One,” he said.“Two.”", ["“One,”", "“Two.”"]),
    ("“One”“Two”", ["“One”", "“Two”"]),
    ("“It has no role,’’ he said.", ["“It has no role,’’"]),
    ("They spoke of “delays and costs ”, again.", ["“delays and costs ”"]),
    # nested
    ("“He said ‘no’ to me,” she said.", ["“He said ‘no’ to me,”"]),
    ("‘He said “no” to me,’ she said.", ["‘He said “no” to me,’"]),
    ("“A “nested” one,” she said.", ["“A “nested” one,”"]),
    # apostrophes beside and inside
    ("The dogs’ bowls, the ’90s and rock ’n’ roll.", []),
    ("The dogs' bowls, the '90s and rock 'n' roll.", []),
    ("Ode's thugs weren't the mayor's.", []),
    ("The ‘90s were ‘til then.", []),
    ("‘The dogs’ bowls are full,’ she said.", ["‘The dogs’ bowls are full,’"]),
    ("'It's the boss' job,' she said.", ["'It's the boss' job,'"]),
    ("The workers' 'coup' and the ’80s.", ["'coup'"]),
    ("‘Cats’ and ‘dogs’ fell.", ["‘Cats’", "‘dogs’"]),
    # headlines
    ("MOB SLAMS VOTE AS 'DESERT-STYLE COUP'", ["'DESERT-STYLE COUP'"]),
    ("Mayor backs call for ‘uprising’", ["‘uprising’"]),
    ("'Thugs' storm hall", ["'Thugs'"]),
    # measures
    ('He is 5\' 11" tall, the pipe 6" wide.', []),
    ("He is 5’ 11” tall.", []),
    ("A 42” screen costs $99.", []),
    ('It was "in 2016" that he left.', ['"in 2016"']),
    ("“I am 5’ 2”. You know that,” she said.", ["“I am 5’ 2”. You know that,”"]),
    # inches within a quotation, and figures that end one
    ('"It was a 6" gun," she said.', ['"It was a 6" gun,"']),
    ('“It was a 6" gun,” she said.', ['“It was a 6" gun,”']),
    ("“It was a 6” gun,” she said.", ["“It was a 6” gun,”"]),
    ('"A 5" by 8" card," she said.', ['"A 5" by 8" card,"']),
    ('"A 6"-wide pipe," she said.', ['"A 6"-wide pipe,"']),
    ('"It is 6" long," she said, "or so."', ['"It is 6" long,"', '"or so."']),
    ('"It fell by 6" he said, "and rose."', ['"It fell by 6"', '"and rose."']),
    ('"It fell by 6" in May and "rose by 7" in June.', ['"It fell by 6"', '"rose by 7"']),
    ('"It fell by 6" was all he said.', ['"It fell by 6"']),
    ('"Chapter 6" and "chapter 7" are out.', ['"Chapter 6"', '"chapter 7"']),
    ("“It was “in 20” of them,” she said.", ["“It was “in 20” of them,”"]),
    ('"Up 6" "down 7" "up 8"', ['"Up 6"', '"down 7"', '"up 8"']),
    # elisions that open a quotation, and those that do not
    ("'Tis a sham,' said Ray.", ["'Tis a sham,'"]),
    ("‘Twas theft,’ said Ray. ‘And a coup.’", ["‘Twas theft,’", "‘And a coup.’"]),
    ("Ray said: 'Twas a sham.'", ["'Twas a sham.'"]),
    ("Ray said 'Tis the end!' twice.", ["'Tis the end!'"]),
    ("“No,” Ray said. 'Til then, no.'", ["“No,”", "'Til then, no.'"]),
    ("(’Tis a sham.’)", ["’Tis a sham.’"]),
    ("'Twas the dogs' night, and 'twas cold.", []),
    ("He stayed 'til dawn. 'A coup,' she said.", ["'A coup,'"]),
    ("'Tis a sham. The '90s are over.", []),
    ("Rock 'n' roll, the '90s and the dogs', too.", []),
    ("Those born in '68, '69 and '70.", []),
    ('"\'Tis a sham," said Ray.', ['"\'Tis a sham,"']),
    # over several paragraphs
    ("“One.\n\n“Two.\n\n“Three.”", ["“One.", "“Two.", "“Three.”"]),
    ('She said: "One.\n\n"Two," she said.', ['"One.', '"Two,"']),
    ("‘One.\n\n‘Two.’", ["‘One.", "‘Two.’"]),
]

REFUSED = [
    "He called it “a coup and left.\n\nNobody came.",
    "He called it a coup” and left.",
    'He called it "a coup and left.',
    "He called it ‘a coup and left.",
    "Ray said 'tis a sham,' and left.",
]


@pytest.mark.parametrize(("text", "expected"), QUOTED)
def test_quotations_are_found(text: str, expected: list[str]) -> None:
    found = find_quotations(text)
    assert [text[span.start : span.end] for span in found.spans] == expected


@pytest.mark.parametrize(("text", "expected"), QUOTED)
def test_what_is_read_without_doubt(text: str, expected: list[str]) -> None:
    assert find_quotations(text).doubts == ()


@pytest.mark.parametrize("text", REFUSED)
def test_an_unbalanced_mark_is_refused_and_named(text: str) -> None:
    found = find_quotations(text)
    assert found.spans == ()
    assert len(found.doubts) == 1
    assert "quotation mark" in found.doubts[0][2]


@pytest.mark.parametrize("text", REFUSED)
def test_an_unbalanced_mark_damages_only_its_paragraph(text: str) -> None:
    found = find_quotations(f"“Before,” he said.\n\n{text}\n\nRay said “after”.")
    quoted = [span.start for span in found.spans]
    assert len(quoted) == 2


def test_inner_span_leaves_the_marks_out() -> None:
    text = "He said ``no'' twice."
    span = find_quotations(text).spans[0]
    assert text[span.inner_start : span.inner_end] == "no"


def test_a_position_is_looked_up() -> None:
    text = "He said “no” twice."
    found = find_quotations(text)
    assert found.at(text.index("no")) == found.spans[0]
    assert found.at(0) is None
    assert found.at(text.index("twice")) is None


@given(st.one_of(st.text(), st.text(alphabet=MARKS, max_size=80)))
def test_quotations_lie_in_the_text_in_order_and_within_one_line(text: str) -> None:
    found = find_quotations(text)
    end = 0
    for span in found.spans:
        assert end <= span.start < span.inner_start <= span.inner_end <= span.end <= len(text)
        assert "\n" not in text[span.start : span.end]
        end = span.end
    assert all(0 <= start < stop <= len(text) for start, stop, _ in found.doubts)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("He called it “a sham and said “it is a coup” today.", "“it is a coup”"),
        ('He said "no. She called it “a coup” today.', "“a coup”"),
    ],
)
def test_a_stray_opening_does_not_eat_the_next_quotation(text: str, kept: str) -> None:
    found = find_quotations(text)
    assert [text[span.start : span.end] for span in found.spans] == [kept]
    assert len(found.doubts) == 1


REFUSED_IN_PART = [
    ('"It was 6", no coup," she said.', '"It was 6"'),
    ('"It fell by 6" he said, and left."', '"It fell by 6"'),
    ('"It fell in 2016" with a bang."', '"It fell in 2016"'),
]


@pytest.mark.parametrize(("text", "kept"), REFUSED_IN_PART)
def test_a_figure_before_a_mark_that_cannot_be_told_leaves_a_doubt(text: str, kept: str) -> None:
    found = find_quotations(text)
    assert [text[span.start : span.end] for span in found.spans] == [kept]
    assert len(found.doubts) == 1
