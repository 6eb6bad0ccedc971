"""The legend with the shares of the bands, and at its right the switch that sets the axis of all plots."""

from typing import Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from reviewer.gui.plots.row import GUTTER, MARGIN, PlotRow
from reviewer.gui.theme import Theme
from reviewer.gui.theme.kinds import dress
from reviewer.spectrum.axis import Mode
from reviewer.spectrum.bands import legend
from reviewer.spectrum.figures import Statistics
from reviewer.spectrum.shapes import Picture

_HEIGHT: Final = 38
_MIDDLE: Final = 17 / _HEIGHT  # nearer to the strip than to the arc, which it explains
_GAP: Final = 8


class Legend(PlotRow):
    """Glyphs with shares, and Slices | Clock.

    Signals:
        mode_changed: "slices" or "clock", as the user switched.
    """

    mode_changed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._statistics: Statistics | None = None
        self._group = QButtonGroup(self)
        self._slices = self._button("Slices", "Every slice as wide as the next")
        self._clock = self._button("Clock", "By true time")
        self._slices.setChecked(True)
        self._group.buttonClicked.connect(self._on_button_clicked)
        self.setAccessibleName("Shares of the bands")
        self.setFixedHeight(self.row_height())

    @property
    def mode(self) -> Mode:
        return "clock" if self._clock.isChecked() else "slices"

    def set_statistics(self, statistics: Statistics | None) -> None:
        """The shares; None where there are none, or none to be shown."""
        self._statistics = statistics
        self.refresh()

    def set_mode(self, mode: Mode) -> None:
        (self._clock if mode == "clock" else self._slices).setChecked(True)

    def set_has_clock(self, has_clock: bool) -> None:
        """Without times in the track there is no clock to switch to."""
        self._clock.setEnabled(has_clock)
        self._clock.setToolTip("By true time" if has_clock else "This track has no times")

    def picture(self) -> Picture:
        room = self._slices.x() - GUTTER - _GAP
        return legend(self._statistics, float(room), self.measure, self._middle(), self.line)

    def row_height(self) -> int:
        return self._theme.scaled(_HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place_switch()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange}:
            self._place_switch()
        super().changeEvent(event)

    def _button(self, text: str, tip: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setCheckable(True)
        button.setToolTip(tip)
        button.setAccessibleName(f"{text} on the axis")
        self._group.addButton(button)
        dress(button, kind="segment")
        return button

    def _middle(self) -> float:
        return round(self.height() * _MIDDLE)

    def _place_switch(self) -> None:
        right = self.width() - MARGIN
        for button in (self._clock, self._slices):
            button.adjustSize()
            right -= button.width()
            button.move(right, round(self._middle() - button.height() / 2))

    def _on_button_clicked(self) -> None:
        self.mode_changed.emit(self.mode)
