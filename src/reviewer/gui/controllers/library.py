"""The library pane: episodes listed and found, caption files imported, the sample opened."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from reviewer.app.session import ReviewSession
from reviewer.app.settings import Settings
from reviewer.core.wording import count
from reviewer.errors import ReviewerError
from reviewer.gui.actions import Actions
from reviewer.gui.controllers.desk import Desk
from reviewer.gui.library.pane import PLACES, LibraryPane
from reviewer.gui.tasks import Reporter, Tasks
from reviewer.gui.transcript.view import TranscriptView

if TYPE_CHECKING:
    from reviewer.app.importing import ImportResult
    from reviewer.core.cues import Oddity
    from reviewer.gui.shell.start import StartView

REFUSALS = 3  # told with their reasons; a folder may hold hundreds
CAPTIONS = "Captions (*.vtt *.srt *.sbv *.txt);;All files (*)"


class LibraryController(QObject):
    """Connects the list, the search and the import with the library."""

    def __init__(  # noqa: PLR0913, PLR0917 — it stands between all of these
        self,
        desk: Desk,
        tasks: Tasks,
        pane: LibraryPane,
        transcript: TranscriptView,
        actions: Actions,
        settings: Settings,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._desk, self._tasks, self._pane = desk, tasks, pane
        self._transcript, self._settings, self._window = transcript, settings, window
        desk.opened.connect(self._on_opened)
        desk.changed_elsewhere.connect(self.list)
        desk.figures_kept.connect(self._on_changed)
        desk.values_changed.connect(self._on_changed)
        pane.episode_chosen.connect(desk.open)
        pane.place_chosen.connect(self._on_place_chosen)
        pane.search_changed.connect(self._on_search_changed)
        pane.import_asked.connect(self.ask_files)
        actions["import"].triggered.connect(self.ask_files)
        actions["find_library"].triggered.connect(pane.search_library)

    def connect_start(self, start: "StartView") -> None:
        """The first start offers what the menus do."""
        start.import_asked.connect(self.ask_files)
        start.paths_dropped.connect(self.import_paths)
        start.sample_asked.connect(self.open_sample)

    # Listing
    def list(self) -> None:
        """Show the episodes as the library has them now."""
        rows = self._desk.attempt(self._desk.workspace.episodes)
        if rows is not None:
            self._pane.set_rows(rows)

    def _on_opened(self, session: ReviewSession) -> None:
        self._pane.set_chosen(session.episode.slug)
        self._desk.attempt(lambda: self._settings.set({"episode": session.episode.slug}))
        self._renew()

    def _on_changed(self, *_: object) -> None:
        self._renew()

    def _renew(self) -> None:
        session = self._desk.session
        row = self._desk.attempt(lambda: self._desk.workspace.row(session.episode.slug)) if session else None
        if row is not None:
            self._pane.renew(row)

    def _on_search_changed(self, query: str) -> None:
        found = self._desk.attempt(lambda: self._desk.workspace.search(query, PLACES))
        self._pane.show_found(found or [])

    def _on_place_chosen(self, slug: str, cue: int) -> None:
        session = self._desk.open(slug)
        if session is not None:
            # Behind the place where one was in this episode, which comes back as soon as it is laid out.
            QTimer.singleShot(0, self, lambda: self._go_to(session, cue))

    def _go_to(self, session: ReviewSession, cue: int) -> None:
        if self._desk.session is session:
            flat = session.version.cues.first_word[cue]
            self._transcript.put_caret(flat)
            self._transcript.scroll_to_word(flat)

    # Importing
    def ask_files(self) -> None:
        known = str(self._settings.get("import_folder", ""))
        from reviewer.gui.dialogs.files import choose_files  # Qt's file dialog is not for the start

        files = choose_files(self._window, "Import captions", CAPTIONS, known)
        if files:
            self._desk.attempt(lambda: self._settings.set({"import_folder": str(files[0].parent)}))
            self.import_paths(files)

    def import_paths(self, files: Sequence[Path]) -> None:
        """Import files and folders in a task; the first new episode is opened."""
        from reviewer.app.importing import ImportOptions, ImportResult, import_files

        library, result = self._desk.workspace.library.path, ImportResult()

        def work(reporter: Reporter) -> "ImportResult":
            reporter.follow(import_files(library, files, ImportOptions(), result))
            return result

        label = "Importing" if len(files) == 1 else f"Importing {count(len(files), 'file')}"
        self._tasks.start(label, work, self._on_imported, self._on_import_failed)

    def _on_import_failed(self, error: ReviewerError) -> None:
        self._desk.failed.emit(str(error))

    def _on_imported(self, result: "ImportResult") -> None:
        self.list()
        slugs = [one.episode for one in result.imported] or [one.episode for one in result.known]
        if slugs and not self._is_busy():
            self._desk.open(slugs[0])
        self._tell(result)

    def _is_busy(self) -> bool:
        """Whether someone is at a dialog or in a correction, from which another episode would take her away."""
        return self._transcript.is_correcting or QApplication.activeModalWidget() is not None

    def _tell(self, result: "ImportResult") -> None:
        """What became of the files; what was refused stays in sight, each with its reason."""
        told = " ".join(_counts(result))
        if result.refused:
            reasons = " ".join(refused.message for refused in result.refused[:REFUSALS])
            more = len(result.refused) - REFUSALS
            rest = f" {count(more, 'more file')} refused." if more > 0 else ""
            self._desk.failed.emit(f"{told} {reasons}{rest}".strip())
        elif told:
            self._desk.tell(told)

    def open_sample(self) -> None:
        """Bring in the sample with its glossary and its recording, and open it."""
        from reviewer.app import sample

        slug = self._desk.attempt(lambda: sample.bring_in(self._desk.workspace))
        if slug is not None:
            self.list()
            self._desk.open(slug)


def _counts(result: "ImportResult") -> Iterator[str]:
    """“Imported 278 cues, 1,890 words.” of one file, “Imported 3 episodes. 2 known already.” of several."""
    several = len(result.imported) + len(result.known) + len(result.refused) > 1
    if len(result.imported) == 1 and not several:
        one = result.imported[0]
        yield f"Imported {count(one.cues, 'cue')}, {count(one.words, 'word')}.{_odd(one.oddities)}"
    elif result.imported:
        odd = sum(bool(one.oddities) for one in result.imported)
        yield f"Imported {count(len(result.imported), 'episode')}{f', {odd} with oddities' if odd else ''}."
    if result.known:
        yield f"{len(result.known)} known already." if several else result.known[0].message


def _odd(oddities: "Sequence[Oddity]") -> str:
    """The first oddity with its line, and how many more there are."""
    if not oddities:
        return ""
    first, more = oddities[0], len(oddities) - 1
    where = f"line {first.line}: " if first.line else ""
    rest = f" {count(more, 'more oddity', 'more oddities')}." if more else ""
    return f" Read all the same: {where}{first.what.rstrip('.')}.{rest}"
