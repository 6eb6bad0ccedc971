"""Saving what the open episode has of captions: the imported file, or the text as it reads now."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog

from reviewer.app.settings import Settings
from reviewer.errors import ReviewerError, printable
from reviewer.gui.controllers.desk import Desk
from reviewer.gui.controllers.track_values import file_of
from reviewer.gui.formats import WRITTEN, format_words
from reviewer.gui.main_window import MainWindow

if TYPE_CHECKING:
    from reviewer.gui.dialogs.track_rows import TrackItem


class SaveController(QObject):
    """Asks for file and format; `over` is the dialog from which it is asked.

    Signals:
        told: What was written.
        failed: The ReviewerError for which nothing was.
    """

    told = Signal(str)
    failed = Signal(object)

    def __init__(self, desk: Desk, settings: Settings, window: MainWindow) -> None:
        super().__init__(window)
        self._desk, self._settings, self._window = desk, settings, window
        self.over: QDialog | None = None

    def ask_copy(self, track: "TrackItem") -> None:
        """Save the file as it was imported, byte for byte."""
        from reviewer.app.writing import write_file

        session = self._desk.session
        if session is None:
            return
        path = self._new_file("Save a copy of the file", track.file_name, "All files (*)")
        if path is not None:
            sha256 = file_of(session, track.id)
            self._written(path, lambda: write_file(path, session.library.file_bytes(sha256)))

    def ask_save(self) -> None:
        """Save the captions as they read now, in a format of choice; what it can't carry is told first."""
        from reviewer.app import captioning
        from reviewer.app.writing import write_file
        from reviewer.gui.dialogs.saving import SaveCaptionsDialog

        session = self._desk.session
        if session is None:
            return
        formats = [name for name in WRITTEN if name in captioning.formats(session)]
        dialog = SaveCaptionsDialog(
            self._window.theme, formats, lambda name: captioning.caption_text(session, name).losses, self.over
        )
        is_taken, chosen = bool(dialog.exec()), dialog.format
        dialog.deleteLater()
        if not is_taken:
            return
        suffix = WRITTEN[chosen]
        path = self._new_file(
            "Save captions as", f"{session.episode.slug}{suffix}", f"{format_words(chosen)} (*{suffix})"
        )
        if path is not None:
            self._written(path, lambda: write_file(path, captioning.caption_text(session, chosen).text.encode("utf-8")))

    def _new_file(self, title: str, name: str, filters: str) -> Path | None:
        from reviewer.gui.dialogs.files import choose_new_file

        folder = str(self._settings.get("save_folder", ""))
        path = choose_new_file(self.over or self._window, title, filters, str(Path(folder) / Path(name).name))
        if path is not None:
            self._desk.attempt(lambda: self._settings.set({"save_folder": str(path.parent)}))
        return path

    def _written(self, path: Path, work: Callable[[], None]) -> None:
        try:
            work()
        except ReviewerError as error:
            self.failed.emit(error)
            return
        self.told.emit(f"Written: {printable(str(path))}.")
