"""The arc as a widget: one bar a slice, walked by mouse and keyboard."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from reviewer.gui.plots.announce import announce
from reviewer.gui.plots.hover import HoverCard
from reviewer.gui.plots.paint import paint
from reviewer.gui.plots.row import GUTTER, TimedRow
from reviewer.gui.theme import Theme
from reviewer.spectrum.arc import ArcLook, arc, arc_areas, playhead, scale_labels
from reviewer.spectrum.figures import Figures, Stretch
from reviewer.spectrum.scale import scale_of
from reviewer.spectrum.shapes import Area, Picture

HEIGHT: Final = 88
COLLAPSED: Final = 48


class EpisodeArc(TimedRow):
    """The bars with the part on screen, the chosen slice, the stretches and the playhead.

    Signals:
        slice_clicked: The number of the slice that was clicked, or walked to with the keys.
        slice_activated: The number of the slice that is to be opened in the transcript: Enter, double click.
    """

    slice_clicked = Signal(int)
    slice_activated = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._stretches: Sequence[Stretch] = ()
        self._on_screen: tuple[int, int] | None = None
        self._chosen: int | None = None
        self._is_stale = False
        self._is_collapsed = False
        self._areas: tuple[Area, ...] | None = None
        self._first_words: Callable[[int], str] | None = None
        self._card = HoverCard(theme, self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName("Arc")
        self.setFixedHeight(HEIGHT)

    @property
    def chosen(self) -> int | None:
        return self._chosen

    def set_figures(self, figures: Figures | None, duration_ms: int | None = None) -> None:
        self._stretches = figures.stretches if figures is not None else ()
        self._card.hide()
        self.set_course(figures.scores if figures is not None else (), duration_ms)
        self._describe()

    def set_on_screen(self, first_slice: int, last_slice: int) -> None:
        """The slices whose text is in sight."""
        if self._on_screen != (first_slice, last_slice):
            self._on_screen = (first_slice, last_slice)
            self.refresh()

    def set_chosen(self, number: int | None) -> None:
        if number != self._chosen:
            self._chosen = number
            self.refresh()
            self._describe()

    def set_stale(self, is_stale: bool) -> None:
        self._is_stale = is_stale
        self.refresh()

    def set_first_words(self, first_words: Callable[[int], str] | None) -> None:
        """Where the card under the pointer gets the first words of a slice, by its number."""
        self._first_words = first_words

    def collapse(self, is_collapsed: bool) -> None:
        self._is_collapsed = is_collapsed
        self.setFixedHeight(self.row_height())

    def slice_at(self, x: float) -> int | None:
        """The slice at x, from the plots' left edge on."""
        return self.axis.slice_at(x)

    def picture(self) -> Picture:
        look = ArcLook(self._on_screen, self._chosen, self._is_stale, self.pixel)
        height = float(self.height())
        bars = arc(self.axis, height, self._scores, self._stretches, look)
        limit = scale_of(score.score for score in self._scores)
        return (*bars, *scale_labels(height, limit, self.line))

    def row_height(self) -> int:
        return COLLAPSED if self._is_collapsed else HEIGHT

    def areas(self) -> tuple[Area, ...]:
        if self._areas is None:
            self._areas = arc_areas(self.axis, float(self.height()), self._scores)
        return self._areas

    def current_area(self) -> int | None:
        is_there = self._chosen is not None and 1 <= self._chosen <= len(self._scores)
        return self._chosen - 1 if self._chosen is not None and is_there else None

    def refresh(self) -> None:
        self._areas = None
        super().refresh()

    def paint_over(self, painter: QPainter) -> None:
        x = self.position_x()
        if x is not None:
            paint(playhead(x, self.height()), painter, self._theme)

    def take_key(self, key: int) -> bool:
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self.current_area() is not None:
                self.slice_activated.emit(self._chosen)
            return True
        number = self._walked(Qt.Key(key))
        if number is None:
            return False
        self._card.hide()
        self._choose(number)
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self.slice_at(event.position().x() - GUTTER)
        if number is None or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self._choose(number)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        number = self.slice_at(event.position().x() - GUTTER)
        if number is not None and event.button() == Qt.MouseButton.LeftButton:
            self.slice_activated.emit(number)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        number = self.slice_at(event.position().x() - GUTTER)
        self.setCursor(Qt.CursorShape.PointingHandCursor if number is not None else Qt.CursorShape.ArrowCursor)
        if number is None:
            self._card.hide()
        else:
            self._show_card(number)

    def leaveEvent(self, event: QEvent) -> None:
        self._card.hide()
        super().leaveEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._card.hide()
        super().hideEvent(event)

    def _choose(self, number: int) -> None:
        self.set_chosen(number)
        announce(self, number - 1)
        self.slice_clicked.emit(number)

    def _walked(self, key: Qt.Key) -> int | None:
        """The slice that a key leads to; None for a key that leads nowhere here."""
        count = len(self._scores)
        if not count:
            return None
        at = self._chosen if self._chosen is not None else (self._on_screen or (1, 1))[0]
        is_first = self._chosen is None  # the first press chooses what is in sight
        targets: dict[Qt.Key, int | None] = {
            Qt.Key.Key_Left: at if is_first else at - 1,
            Qt.Key.Key_Right: at if is_first else at + 1,
            Qt.Key.Key_Home: 1,
            Qt.Key.Key_End: count,
            Qt.Key.Key_Up: max((s.first for s in self._stretches if s.first < at), default=at),
            Qt.Key.Key_Down: min((s.first for s in self._stretches if s.first > at), default=at),
        }
        target = targets.get(key)
        return min(count, max(1, target)) if target is not None else None

    def _show_card(self, number: int) -> None:
        words = self._first_words(number) if self._first_words is not None else ""
        self._card.set_slice(self._scores[number - 1], words, is_stale=self._is_stale)
        left, right = self.axis.span(number)
        self._card.show_at(self.mapToGlobal(QPoint(GUTTER + round((left + right) / 2), self.height())), self.height())

    def _describe(self) -> None:
        current = self.current_area()
        text = self.areas()[current].text if current is not None else f"{len(self._scores)} slices"
        self.setAccessibleDescription(text)
