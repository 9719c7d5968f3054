"""Sentences as news has them, and what may befall them: cut, shuffled, doubled, misprinted."""

from hypothesis import strategies as st

SENTENCES = (
    "The attack killed dozens.",
    "At least 12 people were killed and tens of thousands fled the port of Vell on 3 May.",
    "“We have asked for this for four years,” said Tilda Brannock, who speaks for the dockers.",
    "The mayor, Osric Vane, called the march a “coup” and its leaders thugs.",
    "According to the harbour office, between 40 and 60 ships wait; the union speaks of hundreds.",
    "Brannock said that the under-siege tyrant would fall, but that nobody would be hurt.",
    "“It is a lie,” he said. “We never shot at anyone.”",
    "The vote was 51-49, Vane's aides told Vell Today, and cost £4m or 2.5 percent of the budget.",
    "Police denied that two and a half million crowns had been paid at 10:15 p.m. on Sept. 11.",
    "VELL (Harbour Wire) — The regime's guards stormed the picket line, hospital officials said.",
    "He did not “flee”, as the paper wrote: he was driven out by a mob of about 300.",
    "Why, asked Dr. I. Mott, did none of the one hundred and twenty officers see it?",
    "Rents rose from 7 to 12 percent; half a dozen families, one of them from Orveth, lost homes.",
    "The deal was described by Ms. Lopes, 41, the opposition's leader, as a sham.",
    "The 6' 2\" guard in the \"Free Vell\" shirt yelled 'Go home!' at no more than a dozen.",
)
ODD = "“”‘’\"'«»—–-.,;:!?…()[]/%$£€0179½²٣ \t\n\u00ad\u200b\u200f\u2028\u0301\ufeff\ufffdİßﬁ😀A"


def _cut(text: str, start: int, length: int) -> str:
    start %= len(text) + 1
    return text[start : start + length]


def _misprinted(text: str, sign: str, at: int, drop: int) -> str:
    at %= len(text) + 1
    return text[:at] + sign + text[at + drop :]


_whole = st.sampled_from(SENTENCES)
_number = st.integers(0, 120)
_shuffled = _whole.flatmap(lambda text: st.permutations(text.split())).map(" ".join)
_changed = st.one_of(
    _whole,
    st.builds(_cut, _whole, _number, _number),
    _shuffled,
    st.builds(lambda a, b: a[: len(a) // 2] + b[len(b) // 2 :], _whole, _whole),
    _whole.map(str.upper),
    _whole.map(lambda text: f"{text} {text}"),
)
sentences = st.recursive(
    _changed,
    lambda inner: st.builds(_misprinted, inner, st.sampled_from(ODD), _number, st.integers(0, 3)),
    max_leaves=6,
)
"""One sentence, whole or spoilt."""

texts = st.lists(
    st.tuples(sentences, st.sampled_from((" ", "\n\n", "", "\n"))), min_size=0, max_size=8
).map(lambda pairs: "".join(text + gap for text, gap in pairs))
"""Some paragraphs of them."""
