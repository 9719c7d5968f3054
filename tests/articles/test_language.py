import pytest

from bias.articles.language import find_language

ENGLISH = "The council met on Friday and put off the vote on the bridge for another year. " * 4
GERMAN = "Der Rat hat am Freitag die Entscheidung über die Brücke noch einmal vertagt. " * 4


@pytest.mark.parametrize(
    ("text", "declared", "language"),
    [
        (ENGLISH, "en-GB", "en"),
        (ENGLISH, "", "en"),
        (GERMAN, "", "de"),
        (GERMAN, "de_DE", "de"),
        (GERMAN, "en", "de"),
        ("Oui.", "fr", "fr"),
        ("Tor in der letzten Minute", "en", "en"),
        ("Gol!", "", "en"),
        ("", "", "en"),
        ("", "x-default", "en"),
    ],
)
def test_language(text: str, declared: str, language: str) -> None:
    assert find_language(text, declared) == language
