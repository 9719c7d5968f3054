"""Who is named where in an event: in a sentence, in the passages aligned with it, in an office."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from bias.records import Alignment, Part, PassageRef
from bias.wording.actors import Found
from bias.wording.names import Sentence
from bias.wording.phrases import Phrase, naming_words, office_at, ruler_heads

_NEAR = 3  # passages back in which the person whom a description means was named
_ANY_RULER = "leader"  # of a state, a party or a band: no sign that somebody heads a state


class Mentions:
    """The named persons of one event, by passage and by office."""

    def __init__(self, named: Sequence[Found], alignment: Alignment) -> None:
        self._by_head: dict[str, set[str]] = defaultdict(set)
        self._by_office: dict[str, set[str]] = defaultdict(set)
        self._in_passage: dict[PassageRef, list[Found]] = defaultdict(list)
        for found in named:
            self._in_passage[found.ref].append(found)
            if found.head in ruler_heads():
                self._by_head[found.head].add(found.entity)
            elif found.head in naming_words().offices:
                office = office_at(found.sentence.tokens, found.phrase.head)
                self._by_office[office].add(found.entity)
        self._aligned: dict[PassageRef, list[PassageRef]] = defaultdict(list)
        for group in alignment.groups:
            for member in group.members:
                self._aligned[member] += [other for other in group.members if other != member]

    def near(self, sentence: Sentence, back: int = 0) -> list[Found]:
        """Return who is named so many passages before; a title is before the body's first."""
        if sentence.passage.part is Part.TITLE and back:
            return []
        return self._in_passage[_ref(sentence, back)]

    def before(self, sentence: Sentence, phrase: Phrase) -> Iterator[Found]:
        """Yield who is named before a phrase: the last in its sentence first, then further back."""
        here = [found for found in self.near(sentence) if found.phrase.last < phrase.first]
        yield from reversed(here)
        for back in range(1, _NEAR + 1):
            yield from self.near(sentence, back)

    def at(self, sentence: Sentence, index: int, *, first: bool = False) -> Found | None:
        """Return the name that ends at a word, or with ``first`` the one that begins there."""
        for found in self.near(sentence):
            if index == (found.phrase.first if first else found.phrase.last):
                return found
        return None

    def aligned(self, sentence: Sentence) -> set[str]:
        """Return who is named in the passages that tell the same."""
        others = self._aligned[_ref(sentence)]
        return {found.entity for other in others for found in self._in_passage[other]}

    def holders(self, sentence: Sentence, index: int) -> set[str] | None:
        """Return who has the office that a head names, ``None`` where any person fits.

        Of two mayors "the mayor" means neither; of two presidents, the one named last.
        """
        head = sentence.tokens[index].low
        if head in naming_words().offices:
            held = self._by_office[office_at(sentence.tokens, index)]
            return held if len(held) == 1 else set()
        if head not in ruler_heads():
            return None
        heads_of_state = {
            entity for each, held in self._by_head.items() if each != _ANY_RULER for entity in held
        }
        everybody = set().union(*self._by_head.values())
        return self._by_head.get(head) or heads_of_state or everybody


def _ref(sentence: Sentence, back: int = 0) -> PassageRef:
    return PassageRef(article=sentence.article.id, index=sentence.passage.index - back)
