"""What the annotated text says of a hit: whether it is part of a name.

Tried and left out: the tagger's part of speech against the row's. Of the hits it would drop,
experts had marked as many as of the others ("a smear", "the claim" for the verbs), and half of the
mismatches are the tagger's ("akin to treason" as a verb).
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
