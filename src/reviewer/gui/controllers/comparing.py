"""Comparing two tracks of the open episode, and going from a difference to its words in the transcript."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from reviewer.gui.controllers.desk import Desk
from reviewer.gui.controllers.session_tasks import SessionTasks
from reviewer.gui.controllers.track_values import difference_item, words_of
from reviewer.gui.main_window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewer.app.tracks import Difference
    from reviewer.errors import ReviewerError
    from reviewer.gui.dialogs.comparing import CompareDialog
    from reviewer.gui.dialogs.difference_rows import DifferenceItem
    from reviewer.gui.dialogs.track_rows import TrackItem


class CompareController(QObject):
    """Fills the dialog and follows what is chosen in it.

    Signals:
        went: The transcript shows the words of a difference; what stands before it may go.
        failed: The ReviewerError for which two tracks can't be compared.
    """

    went = Signal()
    failed = Signal(object)

    def __init__(self, desk: Desk, tasks: SessionTasks, window: MainWindow) -> None:
        super().__init__(window)
        self._desk, self._tasks, self._window = desk, tasks, window
        self.dialog: CompareDialog | None = None

    def close(self) -> None:
        if self.dialog is not None:
            self.dialog.close()

    def compare(self, track: "TrackItem", items: "Sequence[TrackItem]") -> None:
        """The places where the words of the leading track and another differ."""
        if self.dialog is None:
            from reviewer.gui.dialogs.comparing import CompareDialog

            self.dialog = CompareDialog(self._window.theme, self._window)
            self.dialog.compare_asked.connect(self._on_compare_asked)
            self.dialog.go_to.connect(self._on_go_to)
        leading = next((item.id for item in items if item.leads), items[0].id)
        other = track.id if track.id != leading else next((i.id for i in items if i.id != leading), leading)
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()
        self.dialog.set_tracks(items, leading, other)

    def _on_compare_asked(self, one: str, other: str) -> None:
        from reviewer.app import tracks

        session = self._desk.session
        if session is None:
            return
        leading = session.episode.version_id

        def done(differences: "list[Difference]") -> None:
            if self.dialog is not None and self.dialog.pair == (one, other):
                self.dialog.set_differences([difference_item(d, (one, other), leading) for d in differences])

        self._tasks.start("Comparing two tracks", lambda s: tracks.compare(s, one, other), done, self._on_failed)

    def _on_failed(self, error: "ReviewerError") -> None:
        self.failed.emit(error)

    def _on_go_to(self, item: "DifferenceItem") -> None:
        """Select the words that differ; where the transcript has none there, the caret stands at their place."""
        session, transcript = self._desk.session, self._window.transcript
        if session is None:
            return
        words = words_of(session.version, item)
        if words.start >= session.version.cues.word_count:
            return
        self.close()
        self.went.emit()
        transcript.scroll_to_word(words.start)
        transcript.select_words(words.start, words.stop)
        self._window.activateWindow()
        transcript.setFocus(Qt.FocusReason.OtherFocusReason)
