"""Plain words for what the records name: reasons, voices, kinds, strengths and times."""

from datetime import UTC, datetime

from bias.records import GapReason, GroupKind, LeftOut, OppositionKind, Record, Voice
from bias.report.catalogue import Said, is_one, named, say, several

COUNTS_FROM = 2
"""The weight from which a finding counts; see ``Finding.weight``."""


class Wording(Record, frozen=True):
    """A short label, and one sentence that explains it."""

    label: str
    meaning: str


_GAPS: dict[GapReason, Wording] = {
    GapReason.NOT_PUBLISHED: Wording(
        label="Nothing published",
        meaning=(
            "Everything the outlet announced for this edition was read, and no article of it was "
            "found to be on this event."
        ),
    ),
    GapReason.UNKNOWN: Wording(
        label="Not known",
        meaning="Whether the outlet tells this event is not known.",
    ),
    GapReason.FEED_INCOMPLETE: Wording(
        label="Feed not whole",
        meaning="What was read of its feeds may not be all that the outlet announced.",
    ),
    GapReason.FEED_TOO_SHORT: Wording(
        label="Feed too short",
        meaning="A feed was not seen to reach back to the start of the time that is compared.",
    ),
    GapReason.OUTLET_UNREACHABLE: Wording(
        label="Outlet not reachable",
        meaning="None of its feeds could be read, so nothing is known of what it published.",
    ),
    GapReason.NOT_ASKED: Wording(
        label="Not asked",
        meaning="The outlet was not among those asked for this edition.",
    ),
    GapReason.NOT_READ: Wording(
        label="Not read",
        meaning="Its pages are damaged or could not be kept, so what it published is not known.",
    ),
    GapReason.FORBIDDEN: Wording(
        label="Not allowed",
        meaning="The outlet's robots.txt asks not to fetch this address, so it was left alone.",
    ),
    GapReason.NOT_FETCHED: Wording(
        label="Not fetched",
        meaning=(
            "Something the outlet announced could not be fetched; the detail says what and why."
        ),
    ),
    GapReason.OUTSIDE_WINDOW: Wording(
        label="Not of this edition",
        meaning="The page bears a date outside the time that is compared.",
    ),
    GapReason.FAILED: Wording(
        label="Not processed",
        meaning="Reading this page failed here; it is no fault of the outlet.",
    ),
    GapReason.CONSENT_WALL: Wording(
        label="Consent asked",
        meaning="The page asks to agree to tracking before it shows the article.",
    ),
    GapReason.BOT_CHECK: Wording(
        label="Robots kept out",
        meaning="The page checks whether a person asks before it shows the article.",
    ),
    GapReason.LOGIN_WALL: Wording(
        label="Log-in asked",
        meaning="The page asks to log in or register before it shows the article.",
    ),
    GapReason.SOFT_404: Wording(
        label="No such article",
        meaning="The page says that the article is not there.",
    ),
    GapReason.INDEX_PAGE: Wording(
        label="List of articles",
        meaning="The page lists other articles and is none itself.",
    ),
    GapReason.NEEDS_SCRIPT: Wording(
        label="Needs scripts",
        meaning="The page shows its text only to a browser that runs its scripts.",
    ),
    GapReason.REFRESHES: Wording(
        label="Sends on",
        meaning="The page holds no article and sends a browser on to another address.",
    ),
    GapReason.OTHER_PAGE: Wording(
        label="Not the article announced",
        meaning="The page tells nothing of the title that was announced.",
    ),
    GapReason.PAYWALLED: Wording(
        label="Paywalled",
        meaning="The page shows only the beginning and asks for a subscription.",
    ),
    GapReason.CUT_SHORT: Wording(
        label="Cut short",
        meaning="The text breaks off before its end, so nothing is said about what it leaves out.",
    ),
    GapReason.DOUBTFUL: Wording(
        label="Doubtful text",
        meaning="It is not sure that the text found is the article, whole and alone.",
    ),
    GapReason.NO_TEXT: Wording(
        label="No article text",
        meaning="The page holds a video, a gallery or a list of links, but no article.",
    ),
    GapReason.LIVE_BLOG: Wording(
        label="Live blog",
        meaning="A rolling page of many short entries; it is not one telling of one event.",
    ),
    GapReason.TOO_SHORT: Wording(
        label="Too short",
        meaning="The text has fewer words than a telling needs.",
    ),
    GapReason.TOO_LONG: Wording(
        label="Too long",
        meaning="The page holds more text than a news article does; it was not read further.",
    ),
    GapReason.OTHER_LANGUAGE: Wording(
        label="In another language",
        meaning=(
            "Articles of the outlet are in another language than this event was read in; "
            "whether one of them tells it is not known."
        ),
    ),
    GapReason.UNSUPPORTED_LANGUAGE: Wording(
        label="Language not supported",
        meaning="There is no lexicon for the language of the text.",
    ),
    GapReason.UNREADABLE: Wording(
        label="Unreadable",
        meaning="The answer was not a web page that can be read.",
    ),
}
GAPS = Said(_GAPS)

