import pytest

import bias
from tests.languages.events import told

pytestmark = pytest.mark.usefixtures("french")


def test_the_town_hall_is_read_in_its_voices() -> None:
    event = told("fr_mairie")
    assert event.speaker("Le Courrier", "La mairie appartient") == ("quoted", "Marc Oddel")
    assert event.speaker("Le Courrier", "employés reprendraient") == ("attributed", "Marc Oddel")
    assert event.speaker("Le Courrier", "Nous reviendrons") == ("quoted", "Jeanne Roux")
    assert event.speaker("Le Courrier", "Douze manifestants") == ("attributed", "préfecture")
    assert event.speaker("La Dépêche du Nord", "une honte") == ("quoted", "Jeanne Roux")
    assert event.speaker("Vell Matin", "l’occupation a coûté") == (
        "attributed",
        "chambre de commerce",
    )
    assert event.speaker("Vell Matin", "des casseurs") == ("own", "")


def test_the_town_hall_is_compared() -> None:
    event = told("fr_mairie")
    assert event.joined("Marc Oddel, avait demandé", "Le courageux maire")
    assert event.joined("a évacué mercredi à l’aube", "ont libéré mercredi")
    assert not event.joined("Douze voyous", "vente du port")
    assert event.marked("Le Courrier") == set()
    assert event.marked("La Dépêche du Nord") == {
        "coup de force", "scandaleux", "despote", "régime", "brader",
    }  # fmt: skip
    assert event.marked("Vell Matin") == {
        "voyou", "courageux", "extrémiste", "prétendre", "prendre en otage",
    }  # fmt: skip
    assert event.called("Jeanne Roux") == {"Jeanne Roux", "porte-parole"}


def test_the_factory_is_read_in_its_voices() -> None:
    event = told("fr_usine")
    assert event.speaker("Le Courrier", "Du plomb") == ("attributed", "agence de l’eau")
    assert event.speaker("Le Courrier", "Nos rejets") == ("quoted", "Hélène Ferrand")
    assert event.speaker("Le Courrier", "analyses seront") == ("attributed", "Hélène Ferrand")
    assert event.speaker("La Dépêche du Nord", "trente ans") == ("quoted", "Inès Caron")
    assert event.speaker("La Dépêche du Nord", "Deux enfants") == ("attributed", "Simon Vial")
    assert event.speaker("Vell Matin", "Trois cents familles") == ("quoted", "Hélène Ferrand")
    assert event.speaker("Vell Matin", "l’usine ferme") == ("attributed", "Karim Haddad")


def test_the_factory_is_compared() -> None:
    event = told("fr_usine")
    assert event.joined("Du plomb a été trouvé", "48 microgrammes par litre, d’après")
    assert event.joined("Le préfet, Paul Tissier", "une décision absurde")
    assert event.marked("Le Courrier") == set()
    assert event.marked("Vell Matin") == {"extrémiste", "absurde", "chasse aux sorcières"}
    assert {"scandale", "bafouer", "honteux"} <= event.marked("La Dépêche du Nord")
    assert event.called("Hélène Ferrand") >= {"directrice Hélène Ferrand", "Hélène Ferrand"}


def test_the_report_says_in_which_language_it_read() -> None:
    event = told("fr_mairie")
    page = bias.report(event.comparison)
    assert "Read in French" in page
    assert ("Read in French, without a parse" in page) is not bool(
        event.comparison.making.language_models
    )
    assert "How often our marks and joins are right was measured on English texts" in page
    assert "Contradictions are not looked for" in page
