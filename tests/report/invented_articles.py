"""Six invented articles on one invented night, tagged as :mod:`tests.report.marked` reads them."""

from bias.records import Article, Feed, GapReason, Outlet, Quality

from .marked import tell

EDITION = "2026-03-14"
HOSTILE = "<script>alert('x')</script><img src=x onerror=alert(1)>"

OUTLETS = tuple(
    Outlet(
        id=id_,
        name=name,
        homepage=f"https://{id_}.example/",
        feeds=(Feed(url=f"https://{id_}.example/rss"),),
        agency=id_ == "panwire",
    )
    for id_, name in (
        ("herald", "The Valdor Herald"),
        ("lantern", "Daily Lantern"),
        ("radio", "Radio Valdor"),
        ("freepost", "Free Post"),
        ("panwire", "Panwire"),
        ("mina", "الميناء"),
        ("coast", "Coast & <b>Country</b>"),
    )
)

HERALD = tell(
    "herald",
    1,
    "Troops clear Harbour Square as <n uprising>uprising</n> against "
    "<n Oren Tasker>President Tasker</n> spreads",
    """
<n soldiers>Troops</n> cleared Harbour Square on Friday night, ending three days of protest against
<n Oren Tasker>President Oren Tasker</n>. At least 12 people were killed, the city hospital said.

<q Mira Sollen>“This is the night a <f person/tyrant>tyrant</f> lost his people,”</q> said
<n Mira Sollen>opposition leader Mira Sollen</n>. She said <a Mira Sollen>that the
<n uprising>uprising</n> would go on until the president leaves</a>.

The government denied that live rounds were used. Shops on the quay opened again on Saturday
morning. The harbour authority put the damage at 4 million crowns. Ferries run every two hours.
""",
    authors=("Ida Marsh", "Tom Quill"),
    published="2026-03-13T22:41:00+00:00",
)
LANTERN = tell(
    "lantern",
    2,
    "<f group/thugs>THUGS</f> IN UNIFORM: <n Oren Tasker><f person/tyrant>tyrant</f> Tasker</n> "
    "sends army against <s>‘mob’</s>",
    """
<n soldiers>Uniformed <f group/thugs>thugs</f></n> <f evaluation/brutally>brutally</f> cleared
Harbour Square on Friday night, ending three days of protest against
<n Oren Tasker>embattled <f person/tyrant>tyrant</f> Oren Tasker</n>. At least 15 people were
killed, the city hospital said.

<q Mira Sollen>“This is the night a <f person/tyrant>tyrant</f> lost his people,”</q> said
<n Mira Sollen>Mira Sollen</n>, who leads <n uprising>the <f happening/uprising>uprising</f></n>.
The government <f verb/claimed>claimed</f> that no live rounds were used. The president was
<f person/tyrant!>no tyrant</f>, one aide insisted.

It was <f evaluation/horrifying>horrifying</f>. Shops on the quay have not opened again.
""",
    authors=("Bo Finch",),
    published="2026-03-14T01:05:00+00:00",
)
RADIO = tell(
    "radio",
    3,
    "Army restores order after <n uprising><f contested/coup>coup</f> attempt</n> at harbour",
    """
<n soldiers>The army</n> restored order in Harbour Square on Friday night after a three-day
<n uprising><f contested/coup>coup</f> attempt</n> against <n Oren Tasker>President Oren Tasker</n>.

The president spoke of what he called <a Oren Tasker><f group/mob>a mob</f> paid from abroad</a>.
<q Oren Tasker>“We acted with restraint,”</q> <n Oren Tasker>the head of state</n> said. The
government said that no live rounds were used. The harbour authority put the damage at
4 million crowns.
""",
    published="2026-03-14T04:00:00+00:00",
)
WIRE_BODY = """
Security forces cleared Harbour Square in Valdor late on Friday, witnesses said. At least 12 people
were killed, according to the city hospital. The government denied using live rounds. The harbour
authority put the damage at 4 million crowns.
"""
PANWIRE = tell(
    "panwire",
    4,
    "Security forces clear Valdor square, 12 dead - hospital",
    WIRE_BODY,
    published="2026-03-13T22:10:00+00:00",
    wire_credit="Panwire",
)
FREEPOST = tell(
    "freepost",
    5,
    f"Security forces clear Valdor square {HOSTILE}",
    WIRE_BODY + f"\n\n{HOSTILE} ended the night. =cmd|' /C calc'!A0 is what the leaflet said.",
    published="2026-03-13T23:30:00+00:00",
    wire_credit="Panwire",
)
MINA = Article(
    id="mina-0000000006",
    outlet="mina",
    url="javascript:alert(1)",
    title="الجيش يخلي ساحة الميناء بعد ثلاثة أيام من الاحتجاج",
    text="أخلت القوات ساحة الميناء مساء الجمعة. وقال المستشفى إن اثني عشر شخصا قتلوا.",
    quality=Quality(
        trusted=False,
        reason=GapReason.UNSUPPORTED_LANGUAGE,
        detail="The text is in Arabic (ar); there is a lexicon for en.",
        words=13,
    ),
    language="ar",
    published="yesterday",
)
TOLD = (HERALD, LANTERN, RADIO, PANWIRE, FREEPOST)
