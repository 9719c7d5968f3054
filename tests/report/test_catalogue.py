"""What the pages say in another language than English: everything, and in its places."""

import re

import pytest

from bias.config import Settings
from bias.languages import DEFAULT, REPORT_LANGUAGES
from bias.report import around, plain
from bias.report.catalogue import messages, say, speaking
from bias.report.catalogue_file import (
    read,
    source_of,
    spoken_templates,
    untranslated,
    wanted,
)
from bias.report.phrases import phrases, translate
from bias.report.render import render_edition, render_event, render_kept_page
from bias.report.render_nights import render_front, render_month, render_search, render_trends
from bias.report.trends.tables import trends
from bias.report.views.edition import edition_view
from bias.report.views.nights import front_view, month_view
from bias.report.views.trends import trends_view
from bias.serve.pages import (
    Found,
    environment_of,
    form_page,
    message_page,
    search_page,
    waiting_page,
)

from . import invented_nights, invented_weeks
from .invented import EDITION, HERALD, MINA, OUTLETS, comparison

OTHERS = [code for code in REPORT_LANGUAGES if code != DEFAULT]
_PLACES = re.compile(r"\{\w+\}")
_TAGS = re.compile(r"<(/?\w+)")
_HIDDEN = re.compile(r"<(style|script)\b.*?</\1>", re.DOTALL)
_CODE = re.compile(r"\{[{%#].*?[}%#]\}|<[^>]*>|&#?\w+;", re.DOTALL)


@pytest.mark.parametrize("language", OTHERS)
def test_no_message_is_missing(language: str) -> None:
    """Run ``python -m bias.report.catalogue_file`` and fill in what it prints."""
    assert untranslated(language) == []


@pytest.mark.parametrize("language", OTHERS)
def test_no_message_is_left_over(language: str) -> None:
    known = {str(message.id) for message in read(language) if message.id}
    assert known - set(wanted()) == set()


@pytest.mark.parametrize("language", OTHERS)
def test_a_message_keeps_its_places_and_tags(language: str) -> None:
    for message, said in messages(language).items():
        assert sorted(_PLACES.findall(message)) == sorted(_PLACES.findall(said)), message
        assert sorted(_TAGS.findall(message)) == sorted(_TAGS.findall(said)), message


@pytest.mark.parametrize("language", OTHERS)
def test_a_message_asks_for_what_the_template_has(language: str) -> None:
    for message, said in messages(language).items():
        assert names_in(said) <= names_in(message), message


def names_in(phrase: str) -> set[str]:
    """Return the names in the code of a phrase, the strings in it left out."""
    code = " ".join(re.findall(r"\{[{%].*?[}%]\}", phrase, re.DOTALL))
    return set(re.findall(r"[^\W\d][\w.]*", re.sub(r'"[^"]*"', "", code)))


def test_templates_hold_no_text_that_is_no_phrase() -> None:
    for name in spoken_templates():
        source = source_of(name)
        left = _CODE.sub("", translate(source, lambda phrase: ""))
        words = set(re.findall(r"[^\W\d_]{2,}", left))
        assert words <= {"script", "src", "self", "unsafe", "inline", "same", "origin"}, name


def test_a_template_is_the_same_where_nothing_is_said_anew() -> None:
    sources = [source_of(name) for name in spoken_templates()]
    assert all(translate(source, lambda phrase: phrase) == source for source in sources)
    assert sum(len(phrases(source)) for source in sources) > len(sources)


@pytest.mark.parametrize("language", OTHERS)
def test_a_page_speaks_one_language(language: str) -> None:
    with speaking(language):
        made = comparison()
        report = render_event(made, OUTLETS)
        night = edition_view(EDITION, [made], OUTLETS, made.event.gaps, [HERALD.article, MINA])
        pages = [report.html, *(page for _, page in report.articles), render_edition(night)]
        pages += above_nights()
        pages += [page.encode() for page in (form_page(), waiting_page(), asked("Ferry"))]
        pages += [message_page(say("Not found"), "404").encode()]
        pages += [render_kept_page(MINA, "<p>Ferry</p>")]
    plainly = [
        message
        for message, said in messages(language).items()
        if said != message and len(message.split()) > 2 and not set("{<") & set(message)
    ]
    assert plainly
    for page in pages:
        text = _HIDDEN.sub("", page.decode())
        assert f'<html lang="{language}">' in text
        assert [message for message in plainly if message in text] == []


def above_nights() -> list[bytes]:
    """Return the pages on which nights stand side by side."""
    made = invented_nights.nights(70)
    editions, months = [night.edition for night in made], ["2026-01", "2026-02", "2026-03"]
    outlets = invented_nights.OUTLETS
    return [
        render_front(front_view(editions, made, outlets)),
        render_month(month_view("2026-02", made[30:50], months, outlets)),
        render_search(months),
        render_trends(trends_view(trends(invented_weeks.weeks(4)), outlets)),
    ]


def asked(words: str) -> str:
    return search_page(Found(words=words, last=EDITION, articles=(MINA,)), {})


@pytest.mark.parametrize("language", OTHERS)
def test_links_between_pages_speak_it(language: str) -> None:
    made = invented_nights.nights(3)
    with speaking(language):
        event = made[1].lines[0].id
        links = [
            around.beside_event(made[1], event),
            around.nights_of_event(event, made[1].edition, {each.edition: each for each in made}),
            around.beside_night(made[1].edition, [each.edition for each in made]),
        ]
    english = {"Next event", "All events of this night", "Told on", "Night before", "All nights"}
    for link in links:
        assert link.strip()
        assert [words for words in english if words in link.decode()] == []


@pytest.mark.parametrize("language", OTHERS)
def test_every_spoken_template_compiles(language: str) -> None:
    made = environment_of(language)
    assert all(made.get_template(name) for name in spoken_templates())


def test_french_counts_and_dates() -> None:
    with speaking("fr"):
        assert plain.plural(0, "article") == "0 article"
        assert plain.plural(1200, "mot connoté") == "1\u202f200 mots connotés"
        assert plain.day("2026-03-14") == "samedi 14 mars 2026"
        assert plain.short_day("2026-03-14") == "sam 14 mars"
        assert plain.moment("2026-03-14T05:07:00+01:00") == "14 mars 2026, 04:07 UTC"
        assert plain.number(1234.56, 1) == "1\u202f234,6"
        assert plain.ordinal(2) == "deuxième"
        assert plain.ordinal(21) == "21e"
        assert plain.GAPS and {words.label for words in plain.VOICES.values()} == {
            "voix du média", "cité", "rapporté", "guillemets de distance",
        }  # fmt: skip
    assert plain.day("2026-03-14") == "Saturday, 14 March 2026"


def test_a_message_without_a_translation_is_english() -> None:
    with speaking("fr"):
        assert say("A sentence of no catalogue.") == "A sentence of no catalogue."


def test_a_language_without_a_catalogue_is_refused() -> None:
    with pytest.raises(ValueError, match="'xx' has no catalogue; write one of en, fr"):
        Settings(report_language="xx")
    assert Settings(report_language="fr").report_language == "fr"
