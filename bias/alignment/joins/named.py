"""Passages with their pronouns put for the names they mean, so that "he resigned" meets the name.

Only what is compared is written so; what is shown, and every span, stays as printed.
"""

from collections.abc import Iterator, Mapping, Sequence

from bias.alignment.event_passages import EventPassage
from bias.records import Cast, Mention, MentionKind, Part

_OWNERS = frozenset({"his", "her", "hers", "its", "their", "theirs"})
_Edit = tuple[int, int, str]


def named_texts(passages: Sequence[EventPassage], casts: Sequence[Cast]) -> list[str]:
    """Return the text of every passage with names in place of pronouns.

    A pronoun whose entity has no name in its article stays.
    """
    edits = {cast.article: list(_edits(cast)) for cast in casts}
    return [_named(passage, edits.get(passage.ref.article, ())) for passage in passages]


def _edits(cast: Cast) -> Iterator[tuple[Part, _Edit]]:
    names = _names(cast.mentions)
    for mention in cast.mentions:
        if mention.kind is MentionKind.PRONOUN and mention.entity in names:
            yield mention.part, (mention.start, mention.end, names[mention.entity])


def _names(mentions: Sequence[Mention]) -> Mapping[str, str]:
    """Return for every entity the last word of the name it is first given."""
    names: dict[str, str] = {}
    for mention in mentions:
        if mention.kind is MentionKind.PROPER and mention.name.strip():
            names.setdefault(mention.entity, mention.name.split()[-1])
    return names


def _named(passage: EventPassage, edits: Sequence[tuple[Part, _Edit]]) -> str:
    text, ahead = passage.text, len(passage.text)
    for part, (start, end, name) in reversed(edits):
        left, right = start - passage.start, end - passage.start
        if part is passage.part and 0 <= left < right <= ahead:
            owner = "’s" if text[left:right].casefold() in _OWNERS else ""
            text, ahead = f"{text[:left]}{name}{owner}{text[right:]}", left
    return text
