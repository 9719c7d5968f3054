"""The title of an event: what all agree on, and nothing of one outlet's own."""

from collections.abc import Sequence
from typing import Any

import msgspec
import pytest

from bias.records import Alignment, Article, Comparison, Deed, Finding, Naming, Part, Voice
from bias.report.reading import Reading
from bias.report.views.title import neutral_title

from .invented import HOSTILE, OUTLETS
from .marked import Told, tell

replace: Any = msgspec.structs.replace

TOLD = (
    ("Ansel Brandt hailed as dam opens", "Ansel Brandt opened the dam near Orveth on Monday."),
    ("Brandt opens leaky dam", "The dam was opened by Ansel Brandt. Fishers near Orveth stood by."),
    ("Dam: Brandt cuts ribbon", "A ribbon was cut at the dam by Ansel Brandt, mayor of Orveth."),
)


def naming(told: Told, words: str, entity: str, kind: str) -> Naming:
    start = told.article.text.index(words)
    return Naming(
        entity=entity, kind=kind, article=told.article.id, outlet=told.article.outlet,  # type: ignore[arg-type]
        part=Part.BODY, start=start, end=start + len(words), text=words,
        head=words.rpartition(" ")[2].lower(), modifiers=(), voice=Voice.OWN, passage=1,
    )  # fmt: skip


def event(comparison: Comparison, texts: Sequence[tuple[str, str]], entity: str) -> Comparison:
    """Return a comparison of articles that all name the entity and a dam."""
    told = [
        tell(outlet.id, place, title, body)
        for place, (outlet, (title, body)) in enumerate(zip(OUTLETS, texts, strict=False), start=50)
    ]
    named = [
        naming(item, words, name, kind)
        for item in told
        for words, name, kind in ((entity, entity, "actor"), ("dam", "dam", "thing"))
        if words in item.article.text
    ]
    made: Comparison = replace(
        comparison,
        articles=tuple(item.article for item in told),
        voiced=tuple(item.voiced for item in told),
        alignment=Alignment(event=comparison.event.id, groups=(), contrasts=(), omissions=()),
        namings=tuple(named),
        findings=(),
    )
    return made


def title(comparison: Comparison) -> str:
    return neutral_title(Reading(comparison, OUTLETS))


def test_a_title_holds_the_names_and_words_that_all_share(comparison: Comparison) -> None:
    assert title(event(comparison, TOLD, "Ansel Brandt")) == "Ansel Brandt: dam"


# ---------------------------------------------------------------- what it is about

BILL = (
    ("Senate weighs {0}", "The {0} was debated by Ansel Brandt on Monday. Rain fell."),
    ("Brandt and the {0}", "On Monday Ansel Brandt read the {0} aloud. It is long."),
    ("Long {0} read", "A {0} was read. Its reader was Ansel Brandt, the mayor."),
)


def about(
    comparison: Comparison, *phrases: str, texts: Sequence[tuple[str, str]] = BILL
) -> Comparison:
    """Return an event whose outlets each print a phrase as the name of something."""
    filled = [
        (headline.format(phrase), body.format(phrase))
        for (headline, body), phrase in zip(texts, phrases, strict=True)
    ]
    made = event(comparison, filled, "Ansel Brandt")
    things = [
        _thing(article, phrase) for article, phrase in zip(made.articles, phrases, strict=True)
    ]
    full: Comparison = replace(made, namings=(*made.namings, *things))
    return full


def _thing(article: Article, phrase: str) -> Naming:
    *before, head = phrase.split()
    start = article.text.index(phrase)
    return Naming(
        entity=head, kind="thing", article=article.id, outlet=article.outlet, part=Part.BODY,
        start=start, end=start + len(phrase), text=phrase, head=head, modifiers=tuple(before),
        voice=Voice.OWN, passage=1,
    )  # fmt: skip


def test_a_phrase_stands_before_its_noun_alone(comparison: Comparison) -> None:
    assert title(about(comparison, *["tolls bill"] * 3)) == "Tolls bill: Ansel Brandt"


