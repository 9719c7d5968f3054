"""Who a source stands for in the course of an article."""

import pytest

from bias.records import Voice
from tests.attribution.reading import voice_of

SPEAKERS = [
    ("Mum-of-two Ada Ray, 38, said: “The mob is here now.”", "Ada Ray"),
    ("Ada Ray spoke. In speeches on Thursday Ray called it “a mob and no more”.", "Ada Ray"),
    (
        "Ada Ray met Ben Ode. Tyrant Ray ate. Ben Ode left. The weary tyrant rose. "
        "“Mob rule it is,” he said.",
        "Ada Ray",
    ),
    ("Ada Ray came. Ben Ode, a nurse, lost his cap. “It is mob rule,” she said.", "Ada Ray"),
    (
        "Ada Ray said no.\n\nBen Ode then addressed the nation.\n\n“It is mob rule, all of it.”",
        "Ben Ode",
    ),
    (
        "At the Civic Forum, Ada Ray rose. The Civic Forum met. She said: “It is mob rule.”",
        "Ada Ray",
    ),
    ("Ben Ode fled. He said: “Nobody saw Ode and his mob leave.”", ""),
    ("It was Ada Ray's hour: she stood up, saying it was “mob rule, all of it”.", "Ada Ray"),
    # him and her can be somebody else, and say nothing of who acts
    ("Ada Ray praised him. “It is mob rule,” she said.", "Ada Ray"),
    ("Ben Ode sacked her. “It is mob rule,” he said.", "Ben Ode"),
    # who is only spoken of within the quotation
    ("Ben Ode rose.\n\n“It goes to a judge,” he said. “There will be mob rule.”", "Ben Ode"),
    (
        "“They are lost,” campaign chief Ben Ode said.\n\n“Judge Carl Ray will win. So it is no "
        "surprise that they came.\n\n“It is mob rule,” he said.",
        "Ben Ode",
    ),
    # who only described what somebody else speaks of
    ("Ada Ray said the talks described by Ben Ode “look like mob rule to us,” even so.", "Ada Ray"),
    # where the parse hangs the cue on a thing, or finds nobody between quotation and verb
    ("Ada Ray said a list would end mob rule, adding that it was “a sham”.", "Ada Ray"),
    ("“There is mob rule in this town,” one of the nurses said.", "one of the nurses"),
    ("“Oh, my God, mob rule,” a young woman exclaimed upon seeing him.", "young woman"),
    ("“Down with mob rule for good,” Ada Ray barked and a guard left.", "Ada Ray"),
    ("Ada Ray thanked Ben Ode for “an end to mob rule”.", "Ada Ray"),
    # who shares a last name
    ("Ada Ray met Tom Ray, who lost his hat. Mr Ray said “it is mob rule”.", "Tom Ray"),
    ("The Dockers’ Union met. The Dockers’ Union said “it is mob rule”.", "Dockers’ Union"),
    ("The Justice Department wrote that it was “mob rule, all of it”.", "Justice Department"),
]


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS)
def test_the_quotation_has_its_speaker(text: str, speaker: str) -> None:
    words = "mob" if "mob" in text else "Mob"
    assert voice_of(text, words)[1] == speaker


def test_what_goes_on_says_nothing() -> None:
    text = "As the hearing continued, a mob of friends pressed ahead."
    assert voice_of(text, "mob") == (Voice.OWN, "")


def test_who_is_called_a_name_by_somebody_is_told_from_a_predicate() -> None:
    text = "The plan, called by Ben Ode “a mob”, fell. Ada Ray called Ben Ode “a mob of one”."
    assert voice_of(text, "mob of one")[1] == "Ada Ray"
