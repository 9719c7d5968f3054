"""Cutting text into runs: nothing lost, nothing doubled, each run of one voice and mark."""

from hypothesis import given
from hypothesis import strategies as st

from bias.records import Part, Voice, VoiceSpan
from bias.report.runs import Mark, Run, SpanIndex, cut

TEXT = "He called the march a riot, and “a shame”."


def quoted(start: int, end: int) -> VoiceSpan:
    return VoiceSpan(part=Part.BODY, start=start, end=end, voice=Voice.QUOTED)


def test_voice_and_mark_are_cut_where_they_change() -> None:
    quote = TEXT.index("“")
    runs = cut(
        TEXT, 0, len(TEXT), [quoted(quote, len(TEXT) - 1)], [Mark(start=22, end=26, note="n1")]
    )
    assert runs == (
        Run(text="He called the march a ", voice=Voice.OWN),
        Run(text="riot", voice=Voice.OWN, note="n1"),
        Run(text=", and ", voice=Voice.OWN),
        Run(text="“a shame”", voice=Voice.QUOTED),
        Run(text=".", voice=Voice.OWN),
    )


def test_spans_are_clipped_to_the_stretch() -> None:
    assert [run.text for run in cut(TEXT, 3, 9, [quoted(0, 40)], [])] == ["called"]


def test_an_empty_stretch_has_no_runs() -> None:
    assert cut(TEXT, 5, 5, [], []) == ()


spans = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9)), max_size=8)


@given(spans, st.integers(0, 20), st.integers(20, 42))
def test_runs_joined_are_the_stretch(places: list[tuple[int, int]], start: int, end: int) -> None:
    marks = [Mark(start=a, end=a + n, note=str(a)) for a, n in places]
    touching = SpanIndex(marks).touching(start, end)
    runs = cut(TEXT, start, end, [], touching)
    assert "".join(run.text for run in runs) == TEXT[start:end]
    assert all(run.text for run in runs)


@given(spans, st.integers(0, 20), st.integers(20, 42))
def test_the_index_finds_what_looking_at_all_finds(
    places: list[tuple[int, int]], start: int, end: int
) -> None:
    marks = sorted(
        (Mark(start=a, end=a + n, note="") for a, n in places), key=lambda m: (m.start, m.end)
    )
    found = SpanIndex(marks).touching(start, end)
    assert list(found) == [m for m in marks if m.start < end and m.end > start]
