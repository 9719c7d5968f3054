"""Pairs that share a topic but no happening, and happenings of which an outlet has several pieces.

Each pair is two outlets' articles; all are invented.
"""

from bias.records import Article
from tests.events.night import article


def _pair(first: tuple[str, str], second: tuple[str, str]) -> tuple[Article, Article]:
    return article("herald", *first, 21), article("beacon", *second, 22)


LOOK_ALIKES = {
    "one politician, two happenings": _pair(
        (
            "Minister Orla Brandt starts her own radio hour",
            "Finance minister Orla Brandt of the Harbour Party will speak for an hour every "
            "Sunday on Radio Selwyn. Listeners may ring in and ask about pensions, gardens or the "
            "price of bread. Brandt said she had always wanted a microphone. The first guest of "
            "Orla Brandt is a singer.",
        ),
        (
            "Orla Brandt: the count of 2020 was never clean",
            "Orla Brandt of the Harbour Party told an interviewer that ballots were thrown away "
            "in the count of 2020. She named no source. A judge threw out the same charge years "
            "ago, and two inquiries found nothing. The talk was recorded in a vineyard.",
        ),
    ),
    "one court, two cases": _pair(
        (
            "Court in Oster jails baker for arson",
            "A judge at Oster Crown Court sentenced a baker to six years in prison on Friday for "
            "setting fire to his own shop. Tomas Hale, 41, had insured the ovens a week before. "
            "Prosecutors called the fire a fraud. Hale will appeal the sentence.",
        ),
        (
            "Oster court clears nurse of poisoning",
            "A jury at Oster Crown Court cleared a nurse of poisoning two patients on Friday. "
            "Lena Moss, 29, wept as the judge freed her after a trial of nine weeks. Prosecutors "
            "said that they accepted the verdict. Moss wants to work again.",
        ),
    ),
    "one round, two matches": _pair(
        (
            "Selwyn Rovers beat Corvo with a late header",
            "Selwyn Rovers won 2-1 against Corvo Town in the Premier League on Saturday. Jan "
            "Petrik headed in a corner in the last minute after Corvo had led at half time. "
            "Rovers climb to third place in the league.",
        ),
        (
            "Goalless draw between Oster Athletic and Ranso",
            "Oster Athletic and Ranso United drew 0-0 in the Premier League on Saturday. "
            "Goalkeeper Ali Senn saved a penalty at half time, and Ranso had a man sent off. "
            "Athletic stay bottom of the league.",
        ),
    ),
    "one day of weather, two regions": _pair(
        (
            "Snow closes passes of the Telma islands",
            "Heavy snow is forecast for the Telma islands this weekend, and two passes were "
            "closed on Friday. The weather office expects 30 centimetres and warns drivers of "
            "ice. Ferries sail as planned.",
        ),
        (
            "Mild and dry weekend ahead in Port Selwyn",
            "Port Selwyn can expect a dry and mild weekend, the weather office said on Friday, "
            "with temperatures of 12 degrees and light wind. Sunday may bring fog on the coast. "
            "Drivers need fear no ice.",
        ),
    ),
    "one war, two happenings": _pair(
        (
            "Council of Nations votes for more aid to Dravia",
            "The Council of Nations passed a resolution on Friday to send more aid to Dravia, "
            "where the war with Kessen has lasted ten weeks. Thirteen members voted for it and "
            "two abstained after days of wrangling over the text. Dravia had asked for a truce.",
        ),
        (
            "Shells hit the market of Lorn as Kessen widens its ground war",
            "Soldiers of Kessen pushed towards Lorn in southern Dravia on Friday, and shells "
            "struck its market. Hospitals counted the dead of the war at more than 4,000. "
            "Families fled on carts along the river road, a doctor said.",
        ),
    ),
    "one fashion of the day": _pair(
        (
            "How painters learnt to love the AI",
            "Three painters in Oster use AI to mix colours they would never have dared. AI does "
            "not tire, says one, and AI never laughs at a sketch. The gallery shows the canvases "
            "until May.",
        ),
        (
            "Phone maker wants papers to train its AI",
            "The phone maker Ulmo offers publishers money to train its AI on their archives. The "
            "AI would learn from fifty years of print. Two publishers have signed, three refuse. "
            "AI firms have been sued before.",
        ),
    ),
}

STRIKE = (
    article(
        "herald",
        "Dockers walk out in Port Selwyn over night shifts",
        "Dockers in Port Selwyn walked out at midnight over longer night shifts, and 14 ships lay "
        "idle off the harbour on Friday. The union of Mara Toll wants the shifts cut to eight "
        "hours. The port company Selmar called the strike unlawful and went to court.",
        31,
    ),
    article(
        "beacon",
        "Fourteen ships wait as Selwyn dockers strike",
        "A strike of dockers has closed Port Selwyn since midnight. 14 ships were waiting off the "
        "harbour on Friday. Union leader Mara Toll said night shifts of eleven hours made men "
        "ill; the port company Selmar asked a court to end the walkout.",
        31,
    ),
)
SECOND_PIECES = {
    "analysis": (
        "Why the dockers of Port Selwyn walked out",
        "The strike that idles 14 ships off Port Selwyn was long in coming. Since Selmar bought "
        "the harbour, night shifts have grown from eight hours to eleven. Mara Toll won the union "
        "vote last spring by promising dockers to end that, and other ports are watching her.",
    ),
    "live page": (
        "Port Selwyn strike live: dockers hold the gates",
        "The latest on the strike of dockers in Port Selwyn. 09:40 Mara Toll speaks at the "
        "harbour gate. 09:10 Selmar says a court will hear its case against the walkout at noon. "
        "08:30 The number of ships waiting rises to 14. 07:15 Night shifts stay empty.",
    ),
    "background": (
        "Mara Toll, the crane driver behind the Selwyn strike",
        "Mara Toll drove a crane in Port Selwyn for twenty years before dockers made her the head "
        "of their union. On Friday her strike against the night shifts of Selmar left 14 ships "
        "off the harbour. Friends call her patient, the company calls her unlawful.",
    ),
}
OTHER_NEWS_OF_THE_PORT = article(
    "herald",
    "Port Selwyn opens a museum of knots",
    "Port Selwyn has a museum of knots. In a shed by the harbour visitors tie bowlines and hear "
    "old dockers sing. Entry is free on Sundays, and the mayor cut a rope to open it.",
    32,
)
OLD_STRIKE = article(
    "gazette",
    "Dockers of Port Selwyn end their strike",
    "The strike of dockers in Port Selwyn is over. After nine days the port company Selmar gave "
    "way and raised wages by four percent, and the first ships unloaded fruit. Union leader Mara "
    "Toll spoke of a good day for the harbour.",
    33,
)
