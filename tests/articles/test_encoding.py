import pytest

from bias.articles.encoding import decode

TEXT = "“Öl” für Zoë – 20 €"


@pytest.mark.parametrize(
    ("encoding", "content_type", "head"),
    [
        ("utf-8", "text/html", ""),
        ("utf-8", "text/html; charset=iso-8859-1", ""),
        ("utf-8-sig", "text/html", ""),
        ("utf-16", "text/html", ""),
        ("windows-1252", "text/html; charset=iso-8859-1", ""),
        ("windows-1252", "text/html", ""),
        ("windows-1252", "text/html", '<meta charset="windows-1252">'),
        (
            "iso-8859-15",
            "text/html",
            "<meta http-equiv=x content='text/html; charset=ISO-8859-15'>",
        ),
    ],
)
def test_text_is_read_in_the_encoding_that_fits(
    encoding: str, content_type: str, head: str
) -> None:
    text = head + (TEXT if encoding != "iso-8859-15" else "Öl für Zoë 20 €")
    assert decode(text.encode(encoding), content_type) == (text, 0)


def test_one_broken_byte_does_not_change_the_encoding() -> None:
    text, broken = decode((TEXT * 20).encode() + b"\xff", "text/html; charset=windows-1252")
    assert text.startswith(TEXT)
    assert broken == 1


@pytest.mark.parametrize("name", ["zip", "punycode", "idna", "no-such-thing"])
def test_declared_encoding_that_is_none_of_the_web_is_passed_over(name: str) -> None:
    assert decode(TEXT.encode(), f"text/html; charset={name}") == (TEXT, 0)


def test_cyrillic_and_chinese_are_read_as_declared() -> None:
    assert decode("Мост закрыт".encode("koi8-r"), "text/html; charset=koi8-r")[0] == "Мост закрыт"
    assert decode("桥梁关闭".encode("gbk"), "text/html; charset=gb2312")[0] == "桥梁关闭"


DECLARED = "text/html; charset=utf-8"


def test_a_stray_byte_in_declared_utf8_leaves_the_quotation_marks() -> None:
    assert decode("“a coup”".encode() + b" Caf\xe9", DECLARED) == ("“a coup” Café", 0)
    head = b"<meta charset=utf-8>"
    assert decode(head + "“a coup”".encode() + b" \x96", "text/html")[0].endswith("“a coup” –")


def test_a_quotation_pasted_in_from_windows_is_shown_as_printed() -> None:
    body = "“Zürich” – ".encode() + b"\x93Tyrant\x94, he\x92s gone"
    assert decode(body, DECLARED) == ("“Zürich” – “Tyrant”, he’s gone", 0)


def test_a_character_cut_in_the_middle_cannot_be_told() -> None:
    assert decode("“ok” ".encode() + b"\xe2\x80 end", DECLARED) == ("“ok” \ufffd end", 1)


def test_another_declared_encoding_wins_where_utf8_does_not_fit() -> None:
    head = '<meta charset="windows-1251">'
    text = head + "Мост закрыт"
    assert decode(text.encode("windows-1251"), DECLARED) == (text, 0)


def test_a_page_of_windows_1252_that_declares_utf8_is_read() -> None:
    assert decode("“Öl” für Zoë".encode("windows-1252"), DECLARED) == ("“Öl” für Zoë", 0)
