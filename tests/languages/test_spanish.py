import bias
from tests.languages.events import told


def test_the_town_hall_is_read_in_its_voices() -> None:
    event = told("es_ayuntamiento")
    assert event.speaker("El Correo", "El ayuntamiento es de todos") == ("quoted", "Marcos Odel")
    assert event.speaker("El Correo", "empleados volverían") == ("attributed", "Marcos Odel")
    assert event.speaker("El Correo", "Volveremos") == ("quoted", "Juana Rojo")
    assert event.speaker("El Correo", "Doce manifestantes") == (
        "attributed",
        "delegación del Gobierno",
    )
    assert event.speaker("La Voz del Norte", "una infamia") == ("quoted", "Juana Rojo")
    assert event.speaker("Vell Hoy", "la ocupación costó") == ("attributed", "cámara de comercio")
    assert event.speaker("Vell Hoy", "Doce matones") == ("own", "")


def test_the_town_hall_is_compared() -> None:
    event = told("es_ayuntamiento")
    assert event.joined("Marcos Odel, había pedido", "El valiente alcalde")
    assert event.joined("desalojó el miércoles", "liberaron el miércoles")
    assert not event.joined("Doce matones", "venta del puerto")
    assert event.marked("El Correo") == set()
    assert event.marked("La Voz del Norte") == {
        "atropello", "vergonzoso", "déspota", "régimen", "malvender",
    }  # fmt: skip
    assert event.marked("Vell Hoy") == {"matón", "valiente", "extremista"}
    assert event.called("Marcos Odel") >= {"Marcos Odel", "alcalde", "déspota"}


def test_the_factory_is_read_in_its_voices() -> None:
    event = told("es_fabrica")
    assert event.speaker("El Correo", "Se ha hallado plomo") == ("attributed", "agencia del agua")
    assert event.speaker("El Correo", "Nuestros vertidos") == ("quoted", "Elena Ferrán")
    assert event.speaker("El Correo", "se repetirán") == ("attributed", "Elena Ferrán")
    assert event.speaker("La Voz del Norte", "treinta años") == ("quoted", "Inés Carón")
    assert event.speaker("La Voz del Norte", "Dos niños") == ("attributed", "Simón Vial")
    assert event.speaker("Vell Hoy", "Trescientas familias") == ("quoted", "Elena Ferrán")
    assert event.speaker("Vell Hoy", "la fábrica cierre") == ("attributed", "Karim Hadad")


def test_the_factory_is_compared() -> None:
    event = told("es_fabrica")
    assert event.joined("Se ha hallado plomo", "48 microgramos por litro, según")
    assert event.joined("El gobernador, Pablo Tizón", "una decisión absurda")
    assert not event.joined("plomo en la sangre", "cumplen la ley")
    assert event.marked("El Correo") == set()
    assert event.marked("Vell Hoy") == {"extremista", "absurdo", "caza de brujas"}
    assert {"escándalo", "pisotear", "vergonzoso"} <= event.marked("La Voz del Norte")


def test_the_report_says_that_nothing_parsed_it() -> None:
    event = told("es_fabrica")
    page = bias.report(event.comparison)
    assert event.comparison.making.language_models == ()
    assert "Read in Spanish, without a parse" in page
    assert "told from the forms of words, so that more is missed" in page
