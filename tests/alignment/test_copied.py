from bias.alignment.align import align_event
from bias.alignment.copied import shared_texts
from bias.alignment.event_passages import event_passages
from tests.alignment.telling import coverage, event_of, ref, voiced

AGENCY = "A crane collapsed at the harbour of Orlo on Monday, killing twelve dockers at work."
KEPT = "A crane collapsed at the harbour of Orlo early on Monday, killing twelve dockers at work."
OWN = "Twelve dockers died when the oldest crane of the port fell over in a gale on Monday."


def rows(*tellings: str) -> tuple[object, ...]:
    articles = coverage({name: [text] for name, text in zip("abc", tellings, strict=False)})
    found = shared_texts([event_passages(articles, [voiced(each) for each in articles])])
    return found[0]


def test_a_sentence_that_two_outlets_took_over_is_one_telling() -> None:
    assert rows(AGENCY, KEPT, OWN) == ((ref("a", 0), ref("b", 0)),)


def test_sentences_that_quote_alike_are_no_copies() -> None:
    quote = "“The crane was old, the cables were worn and nobody had looked at them,” {} said."
    assert rows(quote.format("Ada Ray"), quote.format("the master")) == ()


def test_what_only_copies_tell_is_missed_by_nobody() -> None:
    others = ["Bread will cost more.", "Rain fell."]
    told = coverage({"a": [AGENCY], "b": [KEPT], "c": others})
    assert not align_event(event_of(told), told, [voiced(each) for each in told]).omissions
    twice = coverage({"a": [AGENCY], "b": [OWN], "c": others})
    found = align_event(event_of(twice), twice, [voiced(each) for each in twice])
    assert [omission.outlet for omission in found.omissions] == ["c"]


def test_boilerplate_is_no_shared_passage() -> None:
    line = "Sign up for the newsletter of the harbour desk."
    articles = coverage({"a": ["A crane fell.", line], "b": ["It rained in Orlo.", line]})
    assert align_event(event_of(articles), articles, [voiced(a) for a in articles]).groups == ()


def test_outlets_that_rework_one_text_share_its_less_like_sentences_too() -> None:
    first = (
        "The harbour master blamed worn cables and a lack of money for the long decay of the port."
    )
    second = (
        "Two ships with grain for the south wait outside the bay until the wreck is cleared away."
    )
    third = (
        "The mayor promised new cranes by spring and a fund for the families of the dead dockers."
    )
    changed = (
        "The mayor promised two cranes by spring and more money for families of the dead dockers."
    )
    alone = coverage({"a": [third], "b": [changed]})
    articles = coverage({"a": [first, second, third], "b": [first, second, changed]})
    passages = event_passages(articles, [voiced(each) for each in articles])
    pairs = [(passages[i], passages[i + 3]) for i in range(3)]
    assert all(shared_texts(pairs))
    assert shared_texts([event_passages(alone, [voiced(each) for each in alone])]) == ((),)
