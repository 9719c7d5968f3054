"""Says whom a pronoun stands for: who is near, acts, fits in gender and number.

Source: Lappin and Leass, An algorithm for pronominal anaphora resolution (1994): recency, the role
of subject and parallel roles make a mention salient; here with few, rounded weights.
"""

from collections.abc import Sequence
from math import log

from bias.language.token import Token
from bias.people.candidates import PRONOUNS, Candidate
from bias.people.figures import Figure, Figures
from bias.records import EntityKind, Mention, MentionKind

Row = tuple[Candidate, Mention, Figure]

_REACH = {"he": 5, "she": 5, "they": 3, "it": 2}
"""Sentences back in which the one meant was mentioned last."""
_MOST = 120
"""Mentions back that are looked at: it bounds the time that hostile text can take."""
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_REFLEXIVE = frozenset({"himself", "herself", "themselves", "itself"})
_PER_SENTENCE, _SUBJECT, _PARALLEL, _NAMED, _OFTEN = 2.0, 1.5, 0.5, 0.5, 0.4


def resolve_pronouns(figures: Figures, rows: Sequence[Row]) -> None:
    """Join each pronoun with whom it stands for, in reading order; some stay alone."""
    for at, (candidate, _, figure) in enumerate(rows):
        if candidate.kind is MentionKind.PRONOUN:
            now = figures.at(figure.number)
            if not now.names:
                _resolve(figures, rows, at)


def _resolve(figures: Figures, rows: Sequence[Row], at: int) -> None:
    candidate, _, figure = rows[at]
    pronoun = PRONOUNS[candidate.token.lower]
    best: tuple[float, int] | None = None
    for i in range(at - 1, max(-1, at - 1 - _MOST), -1):
        other, _, owner = rows[i]
        away = candidate.token.sentence - other.token.sentence
        if other.document is not candidate.document or away > _REACH[pronoun]:
            break
        holder = figures.at(owner.number)
        if other.kind is MentionKind.PRONOUN and PRONOUNS[other.token.lower] != pronoun:
            continue
        if _is_only_quoted(other, candidate):
            continue
        if _fits(figures, holder, figures.at(figure.number), other, candidate):
            score = _salience(other, candidate, holder, away)
            if best is None or score > best[0]:
                best = (score, i)
    if best is not None:
        figures.join(figures.at(rows[best[1]][2].number), figures.at(figure.number))


def _fits(
    figures: Figures, holder: Figure, figure: Figure, other: Candidate, candidate: Candidate
) -> bool:
    pronoun = PRONOUNS[candidate.token.lower]
    if holder is figure or _is_within(other, candidate):
        return False
    if candidate.token.lower not in _REFLEXIVE and figures.are_apart(holder, figure):
        return False
    if pronoun in ("he", "she"):
        return holder.is_person and holder.gender in ("", pronoun) and not _is_plural(holder)
    if pronoun == "they":
        return holder.kind in (EntityKind.GROUP, EntityKind.ORGANISATION) or _is_plural(holder)
    return not holder.is_person and holder.kind is not EntityKind.GROUP and not _is_plural(holder)


def _is_only_quoted(other: Candidate, candidate: Candidate) -> bool:
    """Tell whom somebody quoted speaks of from whom the outlet does: “Carl Ray will win,” he said.

    The pronoun stands outside quotation marks and the name inside them.
    """
    quoted = other.document.quotation_at(other.token.start) is not None
    return quoted and candidate.document.quotation_at(candidate.token.start) is None


def _is_within(other: Candidate, candidate: Candidate) -> bool:
    """Tell whether a pronoun belongs to the phrase itself: "the mayor and his aides"."""
    return other.first <= candidate.first < other.last


def _is_plural(figure: Figure) -> bool:
    return any(mention.plural for _, mention in figure.mentions[:3])


def _salience(other: Candidate, candidate: Candidate, holder: Figure, away: int) -> float:
    score = -_PER_SENTENCE * away
    score += _SUBJECT * _acts(other.token) + _NAMED * (other.kind is MentionKind.PROPER)
    score += _PARALLEL * (_acts(other.token) == _acts(candidate.token))
    return score + _OFTEN * log(1 + len(holder.mentions))


def _acts(token: Token) -> bool:
    return token.dep in _SUBJECTS
