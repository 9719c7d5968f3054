"""For every reason: a text it is given for, and one near to it that is trusted."""

from typing import Any

import pytest

from bias.articles.by_metadata import Metadata
from bias.articles.document import Document, read_document
from bias.articles.quality import DOUBTS, RULES, Evidence, judge
from bias.config import Settings
from bias.records import GapReason, Level, Quality
from tests.articles.pages import make_page, sentences

STORY = "\n\n".join(sentences(10))
LONG = "\n\n".join(sentences(30))
DEMAND = "<p>Subscribe to continue reading.</p>"
BROKEN = "The clerk said that nobody had asked him and that he would have told them about the"


def judged(
    text: str,
    page: str = "",
    language: str = "en",
    whole: bool = True,
    metadata: Metadata | None = None,
    announced: str = "",
    **more: Any,
) -> Quality:
    document = read_document(make_page(f"<html><body><p>x</p>{page}</body></html>"))
    assert isinstance(document, Document)
    evidence = Evidence(
        text=text,
        whole=whole,
        language=language,
        metadata=metadata or Metadata(),
        document=document,
        announced=announced,
        **more,
    )
    return judge(evidence, Settings())


def declared(*types: str, words: int = 0, free: bool | None = None) -> Metadata:
    return Metadata(types=types, declared_words=words, free=free)


def test_a_sound_text_is_trusted() -> None:
    assert judged(STORY) == Quality(trusted=True, words=len(STORY.split()))


REFRESH = "<meta http-equiv='refresh' content='0; url=/elsewhere'>"
UNTRUSTED = {
    "sent on": (GapReason.REFRESHES, judged("Wait.", page=REFRESH)),
    "drawn": (GapReason.NEEDS_SCRIPT, judged("Wait.", page="<p>Please enable JavaScript.</p>")),
    "another page": (GapReason.OTHER_PAGE, judged(STORY, announced="Harbour strike ends today")),
    "too long": (GapReason.TOO_LONG, judged(STORY, whole=False)),
    "empty": (GapReason.NO_TEXT, judged("")),
    "video": (GapReason.NO_TEXT, judged("Swans.", metadata=declared("VideoObject"))),
    "declared live": (GapReason.LIVE_BLOG, judged(STORY, metadata=declared("LiveBlogPosting"))),
    "entries": (
        GapReason.LIVE_BLOG,
        judged("\n\n".join(f"{hour}:05 {line}" for hour, line in enumerate(sentences(9), 10))),
    ),
    "entries, twelve hours": (
        GapReason.LIVE_BLOG,
        judged("\n\n".join(f"{hour}.05pm\n\n{line}" for hour, line in enumerate(sentences(9), 1))),
    ),
    "language": (GapReason.UNSUPPORTED_LANGUAGE, judged(STORY, language="de")),
    "demand": (GapReason.PAYWALLED, judged("\n\n".join(sentences(6)), page=DEMAND)),
    "closed": (GapReason.PAYWALLED, judged(STORY, page=DEMAND, metadata=declared(free=False))),
    "subscribers": (
        GapReason.PAYWALLED,
        judged("\n\n".join(sentences(6)), page="<b>Already a subscriber?</b> <a>Sign in</a>"),
    ),
    "teasers": (GapReason.INDEX_PAGE, judged(STORY, linked=0.8)),
    "collection": (
        GapReason.INDEX_PAGE,
        judged("\n\n".join(["The mill"] * 40), metadata=declared("CollectionPage")),
    ),
    "table": (GapReason.DOUBTFUL, judged("\n\n".join([STORY, *["12 sacks"] * 20]))),
    "closed and short": (
        GapReason.PAYWALLED,
        judged("\n\n".join(sentences(8)), metadata=declared(free=False)),
    ),
    "disagreement": (GapReason.DOUBTFUL, judged(STORY, agreement=0.3)),
    "short": (GapReason.TOO_SHORT, judged("\n\n".join(sentences(4)))),
    "broken answer": (GapReason.CUT_SHORT, judged(STORY, ended=False)),
    "ellipsis": (GapReason.CUT_SHORT, judged(f"{STORY}\n\n{BROKEN} …")),
    "dots": (GapReason.CUT_SHORT, judged(f"{STORY}\n\n{BROKEN}...")),
    "mid-sentence": (GapReason.CUT_SHORT, judged(f"{STORY}\n\n{BROKEN}")),
    "at a name": (
        GapReason.CUT_SHORT,
        judged(f"{STORY}\n\nThe bridge fell in 1931. {BROKEN} Oster"),
    ),
    "declared longer": (GapReason.CUT_SHORT, judged(STORY, metadata=declared(words=900))),
}
TRUSTED = {
    "announced in other words": judged(STORY, announced="How the miller of Oster keeps his flour"),
    "sent on from a whole story": judged(LONG, page=REFRESH),
    "video beside a story": judged(STORY, metadata=declared("VideoObject")),
    "a few times": judged(f"10:05 came.\n\n{STORY}\n\n11:05 went."),
    "closed but whole": judged(LONG, page=DEMAND, metadata=declared(free=False)),
    "closed without demand": judged(STORY, metadata=declared(free=False)),
    "demand on every page": judged(LONG, page=DEMAND),
    "newsletter": judged(STORY, page="<p>Sign up to our newsletter. Subscribe now.</p>"),
    "ends with a quotation": judged(f"{STORY}\n\nShe would not say more than “not yet, not now”."),
    "ends with a signature": judged(f"{STORY}\n\nAda Ray, Oster"),
    "ends with an address": judged(
        f"{STORY}\n\nLetters about the miller may be sent to us at herald.example"
    ),
    "ends with a question": judged(
        f"{STORY}\n\nWho would have thought that the mill would stand so long?"
    ),
    "links to itself": judged(STORY, linked=0.8, metadata=declared("NewsArticle")),
    "a few labels": judged(f"The mill\n\n{STORY}\n\nThe sacks"),
    "agreed": judged(STORY, agreement=0.9),
    "never a full stop": judged("\n\n".join(line.rstrip(".") for line in sentences(12))),
    "declared as long": judged(STORY, metadata=declared(words=len(STORY.split()) + 20)),
}


@pytest.mark.parametrize("case", UNTRUSTED)
def test_untrusted_with_its_reason(case: str) -> None:
    reason, quality = UNTRUSTED[case]
    assert quality.reason is reason
    assert not quality.trusted
    assert quality.detail.endswith(".")
    assert quality.detail.count(". ") == 0, "one sentence"


@pytest.mark.parametrize("case", TRUSTED)
def test_trusted(case: str) -> None:
    assert TRUSTED[case].reason is None
    assert TRUSTED[case].trusted
    assert TRUSTED[case].detail == ""


def test_every_rule_has_an_example() -> None:
    rules = {reason for reason, _ in (*RULES, *DOUBTS)}
    assert rules == {reason for reason, _ in UNTRUSTED.values()}


def test_a_text_that_may_be_sound_is_doubtful_and_others_are_unusable() -> None:
    sure = {reason for reason, _ in RULES}
    doubts = {reason for reason, _ in DOUBTS} - sure
    for reason, quality in UNTRUSTED.values():
        assert reason not in doubts or quality.level is Level.DOUBTFUL
        assert reason in doubts | {GapReason.PAYWALLED} or quality.level is Level.UNUSABLE
    assert UNTRUSTED["closed and short"][1].level is Level.DOUBTFUL
    assert UNTRUSTED["demand"][1].level is Level.UNUSABLE
