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
