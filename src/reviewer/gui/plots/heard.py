"""The rows under the arc: waveform, heard band and the axis with its numbers."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QLineF
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from reviewer.gui.plots.paint import paint
from reviewer.gui.plots.row import TimedRow
from reviewer.gui.theme import Theme
from reviewer.spectrum.arc import playhead
from reviewer.spectrum.axis import axis_labels
from reviewer.spectrum.heard import Played, heard_band, heard_label
from reviewer.spectrum.shapes import Picture, snap

HEARD_HEIGHT: Final = 14
WAVEFORM_HEIGHT: Final = 40
_WAVE_PAD: Final = 4
_WAVE_STEP: Final = 2  # px from one line of the waveform to the next


class HeardBand(TimedRow):
    """What of the recording was heard: solid, hatched where too fast to count, an empty frame else."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._played: tuple[Played, ...] = ()
        self.setAccessibleName("Heard")
        self.setFixedHeight(self.row_height())

    def set_heard(self, intervals: Sequence[tuple[int, int, float]]) -> None:
        """Stretches that were played, each as start and end in ms and the speed."""
        self._played = tuple(Played(*interval) for interval in intervals)
        self.refresh()

    def picture(self) -> Picture:
        height = float(self.height())
        return (*heard_band(self.axis, self._played, height), heard_label(height, self.line))

    def row_height(self) -> int:
        return max(HEARD_HEIGHT, round(self.line - 2))

    def paint_over(self, painter: QPainter) -> None:
        x = self.position_x()
        if x is not None:
            paint(playhead(x, self.height(), has_flag=False), painter, self._theme)


class AxisRow(TimedRow):
    """The numbers of the axis: slices, or times."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setFixedHeight(self.row_height())

    def picture(self) -> Picture:
        return axis_labels(self.axis, self.measure, snap(self.height() / 2 + 0.27 * self.line))

    def row_height(self) -> int:
        return round(self.line + 2)


class Waveform(TimedRow):
    """The recording's peaks by the clock."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._peaks: Sequence[tuple[float, float]] = ()
        self.setAccessibleName("Waveform")
        self.setFixedHeight(WAVEFORM_HEIGHT)

    @property
    def has_peaks(self) -> bool:
        return bool(self._peaks)

    def set_peaks(self, peaks: Sequence[tuple[float, float]]) -> None:
        """The lowest and highest value, −1 to 1, of equal parts of the whole recording; empty where there is none."""
        self._peaks = peaks
        self.refresh()

    def picture(self) -> Picture:
        return ()

    def row_height(self) -> int:
        return WAVEFORM_HEIGHT

    def paint_under(self, painter: QPainter) -> None:
        """The lines themselves; hundreds of them, so they are no shapes."""
        middle = self.height() / 2
        reach = middle - _WAVE_PAD
        painter.setPen(QPen(self._theme.color("edge"), 1))
        painter.drawLines(
            [
                QLineF(x + 0.5, middle - high * reach, x + 0.5, middle - low * reach)
                for x, (low, high) in self._columns()
            ]
        )

    def paint_over(self, painter: QPainter) -> None:
        x = self.position_x()
        if x is not None:
            paint(playhead(x, self.height(), has_flag=False), painter, self._theme)

    def _columns(self) -> list[tuple[int, tuple[float, float]]]:
        """One line every two px: the widest peak of the moments under it."""
        width, count = int(self.plot_width), len(self._peaks)
        share = self._recorded_share()
        columns = []
        for x in range(0, int(width * share), _WAVE_STEP):
            first = int(x / (width * share) * count)
            part = self._peaks[first : max(first + 1, int((x + _WAVE_STEP) / (width * share) * count))]
            columns.append((x, (min(low for low, _ in part), max(high for _, high in part))))
        return columns

    def _recorded_share(self) -> float:
        """How much of the axis the recording covers; less than all where the captions run on beyond its end."""
        return min(1.0, self._duration_ms / self.axis.end_ms) if self._duration_ms else 1.0
