from bias.alignment.align import align_event
from bias.alignment.event_passages import event_passages
from bias.alignment.joins.named import named_texts
from bias.language.read import documents, read
from bias.people.cast import find_cast
from bias.records import Cast, Mention, MentionKind, Part
from tests.alignment.telling import article, coverage, event_of, voiced

LINES = ["Ada Ray runs the port.", "She closed it on Monday and sold her boat."]


def mention(text: str, word: str, kind: MentionKind, after: int = 0) -> Mention:
    start = text.index(word, after)
    end = start + len(word)
    return Mention(
        part=Part.BODY,
        start=start,
        end=end,
        head_start=start,
        head_end=end,
        head=word.lower(),
        kind=kind,
        entity="e1",
        name=word if kind is MentionKind.PROPER else "",
    )


def test_pronouns_are_compared_as_the_names_they_stand_for() -> None:
    told = article("gazette", LINES)
    mentions = (
        mention(told.text, "Ada Ray", MentionKind.PROPER),
        mention(told.text, "She", MentionKind.PRONOUN),
        mention(told.text, "her", MentionKind.PRONOUN),
    )
    passages = event_passages([told], [voiced(told)])
    cast = Cast(article=told.id, mentions=mentions, entities=())
    assert named_texts(passages, [cast])[1] == "Ray closed it on Monday and sold Ray’s boat."
    assert named_texts(passages, ()) == LINES


def test_a_pronoun_without_a_name_stays() -> None:
    told = article("gazette", LINES)
    cast = Cast(
        article=told.id,
        mentions=(mention(told.text, "She", MentionKind.PRONOUN),),
        entities=(),
    )
    assert named_texts(event_passages([told], [voiced(told)]), [cast]) == LINES


def test_a_pronoun_meets_the_name_in_another_outlet() -> None:
    articles = coverage(
        {
            "gazette": ["Ada Ray runs the port.", "She resigned in tears on Monday night."],
            "herald": ["The port has a new crane.", "Ray resigned in tears on Monday night."],
        }
    )
    readings = [voiced(each) for each in articles]
    annotated = [read(each) for each in articles]
    casts = [
        find_cast(each, documents(each, reading))
        for each, reading in zip(articles, annotated, strict=True)
    ]
    plain = align_event(event_of(articles), articles, readings)
    known = align_event(event_of(articles), articles, readings, casts=casts, readings=annotated)
    pairs = [{member.index for member in group.members} for group in known.groups]
    assert {1} in pairs
    assert len(known.groups) >= len(plain.groups)
