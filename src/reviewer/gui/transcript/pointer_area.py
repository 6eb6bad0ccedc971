"""The page under a pointer: caret and selection, playing, slices, and what is hovered."""

from typing import Final, NamedTuple

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from reviewer.core.reading import ReadingWord
from reviewer.gui.theme import Theme
from reviewer.gui.transcript.caret_area import CaretArea
from reviewer.gui.transcript.geometry import MARGIN, Columns
from reviewer.gui.transcript.marks import SliceMark
from reviewer.gui.transcript.page import Spot

_DRAG_PX: Final = 4  # a hand that only clicks moves less
_SCROLL_MS: Final = 40  # between two steps while a selection is drawn beyond the edge
_CTRL: Final = Qt.KeyboardModifier.ControlModifier
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier


class Hit(NamedTuple):
    """What lies under a point: a place of the text always, and what can be clicked there."""

    spot: Spot
    word: ReadingWord | None = None
    time_of: ReadingWord | None = None  # the first word of the paragraph whose time it is
    slice: SliceMark | None = None


class PointerArea(CaretArea):
    """The page that a pointer can be used on. Selecting never plays; a click with Ctrl, or on a time, does.

    Signals:
        play_asked: A moment in ms, and the imported word that is heard there.
        slice_clicked: The number of the slice whose score was clicked.
        word_hovered: The imported word under the pointer, or None.
    """

    play_asked = Signal(int, int)
    slice_clicked = Signal(int)
    word_hovered = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._drag: Spot | None = None
        self._drag_from = QPoint()
        self._pointer = QPoint()
        self._hovered: int | None = None
        self._drag_timer = QTimer(self)
        self._drag_timer.setInterval(_SCROLL_MS)
        self._drag_timer.timeout.connect(self._on_drag_beyond)
        self.viewport().setMouseTracking(True)

    def hit(self, point: QPoint) -> Hit:
        """What lies under a point of the viewport."""
        number, top = self._page.at(point.y())
        paragraph = self._page.paragraph(number)
        x, y = point.x() - self._columns.text_left, point.y() - top
        spot = Spot(number, paragraph.place_at(x, y))
        if x < 0 and _is_at_time(self._columns, point.x(), y - paragraph.body, self._page.line):
            return Hit(spot, time_of=paragraph.words[0] if paragraph.words else None)
        if point.x() >= self._columns.text_left + self._columns.measure:
            low, high = paragraph.line_words(paragraph.line_at(y))
            ends = (paragraph.words[low].first, paragraph.words[high - 1].last) if low < high else (0, 0)
            return Hit(spot, slice=next(iter(self._marks.slices.beginning(*ends)), None))
        under = paragraph.number_under(x, y)
        return Hit(spot, word=None if under is None else paragraph.words[under])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
            return
        hit = self.hit(event.position().toPoint())
        plays = hit.time_of or (hit.word if event.modifiers() & _CTRL else None)
        if plays:
            if plays.start_ms is not None:
                self.play_asked.emit(plays.start_ms, plays.first)
        elif hit.slice:
            self.slice_clicked.emit(hit.slice.number)
        else:
            self._begin_drag(event, hit.spot)

    def _begin_drag(self, event: QMouseEvent, spot: Spot) -> None:
        self._caret.go(spot, select=bool(event.modifiers() & _SHIFT))
        self._drag, self._drag_from = spot, event.position().toPoint()
        self._on_caret_moved()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        hit = self.hit(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and not (hit.time_of or hit.slice):
            self._drag, self._drag_from = hit.spot, event.position().toPoint()
            self._caret.select(*self._caret.word_ends(hit.spot))
            self._on_caret_moved()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer = event.position().toPoint()
        if self._drag is None:
            self._hover(self.hit(self._pointer))
        elif self._caret.has_selection or (self._pointer - self._drag_from).manhattanLength() > _DRAG_PX:
            self._draw_selection()
            is_beyond = not 0 <= self._pointer.y() < self._page.view_height
            if is_beyond != self._drag_timer.isActive():
                (self._drag_timer.start if is_beyond else self._drag_timer.stop)()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._drag = None
        self._drag_timer.stop()

    def _draw_selection(self) -> None:
        """Whole words from the one pressed to the one under the pointer."""
        if self._drag is None:
            return
        y = min(max(self._pointer.y(), 0), self._page.view_height - 1)
        begin = self._caret.word_ends(self._drag)
        end = self._caret.word_ends(self._page.spot_at(self._pointer.x() - self.text_left, y))
        if end[0] >= begin[0]:
            self._caret.select(begin[0], end[1])
        else:
            self._caret.select(begin[1], end[0])
        self._on_caret_moved()

    def _on_drag_beyond(self) -> None:
        y = self._pointer.y()
        self._page.scroll_by(y if y < 0 else y - self._page.view_height + 1)
        self._sync()
        self._draw_selection()

    def _hover(self, hit: Hit) -> None:
        time_of = hit.spot.paragraph if hit.time_of and hit.time_of.start_ms is not None else None
        clicks = time_of is not None or hit.slice is not None
        is_text = self._pointer.x() >= self.text_left
        shape = Qt.CursorShape.IBeamCursor if is_text else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if clicks else shape)
        if time_of != self._hovered_time:
            self._hovered_time = time_of
            self.viewport().update()
        hovered = hit.word.first if hit.word else None
        if hovered != self._hovered:
            self._hovered = hovered
            self.word_hovered.emit(hovered)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if self._hovered is not None or self._hovered_time is not None:
            self._hovered = self._hovered_time = None
            self.word_hovered.emit(None)
            self.viewport().update()


def _is_at_time(columns: Columns, x: int, y: float, line: int) -> bool:
    return MARGIN - 4 <= x < columns.text_left - 4 and 0 <= y < line
