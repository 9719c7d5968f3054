"""Finds who and what an article names: the stage's front door."""

from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec

from bias.language.document import Document
from bias.language.word_classes import word_class
from bias.languages import by_clauses, is_supported
from bias.people.candidates import (
    PRONOUNS,
    Candidate,
    find_again,
    find_candidates,
    find_modifiers,
    shortened,
)
from bias.people.figures import Figure, Figures, learn
from bias.people.forms.cast import read_cast
from bias.people.headlines import split_headlines
from bias.people.lexis import SUFFIXES, given_names, head_kinds, squeeze, states, title_kind
from bias.people.links import apart, by_head, joined, owner_of, speaks
from bias.people.pronouns import resolve_pronouns
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
    if is_supported(article.language) and not by_clauses(article.language):
        return make_cast(article.id, *read_cast(article, documents))
    return _Reader(article, documents).cast()


_SURE = 3
Row = tuple[Candidate, Mention, Figure]


class _Reader:
    """Reads the parts of one article."""

    def __init__(self, article: Article, documents: Mapping[Part, Document]) -> None:
        self._article = article
        self._figures = Figures()
        self._rows: list[Row] = []
        found = {part: find_candidates(document) for part, document in documents.items()}
        known = {c.words for row in found.values() for c in row if _is_full_name(c)}
        found = {part: [shortened(c, known) for c in row] for part, row in found.items()}
        found = split_headlines(found)
        surnames = {c.words[-1] for row in found.values() for c in row if _is_full_name(c)}
        heads = {squeeze(c.token.lemma) for row in found.values() for c in row if c.name < 0}
        for part, document in documents.items():
            again = find_again(document, found[part], surnames)
            places = {candidate.head for candidate in again}
            kept = [c for c in found[part] if c.name >= 0 or c.head not in places]
            kept += [*again, *find_modifiers(document, heads)]
            self._read(document, sorted(kept, key=lambda c: (c.first, c.last)))

    def cast(self) -> Cast:
        """Join the figures and return what they have become."""
        join_names(self._figures)
        join_offices(self._figures)
        join_descriptions(self._figures)
        resolve_pronouns(self._figures, self._rows)
        owners = [figure for _, _, figure in self._rows]
        mentions = [mention for _, mention, _ in self._rows]
        return make_cast(self._article.id, self._figures, owners, mentions)

    def _read(self, document: Document, candidates: Sequence[Candidate]) -> None:
        first = len(self._rows)
        for candidate in candidates:
            figure = self._figures.new()
            mention = make_mention(candidate)
            figure.mentions.append((self._article.id, mention))
            learn(figure, mention, candidate.words, _LABELS.get(candidate.label))
            figure.genders[_gender(candidate)] += 1
            if candidate.kind is MentionKind.PROPER and speaks(candidate):
                figure.kinds[EntityKind.PERSON] += 1
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
        if MentionKind.PRONOUN in both:
            self._join_pronoun(a, b)
        elif both != {MentionKind.PROPER}:
            self._join_description(a, b)

    def _join_description(self, a: Row, b: Row) -> None:
        one, other = self._figures.at(a[2].number), self._figures.at(b[2].number)
        kinds = {one.kind, other.kind}
        if a[1].plural != b[1].plural and kinds != {EntityKind.GROUP}:
            return
        if EntityKind.GROUP in kinds and kinds & {EntityKind.HAPPENING, EntityKind.OBJECT}:
            return
        if EntityKind.PERSON in kinds and len(kinds) > 1:
            if not _is_no_body(one) or not _is_no_body(other):
                return
            one.kinds[EntityKind.PERSON] += _SURE
        self._figures.join(one, other)

    def _join_pronoun(self, a: Row, b: Row) -> None:
        """Join "he" with "a tyrant" where he is said to be one."""
        described = b if a[1].kind is MentionKind.PRONOUN else a
        one, other = self._figures.at(a[2].number), self._figures.at(b[2].number)
        if described[1].kind is MentionKind.NOMINAL and self._figures.at(
            described[2].number
        ).kind in (EntityKind.PERSON, EntityKind.GROUP):
            self._figures.join(one, other)


def _is_full_name(candidate: Candidate) -> bool:
    return candidate.label == "PERSON" and len(candidate.words) > 1


def _is_no_body(figure: Figure) -> bool:
    """Tell whether a figure is a person, or a name that the model may have taken for a place."""
    if figure.is_person or not figure.names:
        return figure.is_person
    words = figure.fullest
    return " ".join(words) not in states() and head_kinds().get(words[-1]) is None


