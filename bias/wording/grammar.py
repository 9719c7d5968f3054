"""What the annotated text says of a hit: whether it is part of a name.

The tagger's part of speech is asked only by the rows that say so (``only_as``), whose word is
mostly another one ("the court", "an attack"). Tried and left out for all rows: of the hits it would
drop, experts had marked as many as of the others ("a smear", "the claim" for the verbs), and half
of the mismatches are the tagger's ("akin to treason" as a verb).
"""

from bias.language.document import Document

_NAMES = frozenset({"PERSON", "ORG", "GPE", "FAC", "LOC", "PRODUCT", "WORK_OF_ART", "LAW"})
_SMALL = frozenset({"DT", "IN", "CC", "POS", "HYPH"})


def is_in_name(document: Document, start: int, end: int) -> bool:
    """Return whether a span is a part of a longer name ("David Brat", "Slam Records").

    Always false where nothing parsed the text.
    """
    first, last = document.token_range(start, end)
    return any(
        entity.label in _NAMES
        and first < last <= entity.last
        and entity.last - entity.first > last - first
        and _is_capitalised(document, entity.first, entity.last)
        for entity in document.entities_at(first)
    )


def _is_capitalised(document: Document, first: int, last: int) -> bool:
    words = [token for token in document.tokens[first:last] if token.tag not in _SMALL]
    return all(token.text[0].isupper() for token in words if token.text[0].isalpha())
