"""Invented happenings of one night, how they go on the next, and what only looks as if they did."""

from bias.records import Article
from tests.events.night import article

Told = tuple[Article, ...]


def _told(number: int, *texts: tuple[str, str]) -> Told:
    outlets = ("herald", "beacon", "courier")
    return tuple(
        article(outlet, title, text, number)
        for outlet, (title, text) in zip(outlets, texts, strict=False)
    )


FIRST: dict[str, Told] = {
    "fire": _told(
        31,
        (
            "Fire destroys the Halden paper mill in Brunmark",
            "A fire destroyed the Halden paper mill in Brunmark on Sunday night. About 60 "
            "firefighters fought the flames until morning, chief officer Signe Torvik said. The "
            "night shift of 48 workers left the mill in time, but two men were treated for smoke. "
            "The mill is the largest employer of Brunmark and belongs to the Halden family.",
        ),
        (
            "Brunmark mill burns down, night shift escapes",
            "The Halden paper mill in Brunmark burnt down on Sunday night. All 48 workers of the "
            "night shift escaped; two breathed in smoke. Chief officer Signe Torvik said that 60 "
            "firefighters were at the mill until morning. What set off the fire is not known.",
        ),
    ),
    "strike": _told(
        32,
        (
            "Bus drivers of Ostvik walk out over night pay",
            "Bus drivers in Ostvik walked out on Sunday in a dispute over pay for night shifts. "
            "Not one bus left the Norra depot, said Petra Lindqvist of the transport union. The "
            "company Ostbuss offered four per cent; the union wants nine. A mediator, judge Karl "
            "Ennis, has been called for Monday.",
        ),
        (
            "No buses in Ostvik as night pay talks collapse",
            "Ostvik was without buses on Sunday after talks on night pay collapsed. Petra "
            "Lindqvist, who leads the transport union, said the drivers would stay out until "
            "Ostbuss offers more than four per cent. Judge Karl Ennis is to mediate. The Norra "
            "depot was shut all day.",
        ),
    ),
    "trial": _told(
        33,
        (
            "Trial of former treasurer Amund Reise opens in Sorlund",
            "The trial of Amund Reise, a former treasurer of Sorlund, opened on Monday. He is "
            "charged with moving 2.3 million crowns of the harbour fund to a company of his "
            "brother. Reise denies the charge. Prosecutor Hedda Wiik called the harbour fund a "
            "private purse. The court will hear 22 witnesses.",
        ),
        (
            "Ex-treasurer in court over the harbour fund of Sorlund",
            "Amund Reise went on trial in Sorlund on Monday, accused of taking 2.3 million crowns "
            "from the harbour fund while he was treasurer. Prosecutor Hedda Wiik said the money "
            "went to his brother. Reise says he is innocent. Twenty-two witnesses are to be heard.",
        ),
    ),
    "storm": _told(
        34,
        (
            "Storm Ylva cuts power to 30,000 homes on Rennoy",
            "Storm Ylva cut power to 30,000 homes on the island of Rennoy on Sunday night, the "
            "grid company Nordnett said. Gusts of 41 metres a second felled pylons near Skarvika. "
            "The ferry to the mainland stayed in port. Schools on Rennoy will be shut on Monday.",
        ),
        (
            "Rennoy without light after storm Ylva",
            "Thirty thousand homes on Rennoy have no power after storm Ylva. Pylons near Skarvika "
            "fell in gusts of 41 metres a second, Nordnett said, and the ferry stayed in port. "
            "Schools on the island stay shut on Monday.",
        ),
    ),
}

GOING_ON: dict[str, Told] = {
    "fire": _told(
        41,
        (
            "Police suspect a welder's spark in the Brunmark mill fire",
            "Police in Brunmark believe that a spark from welding set off the fire that destroyed "
            "the Halden paper mill. Two welders worked on the roof of the mill on Sunday evening, "
            "chief officer Signe Torvik said. The Halden family promised the 48 workers of the "
            "night shift their wages until summer.",
        ),
        (
            "Halden family will rebuild the burnt paper mill",
            "The owners of the Halden paper mill in Brunmark will rebuild it, they said Monday, "
            "a day after fire destroyed the mill. Workers keep their wages until summer. Police "
            "look into welding on the roof as what set off the fire, Signe Torvik said.",
        ),
    ),
    "strike": _told(
        42,
        (
            "Ostvik bus strike goes into second day as mediator fails",
            "The strike of bus drivers in Ostvik went into its second day after judge Karl Ennis "
            "could not bring union and company together. Ostbuss raised its offer for night pay to "
            "five per cent; Petra Lindqvist of the transport union called that a joke. The Norra "
            "depot stayed shut.",
        ),
        (
            "Mediator gives up on night pay: Ostvik stays without buses",
            "Judge Karl Ennis gave up mediating between Ostbuss and the transport union on Monday. "
            "The drivers stay out over night pay. Five per cent is not enough, said Petra "
            "Lindqvist. No bus left the Norra depot for the second day.",
        ),
    ),
    "trial": _told(
        43,
        (
            "Brother of Amund Reise says he knew nothing of the harbour fund",
            "The brother of Amund Reise told the court in Sorlund on Tuesday that he had taken the "
            "2.3 million crowns for a loan. He knew nothing of the harbour fund, he said. "
            "Prosecutor Hedda Wiik asked him eleven times who signed. The former treasurer Reise "
            "looked at the floor.",
        ),
        (
            "Reise trial: witness speaks of a loan",
            "In the trial of former treasurer Amund Reise his brother called the 2.3 million "
            "crowns from the harbour fund of Sorlund a loan. Prosecutor Hedda Wiik showed him a "
            "letter. The trial of Reise goes on with more witnesses on Wednesday.",
        ),
    ),
    "storm": _told(
        44,
        (
            "Power is back for half of Rennoy after storm Ylva",
            "Nordnett has brought back power to 16,000 of the 30,000 homes on Rennoy that storm "
            "Ylva cut off. New pylons stand near Skarvika. The ferry sailed again on Monday, and "
            "schools on the island will open on Wednesday.",
        ),
        (
            "Half of Rennoy still dark a day after Ylva",
            "A day after storm Ylva, 14,000 homes on Rennoy have no power. Nordnett works on the "
            "pylons near Skarvika day and night. The ferry to the mainland runs again; schools on "
            "the island stay shut until Wednesday.",
        ),
    ),
}

