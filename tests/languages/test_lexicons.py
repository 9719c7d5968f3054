"""The lexicons of the other languages: as much as promised, proven, and the same for each side."""

import re

import pytest

import bias
from bias.wording.check import check_lexicon
from bias.wording.lexicon import Lexicon, load_lexicon
from bias.wording.normal import normal_term

CODES = ("es", "fr")
LEAST = 400
SIDES = {
    "fr": [("gauche", "droite"), ("ultragauche", "ultradroite"), ("gauchard", "droitard"),
           ("ultraliberal", "ultraconservateur")],
    "es": [("izquierda", "derecha"), ("izquierdista", "derechista"),
           ("ultraizquierda", "ultraderecha"), ("ultraliberal", "ultraconservador")],
}  # fmt: skip
OPPOSED = {
    "fr": [
        ("gauche caviar", "droite bling-bling"), ("bobo", "beauf"), ("coco", "facho"),
        ("gauchiste", "droitier"), ("islamo-gauchiste", "catho-intégriste"), ("wokiste", "réac"),
        ("populiste", "élitiste"), ("mondialiste", "souverainiste"), ("pro-vie", "pro-choix"),
        ("matraquage fiscal", "cadeau fiscal"), ("droits acquis", "privilège"),
        ("écologie punitive", "écocide"), ("climatosceptique", "alarmiste"),
        ("violences policières", "haine anti-flics"), ("grand remplacement", "forteresse Europe"),
        ("opération militaire spéciale", "guerre d'agression"),
    ],
    "es": [
        ("rojo", "facha"), ("progre", "carca"), ("izquierdoso", "derechona"),
        ("izquierda caviar", "derechona"), ("perroflauta", "pijo"), ("populista", "elitista"),
        ("globalista", "patriotero"), ("feminazi", "machirulo"), ("provida", "proelección"),
        ("infierno fiscal", "regalo fiscal"), ("derechos adquiridos", "privilegio"),
        ("recortes salvajes", "gasto desbocado"), ("ideología de género", "heteropatriarcado"),
        ("negacionista climático", "alarmista climático"),
        ("violencia policial", "odio a la policía"), ("gran reemplazo", "fortaleza Europa"),
        ("operación militar especial", "guerra de agresión"),
    ],
}  # fmt: skip
SWAPS = {
    "fr": [("Oddel", "Roux"), ("la gauche", "la droite"), ("le Vellan", "le Merrin")],
    "es": [("Odel", "Rojas"), ("la izquierda", "la derecha"), ("el Vellán", "el Merrín")],
}
TEXTS = {
    "fr": [
        "{a} a fustigé un régime corrompu, et {b} a vu des voyous et des menteurs.",
        "Hier, {a} a cédé devant la horde, mais {b} y voit une chasse aux sorcières.",
        "Le chef qui plaît à {a} est un pantin, un escroc et un imposteur, selon {b}.",
    ],
    "es": [
        "{a} fustigó a un régimen corrupto, y {b} vio a matones y mentirosos.",
        "Ayer, {a} cedió ante la turba, pero {b} ve en ello una caza de brujas.",
        "El jefe que gusta a {a} es un títere, un estafador y un impostor, según {b}.",
    ],
}


@pytest.fixture(params=CODES)
def lexicon(request: pytest.FixtureRequest) -> Lexicon:
    return load_lexicon(request.param)


def test_there_are_as_many_cues_as_promised(lexicon: Lexicon) -> None:
    assert len(lexicon.cues) >= LEAST
    assert {cue.category for cue in lexicon.cues} == {
        category.name for category in lexicon.categories
    } - {"contested"}


def test_every_row_does_what_its_sentences_say(lexicon: Lexicon) -> None:
    assert [str(problem) for problem in check_lexicon(lexicon)] == []


def test_what_is_said_of_one_side_is_said_of_the_other(lexicon: Lexicon) -> None:
    by_term = {normal_term(cue.term): cue for cue in lexicon.cues}
    fixed = {normal_term(term) for pair in OPPOSED[lexicon.language] for term in pair}
    missing = []
    for one, other in SIDES[lexicon.language]:
        for word, opposite in ((one, other), (other, one)):
            for term, cue in by_term.items():
                mirror = re.sub(rf"\b{word}\b", opposite, term)
                if mirror == term or term in fixed:
                    continue
                twin = by_term.get(mirror)
                if twin is None or (twin.strength, twin.category) != (cue.strength, cue.category):
                    missing.append((term, mirror))
    assert missing == []


def test_both_words_of_a_quarrel_stand(lexicon: Lexicon) -> None:
    known = {normal_term(cue.term) for cue in lexicon.cues}
    pairs = OPPOSED[lexicon.language]
    assert [pair for pair in pairs if not {normal_term(term) for term in pair} <= known] == []


def marks(text: str) -> list[tuple[int, str, int]]:
    made = bias.compare([bias.article(text, "A"), bias.article(f"{text} ", "B", title="x")])
    first = next(a.id for a in made.articles if a.outlet == "A")
    found = (f for f in made.findings if f.article == first)
    return [(text[: f.start].count(" "), f.cue, f.weight) for f in found]


@pytest.mark.parametrize("code", CODES)
def test_swapping_sides_changes_nothing(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bias.texts.find_language", lambda text, declared: code)
    for text in TEXTS[code]:
        for a, b in SWAPS[code]:
            one = marks(text.format(a=a, b=b))
            assert one, text
            assert one == marks(text.format(a=b, b=a))
