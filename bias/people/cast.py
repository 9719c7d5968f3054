"""Finds who and what an article names: the stage's front door."""

from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec

from bias.language.document import Document
from bias.people.candidates import Candidate, find_candidates
from bias.people.figures import Figure, Figures, learn
from bias.people.lexis import squeeze
from bias.people.links import apart, by_head, joined
from bias.people.same_description import join_descriptions, join_offices
from bias.people.same_name import join_names
from bias.records import Article, Cast, Entity, EntityKind, Mention, MentionKind, Part

_LABELS = {
    "PERSON": EntityKind.PERSON, "ORG": EntityKind.ORGANISATION, "NORP": EntityKind.GROUP,
    "GPE": EntityKind.PLACE, "LOC": EntityKind.PLACE, "FAC": EntityKind.PLACE,
    "EVENT": EntityKind.HAPPENING,
}  # fmt: skip


def find_cast(article: Article, documents: Mapping[Part, Document]) -> Cast:
    """Return the mentions of an article and the entities they mean; never raises on any text."""
    return _Reader(article, documents).cast()


Row = tuple[Candidate, Mention, Figure]


class _Reader:
    """Reads the parts of one article."""

    def __init__(self, article: Article, documents: Mapping[Part, Document]) -> None:
        self._article = article
        self._figures = Figures()
        self._rows: list[Row] = []
        for document in documents.values():
            self._read(document)

    def cast(self) -> Cast:
        """Join the figures and return what they have become."""
        join_names(self._figures)
        join_offices(self._figures)
        join_descriptions(self._figures)
        owners = [figure for _, _, figure in self._rows]
        mentions = [mention for _, mention, _ in self._rows]
        return make_cast(self._article.id, self._figures, owners, mentions)

    def _read(self, document: Document) -> None:
        candidates = find_candidates(document)
        first = len(self._rows)
        for candidate in candidates:
            figure = self._figures.new()
            mention = make_mention(candidate)
            figure.mentions.append((self._article.id, mention))
            learn(figure, mention, candidate.words, _LABELS.get(candidate.label))
            self._rows.append((candidate, mention, figure))
        places = {head: first + i for head, i in by_head(candidates).items()}
        for a, b in apart(document):
            if a in places and b in places and places[a] != places[b]:
                self._rows[places[a]][2].apart.add(places[b])
        for a, b in joined(document):
            if a in places and b in places:
                self._join(self._rows[places[a]], self._rows[places[b]])

    def _join(self, a: Row, b: Row) -> None:
        both = {a[1].kind, b[1].kind}
        if (
            both == {MentionKind.PROPER}
            or MentionKind.PRONOUN in both
            or a[1].plural != b[1].plural
        ):
            return
        one, other = self._figures.at(a[2].number), self._figures.at(b[2].number)
        kinds = {one.kind, other.kind}
        if a[1].plural != b[1].plural and kinds != {EntityKind.GROUP}:
            return
        if EntityKind.PERSON in kinds and len(kinds) > 1:
            return
        self._figures.join(one, other)


def make_mention(candidate: Candidate) -> Mention:
    """Return the mention of a candidate, with no entity yet."""
    token, document = candidate.token, candidate.document
    proper = candidate.kind is MentionKind.PROPER
    begin = candidate.name if proper else candidate.head
    last = document.tokens[candidate.last - 1]
    words = candidate.words
    return Mention(
        part=document.part,
        start=candidate.start,
        end=candidate.end,
        head_start=last.start if proper else token.start,
        head_end=last.end,
        head=words[-1] if proper and words else squeeze(token.lemma),
        modifiers=tuple(t.lower for t in document.tokens[candidate.first : begin]),
        kind=candidate.kind,
        entity="",
        name=document.words(candidate.name, candidate.last) if proper else "",
        plural=token.tag in ("NNS", "NNPS") and not proper,
        definite=proper or _is_definite(candidate),
    )


_DEFINITE = frozenset({"the", "this", "that", "these", "those"})


def _is_definite(candidate: Candidate) -> bool:
    if candidate.first == 0:
        return False
    before = candidate.document.tokens[candidate.first - 1]
    return before.lower in _DEFINITE or before.tag in ("PRP$", "POS")


def make_cast(
    article: str, figures: Figures, owners: Sequence[Figure], mentions: Sequence[Mention]
) -> Cast:
    """Return a cast: every mention with the id of what its figure has become."""
    ids: dict[int, str] = {}
    placed: list[Mention] = []
    for owner, mention in zip(owners, mentions, strict=True):
        number = figures.at(owner.number).number
        placed.append(
            msgspec.structs.replace(mention, entity=ids.setdefault(number, f"p{len(ids) + 1}"))
        )
    entities = tuple(make_entity(name, figures.at(number)) for number, name in ids.items())
    pairs = {
        (ids[figure.number], ids[figures.at(other).number])
        for figure in figures
        for other in figure.apart
        if figures.at(other).number in ids and figure.number in ids
    }
    return Cast(
        article=article,
        mentions=tuple(placed),
        entities=entities,
        apart=tuple(sorted(pair for pair in pairs if pair[0] != pair[1])),
    )


def make_entity(name: str, figure: Figure) -> Entity:
    """Return the entity that a figure has become."""
    printed = _printed(figure)
    return Entity(
        id=name,
        name=printed[0] if printed else "",
        aliases=tuple(sorted(set(printed[1:]))),
        kind=figure.kind,
        gender=figure.gender,
        offices=tuple(sorted({" ".join([*sorted(words), head]) for head, words in figure.offices})),
    )


def _printed(figure: Figure) -> list[str]:
    """Return its names as printed, the fullest first; of one without names the commonest words."""
    named = Counter(m.name for _, m in figure.mentions if m.name)
    if named:
        return sorted(named, key=lambda n: (-len(n.split()), n.isupper(), -named[n], n))
    called = Counter(" ".join([*m.modifiers, m.head]) for _, m in figure.mentions)
    return [max(called, key=lambda n: (called[n], -len(n), n))]
