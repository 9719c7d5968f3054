"""An invented tabloid article, sentence by sentence, with what a careful reader would mark.

It does in its own words what the article does that this project began from: shouting, headings in
capitals, marks that are left open, strewn in or of two kinds, reported speech, and a plain second
half. Country, persons and happenings are made up.
"""

from typing import NamedTuple

from bias.records import Voice


class Told(NamedTuple):
    """One sentence, a paragraph of its own."""

    text: str
    own: tuple[str, ...] = ()
    """What must be marked as the outlet's own words, in reading order, and nothing else."""
    others: tuple[tuple[str, Voice], ...] = ()
    """What must be marked as the words of others, and nothing else."""
    mild: tuple[str, ...] = ()
    """What is found, but weighs too little to count by itself."""
    left: tuple[str, ...] = ()
    """What a reader may stumble over, and what is not to be marked: it tells office or fact."""


TITLE = Told(
    "Corvia coup – President Merrin’s vans mow into marchers in Ostrel as neighbour BACKS "
    "Ana Lopes’s call for ‘rising’",
    own=("coup",),
    left=("President", "mow into", "BACKS"),
)
SENTENCES = (
    Told(
        "HORRIFYING clips show President Davo Merrin's police vans ploughing into anti-regime "
        "marchers in Corvia.",
        own=("HORRIFYING", "ploughing into", "regime"),
        left=("President", "police vans", "marchers"),
    ),
    # "Uprising" is mild; it counts here, in the opening and about a name of the headline.
    Told(
        "The under-siege tyrant sent loyal guards into Ostrel hours after opposition leader Ana "
        "Lopes set off a peaceful uprising with officers who had walked away from the regime.",
        own=("under-siege", "tyrant", "uprising", "regime"),
        left=("loyal guards", "opposition leader", "walked away"),
    ),
    Told("She claimed: “Since dawn nobody has set eyes on Merrin.", own=("claimed",)),
    # The mark that opens is straight, the one that closes is curly.
    Told(
        '"A train was waiting for the coward, we are told, and his friends abroad held him back.”',
        others=(("coward", Voice.QUOTED),),
    ),
    Told("ANTI-REGIME MARCHERS FLEE AMID SHOTS", own=("REGIME",), left=("FLEE", "SHOTS")),
    Told(
        "Border police used water cannon on Lopes, her staff and about 40 men with rifles.",
        left=("water cannon", "men with rifles"),
    ),
    Told("A film shows families running while shots are heard.", left=("running", "shots")),
    Told(
        "Until now the generals have said again and again that they stand with President Merrin.",
        left=("again and again", "stand with"),
    ),
    Told(
        'He defiantly wrote: "Hearts of oak. We will crush the traitors!"',
        own=("defiantly",),
        others=(("traitors", Voice.QUOTED),),
    ),
    Told(
        'Merrin said he had met the generals and that they had promised him "all their faith".',
        left=("all their faith",),
    ),
    Told(
        "To win over the army, the opposition has written a law that would pardon soldiers who "
        "leave the ranks of the present government.",
        left=("win over", "pardon", "government"),
    ),
    Told("'THE NEIGHBOUR STANDS BY CORVIA'", left=("STANDS BY",)),
    Told(
        "The foreign adviser Otto Falk seemed to back Ana Lopes and her attempt to oust President "
        "Davo Merrin.",
        mild=("oust",),
        left=("back", "attempt"),
    ),
    # Opened and not closed: the next paragraph opens anew.
    Told(
        '"The army must guard the law and the people against the usurpation of power by a tyrant.',
        others=(("usurpation", Voice.QUOTED), ("tyrant", Voice.QUOTED)),
    ),
    Told('"My country stands with Corvia," Falk wrote, meaning the army.', left=("stands with",)),
    Told(
        "Meanwhile the party boss, Pavo Rask, asked all who are for the government to come to the "
        "palace and shield Merrin from what he called a tiny revolt of traitorous officers paid "
        "from abroad.",
        others=(("traitorous", Voice.ATTRIBUTED),),
        mild=("party boss",),
        left=("government", "tiny", "paid from abroad"),
    ),
    Told(
        "He desperately tried to downplay the size of the rebellion, saying that Ostrel was quiet "
        "and that nobody had entered the barracks.",
        own=("desperately", "downplay"),
        mild=("rebellion",),
    ),
    Told(
        'Rask said the rebels had not come near the barracks, which he said were "wholly in the '
        'hands" of the government.',
        left=("wholly", "government"),
    ),
    Told(
        "LOPISTAS SLAM RISING AS 'BARRACKS-STYLE COUP'",
        own=("SLAM",),
        others=(("COUP", Voice.QUOTED),),
    ),
    Told(
        "Friends abroad of Merrin — one of them a vocal admirer of the embattled socialist regime "
        '— dubbed the rising a "barracks-style coup".',
        own=("embattled", "regime"),
        others=(("coup", Voice.QUOTED),),
        mild=("dubbed",),
        left=("vocal admirer",),
    ),
    Told(
        'Lawmaker Kit Senn said: "It looks as if a foreign power wants to topple a lawful and '
        'elected president in a military coup."',
        others=(("coup", Voice.QUOTED),),
        left=("topple", "lawful", "military"),
    ),
    Told("Rask was under house arrest after a march in 2014.", left=("house arrest",)),
    # A straight and a curly mark open together, and one of them is never closed.
    Told(
        'Lopes later told a radio station: "“Clearly, no soldier is left behind Merrin’s regime.',
        others=(("regime", Voice.QUOTED),),
    ),
    Told('"We will win our freedom from this brutal man.”', others=(("brutal", Voice.QUOTED),)),
    Told("Where does the army of Corvia stand?", left=("army",)),
    Told(
        "While most generals openly stand with Merrin, the lower ranks are ill-equipped and are "
        "watched day and night by the secret service.",
        mild=("openly",),
        left=("ill-equipped", "watched day and night", "secret service"),
    ),
    Told(
        "Pay has hugely fallen and more than 900 young officers have deserted within a year.",
        mild=("hugely",),
        left=("deserted",),
    ),
    Told(
        '"They earn three crowns a month," said one who studies the army.', left=("three crowns",)
    ),
    Told(
        "According to some observers, agents sit in every unit to prevent anti-regime acts.",
        others=(("regime", Voice.ATTRIBUTED),),
        left=("agents", "prevent"),
    ),
    Told(
        "Soldiers who side with the opposition have been accused of betrayal and arrested, the "
        "group Rights Now said.",
        others=(("betrayal", Voice.ATTRIBUTED),),
        left=("accused", "arrested"),
    ),
    Told(
        "Information minister Ivo Brandt wrote that the government was facing a handful of "
        '"army traitors" who wanted to bring about a coup.',
        others=(("traitors", Voice.QUOTED), ("coup", Voice.ATTRIBUTED)),
        left=("government", "handful"),
    ),
    Told(
        "The neighbour said that it backed no military coup, though Lopes was to it the lawful "
        "leader.",
        others=(("coup", Voice.ATTRIBUTED),),
        left=("military", "lawful", "leader"),
    ),
    Told(
        "In January Lopes, who leads the assembly, took the office of interim president, arguing "
        "that Merrin's last election had been a sham.",
        others=(("sham", Voice.ATTRIBUTED),),
        left=("interim president",),
    ),
    Told(
        "Some 30 countries have recognised Lopes as the interim president of Corvia.",
        left=("recognised", "interim president"),
    ),
    Told(
        "Merrin calls Lopes a foreign-backed puppet who wants to oust him by a coup.",
        others=(("puppet", Voice.ATTRIBUTED), ("coup", Voice.ATTRIBUTED)),
        left=("foreign-backed",),
    ),
    # The last full stop is missing, as where a page was put up in haste.
    Told(
        "Last week, Lopes said, her ally Max Gray was held and eleven of her staff were summoned",
        left=("held", "summoned"),
    ),
)


def body() -> str:
    """Return the text of the article."""
    return "\n\n".join(sentence.text for sentence in SENTENCES)
