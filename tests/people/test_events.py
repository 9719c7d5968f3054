"""Events of several short articles, with names that are easily taken for one another."""

import msgspec

from bias.people.merge import merge_casts
from bias.records import MentionKind
from tests.people.casts import cast

Row = set[str]


def _rows(*told: tuple[str, str]) -> dict[str, Row]:
    """Return name of every entity of an event → the words that mean it, pronouns left out."""
    casts, texts = [], {}
    for i, (title, text) in enumerate(told):
        found = msgspec.structs.replace(cast(text, title), article=f"o{i}")
        texts[found.article] = {"title": title, "body": text}
        casts.append(found)
    rows: dict[str, Row] = {}
    for entity in merge_casts(casts):
        rows[entity.name] = {
            texts[found.article][m.part.value][m.start : m.end]
            for found in casts
            for m in found.mentions
            if (found.article, m.entity) in entity.members and m.kind is not MentionKind.PRONOUN
        }
    return rows


def test_the_family_name_may_stand_first_or_last() -> None:
    rows = _rows(
        ("Kim Tae Woo wins", "Kim Tae Woo won on Sunday. His rival, Lee Min Ho, conceded."),
        ("Orlo elects Kim", "Kim Tae-woo won. Kim beat Prime Minister Lee Min-ho in Orlo."),
        ("Lee concedes", "Prime Minister Lee conceded. Mr. Lee called Tae Woo Kim a winner."),
    )
    assert {"Kim Tae-woo", "Tae Woo Kim", "Kim"} <= rows["Kim Tae Woo"]
    assert {"Prime Minister Lee", "Mr. Lee", "Lee"} <= rows["Lee Min Ho"]


def test_two_of_one_last_name_keep_their_titles_and_nicknames() -> None:
    rows = _rows(
        ("Bill Orne and Anne Orne clash", "Senator Bill Orne met Rep. Anne Orne, D-Ohio, there."),
        ("Ferry law divides", "William Orne, the Republican senator, met Anne Orne at noon."),
        ("Congress divided", "Sen. William Orne (R-Texas) left. The House passed it. Annie Orne "
         "met the White House."),
    )  # fmt: skip
    bill = next(row for name, row in rows.items() if name in ("William Orne", "Bill Orne"))
    anne = next(row for name, row in rows.items() if name in ("Anne Orne", "Annie Orne"))
    assert {"Senator Bill Orne", "William Orne", "Sen. William Orne"} <= bill
    assert {"Rep. Anne Orne", "Annie Orne"} <= anne
    assert not bill & anne
    assert not {"R-Texas", "D-Ohio", "Texas", "Ohio"} & rows.keys()
    assert {"House", "White House"} <= rows.keys()
