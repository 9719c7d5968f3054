"""Reports: the comparison of one event, the front page of one night, the list of all nights.

The library's function ``bias.report`` has the name of this package, which Python puts in its place
as soon as a page is made. So the package can be called as that function can:

>>> import bias
>>> told = [bias.article("Thugs ran the port.", "A"), bias.article("Dockers ran it.", "B")]
>>> "Thugs" in bias.report(bias.compare(told))
True
>>> '<html lang="fr">' in bias.report(bias.compare(told), language="fr")
True
"""

import sys
from types import ModuleType
from typing import TYPE_CHECKING

from bias.languages import DEFAULT

if TYPE_CHECKING:
    from bias.records import Comparison


class _Callable(ModuleType):
    """A package that does what the function of its name does."""

    def __call__(self, comparison: "Comparison", *, language: str = DEFAULT) -> str:
        """Return a comparison as one HTML page that needs nothing beside it, in a language."""
        from bias.report.catalogue import speaking
        from bias.report.render import render_alone

        with speaking(language):
            return render_alone(comparison, ()).decode()


sys.modules[__name__].__class__ = _Callable
