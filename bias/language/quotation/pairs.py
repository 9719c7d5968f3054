"""Pairs the quotation marks of one line, outermost pairs only."""

from collections.abc import Sequence

from bias.language.quotation.marks import Facing, Mark


def pair(marks: Sequence[Mark]) -> tuple[list[tuple[Mark, Mark]], list[Mark]]:
    """Return the outermost pairs of a line's marks, and the marks left without a partner.

    Of two openings in a row the first is given up while the line has more openings than closings;
    otherwise the second is nested in the first.
    """
    pairs: list[tuple[Mark, Mark]] = []
    lost: list[Mark] = []
    opened: Mark | None = None
    depth = 0
    surplus = _surplus_openings(marks)
    for mark in marks:
        if opened is None:
            if mark.facing is Facing.CLOSE:
                lost.append(mark)
            else:
                opened, depth = mark, 1
        elif mark.facing is not Facing.OPEN:
            depth -= 1
            if not depth:
                pairs.append((opened, mark))
                opened = None
        elif surplus > 0:
            lost.append(opened)
            opened, surplus = mark, surplus - 1
        else:
            depth += 1
    if opened is not None:
        lost.append(opened)
    return pairs, lost


def _surplus_openings(marks: Sequence[Mark]) -> int:
    opens = sum(mark.facing is Facing.OPEN for mark in marks)
    return max(0, 2 * opens - len(marks))