def test_two_thirds_are_enough_and_numbers_may_differ(comparison: Comparison) -> None:
    phrases = "harbour toll", "harbour tolls", "toll"
    assert title(about(comparison, *phrases)) == "Harbour toll: Ansel Brandt"


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("It is a small toll rather than a full {}.", "Ansel Brandt"),
        ("It was not a real {}, he found.", "Ansel Brandt"),
        ("It falls short of the promised “{}”.", "Ansel Brandt"),
        ("It is not only a {}.", "Tolls bill: Ansel Brandt"),
        ("He stopped short of reading the {}.", "Tolls bill: Ansel Brandt"),
    ],
)
def test_what_an_outlet_says_it_is_not_is_no_topic(
    comparison: Comparison, said: str, wanted: str
) -> None:
    first, *others = BILL
    texts = [(first[0], f"{first[1]} {said.format('{0}')}"), *others]
    assert title(about(comparison, *["tolls bill"] * 3, texts=texts)) == wanted


def test_words_that_one_outlet_puts_before_a_noun_are_left_out(comparison: Comparison) -> None:
    assert title(about(comparison, "leaky bill", "bill", "bill")) == "Ansel Brandt: bill"


@pytest.mark.parametrize(
    "word", ["people", "monday", "statement", "victims", "mayor", "announcement"]
)
def test_words_that_tell_no_topic_are_left_out(comparison: Comparison, word: str) -> None:
    assert title(about(comparison, *[word] * 3)) == "Ansel Brandt"


def test_a_noun_of_several_headlines_stands_before_others(comparison: Comparison) -> None:
    other = " Near it is the street sign." * 3
    texts = [(headline, f"The street sign fell. {body}{other}") for headline, body in BILL]
    for headlines, wanted in ((3, "Ansel Brandt: bill"), (0, "Street sign: Ansel Brandt")):
        titled = [
            (headline if place < headlines else "Brandt in the rain", body)
            for place, (headline, body) in enumerate(texts)
        ]
        made = about(comparison, *["bill"] * 3, texts=titled)
        signs = [_thing(article, "street sign") for article in made.articles] * 4
        assert title(replace(made, namings=(*made.namings, *signs))) == wanted


def test_what_would_say_that_somebody_did_wrong_stands_beside_no_name(
    comparison: Comparison,
) -> None:
    assert title(about(comparison, *["toll fraud"] * 3)) == "Ansel Brandt"


def test_a_word_of_a_name_stands_before_no_noun(comparison: Comparison) -> None:
    assert title(about(comparison, *["Brandt bill"] * 3)) == "Ansel Brandt: bill"


def test_who_speaks_of_it_in_most_articles_stands_on_it(comparison: Comparison) -> None:
    said = " Of the tolls bill <a Ansel Brandt>he said that the tolls bill was fair</a>."
    spoken = [(headline, body + said) for headline, body in BILL]
    for texts, wanted in (
        (spoken, "Ansel Brandt on tolls bill"),
        ([*spoken[:2], BILL[2]], "Ansel Brandt on tolls bill"),
        ([spoken[0], *BILL[1:]], "Tolls bill: Ansel Brandt"),
    ):
        made = about(comparison, *["tolls bill"] * 3, texts=texts)
        # Every use of the noun names something.
        uses = [replace(each, start=0, end=1) for each in made.namings if each.kind == "thing"]
        assert title(replace(made, namings=(*made.namings, *uses, *uses))) == wanted


def test_a_speaker_is_named_in_full(comparison: Comparison) -> None:
    said = "{} Adam Brandt spoke. Brandt said <a Brandt>it rained</a>. Adam Medicare is wet."
    for other, wanted in (("", "Adam Brandt"), ("Maria Brandt left.", "Brandt")):
        made = event(comparison, [("Brandt", said.format(other))] * 3, "Brandt")
        assert title(made) == wanted
    silent = [("Medicare", said.format(""))] * 3
    assert title(event(comparison, silent, "Medicare")) == "Medicare"


def test_a_place_comes_first(comparison: Comparison) -> None:
    texts = [
        (
            headline.replace("Brandt", "Orveth") + " in Orveth",
            body.replace("Ansel Brandt", "a man in Orveth"),
        )
        for headline, body in BILL
    ]
    made = about(comparison, *["tolls bill"] * 3, texts=texts)
    places = tuple(
        replace(each, entity="Orveth", kind="actor", text="Orveth", head="orveth", modifiers=())
        for each in made.namings
    )  # fmt: skip
    assert title(replace(made, namings=(*made.namings, *places))) == "Orveth: tolls bill"


