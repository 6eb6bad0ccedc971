"""Three places of the open card in their lines, each with its time and a sign to play it."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from reviewer.core.wording import clock
from reviewer.gui.side.paint import CARD, in_context, in_line, write
from reviewer.gui.side.views import PlaceView
from reviewer.gui.theme import Theme
from reviewer.gui.theme.look import sign

SHOWN: Final = 3
_ROW: Final = 26
TIMES: Final = 58  # wide enough for 1:02:10
_PLAY: Final = 26


class Places(QWidget):
    """A window of three over the places, so moved that the chosen one lies in it.

    It never has the focus: the list's own keys walk it.

    Signals:
        place_clicked: The number of a place, counted from 0.
        play_clicked: The number of the place whose play sign was clicked.
    """

    place_clicked = Signal(int)
    play_clicked = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._places: Sequence[PlaceView] = ()
        self._chosen = 0
        self._can_play = False
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)

    def set_places(self, places: Sequence[PlaceView], chosen: int, *, can_play: bool) -> None:
        self._places, self._chosen, self._can_play = places, chosen, can_play
        self.setAccessibleName(self._spoken())
        self.updateGeometry()
        self.update()

    def _spoken(self) -> str:
        if not self._places:
            return ""
        place = self._places[self._chosen]
        return f"Place {self._chosen + 1} of {len(self._places)}: {place.before}{place.heard}{place.after}"

    @property
    def first(self) -> int:
        """The number of the place in the first line."""
        return max(0, min(self._chosen - 1, len(self._places) - SHOWN))

    def sizeHint(self) -> QSize:
        return QSize(1, min(SHOWN, len(self._places)) * self._row_height)

    @property
    def _row_height(self) -> int:
        return self._theme.scaled(_ROW)

    def place_at(self, point: QPoint) -> int | None:
        """The number of the place under a point."""
        number = self.first + point.y() // self._row_height
        return number if point.y() >= 0 and number < min(len(self._places), self.first + SHOWN) else None

    def is_on_play(self, point: QPoint) -> bool:
        return self._can_play and point.x() >= self.width() - self._theme.scaled(_PLAY) - CARD // 2

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self.place_at(event.position().toPoint())
        if number is None or event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
        elif self.is_on_play(event.position().toPoint()):
            self.play_clicked.emit(number)
        else:
            self.place_clicked.emit(number)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self.place_at(event.position().toPoint()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        height = self._row_height
        for line, place in enumerate(self._places[self.first : self.first + SHOWN]):
            is_chosen = self.first + line == self._chosen
            self._paint_place(painter, QRect(0, line * height, self.width(), height), place, is_chosen=is_chosen)

    def _paint_place(self, painter: QPainter, row: QRect, place: PlaceView, *, is_chosen: bool) -> None:
        theme = self._theme
        row = row.adjusted(CARD, 0, -CARD, 0)
        style = ("small_strong", "accent") if is_chosen else ("small", "ink3")
        times = QRect(row.left(), row.top(), theme.scaled(TIMES), row.height())
        write(painter, theme, times, clock(place.start_ms) or "no time", style)
        play = theme.scaled(_PLAY) if self._can_play else 0
        words = row.adjusted(times.width(), 0, -play, 0)
        in_context(painter, theme, words, in_line(place.before, place.heard, place.after))
        if play:
            sign(theme, painter, QRect(row.right() - 19, row.top(), 20, row.height()), "play", theme.color("ink2"))
