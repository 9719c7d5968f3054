"""How much each of two passages says in its outlet's own words that the other has nowhere."""

from bias.alignment.told import Told
from bias.records import Voice

_MOST = {"NOUN": 3, "VERB": 3, "ADJ": 2, "ADV": 2}
"""Parts of speech that tell, and how many of each are counted at the most: a longer passage does
not differ more for being longer."""
_KINDS = ({"NOUN"}, {"VERB"}, {"ADJ", "ADV"})


def own_words_apart(a: Told, b: Told) -> int:
    """Return how many telling words of its own each passage has that the other lacks, 0 to 8.

    Nouns, verbs, and adjectives with adverbs are counted apart, and of the two passages the one
    that has fewer counts: words that only one adds are no difference between two.
    """
    return sum(
        min(_MOST[min(kinds)], *(_count(one, other, kinds) for one, other in ((a, b), (b, a))))
        for kinds in _KINDS
    )


def _count(one: Told, other: Told, kinds: set[str]) -> int:
    return sum(
        token.pos in kinds
        and token.lemma.lower() not in other.lemmas
        and one.voice(token.index) is not Voice.QUOTED
        for token in one.tokens
    )
