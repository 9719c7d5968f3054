"""What is read by the forms of words: voices and speakers, sentence by sentence."""

import pytest

from bias.attribution.attribute import attribute
from bias.language.inflections import inflections
from bias.language.read import documents, read
from bias.language.registry import rows
from bias.languages import languages
from bias.people.cast import find_cast
from bias.records import Article, Cast, EntityKind, Part, Quality, VoicedArticle

BY_FORM = sorted(code for code, known in languages().items() if not known.by_clauses)


def article(text: str, language: str, title: str = "") -> Article:
    return Article(
        id="a-1",
        outlet="a",
        url="",
        title=title,
        text=text,
        quality=Quality(trusted=True),
        language=language,
    )


def read_text(text: str, language: str) -> tuple[VoicedArticle, Cast]:
    """Read a text without a parse."""
    made = article(text, language)
    reading = read(made, parsed=False)
    cast = find_cast(made, documents(made, reading))
    return attribute(made, reading, cast), cast


def spans(text: str, language: str) -> list[tuple[str, str, str]]:
    """Return rule, words and speaker of every voice span."""
    voiced, _ = read_text(text, language)
    return [(span.rule, text[span.start : span.end], span.speaker) for span in voiced.voices]


SAID = {
    "fr": [
        ("« Non », martèle le ministre, qui reste.", "behind", "« Non »", "ministre"),
        ("Le port a fermé, a annoncé lundi la préfète Odile Marre.", "behind",
         "Le port a fermé", "Odile Marre"),
        ("La sénatrice Claire Morin estime que la loi est un recul.", "clause",
         "la loi est un recul", "Claire Morin"),
        ("Le maire de Vell, Marc Oddel, affirme que le pont tient.", "clause",
         "le pont tient", "Marc Oddel"),
        ("Jean Roux, qui vit en exil, a dénoncé « une mascarade ».", "quotation",
         "« une mascarade »", "Jean Roux"),
        ("Le gouvernement, qui avait promis de consulter les maires, se tait.", "infinitive",
         "de consulter les maires", "gouvernement"),
        ("La police dément avoir tiré.", "infinitive", "avoir tiré", "police"),
        ("Les dockers accusent la direction d’avoir menti.", "charge", "d’avoir menti", "dockers"),
        ("D’après les pompiers, trois personnes sont mortes.", "according",
         "trois personnes sont mortes", "pompiers"),
        ("Pour Ana Roux, avocate, « la loi est claire ».", "according", "« la loi est claire »",
         "Ana Roux"),
        ("Jean Roux : « Le peuple a parlé. »", "colon", "« Le peuple a parlé. »", "Jean Roux"),
        ("Le ministre l’assure : « Aucun poste ne partira. »", "quotation",
         "« Aucun poste ne partira. »", "ministre"),
        ("— Nous partons, dit Marc Oddel en souriant.", "behind", "Nous partons,", "Marc Oddel"),
        ("Les habitants parlent d’« invasion ».", "quotation", "« invasion »", "habitants"),
    ],
    "es": [
        ("«No», insiste el ministro, que se queda.", "behind", "«No»", "ministro"),
        ("El puerto cerró, anunció el lunes la delegada Odila Marre.", "behind",
         "El puerto cerró", "Odila Marre"),
        ("La senadora Clara Moreno cree que la ley es un retroceso.", "clause",
         "la ley es un retroceso", "Clara Moreno"),
        ("El alcalde de Vell, Marcos Odel, afirma que el puente aguanta.", "clause",
         "el puente aguanta", "Marcos Odel"),
        ("Juan Rojo, que vive en el exilio, denunció “una farsa”.", "quotation",
         "“una farsa”", "Juan Rojo"),
        ("El Gobierno, que había prometido consultar a los alcaldes, calla.", "infinitive",
         "consultar a los alcaldes", "Gobierno"),
        ("La policía niega haber disparado.", "infinitive", "haber disparado", "policía"),
        ("Los estibadores acusan a la dirección de haber mentido.", "charge",
         "de haber mentido", "estibadores"),
        ("De acuerdo con los bomberos, murieron tres personas.", "according",
         "murieron tres personas", "bomberos"),
        ("Para Ana Rojas, abogada, «la ley es clara».", "according", "«la ley es clara»",
         "Ana Rojas"),
        ("Juan Rojo: «El pueblo ha hablado».", "colon", "«El pueblo ha hablado»", "Juan Rojo"),
        ("El ministro lo asegura: «No se irá nadie».", "quotation", "«No se irá nadie»",
         "ministro"),
        ("—No nos vamos —dijo Marcos Odel—. Volveremos.", "behind", "No nos vamos",
         "Marcos Odel"),
        ("Los vecinos hablan de «invasión».", "quotation", "«invasión»", "vecinos"),
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "number"), [(code, i) for code in BY_FORM for i in range(len(SAID[code]))]
)
def test_words_have_their_rule_and_speaker(language: str, number: int) -> None:
    text, rule, words, speaker = SAID[language][number]
    assert (rule, words, speaker) in spans(text, language)


OWN = {
    "fr": [
        "Le gouvernement a annoncé une réforme que les syndicats refusent.",
        "La demande a été rejetée par le tribunal.",
        "Une annonce que personne n’attendait a été faite lundi.",
        "– le pain\n\n– le sel et l’eau",
        "Des milliers de personnes ont défilé à Vell.",
    ],
    "es": [
        "El Gobierno ha anunciado una reforma que los sindicatos rechazan.",
        "La denuncia fue archivada por el juez.",
        "Una nota que nadie esperaba llegó el lunes.",
        "– el pan\n\n– la sal y el agua",
        "Miles de personas marcharon en Vell.",
    ],
}