def _gender(candidate: Candidate) -> str:
    """Return the gender that a pronoun or a given name shows, empty for none."""
    if candidate.kind is MentionKind.PRONOUN:
        shown = PRONOUNS[candidate.token.lower]
        return shown if shown in ("he", "she") else ""
    return given_names().get(candidate.words[0], "") if _is_full_name(candidate) else ""


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
        modifiers=_words(document, candidate.start, document.tokens[begin].start),
        behind=_behind(candidate),
        kind=candidate.kind,
        owner="" if proper else owner_of(candidate),
        entity="",
        name=document.words(candidate.name, candidate.last) if proper else "",
        plural=token.tag in ("NNS", "NNPS") and not proper,
        definite=proper or _is_definite(candidate),
        indefinite=not proper and _is_indefinite(candidate),
    )


def _words(document: Document, start: int, end: int) -> tuple[str, ...]:
    """Return the printed words of a span in lower case, hyphened ones whole."""
    printed = document.text[start:end].lower().split()
    return tuple(w for w in (word.strip("\"“”'‘’,()-‑") for word in printed) if w)


def _behind(candidate: Candidate) -> tuple[str, ...]:
    """Return the words of the noun phrase that "of" ties to the head."""
    document = candidate.document
    for child in document.tree.children(candidate.head):
        if document.tokens[child].lower == "of":
            first, last = document.tree.edges(child)
            phrase = document.tokens[first + 1 : last]
            return tuple(t.lower for t in phrase if t.pos in ("NOUN", "PROPN", "ADJ"))[
                :_MOST_BEHIND
            ]
    return ()


_MOST_BEHIND = 4
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})


def _is_definite(candidate: Candidate) -> bool:
    token, tokens = candidate.token, candidate.document.tokens
    before = tokens[candidate.first - 1] if candidate.first else None
    if before is not None and (before.lower in _DEFINITE or before.tag in ("PRP$", "POS")):
        return True
    acts = token.dep in ("nsubj", "nsubjpass", "ROOT") and (before is None or before.tag != "DT")
    return acts and not token.tag.endswith("S") and title_kind(squeeze(token.lemma)) == "office"


def _is_indefinite(candidate: Candidate) -> bool:
    token, tokens = candidate.token, candidate.document.tokens
    before = tokens[candidate.first - 1].lower if candidate.first else ""
    opened = {before, tokens[candidate.first].lower}
    if opened & word_class("indefinite") or _is_sought(candidate):
        return True
    bare = before not in _DEFINITE and not _is_owned(candidate)
    role = (
        token.dep in _OBLIQUE
        and not token.tag.endswith("S")
        and candidate.document.part is Part.BODY
    )
    return bare and role and title_kind(squeeze(token.lemma)) == "office"


def _is_sought(candidate: Candidate) -> bool:
    """Tell whether somebody only wants an office: "ran for majority leader"."""
    tokens = candidate.document.tokens
    tie = tokens[candidate.token.head]
    return (
        candidate.token.dep == "pobj"
        and tie.lower == "for"
        and tokens[tie.head].lemma.lower() in word_class("office_sought")
    )


_OBLIQUE = frozenset({"pobj", "attr", "oprd"})


def _is_owned(candidate: Candidate) -> bool:
    before = candidate.document.tokens[max(0, candidate.first - 1)]
    return candidate.first > 0 and before.tag in ("PRP$", "POS")


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


def _fullness(name: str, count: int, *, running: bool) -> tuple[bool, bool, bool, int, int, str]:
    """Sort full names first, those of running text before those of headlines, the commonest first.

    A headline capitalises what is no name ("Senators Defend Ada Ray"); a suffix or capitals
    throughout come later.
    """
    words = [word for word in name.split() if squeeze(word).strip(",") not in SUFFIXES]
    shouted = name.isupper() and len(words) > 1
    return len(words) == 1, not running, shouted, -count, -len(words), name


def _printed(figure: Figure) -> list[str]:
    """Return its names as printed, the fullest first; of one without names the commonest words."""
    named = Counter(m.name for _, m in figure.mentions if m.name)
    running = {m.name for _, m in figure.mentions if m.part is not Part.TITLE}
    if named:
        return sorted(named, key=lambda n: _fullness(n, named[n], running=n in running))
    called = Counter(" ".join([*m.modifiers, m.head]) for _, m in figure.mentions)
    return [max(called, key=lambda n: (called[n], -len(n), n))]
