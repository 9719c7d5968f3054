"""Reads invented articles written with inline tags, so that a test comparison stays legible.

``<q Name>…</q>`` quoted, ``<a Name>…</a>`` attributed, ``<s>…</s>`` scare quotes,
``<f cue-id>…</f>`` a finding, ``<n Entity>…</n>`` a naming. An empty line ends a paragraph.
Any other angle bracket is text, as hostile text needs.
"""

import re
from itertools import count

from bias.records import (
    Article,
    Finding,
    Naming,
    Part,
    Passage,
    Quality,
    Record,
    Voice,
    VoicedArticle,
    VoiceSpan,
)

TAG = re.compile(r"</?([qasfn])(?: ([^>]*))?>")
VOICES = {"q": Voice.QUOTED, "a": Voice.ATTRIBUTED, "s": Voice.SCARE}


class Tagged(Record, frozen=True, kw_only=True):
    """One tagged stretch of a text without its tags."""

    tag: str
    value: str
    start: int
    end: int


class Told(Record, frozen=True, kw_only=True):
    """One article with everything that was written into it."""

    article: Article
    voiced: VoicedArticle
    findings: tuple[Finding, ...]
    namings: tuple[Naming, ...]


def untag(source: str) -> tuple[str, list[Tagged]]:
    """Return the text without tags, and the stretches that were tagged."""
    text, last = "", 0
    opened: list[tuple[str, str, int]] = []
    found = []
    for match in TAG.finditer(source):
        text += source[last : match.start()]
        last = match.end()
        if match[0].startswith("</"):
            tag, value, start = opened.pop()
            assert tag == match[1], source
            found.append(Tagged(tag=tag, value=value, start=start, end=len(text)))
        else:
            opened.append((match[1], match[2] or "", len(text)))
    return text + source[last:], sorted(found, key=lambda item: (item.start, item.end))


def tell(outlet: str, number: int, title: str, body: str, **known: object) -> Told:
    """Return an article of an outlet from its tagged title and body."""
    plain_title, in_title = untag(title)
    paragraphs = [" ".join(p.split()) for p in body.strip().split("\n\n")]
    text, in_body = untag("\n\n".join(paragraphs))
    article = Article(
        id=f"{outlet}-{number:010x}",
        outlet=outlet,
        url=f"https://{outlet}.example/{number}",
        title=plain_title,
        text=text,
        quality=Quality(trusted=True, words=len(text.split()), extractor="trafilatura"),
        **known,  # type: ignore[arg-type] # a test names fields of Article
    )
    passages = _passages(article)
    tagged = [(Part.TITLE, item) for item in in_title] + [(Part.BODY, item) for item in in_body]
    voices = tuple(
        VoiceSpan(
            part=part, start=item.start, end=item.end, voice=VOICES[item.tag], speaker=item.value
        )
        for part, item in tagged
        if item.tag in VOICES
    )
    return Told(
        article=article,
        voiced=VoicedArticle(article=article.id, passages=passages, voices=voices),
        findings=tuple(
            _finding(article, part, item, passages, voices)
            for part, item in tagged
            if item.tag == "f"
        ),
        namings=tuple(
            _naming(article, part, item, passages, voices)
            for part, item in tagged
            if item.tag == "n"
        ),
    )


def _passages(article: Article) -> tuple[Passage, ...]:
    numbers = count()
    title = Passage(
        article=article.id,
        index=next(numbers),
        part=Part.TITLE,
        start=0,
        end=len(article.title),
        paragraph=-1,
    )
    body = [
        Passage(
            article=article.id,
            index=next(numbers),
            part=Part.BODY,
            start=match.start(),
            end=match.end(),
            paragraph=article.text.count("\n\n", 0, match.start()),
        )
        for match in re.finditer(r"\S.*?(?:[.!?][”’]?(?= |\n|$)|$)", article.text, re.MULTILINE)
    ]
    return (title, *body)


def _passage(passages: tuple[Passage, ...], part: Part, start: int) -> int:
    return next(p.index for p in passages if p.part is part and p.start <= start < p.end)


def _voice(voices: tuple[VoiceSpan, ...], part: Part, start: int) -> tuple[Voice, str]:
    inside = [v for v in voices if v.part is part and v.start <= start < v.end]
    return (inside[0].voice, inside[0].speaker) if inside else (Voice.OWN, "")


def _finding(
    article: Article,
    part: Part,
    item: Tagged,
    passages: tuple[Passage, ...],
    voices: tuple[VoiceSpan, ...],
) -> Finding:
    voice, speaker = _voice(voices, part, item.start)
    name = item.value.rstrip("!")
    return Finding(
        article=article.id,
        outlet=article.outlet,
        part=part,
        start=item.start,
        end=item.end,
        passage=_passage(passages, part, item.start),
        cue=name,
        category=name.partition("/")[0],
        strength=3 if "person" in name else 2,
        weight=3 if "person" in name else 2,
        voice=voice,
        speaker=speaker,
        contested=name.startswith("contested"),
        negated=item.value.endswith("!"),
    )


def _naming(
    article: Article,
    part: Part,
    item: Tagged,
    passages: tuple[Passage, ...],
    voices: tuple[VoiceSpan, ...],
) -> Naming:
    words = article.part_text(part)[item.start : item.end]
    return Naming(
        entity=item.value,
        kind="happening" if item.value.islower() else "actor",
        article=article.id,
        outlet=article.outlet,
        part=part,
        start=item.start,
        end=item.end,
        text=words,
        head=words.split()[-1].lower(),
        modifiers=tuple(words.lower().split()[:-1]),
        voice=_voice(voices, part, item.start)[0],
        passage=_passage(passages, part, item.start),
    )
