"""The open episode's figures: its plots, its slices in the text, and the chosen one with its terms."""

from PySide6.QtCore import QObject, Signal

from reviewer.app.session import ReviewSession
from reviewer.core.reading import text_of
from reviewer.core.wording import signed
from reviewer.gui.controllers.desk import Desk
from reviewer.gui.plots.plots import Plots
from reviewer.gui.side import SlicePane
from reviewer.gui.transcript.marks import SliceMark, TermMark, TermSide
from reviewer.gui.transcript.view import TranscriptView
from reviewer.spectrum.figures import Hit, SliceScore
from reviewer.spectrum.scores import without

FIRST_WORDS = 16


class EpisodeController(QObject):
    """Fills plots and Slice pane from the session, and keeps them and the transcript on one slice.

    Signals:
        slice_chosen: The number of the slice, or None.
    """

    slice_chosen = Signal(object)

    def __init__(self, desk: Desk, plots: Plots, transcript: TranscriptView, pane: SlicePane, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._plots, self._transcript, self._pane = desk, plots, transcript, pane
        self.chosen: int | None = None
        plots.set_first_words(self._first_words)
        self._connect()

    def _connect(self) -> None:
        self._desk.opened.connect(self._on_opened)
        self._desk.scoring.connect(self._on_scoring)
        self._desk.scored.connect(self._on_scored)
        self._desk.text_changed.connect(self._on_text_changed)
        self._plots.slice_clicked.connect(self.choose)
        self._plots.slice_activated.connect(self._on_slice_activated)
        self._transcript.slice_clicked.connect(self._on_mark_clicked)
        self._transcript.slice_in_view_changed.connect(self._plots.set_on_screen)
        self._pane.previous_asked.connect(self.previous)
        self._pane.next_asked.connect(self.next)
        self._pane.term_chosen.connect(self._on_term_chosen)

    # The episode
    def _on_opened(self, _session: ReviewSession) -> None:
        self.chosen = None
        self._plots.set_figures(None)
        self._plots.set_stale(None)

    def _on_scoring(self, _session: ReviewSession) -> None:
        self._plots.set_stale("Scoring…")
        self._transcript.set_slices([])
        self._choose(None)

    def _on_scored(self, session: ReviewSession) -> None:
        self._plots.set_stale(None)
        self._show_figures(session)
        self._choose(self.chosen)

    def _on_text_changed(self, _touched: object, _change: object) -> None:
        session = self._desk.session
        if session is None or self._desk.is_scoring:
            return
        self._show_figures(session)
        self._choose(self.chosen)

    def _show_figures(self, session: ReviewSession) -> None:
        recording = session.hearing.recording
        self._plots.set_figures(session.figures, recording.duration_ms if recording else None)
        self._transcript.set_slices([_mark(score) for score in session.scores])

    # The slice
    @property
    def _scores(self) -> tuple[SliceScore, ...]:
        return self._desk.scores

    def choose(self, number: int) -> None:
        """Mark a slice and bring its first words into sight."""
        self._choose(number)
        if self.chosen is not None:
            self._transcript.scroll_to_word(self._scores[number - 1].slice.first)

    def next(self) -> None:
        if self._scores:
            self.choose(min((self.chosen or 0) + 1, len(self._scores)))

    def previous(self) -> None:
        if self._scores:
            self.choose(max((self.chosen or 2) - 1, 1))

    def _choose(self, number: int | None) -> None:
        scores = self._scores
        score = scores[number - 1] if number is not None and 0 < number <= len(scores) else None
        self.chosen = score.slice.number if score else None
        self._plots.set_chosen(self.chosen)
        self._transcript.set_chosen_slice(self.chosen)
        self._transcript.set_terms([m for hit in score.hits for m in _term_marks(hit)] if score else [])
        self._show_slice(score)
        self.slice_chosen.emit(self.chosen)

    def _show_slice(self, score: SliceScore | None) -> None:
        session = self._desk.session
        if session is None:
            return
        what_if = (
            [(f"Without “{hit.text}”", *without(score, hit, session.lexicon)) for hit in score.hits if hit.is_counted]
            if score
            else []
        )
        name = session.lexicon.name
        line = f"Lexicon {name.id} {name.version}" + ("" if name.is_validated else ", not validated")
        self._pane.set_slice(
            score, len(self._scores), what_if=what_if, lexicon_line=line, stretch_text=self._stretch(score)
        )

    def _stretch(self, score: SliceScore | None) -> str:
        session = self._desk.session
        if score is None or session is None:
            return ""
        for stretch in session.figures.stretches:
            if stretch.first <= score.slice.number <= stretch.last:
                side = "risk-forward" if stretch.side == "risk" else "opportunity-forward"
                if stretch.first == stretch.last:
                    return f"This slice stands far from the median: much more {side} than the typical slice."
                return (
                    f"Slices {stretch.first} to {stretch.last} stand together, much more {side} than the typical slice."
                )
        return ""

    # What happened
    def _on_slice_activated(self, number: int) -> None:
        self.choose(number)
        self._transcript.put_caret(self._scores[number - 1].slice.first)
        self._transcript.setFocus()

    def _on_mark_clicked(self, number: int) -> None:
        self._choose(number)

    def _on_term_chosen(self, hit: Hit) -> None:
        self._transcript.scroll_to_word(hit.first)

    # Texts that the views ask for
    def _first_words(self, number: int) -> str:
        session = self._desk.session
        if session is None or not 0 < number <= len(self._scores):
            return ""
        part = self._scores[number - 1].slice
        words = list(session.text.words(part.first, min(part.first + FIRST_WORDS, part.last)))
        return text_of(words, one_line=True)


def _mark(score: SliceScore) -> SliceMark:
    part = score.slice
    return SliceMark(part.number, part.first, part.last, signed(score.score, plus=True), score.band)


def _term_marks(hit: Hit) -> list[TermMark]:
    side = TermSide.NOT_COUNTED if not hit.is_counted else TermSide(hit.side)
    marks = [TermMark(hit.first, hit.last, side)]
    if hit.shifter is not None:
        marks.append(TermMark(*hit.shifter, TermSide.SHIFTER))
    return marks
