"""What is there, and the removal of what is no longer wanted."""

import re
from collections.abc import Collection, Sequence

from upath import UPath

from bias.archive.paths import LIST, REPORT_SUFFIXES, Paths, is_edition
from bias.storage import is_local, reaching

_LIST_PAGE = re.compile(rf"{LIST}\d{{1,3}}\.html")


class Contents(Paths):
    """What the two roots hold."""

    def editions(self) -> list[str]:
        """Return the editions that have nightly events, oldest first."""
        return [path.stem for path in _listing(self.root / "events", ".json")]

    def editions_with_reports(self) -> list[str]:
        """Return the editions that have a front page, newest first.

        The summary that is kept of each is written with it; one listing of these is all it takes.
        """
        kept = _names(self.root / "summaries", ".json")
        return [name for name in reversed(kept) if is_edition(name)]

    def months_with_lists(self) -> list[str]:
        """Return the months whose editions are listed on a page, oldest first."""
        return _names(self.reports / "months", ".html")

    def outlets_with_pages(self, edition: str) -> list[str]:
        """Return the ids of the outlets that were fetched for an edition, sorted."""
        return _names(self.folder("pages", edition), ".warc.gz")

    def outlets_with_articles(self, edition: str) -> list[str]:
        """Return the ids of the outlets whose pages were extracted for an edition, sorted."""
        return _names(self.folder("articles", edition), ".jsonl")

    def events_by_hand(self, edition: str) -> list[str]:
        """Return the ids of the events that were put together by hand, sorted."""
        folders = _listing(self.folder("by_hand", edition))
        return [folder.name for folder in folders if (folder / "event.json").exists()]

    def no_edition(self, edition: str) -> str:
        """Return what to tell who asks for an edition that is not there, with those that are."""
        known = ", ".join(self.editions()[-5:]) or "none yet"
        return f"no edition {edition} in {self.root} (newest: {known})"

    def pages_removed(self, edition: str) -> str:
        """Return what to tell who would make an edition again whose pages are gone."""
        return (
            f"the pages of edition {edition} are no longer kept in {self.root}; its articles, "
            "events and reports are left as they are"
        )

    def has_report(self, edition: str, event: str) -> bool:
        """Return whether an event has a comparison and a report to be linked to."""
        paths = self.comparison_path(edition, event), self.report_path(edition, event, "html")
        with reaching(self.root):
            return all(path.exists() for path in paths)

    def bytes_below(self, folder: UPath) -> int:
        """Return the size of all files below a folder; 0 where it is not there."""
        try:
            return int(folder.fs.du(folder.path, total=True)) if folder.exists() else 0
        except OSError:  # a file that another run has just replaced
            return 0

    def measure_files(self, edition: str) -> list[UPath]:
        """Return the files that say what each task of an edition took, by name."""
        return _listing(self.measures_folder(edition), ".json")

    def editions_with_pages(self) -> list[str]:
        """Return the editions of which pages are kept, oldest first."""
        return [f.name for f in _listing(self.root / "pages") if is_edition(f.name)]

    def forget_pages(self, edition: str) -> None:
        """Remove the kept pages of an edition.

        In an object store a folder is gone with the last of its objects.
        """
        folder = self.folder("pages", edition)
        for path in _listing(folder):
            _remove(path)
        if is_local(folder) and folder.exists():
            folder.rmdir()

    def forget_event(self, edition: str, event: str, kinds: Collection[str]) -> None:
        """Remove what was derived for one event, so that nothing old stands for what failed.

        ``kinds`` are among ``alignment``, ``comparison`` and ``report``.
        """
        derived = {
            "alignment": [self.alignment_path(edition, event)],
            "comparison": [self.comparison_path(edition, event)],
            "report": [
                *(self.report_path(edition, event, suffix) for suffix in REPORT_SUFFIXES),
                self.article_pages_folder(edition, event),
            ],
        }
        for path in (path for kind in kinds for path in derived[kind]):
            _remove(path)

    def derived(self, edition: str) -> list[UPath]:
        """Return the files, and folders of pages, derived for single events of an edition."""
        kinds = ("event_articles", "alignments", "comparisons")
        files = [path for kind in kinds for path in _listing(self.folder(kind, edition))]
        reports = _listing(self.reports_folder(edition))
        return files + [path for path in reports if not _is_of_night(path.name)]

    def forget_lists(self, edition: str, pages: int) -> None:
        """Remove the further pages of a night that now has so many pages."""
        for path in _listing(self.reports_folder(edition)):
            if path.name.startswith(LIST) and _is_of_night(path.name):
                number = int(path.stem.removeprefix(LIST))
                if number > pages:
                    _remove(path)

    def forget_events(
        self, edition: str, keep: Collection[str], among: Sequence[UPath] | None = None
    ) -> None:
        """Remove what was derived for events that the edition no longer has.

        Where other runs may be at work, list the files (``among``) before the events to keep: an
        event is declared before anything is derived for it.
        """
        for path in self.derived(edition) if among is None else among:
            if path.stem not in keep:
                _remove(path)

    def forget_beside(self, edition: str, event: str, keep: Collection[str]) -> None:
        """Remove the pages and cards that an event no longer has; ``keep`` are names of files."""
        for path in _listing(self.article_pages_folder(edition, event)):
            if path.name not in keep:
                path.unlink(missing_ok=True)


def _is_of_night(name: str) -> bool:
    """Return whether a page is of a night and not of one of its events."""
    return name == "index.html" or _LIST_PAGE.fullmatch(name) is not None


def _remove(path: UPath) -> None:
    """Remove a file, or a folder of files; nothing where there is none."""
    with reaching(path):
        if path.is_dir():
            for each in path.iterdir():
                each.unlink(missing_ok=True)
            path.rmdir()
        else:
            path.unlink(missing_ok=True)


def _names(folder: UPath, suffix: str) -> list[str]:
    return [path.name.removesuffix(suffix) for path in _listing(folder, suffix)]


def _listing(folder: UPath, suffix: str = "") -> list[UPath]:
    with reaching(folder):
        found = list(folder.iterdir()) if folder.exists() else []
    return sorted(
        (p for p in found if p.name.endswith(suffix) and not p.name.startswith(".")),
        key=lambda p: str(p.name),
    )