@pytest.mark.parametrize("language", BY_FORM)
def test_what_nobody_is_cited_for_is_the_outlets_own(language: str) -> None:
    assert [spans(text, language) for text in OWN[language]] == [[]] * len(OWN[language])


@pytest.mark.parametrize("language", BY_FORM)
def test_a_phrase_that_cites_has_a_sentence_it_matches_and_one_it_does_not(language: str) -> None:
    for row in rows(language, "patterns.csv"):
        rules = [rule for rule, _, _ in spans(row["match"], language)]
        assert "according" in rules, row
        assert spans(row["no_match"], language) == [], row


PRONOUN = {
    "fr": ("Le maire Marc Oddel est venu. Il a ajouté que le pont tenait.", "Marc Oddel"),
    "es": ("El alcalde Marcos Odel vino. Añadió que el puente aguanta.", "Marcos Odel"),
}


@pytest.mark.parametrize("language", BY_FORM)
def test_a_pronoun_or_no_subject_is_who_acted_last(language: str) -> None:
    text, name = PRONOUN[language]
    assert [speaker for _, _, speaker in spans(text, language)] == [name]


NAMED = {
    "fr": ("Hier, la ministre de l’Intérieur, Ana Lopès, a reçu Jean Roux à Vell. Le Parti vert "
           "et la CGT étaient là. Lopès est repartie. La ministre a souri aux manifestants."),
    "es": ("Ayer, la ministra del Interior, Ana Lopes, recibió a Juan Rojo en Vell. El Partido "
           "Verde y la UGT estaban allí. Lopes se fue. La ministra sonrió a los manifestantes."),
}  # fmt: skip
KINDS = {
    "fr": {"Ana Lopès": "person", "Jean Roux": "person", "Vell": "place", "CGT": "organisation",
           "manifestant": "group"},
    "es": {"Ana Lopes": "person", "Juan Rojo": "person", "Vell": "place", "UGT": "organisation",
           "Partido Verde": "organisation", "manifestante": "group"},
}  # fmt: skip


@pytest.mark.parametrize("language", BY_FORM)
def test_names_are_found_and_joined(language: str) -> None:
    _, cast = read_text(NAMED[language], language)
    kinds = {entity.name: entity.kind for entity in cast.entities}
    assert {name: kinds.get(name) for name in KINDS[language]} == {
        name: EntityKind(kind) for name, kind in KINDS[language].items()
    }
    person = next(e.id for e in cast.entities if e.kind is EntityKind.PERSON)
    heads = [m.head for m in cast.mentions if m.entity == person]
    assert len(heads) == 4, heads  # the office, the full name, the last name, the office again


SENTENCES = {
    "fr": ("M. Roux est venu lundi. Mme Lopès, née av. le pont, est là ! « Quoi ? » dit-il. Le "
           "n. 5 est fermé.", 4),
    "es": ("El Sr. Rojo llegó el lunes. La Dra. Lopes, de EE.UU., está aquí. «¿Qué?», dijo. "
           "El n.º 5 está cerrado.", 4),
}  # fmt: skip


@pytest.mark.parametrize("language", BY_FORM)
def test_sentences_end_where_they_end(language: str) -> None:
    text, count = SENTENCES[language]
    body = read(article(text, language), parsed=False).parts[-1]
    assert [text[s.start : s.end] for s in body.sentences][-1].endswith((".",))
    assert len(body.sentences) == count, [text[s.start : s.end] for s in body.sentences]


@pytest.mark.parametrize(
    ("language", "term", "pos", "forms"),
    [
        ("fr", "coup d'État", "noun", {"coups d'État"}),
        ("fr", "chasse aux sorcières", "noun", {"chasses aux sorcières"}),
        ("fr", "haineux", "adjective", {"haineuse", "haineuses"}),
        ("fr", "libéral", "adjective", {"libéraux", "libérale", "libérales"}),
        ("fr", "fou", "adjective", {"folle", "fous"}),
        ("fr", "menteur", "noun", {"menteurs", "menteuse"}),
        ("fr", "fustiger", "verb", {"fustige", "fustigeait", "fustigé", "fustigent"}),
        ("fr", "dire", "verb", {"dit", "disait", "dira"}),
        ("fr", "clouer au pilori", "verb", {"cloue au pilori"}),
        ("es", "golpe de Estado", "noun", {"golpes de Estado"}),
        ("es", "matón", "noun", {"matones"}),
        ("es", "atroz", "adjective", {"atroces"}),
        ("es", "corrupto", "adjective", {"corrupta", "corruptos", "corruptas"}),
        ("es", "atacar", "verb", {"ataca", "atacó", "ataque"}),
        ("es", "decir", "verb", {"dice", "dijo", "dirá"}),
        ("es", "élite autoproclamada", "noun", {"élites autoproclamadas"}),
    ],
)
def test_terms_have_their_forms(language: str, term: str, pos: str, forms: set[str]) -> None:
    made = inflections(term, pos, language)
    assert made[0] == term
    assert forms <= set(made)


@pytest.mark.parametrize("language", BY_FORM)
def test_any_text_is_read_without_an_error(language: str) -> None:
    for text in ("", " ", "«", "— —", "que que que", "« » ,", "l’l’l’", "¿¡", "Selon", "\ud800 a"):
        voiced, cast = read_text(text, language)
        assert all(span.part is Part.BODY for span in voiced.voices)
        assert all(mention.start < mention.end for mention in cast.mentions)
