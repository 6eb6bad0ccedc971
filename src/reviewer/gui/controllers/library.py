"""The library pane: episodes listed and found, the sample opened."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from reviewer.app.session import ReviewSession
from reviewer.app.settings import Settings
from reviewer.gui.actions import Actions
from reviewer.gui.controllers.desk import Desk
from reviewer.gui.library.pane import PLACES, LibraryPane
from reviewer.gui.transcript.view import TranscriptView

if TYPE_CHECKING:
    from reviewer.gui.shell.start import StartView


class LibraryController(QObject):
    """Connects the list, and the search with the library."""

    def __init__(
        self,
        desk: Desk,
        pane: LibraryPane,
        transcript: TranscriptView,
        actions: Actions,
        settings: Settings,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._desk, self._pane = desk, pane
        self._transcript, self._settings = transcript, settings
        desk.opened.connect(self._on_opened)
        desk.changed_elsewhere.connect(self.list)
        desk.figures_kept.connect(self._on_changed)
        desk.values_changed.connect(self._on_changed)
        pane.episode_chosen.connect(desk.open)
        pane.place_chosen.connect(self._on_place_chosen)
        pane.search_changed.connect(self._on_search_changed)
        actions["find_library"].triggered.connect(pane.search_library)

    def connect_start(self, start: "StartView") -> None:
        """The first start offers what the menus do."""
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

    # The sample
    def open_sample(self) -> None:
        """Bring in the sample with its glossary and its recording, and open it."""
        from reviewer.app import sample

        slug = self._desk.attempt(lambda: sample.bring_in(self._desk.workspace))
        if slug is not None:
            self.list()
            self._desk.open(slug)
