from bias.attribution.voices import count_words_by_voice, voice_at, voice_span_at
from bias.records import Part, Voice
from tests.attribution.reading import article, read

TEXT = "The tyrant fled. “He is gone for good,” Ada Ray said. The “reform” failed."


def test_voice_at_a_position() -> None:
    voiced = read(TEXT)
    assert voice_at(voiced, Part.BODY, TEXT.index("tyrant")) is Voice.OWN
    assert voice_at(voiced, Part.BODY, TEXT.index("gone")) is Voice.QUOTED
    assert voice_at(voiced, Part.BODY, TEXT.index("reform")) is Voice.SCARE
    assert voice_at(voiced, Part.TITLE, 0) is Voice.OWN


def test_the_span_at_a_position_names_the_speaker() -> None:
    span = voice_span_at(read(TEXT), Part.BODY, TEXT.index("gone"))
    assert span is not None
    assert span.speaker == "Ada Ray"


def test_a_title_span_does_not_answer_for_the_body() -> None:
    voiced = read("Nobody came.", title="‘Thugs’ storm hall")
    assert voice_at(voiced, Part.TITLE, 1) is Voice.SCARE
    assert voice_at(voiced, Part.BODY, 1) is Voice.OWN


def test_words_are_counted_by_voice() -> None:
    counts = count_words_by_voice(article(TEXT), read(TEXT))
    assert counts == {Voice.OWN: 8, Voice.QUOTED: 5, Voice.ATTRIBUTED: 0, Voice.SCARE: 1}


def test_words_of_one_passage() -> None:
    voiced = read(TEXT)
    counts = count_words_by_voice(article(TEXT), voiced, voiced.passages[1])
    assert counts[Voice.QUOTED] == 5
    assert counts[Voice.OWN] == 3
