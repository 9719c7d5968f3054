"""One invented comparison that holds everything a report can show, hostile text included."""

from collections.abc import Iterable, Sequence
from itertools import chain

from bias.records import (
    Alignment,
    Comparison,
    Conflict,
    ConflictKind,
    Contrast,
    ContrastStep,
    Cue,
    Denial,
    Doubt,
    Event,
    Finding,
    Gap,
    GapReason,
    GroupKind,
    LexiconUse,
    Making,
    Nearest,
    NumberClash,
    Omission,
    Only,
    Opposition,
    OppositionKind,
    Part,
    PassageGroup,
    PassageRef,
    Score,
    Voice,
    WireCopy,
)
from bias.text import count_words

from .invented_articles import (
    EDITION,
    FREEPOST,
    HERALD,
    HOSTILE,
    LANTERN,
    MINA,
    OUTLETS,
    PANWIRE,
    RADIO,
    TOLD,
)
from .marked import Told

__all__ = ["EDITION", "HERALD", "HOSTILE", "MINA", "OUTLETS", "TOLD", "comparison"]

CUES = tuple(
    Cue(
        id=id_,
        term=id_.partition("/")[2],
        category=id_.partition("/")[0],
        strength=3 if id_.startswith("person") else 2,
        sense=sense,
        not_sense=not_sense,
        alternative=alternative,
        in_quotes=True,
        source="House style, loaded words",
        match=f"A sentence with {id_}.",
        no_match="A sentence without.",
    )
    for id_, sense, not_sense, alternative in (
        ("evaluation/brutally", "with great cruelty", "brutally honest", "say what was done"),
        ("evaluation/horrifying", "the writer is appalled", "", "leave out"),
        ("group/mob", "a crowd seen as lawless", "the Mob (organised crime)", "crowd"),
        ("group/thugs", "violent people held in contempt", "", "troops, attackers"),
        ("happening/uprising", "a revolt seen as just", "", "revolt, protest"),
        ("person/tyrant", f"a cruel & unjust ruler {HOSTILE}", "tyrant flycatcher", "ruler"),
        ("verb/claimed", "said, with doubt cast on it", "claimed an asset", "said"),
    )
)


def ref(told: Told, index: int) -> PassageRef:
    return PassageRef(article=told.article.id, index=index)


def words_of(told: Told, index: int) -> str:
    passage = told.voiced.passages[index]
    return told.article.part_text(passage.part)[passage.start : passage.end]


def contrast(group: str, a: tuple[Told, int], b: tuple[Told, int], pieces: str) -> Contrast:
    """Return a contrast written as ``same|mine/theirs|same`` (``mine/`` where only a has it)."""
    cursors = [side[0].voiced.passages[side[1]].start for side in (a, b)]
    steps = []
    for piece in pieces.split("|"):
        halves = piece.split("/") if "/" in piece else [piece, piece]
        spans = []
        for side, half in enumerate(halves):
            told, _ = (a, b)[side]
            start = told.article.text.index(half, cursors[side]) if half else cursors[side]
            cursors[side] = start + len(half)
            spans.append((start, start + len(half)))
        kind = "same" if "/" not in piece else "replaced" if all(halves) else "only_ab"
        if kind == "only_ab":
            kind = "only_a" if halves[0] else "only_b"
        steps.append(ContrastStep(kind=kind, a=spans[0], b=spans[1]))  # type: ignore[arg-type]
    opposed = [
        Opposition(kind=OppositionKind.WORDS, a=step.a, b=step.b)
        for step in steps
        if step.kind == "replaced"
    ]
    return Contrast(
        group=group,
        a=ref(*a),
        b=ref(*b),
        steps=tuple(steps),
        strength=0.9 - 0.2 * (group != "g1"),
        oppositions=tuple(opposed),
    )


