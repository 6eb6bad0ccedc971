"""The open episode's text: its head, the transcript, and what is told of a corrected word."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from reviewer.app.session import Change, ReviewSession
from reviewer.core.reading import Correction, bare
from reviewer.gui.controllers.desk import Desk
from reviewer.gui.formats import captions_told
from reviewer.gui.shell.head import EpisodeHead
from reviewer.gui.transcript.view import TranscriptView
from reviewer.gui.when import day, when


class ReadingController(QObject):
    """Fills head and transcript; what the first look at an episode needs."""

    def __init__(self, desk: Desk, head: EpisodeHead, transcript: TranscriptView, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._head, self._transcript = desk, head, transcript
        transcript.set_hover_text(self._hover_text)
        desk.opened.connect(self._on_opened)
        desk.scored.connect(self._on_scored)
        desk.text_changed.connect(self._on_text_changed)

    def _on_opened(self, session: ReviewSession) -> None:
        self._show_head(session, session.episode.summary.get("lens", ""))
        self._transcript.set_text(session.text, session.paragraphs)

    def _on_scored(self, session: ReviewSession) -> None:
        self._show_head(session, session.figures.lens_label)

    def _show_head(self, session: ReviewSession, lens: str) -> None:
        facts = session.episode.facts
        parts = (facts.series, facts.shelf, f"{lens} lens" if lens else "", day(facts.published))
        self._head.set_episode(facts.title, parts)
        version = session.version
        told = captions_told(version.encoding, version.oddities)
        self._head.set_captions(told, "What is odd in the file, line by line" if told else "The tracks of this episode")

    def _on_text_changed(self, touched: Sequence[tuple[int, int]], _change: Change | None) -> None:
        session = self._desk.session
        if session is None:
            return
        for first, last in touched:
            self._transcript.update_text(session.text, first, last)

    def _hover_text(self, correction: Correction) -> str:
        session = self._desk.session
        heard = bare(session.text.heard(correction)) if session else ""
        why = f", {correction.why[:1].lower()}{correction.why[1:]}" if correction.why else ""
        return f"Heard: {heard or 'nothing'}. {correction.person}, {when(correction.at)}{why}."
