"""A page of every kind for a browser, and what is asked of each."""

from .gold import FOLDER, ROOT
from .invented import EDITION

SAMPLE = ROOT / "docs" / "sample"

PAGES = {
    "event": next((FOLDER / EDITION).glob("harbour-*.html")),
    "article": next((FOLDER / EDITION).glob("harbour-*/lantern-*.html")),
    "untrusted article": next((FOLDER / EDITION).glob("harbour-*/mina-*.html")),
    "night": FOLDER / EDITION / "index.html",
    "month": next((FOLDER / "months").glob("*.html")),
    "search": FOLDER / "search.html",
    "front": FOLDER / "index.html",
    "trends": FOLDER / "trends.html",
    "event of the sample": next((SAMPLE / EDITION).glob("twelve-*.html")),
    "night of the sample": SAMPLE / EDITION / "index.html",
}
"""One page of each kind."""

OPEN_ALL = "document.querySelectorAll('details').forEach(each => each.open = true)"

CUT = """() => [...document.querySelectorAll('body *')].filter(each => {
  const apart = each.closest('svg, .hidden, .skip, [popover], .date');
  if (apart || !each.checkVisibility()) return false;
  const style = getComputedStyle(each), box = each.getBoundingClientRect();
  const scrolls = each.closest('.scroll') && matchMedia('screen').matches;
  const hides = /hidden|clip/.test(style.overflowX + style.overflowY);
  const wide = each.scrollWidth > each.clientWidth + 1;
  const cut = hides && (wide || each.scrollHeight > each.clientHeight + 1);
  const beyond = !scrolls && (box.right > innerWidth + 1 || box.left < -1) && box.width > 0;
  return cut || beyond;
}).map(each => each.outerHTML.slice(0, 120))"""
"""What is cut off or lies beyond the page, tables apart that scroll by themselves on a screen."""
