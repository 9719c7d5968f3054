import pytest

from bias.coverage.feed_process import FeedProcess
from bias.coverage.refusals import RefusedError
from bias.records import Feed
from tests.coverage.site import item, rss

BASE = "https://harbour.example/rss"
MANY = " ".join(f"a{number}='1'" for number in range(40_000))
BODY = rss([item("/a", "Ferry")]).encode()


def read(process: FeedProcess, body: bytes = BODY) -> list[str]:
    content = process.read(body, Feed(url=BASE), "harbour", BASE, 5_000_000)
    return [each.title for each in content.announcements]


def refusal(process: FeedProcess, body: bytes = BODY) -> str:
    with pytest.raises(RefusedError) as caught:
        read(process, body)
    assert caught.value.url == BASE
    return caught.value.detail


def test_one_process_reads_one_feed_after_the_other_and_says_what_is_none() -> None:
    process = FeedProcess()
    assert read(process) == ["Ferry"]
    assert refusal(process, b"<html>") == "It is a web page, not a feed."
    assert read(process) == ["Ferry"]
    process.close()


def test_a_feed_that_takes_longer_than_its_budget_is_given_up_and_the_next_is_read() -> None:
    process = FeedProcess(seconds=0.0)
    assert refusal(process) == "Reading it takes more than 0 seconds; it was given up."
    assert refusal(process) == "Reading it takes more than 0 seconds; it was given up."
    process.close()


def test_a_process_that_ended_is_replaced() -> None:
    process = FeedProcess()
    assert read(process) == ["Ferry"]
    first = process._process._process
    assert first
    first.kill()
    first.wait()
    assert read(process) == ["Ferry"]
    assert process._process._process not in (None, first)
    process.close()
    process.close()


def test_one_that_cannot_be_started_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    process = FeedProcess()
    monkeypatch.setattr(process._process, "_code", "raise SystemExit")
    assert refusal(process) == "The process that reads feeds ended over it; it was given up."
    process.close()


@pytest.mark.parametrize(
    "body",
    [
        f"<rss {MANY}><channel>{item('/a', 'Ferry')}</channel></rss>",
        f"<rss><channel {MANY}>{item('/a', 'Ferry')}</channel></rss>",
        rss([f"<item {MANY}/>", item("/a", "Ferry")]),
        f"<rss><channel>{'<a>' * 200_000}{item('/a', 'Ferry')}</channel></rss>",
    ],
    ids=["root", "channel", "item", "nested"],
)
def test_a_crafted_feed_is_read_or_refused(body: str) -> None:
    process = FeedProcess()
    try:
        assert read(process, body.encode()) in (["Ferry"], [])
    except RefusedError as error:
        assert error.detail.endswith(".")
    assert read(process) == ["Ferry"]
    process.close()