def group(
    id_: str,
    kind: GroupKind,
    *members: tuple[Told, int],
    clashes: tuple[NumberClash, ...] = (),
    denials: tuple[Denial, ...] = (),
) -> PassageGroup:
    told = sorted({told.article.outlet for told, _ in members})
    trusted = sorted({item.article.outlet for item in TOLD})
    return PassageGroup(
        id=id_,
        kind=kind,
        members=tuple(sorted(ref(*member) for member in members)),
        similarity=0.64,
        told_by=tuple(told),
        not_told_by=tuple(outlet for outlet in trusted if outlet not in told),
        unknown=("mina",),
        number_clashes=clashes,
        denials=denials,
    )


def conflict(
    kind: ConflictKind,
    a: tuple[Told, int, str],
    b: tuple[Told, int, str],
    what: str,
    confidence: float,
) -> Conflict:
    """Return a conflict about the words given with each passage."""
    spans = []
    for told, index, printed in (a, b):
        start = told.article.text.index(printed, told.voiced.passages[index].start)
        spans.append((start, start + len(printed)))
    return Conflict(
        kind=kind, a=ref(*a[:2]), b=ref(*b[:2]), span_a=spans[0], span_b=spans[1], what=what,
        confidence=confidence,
    )  # fmt: skip


DEAD = NumberClash(
    what="people", values=((ref(HERALD, 2), "12"), (ref(LANTERN, 2), "15"), (ref(PANWIRE, 2), "12"))
)
OPENED = Denial(what="opened", denied_by=(ref(LANTERN, 7),), affirmed_by=(ref(HERALD, 6),))
GROUPS = (
    group("g1", GroupKind.RETELLING, *((told, 1) for told in TOLD)),
    group("g2", GroupKind.RETELLING, *((told, 2) for told in TOLD if told is not RADIO),
          clashes=(DEAD,)),
    group("g3", GroupKind.SHARED_QUOTATION, (HERALD, 3), (LANTERN, 3)),
    group("g4", GroupKind.RETELLING, (HERALD, 5), (LANTERN, 4), (RADIO, 4), (PANWIRE, 3)),
    group("g5", GroupKind.RETELLING, (HERALD, 6), (LANTERN, 7), denials=(OPENED,)),
    group("g6", GroupKind.VERBATIM, (HERALD, 7), (RADIO, 5), (PANWIRE, 4), (FREEPOST, 4)),
)  # fmt: skip
CONTRASTS = (
    contrast("g1", (HERALD, 1), (LANTERN, 1),
             "Troops/Uniformed thugs brutally|cleared Harbour Square on Friday night, ending three "
             "days of protest against|President/embattled tyrant|Oren Tasker."),
    contrast("g4", (HERALD, 5), (LANTERN, 4),
             "The government|denied/claimed|that|live/no live|rounds were used."),
)  # fmt: skip
CONFLICTS = (
    conflict(ConflictKind.NUMBER, (HERALD, 2, "12"), (LANTERN, 2, "15"), "people", 0.9),
    conflict(ConflictKind.QUOTATION, (HERALD, 3, "lost"), (LANTERN, 3, "lost his"), "", 0.9),
    conflict(ConflictKind.DATE, (HERALD, 1, "Friday"), (RADIO, 1, "night"), "doubtful", 0.2),
)
ONLY = (
    Only(
        outlet="herald",
        passages=(ref(HERALD, 8),),
        nearest=(Nearest(outlet="lantern", passage=ref(LANTERN, 7), similarity=0.1),),
        weight=0.5,
        confidence=0.8,
    ),
    Only(outlet="radio", passages=(ref(RADIO, 2),), nearest=(), weight=0.4, confidence=0.3),
)
ALIGNMENT = Alignment(
    event="harbour-square-0a1b2c",
    groups=GROUPS,
    contrasts=CONTRASTS,
    only=ONLY,
    conflicts=CONFLICTS,
    omissions=(
        Omission(
            group="g2",
            outlet="radio",
            told_by=("freepost", "herald", "lantern", "panwire"),
            nearest=ref(RADIO, 3),
            nearest_similarity=0.31,
        ),
        Omission(
            group="g6",
            outlet="lantern",
            told_by=("freepost", "herald", "panwire", "radio"),
            nearest=None,
            nearest_similarity=0.0,
        ),
    ),
)
GAPS = (
    Gap(
        outlet="coast",
        reason=GapReason.NOT_PUBLISHED,
        detail="14 articles announced that night, none on this event.",
    ),
    Gap(
        outlet="radio",
        reason=GapReason.PAYWALLED,
        detail="The page asks to subscribe after 41 words.",
        url="https://radio.example/premium",
        title=f"What the army knew {HOSTILE}",
    ),
)