def test_a_thing_behind_a_preposition_belongs_to_it(comparison: Comparison) -> None:
    texts = [
        (h.replace("{0}", "{0} near the quarry"), b.replace("{0}", "{0} near the quarry"))
        for h, b in BILL
    ]
    made = about(comparison, *["tower"] * 3, texts=texts)
    quarry = tuple(_thing(article, "quarry") for article in made.articles)
    assert (
        title(replace(made, namings=(*made.namings, *quarry)))
        == "Tower near the quarry: Ansel Brandt"
    )


# ---------------------------------------------------------------- what happened


def deed(outlet: int, **changes: object) -> Deed:
    """Return what an outlet opens with: that Brandt opened the dam, unless told otherwise."""
    id_ = OUTLETS[outlet].id
    plain = Deed(
        article=f"{id_}-5{outlet}", outlet=id_, sentence=0,
        who="Ansel Brandt", subject="mayor Ansel Brandt",
        plural=False, verb="open", does="opens", whole=False, done="", whom="dam", thing="new dam",
    )  # fmt: skip
    made: Deed = replace(plain, **changes)
    return made


def told(comparison: Comparison, *deeds: Deed) -> str:
    return title(replace(event(comparison, TOLD, "Ansel Brandt"), deeds=deeds))


def test_a_deed_that_most_tell_is_the_title(comparison: Comparison) -> None:
    assert told(comparison, deed(0), deed(1)) == "Ansel Brandt opens dam"
    assert told(comparison, deed(0), deed(2)) == "Ansel Brandt opens dam"


def test_a_deed_with_which_nobody_begins_is_a_detail(comparison: Comparison) -> None:
    assert told(comparison, deed(0, sentence=2), deed(1, sentence=3)) == "Ansel Brandt: dam"
    assert told(comparison, deed(0), deed(1, sentence=5)) == "Ansel Brandt opens dam"


def test_a_deed_that_one_tells_is_none(comparison: Comparison) -> None:
    assert told(comparison, deed(0), deed(0)) == "Ansel Brandt: dam"


def test_a_marked_verb_or_object_is_no_title(comparison: Comparison) -> None:
    made = event(comparison, TOLD, "Ansel Brandt")
    for word in ("dam", "opened"):
        mark = _mark(made, 1, word)
        marked = replace(made, deeds=(deed(0), deed(1)), findings=(mark,))
        assert word.removesuffix("ed") not in title(marked)


def test_an_object_of_which_outlets_differ_is_not_told(comparison: Comparison) -> None:
    deeds = deed(0), deed(1, whom="ribbon", thing="ribbon")
    assert told(comparison, *deeds) == "Ansel Brandt: dam"


def test_without_an_object_only_a_verb_that_needs_none_tells(comparison: Comparison) -> None:
    bare = [deed(place, whom="", thing="", verb="resign", does="resigns") for place in (0, 1)]
    assert told(comparison, *bare) == "Ansel Brandt: dam"
    whole = [replace(each, whole=True) for each in bare]
    assert told(comparison, *whole) == "Ansel Brandt resigns"


def test_what_is_done_to_somebody_is_told_without_who_did_it(comparison: Comparison) -> None:
    done = [deed(place, verb="arrest", does="arrests", done="arrested", whom="", thing="")
            for place in (1, 2)]  # fmt: skip
    assert told(comparison, *done) == "Ansel Brandt arrested"


def test_a_subject_that_is_no_name_is_told_in_words_of_all(comparison: Comparison) -> None:
    deeds = [deed(place, who="dam", subject="leaky dam", verb="burst", does="bursts",
                  whole=True, whom="", thing="") for place in (0, 1)]  # fmt: skip
    assert told(comparison, *deeds) == "Dam bursts"


