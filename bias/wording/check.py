"""Proving a lexicon: every row must do what its own sentences say."""

from collections import defaultdict
from collections.abc import Sequence

from bias.records import Cue, Record
from bias.wording.lexicon import Lexicon
from bias.wording.proofs import RULES, Case, Rule, found_in, spelling

__all__ = ["Problem", "check_lexicon", "found_in"]


class Problem(Record, frozen=True, kw_only=True):
    """One thing that is wrong with a row."""

    cue: str
    """Id of the cue."""
    place: str
    """File and line of the row."""
    column: str
    message: str
    """What is wrong and what to write."""

    def __str__(self) -> str:
        """Return it in one line that begins as an editor jumps to it."""
        return f"{self.place}: {self.cue}: column '{self.column}': {self.message}"


def check_lexicon(lexicon: Lexicon, rules: Sequence[Rule] = RULES) -> tuple[Problem, ...]:
    """Return everything that is wrong with the rows, in the order of their ids.

    What is asked of a row is told by the rules, one function each.
    """
    spelled: dict[str, list[Cue]] = defaultdict(list)
    for cue in lexicon.cues:
        spelled[spelling(cue)].append(cue)
    cases = (Case(cue, lexicon, spelled[spelling(cue)]) for cue in lexicon.cues)
    return tuple(
        Problem(
            cue=case.cue.id,
            place=lexicon.places.get(case.cue.id, lexicon.language),
            column=column,
            message=message,
        )
        for case in cases
        for rule in rules
        for column, message in rule(case)
    )