def comparison() -> Comparison:
    """Return the comparison; the herald's text holds one doubt."""
    findings = tuple(chain.from_iterable(told.findings for told in TOLD))
    voiced = [told.voiced for told in TOLD]
    doubt = Doubt(part=Part.BODY, start=0, end=30, reason="a quotation mark that nothing closes")
    voiced[0] = type(voiced[0])(
        article=voiced[0].article,
        passages=voiced[0].passages,
        voices=voiced[0].voices,
        doubts=(doubt,),
    )
    articles = (*(told.article for told in TOLD), MINA)
    return Comparison(
        event=Event(
            id=ALIGNMENT.event,
            edition=EDITION,
            title=HERALD.article.title,
            articles=tuple(sorted(article.id for article in articles)),
            outlets=tuple(sorted({article.outlet for article in articles})),
            gaps=GAPS,
        ),
        articles=tuple(sorted(articles, key=lambda article: article.id)),
        voiced=tuple(sorted(voiced, key=lambda item: item.article)),
        copies=(
            WireCopy(
                articles=(PANWIRE.article.id, FREEPOST.article.id),
                agency="Panwire",
                similarity=0.87,
            ),
        ),
        alignment=ALIGNMENT,
        findings=findings,
        scores=tuple(scores(findings)),
        namings=tuple(chain.from_iterable(told.namings for told in TOLD)),
        cues=CUES,
        lexicon=LexiconUse(
            language="en",
            rows=2512,
            digest="0123456789ab",
            changes=(f"silenced person/strongman {HOSTILE}",),
        ),
        making=Making(version="0.1.0", language_models=("invented 1.0 0123456789ab",), seed=7),
    )


def scores(findings: Sequence[Finding]) -> Iterable[Score]:
    """Yield scores by outlet and for the event, with made-up intervals."""
    for told in TOLD:
        outlet = told.article.outlet
        mine = [finding for finding in findings if finding.outlet == outlet]
        for voice in (Voice.OWN, Voice.QUOTED):
            said = [finding for finding in mine if finding.voice is voice]
            words = count_words(told.article.text) if voice is Voice.OWN else 24
            yield score(outlet, voice, said, words)
            for name in sorted({finding.category for finding in said}):
                hits = [finding for finding in said if finding.category == name]
                yield score(outlet, voice, hits, words, category=name)
        own = [finding for finding in mine if finding.voice is Voice.OWN]
        words = count_words(told.article.text)
        yield score(told.article.id, Voice.OWN, own, words, scope="article")
        for strength in (1, 2, 3):
            hits = [finding for finding in own if finding.strength == strength]
            yield score(outlet, Voice.OWN, hits, 80, strength=strength)
        title = [finding for finding in own if finding.part is Part.TITLE]
        yield score(outlet, Voice.OWN, title, 9, place="title")
        yield score(outlet, Voice.OWN, (), 20, place="lead")
    yield score(ALIGNMENT.event, Voice.OWN, findings, 400, scope="event")


def score(id_: str, voice: Voice, hits: Sequence[Finding], words: int, **kind: str | int) -> Score:
    rate = 1000 * len(hits) / words if words >= 40 else None
    return Score(
        **{"scope": "outlet", "category": "all", "place": "all", "strength": 0, **kind},  # type: ignore[arg-type]
        id=id_,
        outlet="" if kind.get("scope") == "event" else id_,
        voice=voice,
        findings=len(hits),
        words=words,
        per_1000=rate,
        low=None if rate is None else rate * 0.5,
        high=None if rate is None else rate * 1.6 + 5,
    )