LOOK_ALIKES: dict[str, Told] = {
    "fire": _told(
        51,
        (
            "Fire guts furniture factory in Lerum",
            "A fire gutted a furniture factory in Lerum on Monday night. Some 40 firefighters "
            "fought the flames until morning, chief officer Dag Ohlin said. The night shift of 30 "
            "workers left the factory in time; one woman was treated for smoke. The factory is the "
            "largest employer of Lerum.",
        ),
        (
            "Lerum factory burns, night shift safe",
            "A furniture factory in Lerum burnt down on Monday night. All 30 workers of the night "
            "shift escaped; one breathed in smoke. Chief officer Dag Ohlin said that firefighters "
            "stayed until morning. What set off the fire is not known.",
        ),
    ),
    "second fire in one town": _told(
        52,
        (
            "Three boats burn in the marina of Brunmark",
            "Three sailing boats burnt in the marina of Brunmark on Monday night. A gas cooker had "
            "been left on, said Signe Torvik of the fire brigade. Nobody was on board. The harbour "
            "office put the damage at 400,000 crowns and shut the western pier.",
        ),
        (
            "Gas cooker blamed for boats on fire in Brunmark",
            "A gas cooker set three boats on fire in the marina of Brunmark on Monday night, Signe "
            "Torvik of the fire brigade said. The western pier was shut. The owners were ashore. "
            "The harbour office spoke of damage of 400,000 crowns.",
        ),
    ),
    "strike": _told(
        53,
        (
            "Tram drivers of Vester walk out over breaks",
            "Tram drivers in Vester walked out on Monday in a dispute over breaks. Not one tram "
            "left the depot, said Olle Brand of the transport union. The company Vesterspar "
            "offered ten minutes; the union wants twenty. A mediator has been called for Tuesday.",
        ),
        (
            "No trams in Vester as talks on breaks collapse",
            "Vester was without trams on Monday after talks on breaks collapsed. Olle Brand of the "
            "transport union said the drivers would stay out until Vesterspar offers twenty "
            "minutes. The depot was shut all day.",
        ),
    ),
    "another strike of one union": _told(
        54,
        (
            "Ostvik ferry crews plan to walk out on Friday",
            "Ferry crews in Ostvik will walk out on Friday over rosters, the seamen's union said. "
            "Forty sailings a day would be lost. The shipping line Skargard said the new rosters "
            "follow the law. Tourists should rebook, the town advised.",
        ),
        (
            "Walkout threatens Ostvik's ferries",
            "A walkout by ferry crews threatens sailings from Ostvik on Friday. The seamen's union "
            "objects to new rosters; the line Skargard calls them lawful. Some 40 sailings would "
            "be lost each day.",
        ),
    ),
    "trial": _told(
        55,
        (
            "Trial of former mayor Gerd Lunde opens in Fagernes",
            "The trial of Gerd Lunde, a former mayor of Fagernes, opened Tuesday. She is accused "
            "of giving building land to her cousin. Lunde denies the charge. Prosecutor Nils Moe "
            "called the sale a gift. The court will hear 15 witnesses.",
        ),
        (
            "Ex-mayor in court over building land in Fagernes",
            "Gerd Lunde went on trial in Fagernes on Tuesday, accused of selling building land to "
            "a cousin for too little while she was mayor. Prosecutor Nils Moe spoke of a gift. "
            "Lunde says she is innocent. Fifteen witnesses are to be heard.",
        ),
    ),
    "another case of one prosecutor": _told(
        56,
        (
            "Hedda Wiik drops the case against two Sorlund nurses",
            "Prosecutor Hedda Wiik dropped the case against two nurses of Sorlund hospital on "
            "Tuesday. They had been suspected of swapping medicines. A laboratory found that the "
            "labels had been wrong. The hospital apologised to both.",
        ),
        (
            "Nurses in Sorlund cleared",
            "Two nurses of Sorlund hospital are cleared: prosecutor Hedda Wiik ended the case over "
            "swapped medicines on Tuesday. The labels were wrong, a laboratory found. The hospital "
            "said sorry.",
        ),
    ),
    "storm": _told(
        57,
        (
            "Storm Zeno floods the quays of Port Selwyn",
            "Storm Zeno flooded the quays of Port Selwyn on Monday night. The water stood 90 "
            "centimetres high in Mole Street, the harbour master said. Gusts of 33 metres a second "
            "tore roofs off two sheds. The ferry to Oster stayed in port; schools will be shut.",
        ),
        (
            "Quays under water after Zeno",
            "The quays of Port Selwyn are under water after storm Zeno. In Mole Street it stood 90 "
            "centimetres high. Two sheds lost roofs in gusts of 33 metres a second. The ferry "
            "to Oster did not sail and schools stay shut.",
        ),
    ),
}

OTHERS: Told = (
    article(
        "herald",
        "Sparrows return to the gardens of Lerum",
        "Sparrows are back in the gardens of Lerum after nine years. A teacher counts them.",
        61,
    ),
    article(
        "beacon",
        "A bakery that only sells rye",
        "In a lane in Oster a bakery sells rye bread and nothing else. The queue is long.",
        62,
    ),
)
