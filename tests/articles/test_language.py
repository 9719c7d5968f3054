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


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("It was said that the ferry of the island is not to be sold by the state. " * 5, "en"),
        (
            "The ferry of the island was sold. " * 3 + "Die Fähre der Insel wurde verkauft. " * 9,
            "de",
        ),
        (
            "De veerboot was van het eiland; her en der is in of na de zomer niet te zien. " * 5,
            "nl",
        ),
        ("Ha a hajó is for at by her his, nem indul el a szigetre ma este sem. " * 5, "hu"),
    ],
)
def test_only_plain_english_is_told_by_its_small_words(text: str, language: str) -> None:
    assert find_language(text, "") == language
