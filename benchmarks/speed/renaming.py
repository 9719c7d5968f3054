"""Real texts made into other texts of the same shape, by other names and other long words."""

NAME_LENGTH, WORD_LENGTH = 3, 7
"""Longest word with and without a capital that stays as it is."""
SYLLABLES = ("", "bor", "dun", "fel", "gan", "hir", "jost", "kem", "lud", "mav")


def renamed(text: str, night: int) -> str:
    """Return the text with other names and other long words; night 0 leaves it as it is.

    >>> renamed("Ada Lopes resigned after talks", 1)
    'Ada Lopbores resborigned after talks'
    """
    syllable = _syllable(night)
    return " ".join(_other(word, syllable) for word in text.split(" "))


def _syllable(night: int) -> str:
    """Return what is put into words, another for each night."""
    tens, ones = divmod(night, len(SYLLABLES))
    return (_syllable(tens) + "o" if tens else "") + SYLLABLES[ones]


def _other(word: str, syllable: str) -> str:
    least = NAME_LENGTH if word[:1].isupper() else WORD_LENGTH
    return word[:3] + syllable + word[3:] if len(word) > least else word
