"""Export: the folder is asked for, the bundle is written into it."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reviewer.app.settings import Settings
from reviewer.core.wording import count
from reviewer.gui.actions import Actions
from reviewer.gui.controllers.assessing import AssessmentController
from reviewer.gui.controllers.desk import Desk
from reviewer.gui.dialogs.files import choose_folder
from reviewer.gui.shell.head import EpisodeHead


class ExportController(QObject):
    """Writes the open episode's bundle."""

    def __init__(
        self,
        desk: Desk,
        head: EpisodeHead,
        assessment: AssessmentController,
        actions: Actions,
        settings: Settings,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._desk, self._assessment = desk, assessment
        self._settings, self._window = settings, window
        head.export_asked.connect(self.ask_folder)
        actions["export"].triggered.connect(self.ask_folder)

    def ask_folder(self) -> None:
        if self._desk.session is None:
            return
        known = str(self._settings.get("export_folder", ""))
        folder = choose_folder(self._window, "Export the bundle into a folder", known)
        if folder is not None:
            self.export(folder)

    def export(self, folder: Path) -> None:
        """Write the bundle; a few hundred milliseconds, on this thread since the session is its own."""
        from reviewer.app import exporting  # the page and its pictures: not at the start

        session = self._desk.session
        if session is None:
            return
        self._assessment.flush()
        written: list[exporting.WrittenFile] = []
        steps = exporting.export([session], folder, written)
        if self._desk.attempt(lambda: list(steps)) is not None:
            self._desk.attempt(lambda: self._settings.set({"export_folder": str(folder)}))
            where = folder / session.episode.slug
            self._desk.tell(f"Exported {count(len(written), 'file')} to {where}.")
            self._desk.values_changed.emit()
