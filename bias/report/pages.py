"""Templates as bytes: the one place where a page is put together and escaped."""

import base64
import hashlib
from collections.abc import Callable
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from bias.languages import DEFAULT
from bias.release import AUTHORS, NAME, VERSION
from bias.report import plain
from bias.report.catalogue import messages, spoken
from bias.report.phrases import translate

SOURCES = {
    "style": "style.css",
    "nights_style": "nights.css",
    "script": "filter.js",
    "search_script": "search.js",
}
"""Our own files that pages hold inline, each named in the page's policy by its digest."""


def page(template: str, **values: object) -> bytes:
    """Return a template filled in, everything escaped that is not our own markup."""
    text = environment(spoken()).get_template(template).render(**values)
    return text.encode("utf-8", "replace")


class SpokenLoader(PackageLoader):
    """Loads the templates of a package with their phrases in one language."""

    def __init__(self, language: str, package: str = "bias.report") -> None:
        """Take the code of a language, and the package below which ``templates/`` lies."""
        super().__init__(package)
        self._messages = messages(language)

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool] | None]:
        """Return the source of a template; of what is no page, as it stands."""
        source, path, current = super().get_source(environment, template)
        if self._messages and template.endswith(".html"):
            source = translate(source, lambda phrase: self._messages.get(phrase, phrase))
        return source, path, current


@cache
def environment(language: str = DEFAULT) -> Environment:
    """Return the templates with the styles, scripts and filters that they use."""
    made = Environment(
        loader=SpokenLoader(language),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters |= {
        "plural": plain.plural,
        "day": plain.day,
        "ordinal": plain.ordinal,
        "number": plain.number,
        "short_day": plain.short_day,
    }
    for name, file in SOURCES.items():
        source = _source(made, file)
        made.globals[name] = Markup(source)  # noqa: S704 - our own file
        made.globals[f"{name}_hash"] = digest(source)
    made.globals |= {"language": language, "weekdays": plain.weekdays}
    made.globals |= {"authors": AUTHORS, "program": NAME, "version": VERSION}
    return made


def _source(environment: Environment, name: str) -> str:
    assert environment.loader is not None  # noqa: S101 - set where it is made
    return environment.loader.get_source(environment, name)[0]


def digest(source: str) -> str:
    """Return the hash by which a page's policy names a style or script in it."""
    made = hashlib.sha256(source.encode()).digest()
    return "sha256-" + base64.b64encode(made).decode()
