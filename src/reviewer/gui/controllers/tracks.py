"""Captions of the open episode: which of its tracks leads, re-reading, comparing, and saving them."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from reviewer.app.session import Change, ReviewSession
from reviewer.app.settings import Settings
from reviewer.app.workspace import Workspace
from reviewer.errors import ReviewerError, printable
from reviewer.gui.controllers.desk import Desk
from reviewer.gui.controllers.import_words import carried_told
from reviewer.gui.controllers.placing import flat_at
from reviewer.gui.controllers.track_values import difference_item, file_of, lines_of, track_item, with_line
from reviewer.gui.formats import WRITTEN, format_words
from reviewer.gui.main_window import MainWindow
from reviewer.gui.tasks import Reporter, Tasks

if TYPE_CHECKING:
    from reviewer.app.tracks import Difference
    from reviewer.gui.dialogs.comparing import CompareDialog
    from reviewer.gui.dialogs.difference_rows import DifferenceItem
    from reviewer.gui.dialogs.reread import RereadDialog
    from reviewer.gui.dialogs.track_rows import TrackItem
    from reviewer.gui.dialogs.tracks import TracksDialog

T = TypeVar("T")


class TracksController(QObject):
    """Opens the dialogs about captions and decides what is asked for in them."""

    def __init__(self, desk: Desk, tasks: Tasks, settings: Settings, window: MainWindow) -> None:
        super().__init__(window)
        self._desk, self._tasks, self._settings, self._window = desk, tasks, settings, window
        self._dialog: TracksDialog | None = None
        self._compare: CompareDialog | None = None
        self._reread: RereadDialog | None = None
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
        dialog.compare_asked.connect(self.compare)
        dialog.copy_asked.connect(self.ask_copy)
        dialog.save_asked.connect(self.ask_save)
        dialog.undo_asked.connect(self._on_undo_asked)

    def _fill(self) -> None:
        dialog, session = self._dialog, self._desk.session
        if dialog is not None and dialog.isVisible() and session is not None:
            dialog.set_tracks(session.episode.facts.title, self._items(session))

    def _on_opened(self, _session: ReviewSession) -> None:
        if not self._desk.is_reopening:
            if self._dialog is not None:
                self._dialog.tell("", can_undo=False)
            if self._compare is not None:
                self._compare.close()
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
        self._in_task(label, work, lambda change: self._on_decided(slug, change, told), self._on_failed)

    def _in_task(
        self,
        label: str,
        work: Callable[[ReviewSession], T],
        done: Callable[[T], None],
        failed: Callable[[ReviewerError], None],
    ) -> None:
        """Do something with the open episode on another thread, by a connection of its own."""
        session = self._desk.session
        if session is None:
            return
        library, person, slug = session.library.path, session.person, session.episode.slug

        def in_task(_reporter: Reporter) -> T:
            with Workspace(library, person) as workspace:
                return work(workspace.session(slug))

        self._tasks.start(label, in_task, done, failed)

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
            self._decide(
                f"Reading {printable(name)} anew",
                lambda session: tracks.reread(session, encoding=encoding, format=format_),
                "Read anew",
            )

    def _on_preview_asked(self, encoding: str) -> None:
        """Read in a task: the whole file is, since what tells an encoding may stand anywhere in it."""
        from reviewer.app import tracks

        def done(text: str) -> None:
            if self._reread is not None and self._reread.chosen_encoding == encoding:
                self._reread.show_preview(text)

        def failed(error: ReviewerError) -> None:
            if self._reread is not None and self._reread.chosen_encoding == encoding:
                self._reread.show_fault(str(error))

        self._in_task("Reading the file", lambda session: tracks.preview(session, encoding), done, failed)

    # Comparing
    def compare(self, track: "TrackItem") -> None:
        """The places where the words of two tracks differ; Enter there goes to the place in the transcript."""
        from reviewer.gui.dialogs.comparing import CompareDialog

        session = self._desk.session
        if session is None:
            return
        if self._compare is None:
            self._compare = CompareDialog(self._window.theme, self._window)
            self._compare.compare_asked.connect(self._on_compare_asked)
            self._compare.go_to.connect(self._on_go_to)
        items = self._items(session)
        leading = next((item.id for item in items if item.leads), items[0].id)
        other = track.id if track.id != leading else next((i.id for i in items if i.id != leading), leading)
        self._compare.show()
        self._compare.raise_()
        self._compare.activateWindow()
        self._compare.set_tracks(items, leading, other)

    def _on_compare_asked(self, one: str, other: str) -> None:
        from reviewer.app import tracks

        session = self._desk.session
        if session is None:
            return
        leading = session.episode.version_id

        def done(differences: "list[Difference]") -> None:
            if self._compare is not None and self._compare.pair == (one, other):
                self._compare.set_differences([difference_item(d, (one, other), leading) for d in differences])

        self._in_task("Comparing two tracks", lambda s: tracks.compare(s, one, other), done, self._on_failed)

    def _on_go_to(self, item: "DifferenceItem") -> None:
        session = self._desk.session
        if session is None:
            return
        cues = session.version.cues
        flat = cues.first_word[item.cue] if item.cue is not None else flat_at(session.version, item.ms or 0)
        if flat < cues.word_count:
            self._window.transcript.put_caret(flat)
            self._window.transcript.scroll_to_word(flat)

    # Files
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
        formats = [name for name in WRITTEN if name in captioning.WRITTEN]
        dialog = SaveCaptionsDialog(
            self._window.theme, formats, lambda name: captioning.caption_text(session, name).losses, self._dialog
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
        path = choose_new_file(self._dialog or self._window, title, filters, str(Path(folder) / Path(name).name))
        if path is not None:
            self._desk.attempt(lambda: self._settings.set({"save_folder": str(path.parent)}))
        return path

    def _written(self, path: Path, work: Callable[[], None]) -> None:
        try:
            work()
        except ReviewerError as error:
            self._on_failed(error)
            return
        told = f"Written: {printable(str(path))}."
        self._desk.tell(told)
        if self._dialog is not None:
            self._dialog.tell(told, can_undo=False)
