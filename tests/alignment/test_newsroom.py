"""The bundled newsroom's invented night, against the list of what was planted in it."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec
import pytest

from bias.alignment.align import align_event
from bias.records import (
    AlignedEvent,
    Article,
    GroupKind,
    Passage,
    PassageRef,
    Quality,
    WireCopy,
)
from bias.text import slug
from tests.alignment.telling import event_of
from tests.voiced import read_whole

COVERAGE = files("bias.demo") / "coverage"
TRUTH: Mapping[str, Any] = msgspec.json.decode((COVERAGE / "truth.json").read_bytes())
LINES = (COVERAGE / "coverage.jsonl").read_bytes().splitlines()
EVENTS = [event["event"] for event in TRUTH["events"]]


def article(line: int) -> Article:
    row = msgspec.json.decode(LINES[line - 1])
    outlet = slug(row["outlet"])
    return Article(
        id=f"{outlet}-{line:010d}",
        outlet=outlet,
        url="",
        title=row["title"],
        text="\n\n".join(row["paragraphs"]),
        quality=Quality(trusted=True),
    )


@cache
def aligned(name: str) -> AlignedEvent:
    lines = next(event["trusted_lines"] for event in TRUTH["events"] if event["event"] == name)
    articles = sorted((article(line) for line in lines), key=lambda each: each.id)
    ids = {line: article(line).id for line in lines}
    copies = tuple(
        WireCopy(articles=tuple(ids[line] for line in copy["lines"]), agency="", similarity=0.8)
        for copy in TRUTH["wire_copies"]
        if set(copy["lines"]) <= ids.keys()
    )
    voiced, readings, casts = zip(*map(read_whole, articles), strict=True)
    event = event_of(articles)
    return AlignedEvent(
        event=event,
        articles=tuple(articles),
        voiced=voiced,
        copies=copies,
        alignment=align_event(event, articles, voiced, copies, casts, readings),
    )


def planted(kind: str, name: str) -> list[Mapping[str, Any]]:
    return [row for row in TRUTH[kind] if row["event"] == name]


def passages(name: str) -> Iterator[tuple[Passage, str]]:
    event = aligned(name)
    texts = {each.id: each for each in event.articles}
    for reading in event.voiced:
        for passage in reading.passages:
            text = texts[reading.article].part_text(passage.part)
            yield passage, text[passage.start : passage.end]


def groups_with(name: str, tellings: list[Mapping[str, Any]]) -> list[set[str]]:
    """Return for every telling the groups in which one of its sentences stands."""
    groups = aligned(name).alignment.groups
    found = []
    for telling in tellings:
        words = telling.get("substring") or telling["quote"]
        refs = [
            PassageRef(article=passage.article, index=passage.index)
            for passage, text in passages(name)
            if passage.article.endswith(f"-{telling['line']:010d}")
            and (text in words or words in text)
        ]
        found.append({group.id for group in groups if set(refs) & set(group.members)})
    return found


def trusted(name: str, tellings: list[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    lines = {int(each.id.rpartition("-")[2]) for each in aligned(name).articles}
    return [telling for telling in tellings if telling["line"] in lines]


@pytest.mark.parametrize("name", EVENTS)
def test_planted_retellings_stand_in_one_group(name: str) -> None:
    for fact in planted("retellings", name):
        groups = groups_with(name, trusted(name, fact["tellings"]))
        assert set.intersection(*groups), fact["fact"]


@pytest.mark.parametrize("name", EVENTS)
def test_planted_quotations_are_found_as_shared(name: str) -> None:
    kinds = {group.id: group.kind for group in aligned(name).alignment.groups}
    for quotation in planted("shared_quotations", name):
        groups = set().union(*groups_with(name, trusted(name, quotation["tellings"])))
        said_alike = {GroupKind.SHARED_QUOTATION, GroupKind.VERBATIM}
        assert said_alike & {kinds[group] for group in groups}, quotation["quote"]


def test_planted_contrasts_come_first() -> None:
    events, first = 0, 0
    for name in EVENTS:
        pairs = [trusted(name, [c["loaded"], c["neutral"]]) for c in planted("contrasts", name)]
        groups = set().union(*(found for pair in pairs for found in groups_with(name, pair)))
        strongest = {contrast.group for contrast in aligned(name).alignment.contrasts[:3]}
        events += bool(groups)
        first += bool(groups & strongest)
    assert first >= 0.8 * events > 0


def test_planted_omissions_are_found() -> None:
    expected, found = 0, 0
    for name in EVENTS:
        listed = {(o.group, o.outlet) for o in aligned(name).alignment.omissions}
        for fact in planted("omissions", name):
            groups = set().union(*groups_with(name, trusted(name, fact["told"])))
            missing = [slug(outlet) for outlet in fact["not_told_by"]]
            expected += len(missing)
            found += sum(any((group, outlet) in listed for group in groups) for outlet in missing)
    # An absence is claimed only where three neighbouring sentences hold nothing near it either.
    assert found >= 0.75 * expected > 0


def test_planted_number_clashes_are_found() -> None:
    expected, found = 0, 0
    for name in EVENTS:
        printed = [
            {value for _, value in clash.values}
            for group in aligned(name).alignment.groups
            for clash in group.number_clashes
        ]
        for fact in planted("number_clashes", name):
            numbers = {telling["number"] for telling in fact["tellings"]}
            expected += 1
            found += any(len(values & numbers) > 1 for values in printed)
    assert found >= 0.5 * expected > 0


@pytest.mark.parametrize("name", EVENTS)
def test_nothing_an_outlet_tells_is_called_omitted(name: str) -> None:
    listed = {(o.group, o.outlet) for o in aligned(name).alignment.omissions}
    for fact in planted("retellings", name):
        tellings = trusted(name, fact["tellings"])
        telling = {article(each["line"]).outlet for each in tellings}
        groups = set().union(*groups_with(name, tellings))
        assert not listed & {(group, outlet) for group in groups for outlet in telling}
