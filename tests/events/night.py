"""A made-up night: what three outlets might have printed, for the tests of this folder."""

from bias.records import Article, GapReason, Quality


def article(
    outlet: str, title: str, text: str, number: int = 1, reason: GapReason | None = None
) -> Article:
    """Return an article, untrusted when a reason is given."""
    detail = "It is not to be trusted." if reason else ""
    return Article(
        id=f"{outlet}-{number}",
        outlet=outlet,
        url=f"https://{outlet}.example/{number}",
        title=title,
        text=text,
        quality=Quality(trusted=reason is None, reason=reason, detail=detail),
    )


QUAKE_EAST = (
    article(
        "herald",
        "Earthquake of magnitude 6.1 hits Almeria Province",
        "An earthquake of magnitude 6.1 struck Almeria Province on Friday night and damaged about "
        "40 houses in the town of Corvo. Rescuers pulled a baker alive from the rubble. The quake "
        "was felt in the capital, where people ran into the streets, the ministry said.",
        1,
    ),
    article(
        "beacon",
        "Baker saved as quake flattens houses in Corvo",
        "A baker was pulled alive from the rubble after an earthquake of magnitude 6.1 shook "
        "Almeria Province. Forty houses fell in Corvo on Friday night. People ran into the streets "
        "of the capital.",
        1,
    ),
    article(
        "courier",
        "Corvo counts its houses after the Almeria quake",
        "The town of Corvo in Almeria Province was counting damaged houses after an earthquake of "
        "magnitude 6.1 on Friday night. The ministry spoke of about forty. A baker was rescued.",
        1,
    ),
)
QUAKE_WEST = (
    article(
        "herald",
        "Earthquake of magnitude 4.8 shakes Telma islands",
        "An earthquake of magnitude 4.8 shook the Telma islands on Friday night. Windows broke in "
        "the port of Ranso, and the ferry to Telma Nova was stopped for an hour, the harbour "
        "master Ines Quel said. Nobody was hurt in the quake, and people ran into the streets.",
        2,
    ),
    article(
        "beacon",
        "Windows shatter in Ranso as quake rattles Telma",
        "An earthquake of magnitude 4.8 rattled the Telma islands on Friday night and shattered "
        "windows in Ranso. The ferry to Telma Nova stood still for an hour. Harbour master Ines "
        "Quel said nobody was hurt.",
        2,
    ),
)
VOTE = (
    article(
        "herald",
        "Lower house passes wealth levy by eight votes",
        "The lower house passed a levy on fortunes above five million by eight votes on Thursday. "
        "Finance minister Orla Brandt said it would bring 900 million a year. The opposition "
        "announced that it would go to the constitutional court.",
        3,
    ),
    article(
        "courier",
        "Brandt wins vote on wealth levy",
        "Finance minister Orla Brandt won a vote on her wealth levy in the lower house on Thursday "
        "by a margin of eight. Fortunes above five million are to be taxed. The opposition will "
        "take the levy to the constitutional court.",
        3,
    ),
)
ALONE = (
    article(
        "beacon",
        "Cat rides bus to work every day",
        "Every morning a grey cat boards the number 9 bus in Port Selwyn and gets off at the fish "
        "market, where the traders feed it. The driver keeps a seat free.",
        4,
    ),
    article(
        "courier",
        "Chess title goes to schoolteacher",
        "A schoolteacher from Oster won the national chess title with an opening that had not been "
        "played for a century. She will meet the champion of the neighbouring country in June.",
        4,
    ),
)
NIGHT = (*QUAKE_EAST, *QUAKE_WEST, *VOTE, *ALONE)
