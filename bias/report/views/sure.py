"""Which claims a page shows: those that held often enough where people checked them."""

SURE_ENOUGH = 0.7
"""Share of claims of one kind that must have held; the JSON file holds all of them."""


def sure_enough(confidence: float) -> bool:
    """Tell whether a claim is shown; one whose confidence is not known (0) is judged elsewhere.

    >>> sure_enough(0.9), sure_enough(0.4), sure_enough(0.0)
    (True, False, True)
    """
    return not 0 < confidence < SURE_ENOUGH