_VOICES: dict[Voice, Wording] = {
    Voice.OWN: Wording(label="own voice", meaning="The outlet's own words."),
    Voice.QUOTED: Wording(label="quoted", meaning="Inside quotation marks: somebody else's words."),
    Voice.ATTRIBUTED: Wording(
        label="attributed", meaning="Reported speech: the outlet says that somebody said so."
    ),
    Voice.SCARE: Wording(
        label="scare quotes", meaning="A word or two in quotation marks that nobody is cited for."
    ),
}
VOICES = Said(_VOICES)

_KINDS: dict[GroupKind, Wording] = {
    GroupKind.RETELLING: Wording(
        label="Retelling", meaning="About the same thing, in each outlet's own sentences."
    ),
    GroupKind.SHARED_QUOTATION: Wording(label="Shared quotation", meaning="The same quoted words."),
    GroupKind.VERBATIM: Wording(
        label="Same text",
        meaning="The same sentence, from an agency or one another: one telling, printed often.",
    ),
}
KINDS = Said(_KINDS)

STRENGTHS = Said({1: "mild", 2: "clear", 3: "strong"})

(LIFTED,) = named(
    "A mild word, which by itself does not count. It counts here because its sentence is one of "
    "the first three and holds a name of the headline."
)
(ONLY_CONTESTED,) = named(
    "By itself it weighs too little to count here; it counts because outlets of this event differ "
    "about it."
)


(LATE,) = named(
    "It counts one degree less because it stands in the last two fifths of the article."
)

_LEFT_OUT: dict[LeftOut, str] = {
    LeftOut.NOT: "",
    LeftOut.DOUBT: (
        "Left out of every rate: in its paragraph the quotation marks do not show whose words "
        "these are."
    ),
    LeftOut.CATEGORY: (
        "Shown apart and left out of the headline rate: people confirm words of its kind in fewer "
        "than six of ten cases."
    ),
}
LEFT_OUT = Said(_LEFT_OUT)

_OPPOSITIONS: dict[OppositionKind, str] = {
    OppositionKind.AGENCY: "who did it",
    OppositionKind.CAUSE: "what is made the cause",
    OppositionKind.CERTAINTY: "how sure it is told",
    OppositionKind.NAMING: "what somebody or something is called",
    OppositionKind.ACTION: "what is done",
    OppositionKind.QUALITY: "how it is described",
    OppositionKind.ROLE: "what stands in the same place",
}
OPPOSITIONS = Said(_OPPOSITIONS)
"""In what two sentences differ that tell one thing; words in one place alone are no kind of it."""


