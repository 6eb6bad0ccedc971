"""The assessment beside the transcript: shown, kept as it is typed, written into the site's folder when asked."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reviewer.app.session import Change, ReviewSession
from reviewer.app.settings import Settings
from reviewer.errors import ReviewerError, printable
from reviewer.gui.actions import Actions
from reviewer.gui.controllers.desk import Desk
from reviewer.gui.dialogs.files import choose_folder
from reviewer.gui.side.assessment_pane import AssessmentPane
from reviewer.gui.transcript.view import TranscriptView


class AssessmentController(QObject):
    """Connects the form with the open session."""

    def __init__(
        self,
        desk: Desk,
        pane: AssessmentPane,
        transcript: TranscriptView,
        actions: Actions,
        settings: Settings,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._desk, self._pane, self._transcript = desk, pane, transcript
        self._settings, self._window = settings, window
        self._edited: ReviewSession | None = None  # whose fields stand in the form
        desk.leaving.connect(self.flush)
        desk.opened.connect(self._on_opened)
        desk.settled.connect(self._on_settled)
        desk.scored.connect(self._on_scored)
        desk.values_changed.connect(self.show)
        pane.field_edited.connect(self._on_field_edited)
        pane.write_asked.connect(self.ask_folder)
        pane.quote_asked.connect(self.quote)
        pane.moment_chosen.connect(self._on_moment_chosen)
        actions["quote"].triggered.connect(self.quote)
        actions["write"].triggered.connect(self.ask_folder)
        if desk.session is not None:
            self._on_opened(desk.session)

    def _on_opened(self, session: ReviewSession) -> None:
        self._edited = session
        self._pane.set_values(session.values(), is_other=True)
        self._pane.set_lexicon_mean(None)

    def _on_settled(self, session: ReviewSession) -> None:
        self._pane.set_lenses(list(session.lexicon.lens_labels.values()))

    def _on_scored(self, session: ReviewSession) -> None:
        self._pane.set_lexicon_mean(session.figures.statistics.mean)

    def show(self) -> None:
        """Show the fields as the library has them; the one being typed in is left alone."""
        if self._edited is not None:
            self._pane.set_values(self._edited.values())

    def _on_field_edited(self, name: str, value: Any) -> None:
        session = self._edited
        if session is not None:
            self._desk.decide(lambda: self._kept(session, name, value))

    def _kept(self, session: ReviewSession, name: str, value: Any) -> Change | None:
        """What can't be kept stays in its field with the reason under it: what was typed stands nowhere else."""
        try:
            return session.set_field(name, value)
        except ReviewerError as error:
            self._pane.show_problem(name, str(error))
            raise

    def flush(self) -> None:
        """Keep what stands in the form and was not kept yet."""
        self._pane.flush()

    def quote(self) -> None:
        """Make the selected words a key moment."""
        session, words = self._desk.session, self._transcript.chosen_words()
        if session is None or not words:
            self._desk.tell("Select the words to quote in the transcript first.")
            return
        self._pane.quote(" ".join(word.text for word in words), words[0].start_ms, words[-1].end_ms)

    def _on_moment_chosen(self, start: int) -> None:
        """Show a moment in the text: the word that is spoken as it begins."""
        session = self._desk.session
        if session is not None:
            cues = session.version.cues
            times = (cues.word_time(flat)[0] for flat in range(cues.word_count))
            flat = next((n for n, ms in enumerate(times) if ms is not None and ms >= start), None)
            if flat is not None:
                self._transcript.scroll_to_word(flat)

    def ask_folder(self) -> None:
        """Ask for the site's content folder and write the assessment file into it."""
        session = self._desk.session
        if session is None:
            return
        self.flush()
        known = str(self._settings.get("content_folder", ""))
        folder = choose_folder(self._window, "The site’s folder called content", known)
        if folder is not None:
            self.write(folder)

    def write(self, content: Path) -> None:
        from reviewer.app import exporting  # the page and its pictures: not at the start

        session = self._desk.session
        changes = self._desk.attempt(lambda: exporting.publish(session, content)) if session else None
        if changes:
            self._desk.attempt(lambda: self._settings.set({"content_folder": str(content)}))
            path = printable(str(changes[0].path))
            what = "holds just this already" if changes[0].what == "same" else "is written"
            self._desk.tell(f"{path} {what}.")
