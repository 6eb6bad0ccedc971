"""The page with a caret: what keys do in it."""

from typing import Any, Final

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QToolTip, QWidget

from reviewer.core.reading import ReadingWord
from reviewer.gui.theme import Theme
from reviewer.gui.transcript.area import PageArea
from reviewer.gui.transcript.caret import move_of
from reviewer.gui.transcript.page import Spot
from reviewer.gui.transcript.paragraph import Paragraph

MOST_WORDS: Final = 200  # that one correction may replace

_Key = Qt.Key
_CTRL: Final = Qt.KeyboardModifier.ControlModifier
_ALT: Final = Qt.KeyboardModifier.AltModifier
_NO_KEYPAD: Final = ~Qt.KeyboardModifier.KeypadModifier


class CaretArea(PageArea):
    """The page with a caret in it.

    Signals:
        caret_moved: The imported word at the caret.
        correction_asked: The words to correct (list of ReadingWord), and what was typed on them, often nothing.
        play_pause_asked: Space.
    """

    caret_moved = Signal(int)
    correction_asked = Signal(object, str)
    play_pause_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)

    # Caret
    def caret_word(self) -> ReadingWord | None:
        return self._caret.word()

    def chosen_words(self) -> list[ReadingWord]:
        """The selected words, or the one at the caret; none in an empty text, not more than one correction takes."""
        return self._caret.chosen_words(MOST_WORDS)[:MOST_WORDS]

    def selected_text(self) -> str:
        return self._caret.chosen_text() if self._caret.has_selection else ""

    def put_caret(self, flat: int) -> None:
        """Put the caret before an imported word; it need not be in sight."""
        self._caret.put_on(flat)
        self._on_caret_moved()

    def select_words(self, first: int, last: int) -> None:
        """Select imported words, the last excluded, or put the caret before the first; they need not be in sight."""
        self._caret.select_words(first, last)
        self._on_caret_moved()

    # The same for screen readers, which know the paragraph at the caret alone
    def caret_paragraph(self) -> Paragraph:
        return self._page.paragraph(self._caret.spot.paragraph)

    def caret_place(self) -> int:
        """Where the caret stands in its paragraph's text, in UTF-16 units."""
        return self._caret.spot.place

    def put_caret_at(self, place: int) -> None:
        number = self._caret.spot.paragraph
        self._caret.go(Spot(number, min(max(place, 0), self._page.paragraph(number).length)))
        self._show_caret()
        self._on_caret_moved()

    def place_at(self, point: QPoint) -> int | None:
        """The place in the caret's paragraph at a point of the viewport; None in another one."""
        spot = self._page.spot_at(point.x() - self.text_left, point.y())
        return spot.place if spot.paragraph == self._caret.spot.paragraph else None

    def place_rect(self, place: int) -> QRect:
        """Where the letter behind a place of the caret's paragraph stands in the viewport."""
        paragraph = self.caret_paragraph()
        boxes = paragraph.boxes(place, min(place + 1, paragraph.length))
        if not boxes:
            return QRect()
        top = self._page.y_below(self._caret.spot.paragraph) + paragraph.line_top(boxes[0].line)
        left, right = round(boxes[0].left), round(boxes[0].right)
        return QRect(self.text_left + left, top, right - left, self._page.line)

    def _on_caret_moved(self) -> None:
        self.viewport().update()
        self.updateMicroFocus()
        self.caret_moved.emit(self._caret.flat())

    def _show_caret(self) -> None:
        """Scroll as little as brings the caret's line into sight."""
        number, place = self._caret.spot
        paragraph = self._page.paragraph(number)
        top = paragraph.line_top(paragraph.line_of(place))
        y = self._page.y_of(number)
        lowest = self._page.view_height - self._page.line
        if y is None or y + top > lowest or y + top < 0:
            is_above = number < self._page.first or (y is not None and y + top < 0)
            self._glide.stop()
            self._page.put(number, top, 0 if is_above else max(lowest, 0))
            self._sync()

    # Keys
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._takes(event):
            event.accept()
            return True
        return super().event(event)

    def _takes(self, event: QKeyEvent) -> bool:
        """Whether a key is the text's own, before the window's shortcuts."""
        return bool(_typed(event)) or _asks(event) or _is_space(event) or move_of(event) is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        move = move_of(event)
        if move is not None:
            self._caret.move(move[0], select=move[1])
            self._show_caret()
            self._on_caret_moved()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self._caret.select_all()
            self._on_caret_moved()
        elif _is_space(event):
            self.play_pause_asked.emit()
        elif _asks(event) or _typed(event):
            self._ask_correction(_typed(event))
        else:
            event.ignore()

    def _ask_correction(self, typed: str) -> None:
        words = self._caret.chosen_words(MOST_WORDS)
        if len(words) > MOST_WORDS:
            at = self.viewport().mapToGlobal(QPoint(self.text_left, self._page.line))
            QToolTip.showText(at, f"One correction replaces up to {MOST_WORDS} words. Select fewer.", self)
        elif words:
            self._show_caret()
            self.correction_asked.emit(words, typed)

    def copy(self) -> None:
        """Put the selected words on the clipboard, as plain text."""
        if self._caret.has_selection:
            QGuiApplication.clipboard().setText(self._caret.chosen_text())

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """What an input method has composed opens a correction, as typing does."""
        if event.commitString():
            self._ask_correction(event.commitString())
        event.accept()

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> Any:
        if query is Qt.InputMethodQuery.ImEnabled:
            return True
        if query is Qt.InputMethodQuery.ImCursorRectangle:
            return self.word_rect(self._caret.flat())
        return super().inputMethodQuery(query)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()


def _asks(event: QKeyEvent) -> bool:
    """Enter and F2 without other keys; with them they are the window's."""
    keys = {_Key.Key_Return, _Key.Key_Enter, _Key.Key_F2}
    return event.key() in keys and not event.modifiers() & _NO_KEYPAD


def _typed(event: QKeyEvent) -> str:
    """The letters a key types; AltGr comes as Ctrl+Alt on some systems, and types."""
    held = event.modifiers() & (_CTRL | _ALT)
    text = event.text()
    return text if text.isprintable() and text.strip() and held in {Qt.KeyboardModifier(0), _CTRL | _ALT} else ""


def _is_space(event: QKeyEvent) -> bool:
    """Space alone plays; with Ctrl it is the window's."""
    return event.key() == _Key.Key_Space and not event.modifiers()
