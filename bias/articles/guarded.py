"""The one place where extraction catches what a page makes of our program."""

from bias.articles.page_process import extract_item
from bias.config import Settings
from bias.coverage.times import Window
from bias.encoding import whole
from bias.failures import told
from bias.records import Article, Gap, GapReason, Page


def extract_safely(
    item: Page | Gap, settings: Settings, window: Window | None = None
) -> Article | Gap:
    """Return the article of a page or a gap; a page on which the program fails becomes a gap.

    A page whose own date lies outside ``window``, if one is given, becomes one too. The traceback
    goes to the log. No text of the result holds half a character.
    """
    try:
        return whole(extract_item(whole(item), settings, window))
    except Exception as error:  # whatever one page does, the others are owed their articles
        words = told(f"the page {item.url}", error)
        return whole(
            Gap(
                outlet=item.outlet,
                reason=GapReason.FAILED,
                detail=f"The program failed on this page ({words}).",
                url=item.url,
                title=item.title,
                published=item.published,
            )
        )
