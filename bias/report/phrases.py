"""The phrases of a template: what a reader reads of it, whole, with the places that it fills in.

A template is written in English and holds no marks for translators. A phrase is what stands
between two tags that begin something new: text, its places (``{{ … }}``), its conditions on one
line and the tags inside it. So a translation puts words and places in the order of its language,
and who changes a template changes words alone. What stands in attributes that are read aloud, and
in strings of template code that are shown, is a phrase too.
"""

import re
from collections.abc import Callable, Iterator

Translate = Callable[[str], str]

_TOKEN = re.compile(
    r"(?P<comment>\{#.*?#\})"
    r"|(?P<code>\{%.*?%\})"
    r"|(?P<place>\{\{.*?\}\})"
    r"|(?P<tag><(?:[^<>{}]|\{\{.*?\}\}|\{%.*?%\}|\{\w+\})*>)"
    r"|(?P<line>\n)"
    r"|(?P<text>[^<{\n]+|.)",
    re.DOTALL,
)
_INLINE = re.compile(r"</?(?:a|abbr|b|bdi|br|cite|code|em|i|mark|q|small|span|strong|sup|time)\b")
_INLINE_CODE = re.compile(r"\{%[-+]?\s*(?:if|elif|else|endif|for|endfor)\b")
_SHOWN = re.compile(
    r"\b(?:aria-label|placeholder|title|alt|data-(?:label|shown|found|most|waiting|unread|unread-more|line))=\"(?P<words>[^\"]*)\""
)
_STRING = re.compile(r"\"(?P<words>[^\"]*)\"")
_LETTER = re.compile(r"[^\W\d_]{2,}")
_ENTITY = re.compile(r"&[#\w]+;")
_PLACE = re.compile(r"\{\{.*?\}\}")
_POLICY = re.compile(r"script-src|(?:' )?'(?:self|unsafe-inline)'|same-origin")
_CODE_ONLY = re.compile(r"[a-z0-9_./#-]*|.*[%{=:;].*")
"""Strings of template code that nobody reads: names, formats, policies."""


def phrases(source: str) -> list[str]:
    r"""Return the phrases of a template in its order, each once.

    >>> phrases('<h2>{{ n }} words</h2>\n<p aria-label="Help">Read <a href="#b">this</a>.</p>')
    ['{{ n }} words', 'Help', 'Read <a href="#b">this</a>.']
    """
    found: dict[str, None] = {}

    def note(phrase: str) -> str:
        found.setdefault(phrase)
        return phrase

    translate(source, note)
    return list(found)


def translate(source: str, say: Translate) -> str:
    """Return a template with every phrase said by ``say``, all else as it stands."""
    return "".join(_said(piece, say) for piece in _pieces(source))


def _pieces(source: str) -> Iterator[list[re.Match[str]]]:
    """Yield the tokens of a template, those of one phrase together."""
    held: list[re.Match[str]] = []
    for token in _TOKEN.finditer(source):
        if _is_inline(token):
            held.append(token)
            continue
        if held:
            yield held
        yield [token]
        held = []
    if held:
        yield held


def _is_inline(token: re.Match[str]) -> bool:
    if token.lastgroup == "tag":
        return bool(_INLINE.match(token.group()))
    if token.lastgroup == "code":
        return bool(_INLINE_CODE.match(token.group()))
    return token.lastgroup in ("text", "place")


def _said(tokens: list[re.Match[str]], say: Translate) -> str:
    whole = "".join(token.group() for token in tokens)
    if tokens[0].lastgroup == "comment":
        return whole
    if any(token.lastgroup == "text" and _reads(token.group()) for token in tokens):
        phrase = whole.strip()
        return whole.replace(phrase, say(phrase))
    return "".join(_said_inside(token, say) for token in tokens)


def _said_inside(token: re.Match[str], say: Translate) -> str:
    """Return a token that is no text, the attributes and strings of it that are read said."""
    pattern = {"tag": _SHOWN, "code": _STRING, "place": _STRING}.get(token.lastgroup or "")
    return _in_strings(token.group(), pattern, say) if pattern else token.group()


def _in_strings(text: str, pattern: re.Pattern[str], say: Translate) -> str:
    def said(match: re.Match[str]) -> str:
        words = match["words"]
        is_code = pattern is _STRING and _CODE_ONLY.fullmatch(words)
        if not _reads(words) or is_code and "{{" not in words:
            return match.group()
        return match.group().replace(words, say(words))

    return pattern.sub(said, text)


def _reads(text: str) -> bool:
    bare = _ENTITY.sub("", _PLACE.sub("", text))
    return bool(_LETTER.search(bare)) and not _POLICY.match(bare.strip())