def weighed(strength: int, weight: int) -> str:
    """Return what its place adds to a word or takes from it, nothing where its strength counts.

    >>> weighed(2, 2)
    ''
    >>> weighed(1, 2).partition(",")[0]
    'A mild word'
    """
    late = say(LATE) if weight < strength else ""
    if weight < COUNTS_FROM or late:
        return " ".join(filter(None, (late, say(ONLY_CONTESTED) if weight < COUNTS_FROM else "")))
    return say(LIFTED) if strength < COUNTS_FROM else ""


def category(name: str) -> str:
    """Return a category of the lexicon as a reader would write it.

    >>> category("person-label")
    'person label'
    """
    return say(name.replace("-", " ").replace("_", " "))


def moment(stamp: str | None) -> str:
    """Return a time as printed in a report, in UTC; what is no time is shown as it stands.

    >>> moment("2026-03-14T05:07:00+01:00")
    '14 March 2026, 04:07 UTC'
    """
    if not stamp:
        return say("time not known")
    try:
        parsed = datetime.fromisoformat(stamp)
    except ValueError:
        return stamp
    utc = parsed.astimezone(UTC) if parsed.tzinfo else parsed
    return say(
        "{day} {month} {year}, {time} UTC",
        day=utc.day,
        month=say(MONTHS[utc.month - 1]),
        year=utc.year,
        time=f"{utc:%H:%M}",
    )


def day(edition: str) -> str:
    """Return an ISO date in words; what is no date is shown as it stands.

    >>> day("2026-03-14")
    'Saturday, 14 March 2026'
    """
    try:
        date = datetime.fromisoformat(edition)
    except ValueError:
        return edition
    return say(
        "{weekday}, {day} {month} {year}",
        weekday=say(WEEKDAYS[date.weekday()]),
        day=date.day,
        month=say(MONTHS[date.month - 1]),
        year=date.year,
    )


def short_day(edition: str) -> str:
    """Return an ISO date in few words.

    >>> short_day("2026-03-14")
    'Sat, 14 March'
    """
    try:
        date = datetime.fromisoformat(edition)
    except ValueError:
        return edition
    return say(
        "{weekday}, {day} {month}",
        weekday=say(WEEKDAYS[date.weekday()])[:3],
        day=date.day,
        month=say(MONTHS[date.month - 1]),
    )


def month(name: str) -> str:
    """Return a month in words.

    >>> month("2026-03")
    'March 2026'
    """
    year, _, number = name.partition("-")
    return f"{say(MONTHS[int(number) - 1])} {year}"


def ordinal(count: int) -> str:
    """Return a place in a row.

    >>> ordinal(2), ordinal(13), ordinal(21)
    ('second', '13th', '21st')
    """
    if count <= len(ORDINALS):
        return say(ORDINALS[count - 1])
    teens = count // 10 % 10 == 1
    return say("{count}th" if teens else ENDINGS.get(count % 10, "{count}th"), count=count)


def number(value: float, digits: int = 0) -> str:
    """Return a figure with the signs of the reader's language for thousands and decimals.

    >>> number(1200), number(0.456, 2)
    ('1,200', '0.46')
    """
    signs = {",": say(","), ".": say(".")}
    return "".join(signs.get(sign, sign) for sign in f"{value:,.{digits}f}")


def weekdays() -> list[str]:
    """Return the days of the week, Monday first."""
    return [say(name) for name in WEEKDAYS]


def plural(count: int, one: str, many: str = "") -> str:
    """Return a count with its noun.

    >>> plural(1, "article"), plural(1200, "article"), plural(2, "copy", "copies")
    ('1 article', '1,200 articles', '2 copies')
    """
    noun, more = say(one), say(many) if many else ""
    return f"{number(count)} {noun if is_one(count) else more or several(noun)}"


# Not strftime: month and weekday names would follow the locale of the machine.
MONTHS = named(
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
SHORT_MONTHS = named(
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
)  # fmt: skip
WEEKDAYS = named(
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"
)  # fmt: skip
ORDINALS = named("first", "second", "third", "fourth", "fifth", "sixth")
ENDINGS = dict(zip((1, 2, 3), named("{count}st", "{count}nd", "{count}rd"), strict=True))
