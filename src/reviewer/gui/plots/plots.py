"""All plots of an episode, one under the other on one x axis: what stands above the transcript."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from reviewer.gui.plots import announce
from reviewer.gui.plots.arc import EpisodeArc
from reviewer.gui.plots.heard import AxisRow, HeardBand, Waveform
from reviewer.gui.plots.legend import Legend
from reviewer.gui.plots.row import PlotRow, TimedRow
from reviewer.gui.plots.statistics_line import StatisticsLine
from reviewer.gui.plots.strip import SpectrumStrip
from reviewer.gui.theme import Theme
from reviewer.spectrum.axis import Mode, has_clock
from reviewer.spectrum.figures import Figures


class Plots(QWidget):
    """Strip, legend, arc, waveform (by the clock), heard band, axis and statistics line. It takes the height that it
    needs and the width of the pane.

    Signals:
        slice_clicked: The number of a slice that was pointed at or walked to.
        slice_activated: The number of a slice that is to be opened in the transcript.
        mode_changed: "slices" or "clock", as the user switched.
        rescore_asked: The link beside the stale text was followed.
    """

    slice_clicked = Signal(int)
    slice_activated = Signal(int)
    mode_changed = Signal(str)
    rescore_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        announce.install()
        self._figures: Figures | None = None
        self._is_collapsed = False
        self._is_stale = False
        self.strip = SpectrumStrip(theme, self)
        self.legend = Legend(theme, self)
        self.arc = EpisodeArc(theme, self)
        self.waveform = Waveform(theme, self)
        self.heard = HeardBand(theme, self)
        self.axis_row = AxisRow(theme, self)
        self.statistics = StatisticsLine(theme, self)
        self._stack()
        self._connect()
        self._show_rows()

    @property
    def mode(self) -> Mode:
        return self.legend.mode

    @property
    def is_collapsed(self) -> bool:
        return self._is_collapsed

    def set_figures(self, figures: Figures | None, duration_ms: int | None = None) -> None:
        """The figures of an episode, None where it is not scored, and its recording's length where there is one."""
        self._figures = figures
        scores = figures.scores if figures is not None else ()
        self.strip.set_figures(figures)
        self.arc.set_figures(figures, duration_ms)
        for row in (self.waveform, self.heard, self.axis_row):
            row.set_course(scores, duration_ms)
        self.statistics.set_figures(figures)
        self.legend.set_has_clock(has_clock(scores))
        self._show_shares()
        if self.mode == "clock" and scores and not has_clock(scores):
            self.set_mode("slices")

    def set_heard(self, intervals: Sequence[tuple[int, int, float]]) -> None:
        """Stretches that were played, each as start and end in ms and the speed."""
        self.heard.set_heard(intervals)

    def set_peaks(self, peaks: Sequence[tuple[float, float]]) -> None:
        """The recording's waveform (`Waveform.set_peaks`)."""
        self.waveform.set_peaks(peaks)
        self._show_rows()

    def set_on_screen(self, first_slice: int, last_slice: int) -> None:
        self.arc.set_on_screen(first_slice, last_slice)

    def set_chosen(self, number: int | None) -> None:
        self.arc.set_chosen(number)

    def set_position(self, ms: int | None) -> None:
        """Where playing stands; None where there is nothing to play."""
        for row in self._timed_rows():
            row.set_position(ms)

    def set_stale(self, text: str | None, *, can_rescore: bool = False) -> None:
        """Say that the figures are stale: bars lose their fill and no number is shown. None once they are fresh."""
        self._is_stale = text is not None
        self.strip.set_stale(self._is_stale)
        self.arc.set_stale(self._is_stale)
        self.statistics.set_stale(text, can_rescore=can_rescore)
        self._show_shares()

    def set_first_words(self, first_words: Callable[[int], str] | None) -> None:
        """Where the card under the pointer gets the first words of a slice, by its number."""
        self.arc.set_first_words(first_words)

    def set_mode(self, mode: Mode) -> None:
        """Set the axis of all plots; without a signal, since the user did not."""
        self.legend.set_mode(mode)
        self._follow_mode()

    def collapse(self, is_collapsed: bool) -> None:
        """Shrink to the arc alone, 48 px high, or show all again."""
        self._is_collapsed = is_collapsed
        self.arc.collapse(is_collapsed)
        self._show_rows()

    def _stack(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for row in self._rows():
            layout.addWidget(row)
        layout.addStretch()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _connect(self) -> None:
        self.strip.slice_clicked.connect(self._on_marker_clicked)
        self.strip.slice_activated.connect(self._on_marker_activated)
        self.arc.slice_clicked.connect(self.slice_clicked)
        self.arc.slice_activated.connect(self.slice_activated)
        self.legend.mode_changed.connect(self._on_mode_changed)
        self.statistics.rescore_asked.connect(self.rescore_asked)

    def _rows(self) -> tuple[PlotRow, ...]:
        return (self.strip, self.legend, self.arc, self.waveform, self.heard, self.axis_row, self.statistics)

    def _timed_rows(self) -> tuple[TimedRow, ...]:
        return (self.arc, self.waveform, self.heard, self.axis_row)

    def _show_rows(self) -> None:
        for row in self._rows():
            row.setVisible(row is self.arc or not self._is_collapsed)
        is_warped = self.mode == "slices"  # a waveform over even slices would lie about time
        self.waveform.setVisible(self.waveform.has_peaks and not is_warped and not self._is_collapsed)

    def _show_shares(self) -> None:
        has_shares = self._figures is not None and not self._is_stale
        self.legend.set_statistics(self._figures.statistics if self._figures is not None and has_shares else None)

    def _follow_mode(self) -> None:
        for row in self._timed_rows():
            row.set_mode(self.mode)
        self._show_rows()

    def _on_mode_changed(self, mode: str) -> None:
        self._follow_mode()
        self.mode_changed.emit(mode)

    def _on_marker_clicked(self, number: int) -> None:
        self.arc.set_chosen(number)
        self.slice_clicked.emit(number)

    def _on_marker_activated(self, number: int) -> None:
        self.arc.set_chosen(number)
        self.slice_activated.emit(number)
