"""Captions of the open episode: which of its tracks leads, and how its file is read."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reviewer.app.session import Change, ReviewSession
from reviewer.app.settings import Settings
from reviewer.errors import ReviewerError, printable
from reviewer.gui.controllers.comparing import CompareController
from reviewer.gui.controllers.desk import Desk
from reviewer.gui.controllers.import_words import carried_told
from reviewer.gui.controllers.saving import SaveController
from reviewer.gui.controllers.session_tasks import SessionTasks
from reviewer.gui.controllers.track_values import Preview, lines_of, preview, track_item, with_line
from reviewer.gui.main_window import MainWindow
from reviewer.gui.tasks import Tasks

if TYPE_CHECKING:
    from reviewer.gui.dialogs.reread import RereadDialog
    from reviewer.gui.dialogs.track_rows import TrackItem
    from reviewer.gui.dialogs.tracks import TracksDialog


class TracksController(QObject):
    """Opens the dialogs about captions and decides what is asked for in them."""

    def __init__(self, desk: Desk, tasks: Tasks, settings: Settings, window: MainWindow) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self._tasks = SessionTasks(desk, tasks)
        self.comparing = CompareController(desk, self._tasks, window)
        self.saving = SaveController(desk, settings, window)
        self._dialog: TracksDialog | None = None
        self._reread: RereadDialog | None = None
        self.comparing.failed.connect(self._on_failed)
        self.comparing.went.connect(self._on_went)
        self.saving.failed.connect(self._on_failed)
        self.saving.told.connect(self._on_written)
        desk.opened.connect(self._on_opened)
        desk.values_changed.connect(self._fill)
        window.head.captions_asked.connect(self.show)
        window.actions_["captions"].triggered.connect(self.show)

    # The dialog
    def show(self) -> None:
        """The tracks of the open episode, the leading one looked at."""
        if self._desk.session is None:
            return
        if self._dialog is None:
            from reviewer.gui.dialogs.tracks import TracksDialog

            self._dialog = TracksDialog(self._window.theme, self._window)
            self._connect(self._dialog)
            self.saving.over = self._dialog
        if not self._dialog.isVisible():
            self._dialog.tell("", can_undo=False)
        self._dialog.show()
        self._fill()
        self._dialog.show_leading()
        self._dialog.tracks.setFocus()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def _connect(self, dialog: "TracksDialog") -> None:
        dialog.shown_track.connect(self._on_track_shown)
        dialog.lead_asked.connect(self.lead)
        dialog.reread_asked.connect(self.ask_reread)
        dialog.compare_asked.connect(self._on_compare_asked)
        dialog.copy_asked.connect(self.saving.ask_copy)
        dialog.save_asked.connect(self.saving.ask_save)
        dialog.undo_asked.connect(self._on_undo_asked)

    def _fill(self) -> None:
        dialog, session = self._dialog, self._desk.session
        if dialog is not None and dialog.isVisible() and session is not None:
            dialog.set_tracks(session.episode.facts.title, self._items(session))

    def _on_opened(self, _session: ReviewSession) -> None:
        if not self._desk.is_reopening:
            if self._dialog is not None:
                self._dialog.tell("", can_undo=False)
            self.comparing.close()
        self._fill()

    def _items(self, session: ReviewSession) -> "list[TrackItem]":
        from reviewer.app import tracks

        rows = self._desk.attempt(lambda: tracks.tracks(session)) or []
        return [track_item(row) for row in rows]

    def _on_track_shown(self, track: "TrackItem") -> None:
        """Put the lines of the file beside what is odd in them."""
        session = self._desk.session
        if session is None or self._dialog is None or not any(odd.line for odd in track.oddities):
            return
        lines = self._desk.attempt(lambda: lines_of(session, track.id, track.encoding)) or []
        self._dialog.set_oddities([with_line(odd, lines) for odd in track.oddities])

    # Which leads
    def lead(self, track: "TrackItem") -> None:
        """Let another track lead, as a decision that Undo takes back."""
        from reviewer.app import tracks

        self._decide(
            f"Leading with {track.label}", lambda session: tracks.lead(session, track.id), f"“{track.label}” leads now"
        )

    def _decide(self, label: str, work: Callable[[ReviewSession], Change], told: str) -> None:
        """Decide in a task: a long text is read and its corrections are carried, which takes a moment."""
        session = self._desk.session
        slug = session.episode.slug if session else ""
        self._tasks.start(label, work, lambda change: self._on_decided(slug, change, told), self._on_failed)

    def _on_decided(self, slug: str, change: Change, told: str) -> None:
        session = self._desk.session
        if session is None or session.episode.slug != slug:
            self._desk.tell(f"{told}.")  # another episode is open since: undo there would take back another thing
            return
        self._desk.announce(change, "")
        text = f"{told}: {self._carried()}."
        self._desk.told.emit(text, True)  # noqa: FBT003 - a signal has no keywords
        if self._dialog is not None and self._dialog.isVisible():
            self._fill()
            self._dialog.show_leading()
            self._dialog.tell(text, can_undo=True)

    def _carried(self) -> str:
        from reviewer.app import tracks

        session = self._desk.session
        rows = (self._desk.attempt(lambda: tracks.carried(session)) or []) if session else []
        number = [sum(row.outcome == outcome for row in rows) for outcome in ("carried", "settled", "unfit")]
        return carried_told(*number)

    def _on_undo_asked(self) -> None:
        self._desk.undo()
        if self._dialog is not None:
            self._dialog.tell("Undone.", can_undo=False)
            self._dialog.show_leading()

    def _on_failed(self, error: ReviewerError) -> None:
        self._desk.failed.emit(str(error))
        if self._dialog is not None and self._dialog.isVisible():
            self._dialog.tell(str(error), can_undo=False)

    def _on_written(self, told: str) -> None:
        self._desk.tell(told)
        if self._dialog is not None:
            self._dialog.tell(told, can_undo=False)

    # Comparing
    def _on_compare_asked(self, track: "TrackItem") -> None:
        session = self._desk.session
        if session is not None:
            self.comparing.compare(track, self._items(session))

    def _on_went(self) -> None:
        """The transcript shows a place: it is not to be looked for behind dialogs."""
        if self._dialog is not None:
            self._dialog.close()

    # Reading anew
    def ask_reread(self) -> None:
        """Choose another encoding or format for the leading track, with its first lines as they would read."""
        from reviewer.app import tracks
        from reviewer.gui.dialogs.reread import Choices, RereadDialog

        session = self._desk.session
        if session is None:
            return
        name = session.library.file_name(session.episode.version)
        choices = Choices(tracks.ENCODINGS, tuple(tracks.FORMATS))
        dialog = RereadDialog(self._window.theme, name, choices, session.version.encoding, self._dialog or self._window)
        self._reread = dialog
        dialog.preview_asked.connect(self._on_preview_asked)
        is_taken = bool(dialog.exec())
        encoding, format_, self._reread = dialog.chosen_encoding, dialog.chosen_format, None
        dialog.deleteLater()
        if is_taken:
            if self._dialog is not None:
                self._dialog.tracks.setFocus()  # where the new version is about to stand
            self._decide(
                f"Reading {printable(name)} anew",
                lambda session: tracks.reread(session, encoding=encoding, format=format_),
                "Read anew",
            )

    def _on_preview_asked(self, encoding: str) -> None:
        """Read in a task: the whole file is, since what tells an encoding may stand anywhere in it."""

        def done(seen: Preview) -> None:
            if self._reread is not None and self._reread.chosen_encoding == encoding:
                self._reread.show_preview(seen.text, seen.misfit)

        def failed(error: ReviewerError) -> None:
            if self._reread is not None and self._reread.chosen_encoding == encoding:
                self._reread.show_fault(str(error))

        self._tasks.start("Reading the file", lambda session: preview(session, encoding), done, failed)
