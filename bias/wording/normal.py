"""Text and terms brought to one form, character for character, so that spans stay exact."""

from bias.text import fold

_SPACE = ord(" ")


class _Table(dict[int, int]):
    """Maps a character to its folded form, or to a space when it is part of no word."""

    def __missing__(self, code: int) -> int:
        char = chr(code)
        folded = fold(char)
        single = len(folded) == 1 and folded.isalnum()
        value = ord(folded) if single else code if char.isalnum() else _SPACE
        self[code] = value
        return value


_TABLE = _Table()


def normalise(text: str) -> str:
    """Return the text folded to lower case without accents, of the same length.

    Everything that is neither letter nor digit becomes a space: hyphens of every kind, straight
    and curly apostrophes, quotation marks. So "far-right" and "far right" are one, and a
    possessive 's stands as a word of its own.

    >>> normalise("The “Far‑Right”’s coup d’État")
    'the  far right  s coup d etat'
    """
    return text.translate(_TABLE)


def normal_term(term: str) -> str:
    """Return a term of the lexicon as it stands in a normalised text.

    >>> normal_term("so-called")
    'so called'
    """
    return normalise(term).strip()
