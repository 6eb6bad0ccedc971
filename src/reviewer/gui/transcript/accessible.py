"""What screen readers are told of the transcript: the paragraph at the caret as a text, with the caret in it.

Tried with Qt 6.11 over AT-SPI (Debian 12): text, caret and extents arrive. PySide hands neither selections nor
attributes through, so no selection is reported.
"""

from typing import Any, Final

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleTextCursorEvent, QAccessibleTextInterface
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import Shiboken

from reviewer.gui.transcript.caret_area import CaretArea
from reviewer.gui.transcript.paragraph import Paragraph

# Qt keeps bare pointers to what the factory made, so nothing of it may be collected before the process ends.
_made: Final[list[QAccessibleInterface | QAccessibleTextInterface]] = []
_installed: Final[list[bool]] = []
_BLANK, _LINE_END = " ".encode("utf-16-le"), "\n".encode("utf-16-le")
_NO_INTERFACE: Final = Shiboken.VoidPtr(0)  # None would be read as an object, and kill the process


class ParagraphText(QAccessibleTextInterface):
    """The text of the paragraph at the caret; places count UTF-16 units. Qt calls by position."""

    def __init__(self, area: CaretArea) -> None:
        super().__init__()
        self._area = area

    def text(self, start: int, end: int) -> str:
        return in_lines(self._area.caret_paragraph())[2 * start : 2 * end].decode("utf-16-le", "replace")

    def characterCount(self) -> int:
        return self._area.caret_paragraph().length

    def cursorPosition(self) -> int:
        return self._area.caret_place()

    def setCursorPosition(self, position: int) -> None:
        self._area.put_caret_at(position)

    def selectionCount(self) -> int:
        return 0

    def addSelection(self, start: int, _end: int) -> None:
        self._area.put_caret_at(start)

    def setSelection(self, _number: int, start: int, _end: int) -> None:
        self._area.put_caret_at(start)

    def removeSelection(self, _number: int) -> None:
        self._area.put_caret_at(self._area.caret_place())

    def characterRect(self, offset: int) -> QRect:
        rect = self._area.place_rect(offset)
        return QRect(self._area.viewport().mapToGlobal(rect.topLeft()), rect.size())

    def offsetAtPoint(self, point: QPoint) -> int:
        place = self._area.place_at(self._area.viewport().mapFromGlobal(point))
        return -1 if place is None else place  # as Qt has it

    def scrollToSubstring(self, start: int, _end: int) -> None:
        self._area.put_caret_at(start)


def in_lines(paragraph: Paragraph) -> bytes:
    """The text as UTF-16 with a line's end for the blank at which a line was broken, so that lines can be read out."""
    encoded = bytearray(paragraph.text.encode("utf-16-le"))
    for start in paragraph.line_starts[1:]:
        if encoded[2 * start - 2 : 2 * start] == _BLANK:
            encoded[2 * start - 2 : 2 * start] = _LINE_END
    return bytes(encoded)


class TranscriptAccessible(QAccessibleWidget):
    """The transcript as a text of several lines that is read, not typed into."""

    def __init__(self, area: CaretArea) -> None:
        super().__init__(area, QAccessible.Role.EditableText)
        self._text = ParagraphText(area)

    def state(self) -> QAccessible.State:
        state = super().state()
        state.readOnly = True
        state.multiLine = True
        return state

    def interface_cast(self, t: QAccessible.InterfaceType) -> Any:
        if t == QAccessible.InterfaceType.TextInterface:
            return self._text
        return super().interface_cast(t) or _NO_INTERFACE


def install() -> None:
    """Tell Qt how a transcript is described; again does nothing."""
    if not _installed:
        _installed.append(True)
        QAccessible.installFactory(_make)


def _make(_key: str, widget: QObject) -> QAccessibleInterface | None:
    if not isinstance(widget, CaretArea):
        return None
    made = TranscriptAccessible(widget)
    _made.append(made)
    return made


def tell_caret(area: CaretArea) -> None:
    """Tell a screen reader, if one listens, where the caret is now."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleTextCursorEvent(area, area.caret_place()))
