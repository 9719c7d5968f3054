"""Numbers of which one is a share of the other, as a word beside them says."""

from collections.abc import Iterable

from bias.text import fold, words

_SHARES = {
    **dict.fromkeys(("half", "halves", "halved", "halving", "twice", "double", "doubled"), 1 / 2),
    **dict.fromkeys(("third", "thirds", "triple", "tripled", "trebled", "threefold"), 1 / 3),
    **dict.fromkeys(("quarter", "quarters", "fourfold", "quadrupled"), 1 / 4),
    **dict.fromkeys(("fifth", "fifths"), 1 / 5),
    **dict.fromkeys(("tenth", "tenths", "tenfold"), 1 / 10),
}
_NEAR = 0.04


def is_share(texts: Iterable[str], a: float, b: float) -> bool:
    """Tell whether one number is that share of the other which a word of some texts names.

    >>> is_share(["Half the cost, 43 crowns.", "It costs 86 crowns."], 43, 86)
    True
    >>> is_share(["It costs 43 crowns."], 43, 86)
    False
    """
    low, high = sorted((abs(a), abs(b)))
    found = {_SHARES[word] for text in texts for word in map(fold, words(text)) if word in _SHARES}
    share = low / high if high else 0.0
    return any(abs(share - each) <= _NEAR for part in found for each in (part, 1 - part))