@pytest.mark.parametrize("subject", ["House", "\u202eBrandt", "", HOSTILE])
def test_a_name_that_no_subject_prints_is_not_taken(comparison: Comparison, subject: str) -> None:
    deeds = [deed(place, who="White House", subject=subject) for place in (0, 1)]
    assert told(comparison, *deeds) == "Ansel Brandt: dam"


# ---------------------------------------------------------------- what a title never is


def test_a_noun_for_many_bodies_stands_beside_no_name(comparison: Comparison) -> None:
    made = event(
        comparison, [(f"{h} in Senate", f"{b} The Senate sat.") for h, b in TOLD], "Senate"
    )
    names = event(
        comparison, [(f"{h} in Senate", f"{b} The Senate sat.") for h, b in TOLD], "Ansel Brandt"
    )
    assert title(made) == "Senate: dam"
    assert title(replace(names, namings=(*names.namings, *made.namings))) == "Ansel Brandt: dam"


def test_a_title_is_no_headline(comparison: Comparison) -> None:
    made = title(comparison)
    assert made not in {article.title for article in comparison.articles}
    for marked in ("tyrant", "thugs", "coup", "mob", "uprising"):
        assert marked not in made.lower()


def test_a_marked_word_is_never_in_a_title(comparison: Comparison) -> None:
    made = event(comparison, TOLD, "Ansel Brandt")
    marks = tuple(_mark(made, number, "dam") for number in range(3))
    assert title(replace(made, findings=marks)) == "Ansel Brandt"


def _mark(made: Comparison, number: int, word: str) -> Finding:
    article = made.articles[number]
    start = article.text.index(word)
    return Finding(
        article=article.id, outlet=article.outlet, part=Part.BODY, start=start,
        end=start + len(word), passage=1, cue="contested/dam", category="contested", strength=2,
        weight=2, voice=Voice.OWN, contested=True,
    )  # fmt: skip


def test_a_name_never_stands_beside_the_fate_of_another(comparison: Comparison) -> None:
    texts = [("Brandt among the dead", "Ansel Brandt spoke for the dead of the mine.")] * 3
    made = event(comparison, texts, "Ansel Brandt")
    dead = tuple(
        replace(each, entity="dead", kind="thing", head="dead", text="dead",
                start=each.start + len("Ansel Brandt spoke for the "))
        for each in made.namings
    )  # fmt: skip
    assert title(replace(made, namings=(*made.namings, *dead))) == "Ansel Brandt"


def test_a_name_that_stands_in_headlines_alone_is_no_name(comparison: Comparison) -> None:
    texts = [("Valley Sues Mill Over Dam", "The dam is wet.")] * 3
    assert title(event(comparison, texts, "Valley Sues Mill")) == "Dam"


@pytest.mark.parametrize("name", [HOSTILE, "x" * 200, "\u202eTasker", "Lord\nName"])
def test_a_hostile_name_is_left_out(comparison: Comparison, name: str) -> None:
    texts = [(f"{name} at dam", f"The dam of {name} stood.")] * 3
    assert name not in title(event(comparison, texts, name.strip()))


def test_where_nothing_is_shared_the_title_counts(comparison: Comparison) -> None:
    texts = [
        ("Rain", "It rained in Orveth."),
        ("Snow", "Flakes fell all night."),
        ("Wind", "A gale."),
    ]
    assert title(event(comparison, texts, "Nobody")) == "An event told by 3 outlets"


def test_where_one_article_was_read_the_title_holds_names_that_all_print(
    comparison: Comparison,
) -> None:
    made = event(comparison, TOLD, "Ansel Brandt")
    one_read = replace(made, voiced=made.voiced[:1], namings=made.namings[:2])
    assert title(one_read) == "Ansel Brandt"
    empty = tuple(replace(a, text=a.text if n == 0 else "") for n, a in enumerate(made.articles))
    assert title(replace(one_read, articles=empty)) == "An event told by 3 outlets"


def test_a_name_is_one_with_and_without_its_accents(comparison: Comparison) -> None:
    texts = [(h.replace("Brandt", "Brändt"), b.replace("Brandt", "Brändt")) for h, b in TOLD]
    made = event(comparison, (*TOLD[:2], texts[2]), "Ansel Brandt")
    assert title(made) == "Ansel Brandt: dam"
