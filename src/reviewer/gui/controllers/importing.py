"""Importing in the window: files and folders by dialog or drop, a task with Cancel, and what became of each file."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QApplication

from reviewer.app.settings import Settings
from reviewer.core.wording import count
from reviewer.errors import ReviewerError
from reviewer.gui.controllers.desk import Desk
from reviewer.gui.controllers.import_words import counts, file_lines, files_of, one_told
from reviewer.gui.main_window import MainWindow
from reviewer.gui.tasks import Reporter, Tasks

if TYPE_CHECKING:
    from reviewer.app.importing import Imported, ImportResult
    from reviewer.gui.dialogs.report import ReportDialog
    from reviewer.gui.dialogs.report_rows import FileLine
    from reviewer.gui.shell.start import StartView


class ImportController(QObject):
    """Brings files in and tells of them.

    Signals:
        imported: The library may hold more than before.
    """

    imported = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, settings: Settings, window: MainWindow) -> None:
        super().__init__(window)
        self._desk, self._tasks, self._settings, self._window = desk, tasks, settings, window
        self._report: ReportDialog | None = None
        self._lines: list[FileLine] = []
        self._at_work = 0
        self._was_cancelled = False
        self._told = ""  # by the toast, of the last import
        actions = window.actions_
        actions["import"].triggered.connect(self.ask_files)
        actions["import_folder"].triggered.connect(self.ask_folder)
        actions["import_report"].triggered.connect(self.show_report)
        window.library.import_asked.connect(self.ask_files)
        window.toast.all_asked.connect(self.show_report)
        window.toast.open_asked.connect(self._on_open_asked)
        window.paths_dropped.connect(self.import_paths)

    def connect_start(self, start: "StartView") -> None:
        """The first start offers what the menus do."""
        start.import_asked.connect(self.ask_files)
        start.folder_asked.connect(self.ask_folder)
        start.paths_dropped.connect(self.import_paths)

    # Asking
    def ask_files(self) -> None:
        from reviewer.gui.dialogs.files import choose_files  # Qt's file dialog is not for the start
        from reviewer.gui.formats import captions_filter

        files = choose_files(self._window, "Import captions", captions_filter(), self._known_folder)
        if files:
            self._keep_folder(files[0].parent)
            self.import_paths(files)

    def ask_folder(self) -> None:
        from reviewer.gui.dialogs.files import choose_folder

        folder = choose_folder(self._window, "Import a folder with all that is in it", self._known_folder)
        if folder is not None:
            self._keep_folder(folder)
            self.import_paths([folder])

    @property
    def _known_folder(self) -> str:
        return str(self._settings.get("import_folder", ""))

    def _keep_folder(self, folder: Path) -> None:
        self._desk.attempt(lambda: self._settings.set({"import_folder": str(folder)}))

    # Importing
    def import_paths(self, paths: Sequence[Path], *, as_text: bool = False) -> None:
        """Import files and folders in a task; the first new episode is opened where that interrupts nobody."""
        from reviewer.app.importing import ImportOptions, ImportResult, import_files

        library, person, result = self._desk.workspace.library.path, self._desk.workspace.person, ImportResult()
        options = ImportOptions(format="text") if as_text else ImportOptions()

        def work(reporter: Reporter) -> bool:
            reporter.follow(import_files(library, paths, options, result, person))
            return reporter.is_cancelled

        def done(was_cancelled: object) -> None:
            self._on_imported(result, was_cancelled=bool(was_cancelled))

        def failed(error: ReviewerError) -> None:
            self._on_imported(result, was_cancelled=False)
            self._desk.failed.emit(str(error))

        if not self._at_work:
            self._lines, self._was_cancelled = [], False
        self._at_work += 1
        label = f"Importing {count(len(paths), 'file')}" if len(paths) > 1 else f"Importing {paths[0].name}"
        self._tasks.start(label, work, done, failed)

    def _on_imported(self, result: "ImportResult", *, was_cancelled: bool) -> None:
        self._at_work -= 1
        self._was_cancelled |= was_cancelled
        self._lines += file_lines(result)
        self.imported.emit()
        if result.imported:
            self._desk.note_saved()
        is_busy = self._is_busy()
        self._desk.look()  # the open episode anew where a new version of it leads
        slug = self._new_slug(result)
        if slug and not is_busy:
            self._desk.open(slug)
        self._hide_told()
        self._tell(result, was_cancelled=was_cancelled, is_busy=is_busy, opens=slug if is_busy else "")

    def _new_slug(self, result: "ImportResult") -> str:
        """The first new episode, or known one, if another is open."""
        slugs = [one.episode for one in result.imported] or [one.episode for one in result.known]
        session = self._desk.session
        return slugs[0] if slugs and (session is None or session.episode.slug != slugs[0]) else ""

    def _is_busy(self) -> bool:
        """Whether someone is at something from which another episode would take her away.

        Whoever reads is not, nor is who pressed the library's own button for an import.
        """
        window, session = self._window, self._desk.session
        if window.transcript.is_correcting or QApplication.activeModalWidget() is not None:
            return True
        focus = QApplication.focusWidget() or window.focusWidget()
        if session is None or focus is None or focus is window.transcript:
            return False
        return not (isinstance(focus, QAbstractButton) and window.library.isAncestorOf(focus))

    def _tell(self, result: "ImportResult", *, was_cancelled: bool, is_busy: bool, opens: str) -> None:
        """In short, and where something was refused with the list of all files beside the window."""
        told = " ".join((*(["Cancelled."] if was_cancelled else []), *counts(result)))
        led = self._led(result)
        has_more = files_of(result) > 1 or bool(result.refused)
        if led is not None:
            told = told if has_more else one_told(led)
            self._window.toast.tell(told, can_undo=True, has_more=has_more)
        elif result.refused and is_busy:
            told = f"{told} " if files_of(result) > 1 else ""
            self._window.toast.complain(f"{told}{result.refused[0].message}", has_more=True)
        elif result.imported or result.known or result.skipped or was_cancelled:
            self._window.toast.tell(told, can_undo=False, has_more=has_more, opens=opens)
        self._told = self._window.toast.text
        if self._report is not None and self._report.isVisible():
            self._fill_report()
        elif result.refused and not is_busy:
            self.show_report()

    def _hide_told(self) -> None:
        """What an import told is no news once a later one ends, or the list that says it all is open."""
        if self._told and self._window.toast.text == self._told:
            self._window.toast.hide()

    def _led(self, result: "ImportResult") -> "Imported | None":
        """The one new version that leads the open episode now, so that Undo takes back just that."""
        session = self._desk.session
        led = [one for one in result.imported if one.added == "version" and one.leads]
        return led[0] if session and len(led) == 1 and led[0].episode == session.episode.slug else None

    # The report
    def show_report(self) -> None:
        """What became of the files of the last import."""
        if self._report is None:
            from reviewer.gui.dialogs.report import ReportDialog

            self._report = ReportDialog(self._window.theme, self._window)
            self._report.open_asked.connect(self._on_open_asked)
            self._report.text_asked.connect(self._on_text_asked)
        self._hide_told()
        self._fill_report()
        self._report.show()
        self._report.raise_()
        self._report.activateWindow()

    def _fill_report(self) -> None:
        if self._report is not None:
            self._report.set_lines(self._lines, was_cancelled=self._was_cancelled)

    def _on_open_asked(self, slug: str) -> None:
        """The episode in front, nothing before it."""
        if self._desk.open(slug) is None:
            return
        if self._report is not None:
            self._report.close()
        self._window.raise_()
        self._window.activateWindow()
        self._window.transcript.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_text_asked(self, file: str) -> None:
        self.import_paths([Path(file)], as_text=True)
