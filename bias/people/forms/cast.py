"""Finds who and what an article names by the forms of its words.

Persons are joined by their last name, a description with the one person who bears it as a title,
all others by their noun. Nothing is known of pronouns.
"""

from collections.abc import Mapping, Sequence

from bias.language.document import Document
from bias.language.word_classes import word_class
from bias.people.figures import Figure, Figures
from bias.people.forms.appositions import apposed
from bias.people.forms.names import FoundName, capitals_within, find_names
from bias.people.forms.nouns import FoundNoun, find_nouns, nouns
from bias.people.lexis import genders, given_names, squeeze, title_kind
from bias.people.names import Words
from bias.records import Article, EntityKind, Mention, MentionKind, Part
from bias.text import fold

_LABELS = {
    "PERSON": EntityKind.PERSON, "ORG": EntityKind.ORGANISATION,
    "LOC": EntityKind.PLACE, "GPE": EntityKind.PLACE,
}  # fmt: skip
_FULL_NAME = range(2, 4)
_INITIALS = range(2, 7)
_SURE = 3


def read_cast(
    article: Article, documents: Mapping[Part, Document]
) -> tuple[Figures, list[Figure], list[Mention]]:
    """Return the figures of an article, and the mentions with the figure of each."""
    return _Reader(article, documents).read()


class _Reader:
    """Reads the parts of one article."""

    def __init__(self, article: Article, documents: Mapping[Part, Document]) -> None:
        self._article = article
        self._language = article.language
        self._documents = documents
        self._figures = Figures()
        self._owners: list[Figure] = []
        self._mentions: list[Mention] = []

    def read(self) -> tuple[Figures, list[Figure], list[Mention]]:
        known = frozenset[str]().union(*map(capitals_within, self._documents.values()))
        for document in self._documents.values():
            names = list(find_names(document, self._language, known))
            taken = {i for found in names for i in range(found.first, found.last)}
            described = [n for n in find_nouns(document, self._language) if n.token not in taken]
            self._read_part(document, names, described)
        self._join()
        return self._figures, self._owners, self._mentions

    def _read_part(
        self, document: Document, names: Sequence[FoundName], described: Sequence[FoundNoun]
    ) -> None:
        both: list[FoundName | FoundNoun] = [*names, *described]
        made: dict[int, Figure] = {}
        for found in sorted(both, key=_place):
            if isinstance(found, FoundName):
                made[found.first] = self._add_name(document, found)
            else:
                made[found.token] = self._add_noun(document, found)
        for noun, name in apposed(document, names, described, self._language):
            self._figures.join(made[noun.token], made[name.first])
            made[name.first].offices.add((noun.noun.lemma, frozenset()))

    def _add_name(self, document: Document, found: FoundName) -> Figure:
        tokens = document.tokens
        words = tuple(squeeze(token.text) for token in tokens[found.name : found.last])
        titles = tuple(token.lower for token in tokens[found.first : found.name])
        figure = self._add(
            Mention(
                part=document.part,
                start=tokens[found.first].start,
                end=tokens[found.last - 1].end,
                head_start=tokens[found.last - 1].start,
                head_end=tokens[found.last - 1].end,
                head=words[-1],
                modifiers=titles,
                kind=MentionKind.PROPER,
                entity="",
                name=document.words(found.name, found.last),
                definite=True,
            )
        )
        figure.names[words] += 1
        learn_title(figure, titles, self._language)
        figure.kinds[self._kind(document, found, words)] += 1
        return figure

    def _kind(self, document: Document, found: FoundName, words: tuple[str, ...]) -> EntityKind:
        """Return what a name is taken for: by its title, the model, a given name, its form."""
        printed = document.words(found.name, found.last)
        if found.first < found.name or words[0] in given_names(self._language):
            return EntityKind.PERSON
        if found.label:
            return _LABELS[found.label]
        noun = nouns(self._language).get(words[0])
        if noun is not None or printed.isupper() and len(printed) in _INITIALS:
            return EntityKind.ORGANISATION
        if len(words) in _FULL_NAME:
            return EntityKind.PERSON
        before = document.tokens[found.name - 1].lower if found.name else ""
        placing = word_class("before_place", language=self._language)
        return EntityKind.PLACE if before in placing else EntityKind.ORGANISATION

    def _add_noun(self, document: Document, found: FoundNoun) -> Figure:
        token = document.tokens[found.token]
        figure = self._add(
            Mention(
                part=document.part,
                start=token.start,
                end=token.end,
                head_start=token.start,
                head_end=token.end,
                head=found.noun.lemma,
                kind=MentionKind.NOMINAL,
                entity="",
                plural=found.noun.plural,
                definite=found.definite,
            )
        )
        figure.kinds[found.noun.kind] += 1
        if found.noun.kind is EntityKind.PERSON:
            figure.offices.add((found.noun.lemma, frozenset()))
        return figure

    def _add(self, mention: Mention) -> Figure:
        figure = self._figures.new()
        figure.mentions.append((self._article.id, mention))
        self._owners.append(figure)
        self._mentions.append(mention)
        return figure

    def _join(self) -> None:
        named = [f for f in self._owners if f.names]
        full = {f.fullest for f in named if len(f.fullest) > 1}
        bearers: dict[str, set[tuple[str, ...]]] = {}
        for words in full:
            bearers.setdefault(words[-1], set()).add(words)
        first: dict[tuple[str, ...], Figure] = {}
        for figure in named:
            words = figure.fullest
            holders = bearers.get(words[-1], set()) if len(words) == 1 else set()
            key = next(iter(holders)) if len(holders) == 1 else words
            self._figures.join(first.setdefault(key, figure), figure)
        self._join_nouns()

    def _join_nouns(self) -> None:
        """Join a description with the one person of that title, else with its like."""
        holders: dict[str, set[int]] = {}
        for figure in self._figures:
            for head, _ in figure.offices if figure.names else ():
                holders.setdefault(head, set()).add(figure.number)
        alike: dict[tuple[str, bool], Figure] = {}
        for figure, mention in zip(self._owners, self._mentions, strict=True):
            if mention.kind is not MentionKind.NOMINAL or self._figures.at(figure.number).names:
                continue
            held = holders.get(mention.head, set())
            if len(held) == 1 and mention.definite and not mention.plural:
                self._figures.join(self._figures.at(next(iter(held))), figure)
                continue
            self._figures.join(alike.setdefault((mention.head, mention.plural), figure), figure)


def learn_form(
    figure: Figure, mention: Mention, words: Words, kind: EntityKind, language: str
) -> None:
    """Add what a mention shows of a figure of an event: its name, its kind, its offices."""
    figure.kinds[kind] += 1
    if mention.kind is MentionKind.PROPER:
        figure.names[words] += 1
        learn_title(figure, mention.modifiers, language)
    elif kind is EntityKind.PERSON and not mention.plural:
        figure.offices.add((mention.head, frozenset()))


def learn_title(figure: Figure, titles: Sequence[str], language: str) -> None:
    """Add what the title before a name shows: a person, an office, a gender."""
    for word in map(squeeze, titles):
        figure.kinds[EntityKind.PERSON] += _SURE
        figure.genders[genders(language).get(word, "")] += 1
        if title_kind(word, language) != "honorific":
            figure.offices.add((fold(word), frozenset()))
    del figure.genders[""]


def _place(found: FoundName | FoundNoun) -> int:
    return found.first if isinstance(found, FoundName) else found.token
